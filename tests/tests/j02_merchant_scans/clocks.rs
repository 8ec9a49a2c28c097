//! Old lists and wrong clocks: amber, never a false red, never a false green.

use tests::{Phone, Res, Scene, Till, World};

const HOUR_S: i64 = 3_600;

#[tokio::test]
async fn lists_of_yesterday_make_amber() -> Res {
    let world = World::start("j02-old-lists").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open(&world).await?;
    world.server().stop().await?;
    let later = world.server().clock_offset() + 30 * HOUR_S;
    phone.browser().shift_clock(later).await?;
    till.browser().shift_clock(later).await?;
    till.browser().reload().await?;
    till.start().await?;
    let said = till.scan(&Scene::of(&phone.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("VALID", "amber"), "{said:?}");
    assert!(said.words.contains("4 级以上"), "{said:?}");
    // What was kept is no answer of the server: its time is not the time.
    let age = till.browser().text("list-age").await?;
    assert!(age.contains("30 小时") || age.contains("1 天"), "{age}");
    till.browser().screens("amber").await?;
    till.browser().open("/merchant/lists").await?;
    till.browser().find("list-trust").await?;
    till.browser().screens("lists").await
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_mended_by_the_server_and_said() -> Res {
    let world = World::start("j02-wrong-clock").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open_ahead(&world, 2 * HOUR_S).await?;
    till.browser().wait_text("clock-wrong", "快了 2 小时").await?;
    till.browser().screens("warned").await?;
    till.start().await?;
    let said = till.scan(&Scene::of(&phone.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "corrected by the server's time: {said:?}");

    // Without a network, set back by two days: earlier than its own lists.
    world.server().stop().await?;
    till.clear()?;
    till.browser().shift_clock(world.server().clock_offset() - 48 * HOUR_S).await?;
    till.browser().reload().await?;
    till.start().await?;
    till.browser().find("clock-wrong").await?;
    let said = till.scan(&Scene::of(&phone.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("VERIFIER_CLOCK", "amber"), "{said:?}");
    Ok(())
}
