//! A scanner gun at a till: keys of an American keyboard, faster than any hand, into a device with an input method on.

use crate::{Browser, Res};
use serde_json::json;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A gun, or a hand.
#[derive(Debug, Clone, Copy)]
pub struct Gun {
    /// From one key to the next.
    pub gap: Duration,
    /// The key that ends a scan: `Enter` or `Tab`.
    pub suffix: &'static str,
    /// Whether a Chinese input method is on: then the page hears `Process` instead of characters.
    pub input_method: bool,
    /// Whether it holds Shift as it should; a gun that is set up for another keyboard may not.
    pub shift: bool,
}

impl Default for Gun {
    fn default() -> Self {
        Gun { gap: Duration::from_millis(3), suffix: "Enter", input_method: true, shift: true }
    }
}

/// DevTools' bit for Shift.
const SHIFT: u32 = 8;

impl Gun {
    /// Types a text and the suffix. The events' times are the gun's, however long it takes to send them.
    pub async fn types(&self, browser: &Browser, text: &str) -> Res {
        let mut at = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
        for character in text.chars() {
            let (code, shifted) = place(character).ok_or_else(|| format!("no key types {character:?}"))?;
            self.press(browser, code, character, shifted && self.shift, at).await?;
            at += self.gap.as_secs_f64();
        }
        self.press(browser, self.suffix, '\0', false, at).await
    }

    async fn press(&self, browser: &Browser, code: &str, character: char, shift: bool, at: f64) -> Res {
        let modifiers = if shift { SHIFT } else { 0 };
        let is_end = code == self.suffix;
        let (key, number) = match (is_end, self.input_method) {
            (true, _) => (code.to_owned(), if code == "Tab" { 9 } else { 13 }),
            // What browsers report while an input method handles the key.
            (false, true) => ("Process".to_owned(), 229),
            (false, false) => (character.to_string(), u32::from(character.to_ascii_uppercase())),
        };
        for (kind, at) in [("rawKeyDown", at), ("keyUp", at + self.gap.as_secs_f64() / 2.0)] {
            let event = json!({
                "type": kind, "code": code, "key": key, "windowsVirtualKeyCode": number,
                "modifiers": modifiers, "timestamp": at,
            });
            browser.devtools("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }
}

/// The key that types a character of a code on an American keyboard, and whether with Shift.
fn place(character: char) -> Option<(&'static str, bool)> {
    const LETTERS: [&str; 26] = [
        "KeyA", "KeyB", "KeyC", "KeyD", "KeyE", "KeyF", "KeyG", "KeyH", "KeyI", "KeyJ", "KeyK", "KeyL",
        "KeyM", "KeyN", "KeyO", "KeyP", "KeyQ", "KeyR", "KeyS", "KeyT", "KeyU", "KeyV", "KeyW", "KeyX",
        "KeyY", "KeyZ",
    ];
    const DIGITS: [&str; 10] =
        ["Digit0", "Digit1", "Digit2", "Digit3", "Digit4", "Digit5", "Digit6", "Digit7", "Digit8", "Digit9"];
    let nth = |keys: &'static [&'static str], first: u8| {
        keys.get(usize::try_from(u32::from(character).checked_sub(u32::from(first))?).ok()?).copied()
    };
    Some(match character {
        'A'..='Z' => (nth(&LETTERS, b'A')?, true),
        '0'..='9' => (nth(&DIGITS, b'0')?, false),
        ' ' => ("Space", false),
        '$' => ("Digit4", true),
        '%' => ("Digit5", true),
        '*' => ("Digit8", true),
        '+' => ("Equal", true),
        '-' => ("Minus", false),
        '.' => ("Period", false),
        '/' => ("Slash", false),
        ':' => ("Semicolon", true),
        _ => return None,
    })
}
