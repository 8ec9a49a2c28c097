//! What is on the screen and what comes next: when a text is judged, when a verdict is large, when scanning goes on.
//!
//! A camera reads the same code many times a second, a phone renews its code while it is held there, and a poster in the
//! background is read again and again. What is still in sight is therefore not judged anew.

use credit_code::verdict::Colour;
use std::collections::BTreeMap;

/// A good verdict is large so long, then scanning goes on, milliseconds.
pub const GOOD_MS: f64 = 800.0;
/// Any other verdict is large at least so long.
pub const OTHER_MS: f64 = 1_000.0;
/// A text that was not read for so long is no longer in sight.
const GONE_MS: f64 = 1_500.0;
/// An accepted token that was not read for so long is no longer in sight: a phone is put away slowly.
const TOKEN_GONE_MS: f64 = 5_000.0;
/// More than this is never in sight at once.
const MOST: usize = 32;

/// A token's replay key.
pub type TokenKey = [u8; 32];

/// How a text came here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The camera sees it.
    Camera,
    /// A gun typed it.
    Gun,
    /// A person picked a photo of it.
    Photo,
}

/// What to do with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Judge it.
    New,
    /// It is still in sight: nothing.
    Same,
    /// A verdict is large just now: nothing yet.
    Hold,
}

/// The verdict that is shown.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    text: String,
    colour: Colour,
    since_ms: f64,
}

/// The flow of verdicts.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    shown: Option<Shown>,
    texts: BTreeMap<String, f64>,
    tokens: BTreeMap<TokenKey, f64>,
}

impl Flow {
    /// Whether a text that was just read is to be judged.
    pub fn sight(&mut self, text: &str, by: By, now_ms: f64) -> Sight {
        self.forget(now_ms);
        let known = self.texts.contains_key(text);
        if known || by != By::Camera || !self.holds(now_ms) {
            self.see(text, now_ms);
        }
        match by {
            By::Photo => Sight::New,
            By::Gun | By::Camera if known => Sight::Same,
            By::Camera if self.holds(now_ms) => Sight::Hold,
            By::Gun | By::Camera => Sight::New,
        }
    }

    /// Whether a token that was "already shown" is the one that is still in sight, with its code renewed.
    pub fn is_in_sight(&mut self, token: &TokenKey, now_ms: f64) -> bool {
        self.forget(now_ms);
        self.tokens.get_mut(token).is_some_and(|seen| {
            *seen = now_ms;
            true
        })
    }

    /// A verdict is shown.
    pub fn show(&mut self, text: &str, accepted: Option<TokenKey>, colour: Colour, now_ms: f64) {
        if let Some(token) = accepted {
            self.tokens.insert(token, now_ms);
        }
        self.shown = Some(Shown { text: text.to_owned(), colour, since_ms: now_ms });
    }

    /// The person wants to go on.
    pub fn go_on(&mut self) {
        self.shown = None;
    }

    /// In how many milliseconds the verdict becomes small; nothing when it is. What is wrong stays large while it is
    /// in sight.
    pub fn small_in(&self, now_ms: f64) -> Option<f64> {
        let shown = self.shown.as_ref()?;
        let mut end = shown.since_ms + hold_ms(shown.colour);
        if shown.colour != Colour::Green
            && let Some(seen) = self.texts.get(&shown.text)
        {
            end = end.max(seen + GONE_MS / 2.0);
        }
        (end > now_ms).then_some(end - now_ms)
    }

    /// Whether nothing else is judged just now.
    fn holds(&self, now_ms: f64) -> bool {
        self.shown.as_ref().is_some_and(|shown| now_ms < shown.since_ms + hold_ms(shown.colour))
    }

    fn see(&mut self, text: &str, now_ms: f64) {
        if self.texts.len() >= MOST && !self.texts.contains_key(text) {
            self.texts.clear();
        }
        self.texts.insert(text.to_owned(), now_ms);
    }

    fn forget(&mut self, now_ms: f64) {
        let shown = self.shown.as_ref().filter(|shown| shown.colour == Colour::Green);
        let lasting = shown.map(|shown| shown.text.as_str());
        self.texts.retain(|text, seen| {
            now_ms - *seen < if lasting == Some(text.as_str()) { TOKEN_GONE_MS } else { GONE_MS }
        });
        self.tokens.retain(|_, seen| now_ms - *seen < TOKEN_GONE_MS);
    }
}

fn hold_ms(colour: Colour) -> f64 {
    if colour == Colour::Green { GOOD_MS } else { OTHER_MS }
}

#[cfg(test)]
mod tests;
