//! Values on the command line.

use credit_code::{
    UnixTime,
    body::StatusRef,
    key::{PublicKey, SigningKey},
};
use jiff::Timestamp;
use std::{fmt, str::FromStr};

/// Bytes as hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Hex<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize> FromStr for Hex<N> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bytes = bytes(text).ok().and_then(|bytes| <[u8; N]>::try_from(bytes).ok());
        bytes.map(Self).ok_or_else(|| format!("{} hexadecimal digits are due", 2 * N))
    }
}

impl<const N: usize> fmt::Display for Hex<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// Seeds may be among them: nothing is printed.
impl<const N: usize> fmt::Debug for Hex<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hex<{N}>")
    }
}

impl Hex<32> {
    pub(crate) fn signing_key(&self) -> SigningKey {
        SigningKey::from_seed(&self.0)
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes that hexadecimal digits stand for.
pub(crate) fn bytes(text: &str) -> Result<Vec<u8>, String> {
    let wrong = || "hexadecimal digits are due, two a byte".to_owned();
    let pair = |pair: &[u8]| {
        let text =
            std::str::from_utf8(pair).ok().filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()))?;
        u8::from_str_radix(text, 16).ok().filter(|_| text.len() == 2)
    };
    text.as_bytes().chunks(2).map(pair).collect::<Option<_>>().ok_or_else(wrong)
}

/// A public key as hexadecimal digits.
pub(crate) fn public_key(text: &str) -> Result<PublicKey, String> {
    let Hex(bytes) = text.parse::<Hex<32>>()?;
    PublicKey::from_bytes(&bytes).map_err(|why| why.to_string())
}

/// A time as RFC 3339 writes it, without fractions of a second.
pub(crate) fn time(text: &str) -> Result<UnixTime, String> {
    let time: Timestamp =
        text.parse().map_err(|_| "a time such as 2026-11-21T04:00:00Z is due".to_owned())?;
    Ok(UnixTime(time.as_second()))
}

/// The time as RFC 3339 writes it, in UTC.
pub(crate) fn rfc3339(time: UnixTime) -> String {
    Timestamp::from_second(time.0).map_or_else(|_| time.to_string(), |time| time.to_string())
}

/// `LIST,INDEX`
pub(crate) fn status_ref(text: &str) -> Result<StatusRef, String> {
    let numbers = text.split_once(',').and_then(|(list, idx)| Some((list.parse().ok()?, idx.parse().ok()?)));
    numbers.map(|(list, idx)| StatusRef { list, idx }).ok_or_else(|| "LIST,INDEX is due".to_owned())
}
