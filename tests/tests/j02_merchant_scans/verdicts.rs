//! Each verdict that issue and journey name, from what the camera sees.

use crate::craft;
use credit_code::qr::Ecc;
use std::time::Duration;
use tests::{Phone, Res, Scene, Till, World, code, office};

/// Longer than a code may be held up.
const TOO_LATE_S: i64 = 400;
/// How far before a code's end its parts are, bytes.
const IN_HOLDERS_SIGNATURE: usize = 20;
const IN_ISSUERS_SIGNATURE: usize = 130;

#[tokio::test]
async fn every_kind_of_code_gets_its_verdict_without_a_network() -> Res {
    let world = World::start("j02").await?;
    let wang = Phone::sign_in(&world, "wang-ming").await?;
    let li = Phone::sign_in(&world, "li-na").await?;
    office::revoke(&world, "li-na", "device_lost").await?;
    let card = office::card(&world, "sun-po").await?;
    let till = Till::open(&world).await?;
    till.browser().screens("scan-start").await?;
    world.server().stop().await?;
    till.browser().reload().await?;
    till.start().await?;
    till.browser().screens("viewfinder").await?;

    // As a whole phone at some distance, then held close by a shaking hand in a dim shop.
    let first = wang.fresh().await?;
    let said = till.scan(&Scene::of(&first)?).await?;
    // Once it has faded in.
    tokio::time::sleep(Duration::from_millis(200)).await;
    till.browser().screen("valid-large").await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");
    assert!(said.words.contains("4 级以上") && said.words.contains("衢州"), "{said:?}");
    assert!(!said.words.contains("王"), "a code of the level names nobody: {said:?}");

    let near = wang.close(&wang.fresh().await?).await?;
    let hard = Scene::of_picture(&near)
        .scaled(0.9)
        .rotated(17.0)
        .tilted(0.12, 0.08)
        .blurred(1.6)
        .dimmed(0.45)
        .noisy(6.0, 1);
    let said = till.scan(&hard).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");

    // The same picture once more, after it was out of sight.
    till.clear()?;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let said = till.scan(&hard).await?;
    assert_eq!(said.brief(), ("REPLAY", "red"), "{said:?}");
    assert!(said.words.contains("已出示过"), "{said:?}");
    till.browser().screens("replay").await?;

    let said = till.scan(&Scene::of(&li.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("REVOKED", "red"), "{said:?}");

    let genuine = code::read(&wang.fresh().await?)?;
    for (back, verdict) in [(IN_HOLDERS_SIGNATURE, "HOLDER_SIG"), (IN_ISSUERS_SIGNATURE, "ISSUER_SIG")] {
        let picture = code::draw(&code::tampered(&genuine, back)?, Ecc::M)?;
        let said = till.scan(&Scene::of_picture(&picture)).await?;
        assert_eq!(said.brief(), (verdict, "red"), "{said:?}");
    }

    let now = wang.now().await?;
    let unknown = code::draw(&craft::of_unknown_issuer(now)?, Ecc::M)?;
    let said = till.scan(&Scene::of_picture(&unknown).rotated(-8.0)).await?;
    assert_eq!(said.brief(), ("KID_UNKNOWN", "red"), "{said:?}");

    let said = till
        .scan(&Scene::of_picture(&code::draw(&card, Ecc::Q)?).scaled(0.6).rotated(33.0).blurred(1.0))
        .await?;
    till.browser().screen("paper-large").await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");
    assert!(said.words.contains("纸质卡") && said.words.contains("年出生"), "marked as a card: {said:?}");
    till.browser().screens("paper").await?;

    let other = code::draw("https://example.com/menu?table=4", Ecc::M)?;
    let said = till.scan(&Scene::of_picture(&other)).await?;
    assert_eq!(said.brief(), ("PREFIX", "grey"), "{said:?}");
    till.browser().screens("no-credit-code").await?;

    // Time goes by: the screenshot gets old, the phone goes on.
    let later = world.server().clock_offset() + TOO_LATE_S;
    till.browser().shift_clock(later).await?;
    wang.browser().shift_clock(later).await?;
    let said = till.scan(&Scene::of(&first)?).await?;
    assert_eq!(said.brief(), ("STALE", "amber"), "{said:?}");
    assert!(said.words.contains("请顾客刷新"), "{said:?}");
    till.browser().screens("stale").await?;
    let said = till.scan(&Scene::of(&wang.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");

    till.browser().open("/merchant/ledger").await?;
    till.browser().find("ledger-count").await?;
    till.browser().screens("ledger").await?;
    assert!(till.browser().console().await?.iter().all(|line| !line.contains("panicked")));
    Ok(())
}
