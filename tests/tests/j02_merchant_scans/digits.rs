//! Strict mode: a code that was made here and now.

use tests::{Phone, Res, Scene, Till, World};

#[tokio::test]
async fn six_digits_tie_a_code_to_this_till_and_moment() -> Res {
    let world = World::start("j02-digits").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open(&world).await?;
    world.server().stop().await?;
    till.start().await?;
    till.browser().tap("strict").await?;
    till.browser().screens("asking").await?;

    let said = till.scan(&Scene::of(&phone.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("NONCE", "amber"), "a code without the digits: {said:?}");

    let digits: String = till.browser().text("challenge").await?.split_whitespace().collect();
    assert!(digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{digits}");
    phone.browser().tap("till-open").await?;
    phone.browser().type_into("till-digits", &digits).await?;
    phone.browser().screens("typing").await?;
    phone.browser().tap("till-confirm").await?;
    phone.browser().wait_hidden("till-confirm").await?;
    let answered = phone.screen().await?;
    let said = till.scan(&Scene::of(&answered)?).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");

    // The digits are new now: what was answered before does not count again.
    let again: String = till.browser().text("challenge").await?.split_whitespace().collect();
    assert_ne!(again, digits);
    till.clear()?;
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    let said = till.scan(&Scene::of(&answered)?).await?;
    assert_ne!(said.colour, "green", "{said:?}");
    Ok(())
}
