//! CBOR in its one deterministic encoding (RFC 8949 §4.2.1), and nothing else.
//!
//! A lenient parser in front of a signature is a way round it: bytes that mean the same would be signed once and
//! accepted twice. So bytes are checked here first, in one pass and without allocating; what passed is decoded by
//! `minicbor`.

mod check;

use crate::DecodeError;
pub(crate) use check::{CODE, LIST, Limits, check};
use minicbor::{Decode, Decoder, Encode, decode, encode};

/// Decodes one item that was checked before, all of it.
pub(crate) fn from_checked<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, DecodeError> {
    let mut decoder = Decoder::new(bytes);
    let value = decoder.decode().map_err(|_| DecodeError::Shape)?;
    if decoder.position() == bytes.len() { Ok(value) } else { Err(DecodeError::NonCanonical) }
}

/// Checks and decodes one item.
pub(crate) fn from_slice<'b, T: Decode<'b, ()>>(bytes: &'b [u8], limits: Limits) -> Result<T, DecodeError> {
    check(bytes, limits)?;
    from_checked(bytes)
}

/// The bytes of an item. The encoders of this crate write keys in order, which their tests hold them to.
pub(crate) fn to_vec<T: Encode<()>>(value: &T) -> Vec<u8> {
    // safe: a vector takes every write, and no encoder of this crate fails by itself.
    minicbor::to_vec(value).unwrap_or_default()
}

/// The number of entries of a definite map.
pub(crate) fn map_len(d: &mut Decoder<'_>) -> Result<u64, decode::Error> {
    d.map()?.ok_or_else(|| decode::Error::message("a map without a length"))
}

/// The number of items of a definite array.
pub(crate) fn array_len(d: &mut Decoder<'_>) -> Result<u64, decode::Error> {
    d.array()?.ok_or_else(|| decode::Error::message("an array without a length"))
}

/// A byte string of exactly `N` bytes.
pub(crate) fn fixed<'b, const N: usize>(d: &mut Decoder<'b>) -> Result<&'b [u8; N], decode::Error> {
    d.bytes()?.try_into().map_err(|_| decode::Error::message("a byte string of another length"))
}

/// The bytes of the next item, as they stand.
pub(crate) fn raw<'b>(d: &mut Decoder<'b>) -> Result<&'b [u8], decode::Error> {
    let start = d.position();
    d.skip()?;
    d.input().get(start..d.position()).ok_or_else(|| decode::Error::message("an item past the end"))
}

/// Writes a key and its value, when there is one.
pub(crate) fn entry<W: encode::Write, T: Encode<()>>(
    e: &mut minicbor::Encoder<W>,
    key: i64,
    value: Option<T>,
) -> Result<(), encode::Error<W::Error>> {
    if let Some(value) = value {
        e.i64(key)?.encode(value)?;
    }
    Ok(())
}

/// How many of these are there.
pub(crate) fn count(present: &[bool]) -> u64 {
    present.iter().map(|present| u64::from(*present)).sum()
}

/// Bytes that are written as a byte string.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl<C> Encode<C> for Bytes<'_> {
    fn encode<W: encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.bytes(self.0)?.ok()
    }
}

#[cfg(test)]
mod tests;
