//! Looking into bytes, valid or not: CBOR diagnostic notation (RFC 8949 §8), with embedded CBOR as `<<…>>`
//! (RFC 8610 appendix G).

mod write;

use crate::{
    DecodeError,
    present::{self, TextError},
};
use write::Writer;

/// The structure of a code's text, good or bad, and in a comment what is wrong with its form.
pub fn inspect(text: &str) -> String {
    match present::decode_text(text) {
        Ok(raw) => notation(&raw),
        Err(error) => match error {
            TextError::Unreadable => "/ unreadable /".to_owned(),
            TextError::Size => "/ too long for a credit code /".to_owned(),
            TextError::Prefix => "/ not a credit code /".to_owned(),
            TextError::Newer => "/ a credit code of a later version /".to_owned(),
            TextError::Decode(error) => format!("/ {error} /"),
        },
    }
}

/// The structure of CBOR bytes, as far as they can be read; a comment at the end tells where they cannot.
pub fn notation(bytes: &[u8]) -> String {
    let mut writer = Writer::new(bytes);
    let result = writer.item(0);
    let rest = writer.rest();
    let mut text = writer.into_text();
    match result {
        Err(DecodeError::Cbor) => {
            text.push_str(&format!(" / not well-formed from byte {} /", bytes.len() - rest.len()));
        }
        Err(error) => text.push_str(&format!(" / {error} /")),
        Ok(()) if !rest.is_empty() => text.push_str(&format!(" / {} more bytes /", rest.len())),
        Ok(()) => {}
    }
    text
}

#[cfg(test)]
mod tests;
