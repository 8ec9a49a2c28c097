//! J3: a scanner gun types a whole code within a second, with a Chinese input method on; a hand is no gun.

use std::time::Duration;
use tests::{Browser, Gun, Phone, Res, Till, World, code};

#[tokio::test]
async fn a_gun_is_read_with_an_input_method_on_and_without_a_network() -> Res {
    let world = World::start("j03").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open(&world).await?;
    world.server().stop().await?;
    till.browser().reload().await?;
    till.browser().find("scan-start").await?;

    let first = code::read(&phone.fresh().await?)?;
    assert!(first.len() > 300, "as long as codes are: {}", first.len());
    Gun::default().types(till.browser(), &first).await?;
    let said = till.next(0).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");
    assert!(said.words.contains("4 级以上"), "{said:?}");
    till.browser().screens("read").await?;

    // Tab instead of Enter, and no input method.
    let second = code::read(&phone.fresh().await?)?;
    Gun { suffix: "Tab", input_method: false, ..Gun::default() }.types(till.browser(), &second).await?;
    let said = till.next(said.number).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");

    // The first once more: the till remembers.
    Gun::default().types(till.browser(), &first).await?;
    let said = till.next(said.number).await?;
    assert_eq!(said.brief(), ("REPLAY", "red"), "{said:?}");

    Gun::default().types(till.browser(), "6901028075831").await?;
    let said = till.next(said.number).await?;
    assert_eq!(said.brief(), ("PREFIX", "grey"), "a bottle's bar code: {said:?}");
    Ok(())
}

#[tokio::test]
async fn a_hand_that_types_is_no_gun() -> Res {
    let world = World::start("j03-hand").await?;
    let till = Till::open(&world).await?;
    let hand = Gun { gap: Duration::from_millis(80), input_method: false, ..Gun::default() };
    hand.types(till.browser(), "CC1:ABCDEFGHIJKLMNOP").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(till.last().await?, None, "nothing was scanned");
    Ok(())
}

#[tokio::test]
async fn the_guns_page_says_what_to_mend() -> Res {
    let world = World::start("j03-page").await?;
    let till = Till::open(&world).await?;
    let browser = till.browser();
    browser.open("/merchant/settings").await?;
    browser.tap("gun-test").await?;
    state(browser, "waiting").await?;
    let text = "CC1:6BF3D7A 0$/*+-.";
    for (gun, said) in [
        (Gun::default(), "good"),
        (Gun { shift: false, ..Gun::default() }, "shift"),
        (Gun { gap: Duration::from_millis(90), ..Gun::default() }, "slow"),
    ] {
        gun.types(browser, text).await?;
        state(browser, said).await?;
        browser.screens(said).await?;
        if said == "good" {
            assert_eq!(browser.text("gun-text").await?, text);
        }
    }
    Gun::default().types(browser, "6901028075831").await?;
    state(browser, "other").await
}

async fn state(browser: &Browser, wanted: &str) -> Res {
    browser.wait_attribute("gun-test", "data-state", wanted).await
}
