//! A verdict is seen, read, heard, felt and announced.

use credit_code::qr::Ecc;
use serde::Deserialize;
use tests::{Phone, Res, Scene, Till, World, code};

/// What a verdict did besides being drawn.
#[derive(Debug, Deserialize)]
struct Senses {
    /// Pitches that were played.
    hertz: Vec<f64>,
    /// How the device shook, milliseconds on and off.
    shook: Vec<u32>,
    /// What a screen reader was given.
    announced: String,
    /// The shape's outline.
    shape: String,
}

#[tokio::test]
async fn each_colour_has_a_shape_a_sound_a_vibration_and_an_announcement() -> Res {
    let world = World::start("j02-senses").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open(&world).await?;
    world.server().stop().await?;
    till.browser().reload().await?;
    till.start().await?;
    listen(&till).await?;

    let genuine = phone.fresh().await?;
    let tampered = code::draw(&code::tampered(&code::read(&genuine)?, 20)?, Ecc::M)?;
    let other = code::draw("https://example.com/", Ecc::M)?;
    let mut seen = Vec::new();
    for (scene, colour, word) in [
        (Scene::of(&genuine)?, "green", "通过"),
        (Scene::of_picture(&tampered), "red", "不通过"),
        (Scene::of_picture(&other), "grey", "无法判断"),
    ] {
        let said = till.scan(&scene).await?;
        assert_eq!(said.colour, colour, "{said:?}");
        seen.push(sensed(&till, word).await?);
    }
    let later = world.server().clock_offset() + 400;
    till.browser().shift_clock(later).await?;
    tokio::time::sleep(std::time::Duration::from_secs(4)).await;
    let said = till.scan(&Scene::of(&genuine)?).await?;
    assert_eq!(said.colour, "amber", "{said:?}");
    seen.push(sensed(&till, "注意").await?);

    for (at, one) in seen.iter().enumerate() {
        for other in &seen[at + 1..] {
            assert_ne!(one.shape, other.shape);
            assert_ne!(one.hertz, other.hertz);
            assert_ne!(one.shook, other.shook);
        }
    }
    Ok(())
}

/// Keeps what the page plays and shakes.
async fn listen(till: &Till) -> Res {
    let script = "window.sensed = { hertz: [], shook: [] };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...when) {
            window.sensed.hertz.push(this.frequency.value);
            return start.apply(this, when);
        };
        navigator.vibrate = (pattern) => { window.sensed.shook = Array.from(pattern); return true; };
        return true";
    till.browser().script(script).await.map(|_| ())
}

/// What there was since last asked.
async fn sensed(till: &Till, word: &str) -> Res<Senses> {
    let script = "const { hertz, shook } = window.sensed;
        window.sensed = { hertz: [], shook: [] };
        const announced = Array.from(document.querySelectorAll('[aria-live=assertive]'), live => live.textContent).join('');
        const shape = document.querySelector('.verdict-outline').getAttribute('d');
        return { hertz, shook, announced, shape }";
    let senses: Senses = serde_json::from_value(till.browser().script(script).await?)?;
    assert!(!senses.hertz.is_empty() && !senses.shook.is_empty(), "{senses:?}");
    assert!(senses.announced.starts_with(word), "{senses:?}");
    Ok(senses)
}
