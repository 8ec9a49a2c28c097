//! Masked names: enough to ask "is that you?", too little to find somebody.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use std::fmt;
use unicode_normalization::is_nfc;

/// A name of which most is masked, such as `王*明`: 1 to 24 bytes of UTF-8 without control or direction characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaskedName(String);

/// Why a text is no masked name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing, or more than 24 bytes.
    #[error("a masked name has 1 to 24 bytes")]
    Length,
    /// A character that is not seen, or that turns others round.
    #[error("a masked name has no control characters")]
    Character,
    /// Not in normalization form C.
    #[error("a masked name is in normalization form C")]
    NotNfc,
}

impl MaskedName {
    /// The most bytes.
    pub const MAX_BYTES: usize = 24;

    /// Takes a text in normalization form C.
    ///
    /// # Errors
    /// [`NameError`]
    pub fn new(text: &str) -> Result<Self, NameError> {
        let name = Self::from_wire(text)?;
        if name.is_nfc() { Ok(name) } else { Err(NameError::NotNfc) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn is_nfc(&self) -> bool {
        is_nfc(&self.0)
    }

    fn from_wire(text: &str) -> Result<Self, NameError> {
        if text.is_empty() || text.len() > Self::MAX_BYTES {
            return Err(NameError::Length);
        }
        if text.chars().any(is_unseen) {
            return Err(NameError::Character);
        }
        Ok(Self(text.to_owned()))
    }
}

/// Control characters, and the format characters that hide or reverse what stands beside them.
fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}')
}

impl fmt::Display for MaskedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'b, C> Decode<'b, C> for MaskedName {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        Self::from_wire(d.str()?).map_err(|_| decode::Error::message("not a masked name"))
    }
}

impl<C> Encode<C> for MaskedName {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.str(&self.0)?.ok()
    }
}
