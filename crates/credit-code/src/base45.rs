//! base45, strictly (RFC 9285): two bytes as three characters of the QR code's alphanumeric set.

use crate::DecodeError;

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
/// In [`VALUES`]: not of the alphabet.
const NONE: u8 = u8::MAX;
const VALUES: [u8; 128] = values();

/// Appends the text of `bytes`.
pub(crate) fn encode_into(text: &mut String, bytes: &[u8]) {
    let mut put = |value: u32| text.push(char::from(ALPHABET[value as usize % 45]));
    for pair in bytes.chunks(2) {
        let value = pair.iter().fold(0, |value, byte| value << 8 | u32::from(*byte));
        put(value % 45);
        put(value / 45 % 45);
        if pair.len() == 2 {
            put(value / (45 * 45));
        }
    }
}

/// The bytes of a text.
///
/// # Errors
/// [`DecodeError::Base45`] for a character outside the alphabet, a length of 1 modulo 3, three characters above 65535
/// or two above 255 (RFC 9285 §6 wants such input refused).
pub(crate) fn decode(text: &str) -> Result<Vec<u8>, DecodeError> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for group in text.as_bytes().chunks(3) {
        let mut value = 0;
        for character in group.iter().rev() {
            let digit = VALUES.get(usize::from(*character)).copied().unwrap_or(NONE);
            if digit == NONE {
                return Err(DecodeError::Base45);
            }
            value = value * 45 + u32::from(digit);
        }
        match group.len() {
            3 => bytes.extend(u16::try_from(value).map_err(|_| DecodeError::Base45)?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).map_err(|_| DecodeError::Base45)?),
            _ => return Err(DecodeError::Base45),
        }
    }
    Ok(bytes)
}

const fn values() -> [u8; 128] {
    let mut values = [NONE; 128];
    let mut value = 0;
    while value < 45 {
        values[ALPHABET[value as usize] as usize] = value;
        value += 1;
    }
    values
}

#[cfg(test)]
mod tests;
