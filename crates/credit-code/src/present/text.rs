//! A code's text.

use crate::{DecodeError, MAX_RAW, MAX_TEXT, PREFIX, base45};
use std::fmt;

/// The text that is drawn as a QR code: `CC1:` and base45. All of it is in the QR code's alphanumeric set.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CodeText(String);

impl CodeText {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text of a code's bytes.
    pub(crate) fn of(raw: &[u8]) -> Self {
        let mut text = String::with_capacity(PREFIX.len() + raw.len().div_ceil(2) * 3);
        text.push_str(PREFIX);
        base45::encode_into(&mut text, raw);
        Self(text)
    }
}

impl fmt::Display for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for CodeText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<CodeText> for String {
    fn from(text: CodeText) -> Self {
        text.0
    }
}

/// Why a text is not this version's at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextError {
    /// Empty, or with characters that no code has and decoders make from noise.
    Unreadable,
    /// Too long.
    Size,
    /// Something else than a credit code.
    Prefix,
    /// A credit code of a later version.
    Newer,
    /// This version's, but damaged.
    Decode(DecodeError),
}

/// The bytes of a text. What is wrong is looked for in this order: unreadable, size, prefix, base45, size of the bytes.
pub(crate) fn decode(text: &str) -> Result<Vec<u8>, TextError> {
    if text.is_empty() || text.chars().any(|c| c.is_control() || c == char::REPLACEMENT_CHARACTER) {
        return Err(TextError::Unreadable);
    }
    if text.len() > MAX_TEXT {
        return Err(TextError::Size);
    }
    let Some(rest) = text.strip_prefix(PREFIX) else {
        return Err(if is_newer(text) { TextError::Newer } else { TextError::Prefix });
    };
    let raw = base45::decode(rest).map_err(TextError::Decode)?;
    if raw.len() > MAX_RAW { Err(TextError::Size) } else { Ok(raw) }
}

/// `CC`, a number from 2 to 999 without leading zeros, and a colon.
fn is_newer(text: &str) -> bool {
    let Some((number, _)) = text.strip_prefix("CC").and_then(|rest| rest.split_once(':')) else {
        return false;
    };
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number && !number.starts_with('0') && number != "1"
}
