//! J1: showing the code, with one tap, from a warm start, without a network.

use credit_code::verdict::{Colour, Verdict};
use image::GenericImageView;
use serde_json::Value;
use std::time::Duration;
use tests::{Browser, PATIENCE, Res, World, code, until};

/// How far the whole code is above the bar at the screen's lower edge, with the notice of a missing network above it.
const BELOW: &str = "document.querySelector('[data-testid=offline]').getBoundingClientRect();
    return document.querySelector('.bottom-bar').getBoundingClientRect().top
        - document.querySelector('[data-testid=code-qr]').getBoundingClientRect().bottom";

/// A code is drawn anew every 15 seconds.
const A_REFRESH: Duration = Duration::from_secs(25);

#[tokio::test]
async fn a_resident_shows_a_code_that_refreshes_without_a_network() -> Res {
    let world = World::start("j01").await?;
    let phone = signed_in(&world).await?;
    phone.wait_installed().await?;
    let lists = code::Lists::fetch(&phone).await?;

    // Warm, without a network at all.
    world.server().stop().await?;
    phone.reload().await?;
    phone.find("show-code").await?;
    count_wake_locks(&phone).await?;
    phone.tap("show-code").await?;
    let label = phone.attribute("code-qr", "aria-label").await?.unwrap_or_default();
    assert!(label.contains('码'), "the picture's label: {label:?}");
    phone.wait_text("code-countdown", "秒").await?;
    let asked = || phone.script("return window.wakeLocksAsked");
    until("a wake lock asked for", PATIENCE, asked, |count| count.as_u64() > Some(0)).await?;
    assert!(phone.has("offline").await?, "the page says that there is no network");
    phone.screens("code-offline").await?;

    let first = shown(&phone).await?;
    let outcome = lists.verify(&first, now(&phone).await?);
    assert_eq!((outcome.verdict, outcome.colour), (Verdict::Valid, Colour::Green));
    let said = outcome.shown.ok_or("nothing is shown")?;
    assert_eq!((said.tier, said.name, said.city), (Some(4), None, 330_800), "the level and nothing else");

    // Refreshed: another proof for the same token.
    let again = until("another proof", A_REFRESH, || shown(&phone), |text| *text != first).await?;
    let later = lists.verify(&again, now(&phone).await?);
    assert_eq!((later.verdict, later.replay_key), (Verdict::Valid, outcome.replay_key));
    assert!(phone.console().await?.iter().all(|line| !line.contains("panicked")));
    Ok(())
}

#[tokio::test]
async fn the_whole_code_is_in_sight_and_dark_on_white_in_every_look() -> Res {
    let world = World::start("j01-looks").await?;
    let phone = signed_in(&world).await?;
    world.server().stop().await?;
    for (theme, mode) in [("dark", "standard"), ("dark", "elder"), ("light", "elder")] {
        phone.keep_look(theme, mode).await?;
        phone.open("/code").await?;
        phone.find("code-qr").await?;
        shown(&phone).await?;
        let corner = corner(&phone).await?;
        assert!(corner > 250, "{theme} {mode}: the quiet zone's light is {corner}");
        let below = phone.script(BELOW).await?;
        assert!(below.as_f64() > Some(0.0), "{theme} {mode}: {below} pixels between code and bar");
    }
    Ok(())
}

#[tokio::test]
async fn each_purpose_tells_the_shop_what_it_says_and_no_more() -> Res {
    let world = World::start("j01-purposes").await?;
    let phone = signed_in(&world).await?;
    let lists = code::Lists::fetch(&phone).await?;
    phone.tap("show-code").await?;
    let mut seen = Vec::new();
    for purpose in ["purpose-name", "purpose-perk-1", "purpose-level"] {
        phone.tap("code-choose").await?;
        phone.find("purposes").await?;
        phone.screen(purpose).await?;
        phone.tap(purpose).await?;
        let verified = || async {
            let outcome = lists.verify(&shown(&phone).await?, now(&phone).await?);
            Ok(outcome.shown.ok_or("not accepted")?)
        };
        let fits = |said: &credit_code::verdict::Shown| match purpose {
            "purpose-name" => said.name.as_ref().is_some_and(|name| name.as_str() == "王*明"),
            "purpose-perk-1" => said.perks.iter().eq([1]) && said.tier.is_none() && said.name.is_none(),
            _ => said.tier == Some(4) && said.name.is_none(),
        };
        seen.push(until(purpose, PATIENCE, verified, fits).await?);
    }
    assert_eq!(seen.len(), 3);
    Ok(())
}

async fn signed_in(world: &World) -> Res<Browser> {
    let phone = world.phone("/").await?;
    phone.screens("sign-in").await?;
    phone.tap("account-wang-ming").await?;
    phone.wait_text("score-total", "865").await?;
    phone.screens("home").await?;
    // Tokens come in the background, before they are needed.
    phone.tap("show-code").await?;
    phone.find("code-qr").await?;
    phone.screens("code").await?;
    phone.open("/").await?;
    phone.find("show-code").await?;
    Ok(phone)
}

/// The text of the code on the screen.
async fn shown(phone: &Browser) -> Res<String> {
    code::read(&phone.picture().await?)
}

/// The phone's time.
async fn now(phone: &Browser) -> Res<i64> {
    let now = phone.script("return Math.floor(Date.now() / 1000)").await?;
    Ok(now.as_i64().ok_or("no time")?)
}

/// Counts what the page asks for from now on.
async fn count_wake_locks(phone: &Browser) -> Res<Value> {
    phone
        .script(
            "window.wakeLocksAsked = 0;
             const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
             navigator.wakeLock.request = (kind) => { window.wakeLocksAsked += 1; return ask(kind); };
             return true",
        )
        .await
}

/// How light the code's quiet zone is, 0 to 255.
async fn corner(phone: &Browser) -> Res<u8> {
    let place = phone
        .script(
            "const box = document.querySelector('[data-testid=code-qr]').getBoundingClientRect();
             return [box.left, box.top].map(at => Math.round((at + 3) * devicePixelRatio))",
        )
        .await?;
    let (x, y): (u32, u32) = serde_json::from_value(place)?;
    let picture = image::load_from_memory(&phone.picture().await?)?;
    Ok(picture.get_pixel(x, y).0.into_iter().take(3).min().unwrap_or(0))
}
