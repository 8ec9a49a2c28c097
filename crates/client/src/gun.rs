//! A scanner gun: a keyboard that types a whole code within a moment and ends it with Enter or Tab.
//!
//! Keys are read by their place on the keyboard (`KeyboardEvent.code`), never by what they typed: with a Chinese input
//! method on, what is typed is the method's own. Guns type as an American keyboard does. Letters are always read as
//! capitals: codes have no others, and a Caps Lock that is on then does no harm.

mod layout;

use layout::character;

/// The longest pause between two keys of a gun, milliseconds.
pub const GAP_MS: f64 = 50.0;
/// Fewer characters than this are a hand that is quick by chance.
const LEAST: usize = 4;
/// No code is longer; what follows is dropped, so that a stuck key does not fill the memory.
const MOST: usize = 4096;

/// A key that went down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key<'a> {
    /// Its place, as `KeyboardEvent.code` names it.
    pub code: &'a str,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Ctrl, Alt or Meta was held: then it is a shortcut, and no gun's.
    pub chord: bool,
    /// When, milliseconds; only differences count.
    pub at_ms: f64,
}

/// What a key was.
#[derive(Debug, Clone, PartialEq)]
pub enum Read {
    /// Perhaps a hand's: the page treats it as ever.
    Hand,
    /// One of a burst: the page must not act on it.
    Burst,
    /// The end of a burst: this was scanned.
    Scan(Scan),
}

/// What a gun typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Scan {
    /// The text.
    pub text: String,
    /// The longest pause between two keys, milliseconds.
    pub longest_gap_ms: f64,
    /// When the last key went down, by the clock of [`Key::at_ms`].
    pub ended_ms: f64,
}

/// Tells a gun's keys from a hand's.
#[derive(Debug, Clone, Default)]
pub struct Gun {
    text: String,
    last_ms: f64,
    longest_gap_ms: f64,
}

impl Gun {
    /// Takes a key.
    pub fn press(&mut self, key: Key<'_>) -> Read {
        let gap = key.at_ms - self.last_ms;
        if !(0.0..=GAP_MS).contains(&gap) {
            self.text.clear();
        }
        if !self.text.is_empty() {
            self.longest_gap_ms = self.longest_gap_ms.max(gap);
        }
        self.last_ms = key.at_ms;
        if is_modifier(key.code) {
            return Read::Hand;
        }
        if key.chord {
            self.text.clear();
            return Read::Hand;
        }
        if matches!(key.code, "Enter" | "NumpadEnter" | "Tab") {
            return self.end(key.at_ms);
        }
        let Some(character) = character(key.code, key.shift) else {
            self.text.clear();
            return Read::Hand;
        };
        if self.text.is_empty() {
            self.longest_gap_ms = 0.0;
        }
        if self.text.len() < MOST {
            self.text.push(character);
        }
        if self.text.len() < LEAST { Read::Hand } else { Read::Burst }
    }

    /// Whether a burst is under way, as far as one can tell so early.
    pub fn is_reading(&self) -> bool {
        self.text.len() >= LEAST
    }

    fn end(&mut self, ended_ms: f64) -> Read {
        let text = std::mem::take(&mut self.text);
        if text.len() < LEAST {
            return Read::Hand;
        }
        Read::Scan(Scan { text, longest_gap_ms: self.longest_gap_ms, ended_ms })
    }
}

fn is_modifier(code: &str) -> bool {
    ["Shift", "Control", "Alt", "Meta", "CapsLock", "NumLock"].iter().any(|name| code.starts_with(name))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
