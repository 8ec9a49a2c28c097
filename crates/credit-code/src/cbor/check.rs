//! One pass from left to right; the first offence decides.

use crate::DecodeError;

/// How much of it there may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Arrays and maps inside each other.
    pub(crate) depth: u8,
    /// Entries of a map.
    pub(crate) map: u64,
}

/// For everything in a code.
pub(crate) const CODE: Limits = Limits { depth: 6, map: 8 };
/// For trust lists, status lists and bundles.
pub(crate) const LIST: Limits = Limits { depth: 6, map: 64 };

/// Whether `bytes` are one item in deterministic encoding, of unsigned and negative integers, byte and text strings,
/// arrays, maps, `false` and `true`.
///
/// # Errors
/// The first of these, from left to right:
/// - [`DecodeError::Cbor`]: it ends too early, a reserved additional information, a text that is not UTF-8, a stray
///   break;
/// - [`DecodeError::NonCanonical`]: an argument longer than needed, an indefinite length, a tag, a float, `null`,
///   `undefined` or another simple value, map keys not in strictly ascending bytewise order (so also a repeated key),
///   and bytes after the item;
/// - [`DecodeError::Shape`]: deeper or larger than `limits`.
pub(crate) fn check(bytes: &[u8], limits: Limits) -> Result<(), DecodeError> {
    let mut walk = Walk { bytes, at: 0, limits };
    walk.item(0)?;
    if walk.at == bytes.len() { Ok(()) } else { Err(DecodeError::NonCanonical) }
}

struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
    limits: Limits,
}

impl<'b> Walk<'b> {
    fn item(&mut self, depth: u8) -> Result<(), DecodeError> {
        let [head] = self.take_array()?;
        let (major, info) = (head >> 5, head & 0x1f);
        if major == 7 {
            return match info {
                20 | 21 => Ok(()),
                // A cut-off argument comes first, as with every other head.
                24..=27 => self.argument(major, info).and(Err(DecodeError::NonCanonical)),
                28..=31 => Err(DecodeError::Cbor),
                _ => Err(DecodeError::NonCanonical),
            };
        }
        let argument = self.argument(major, info)?;
        match major {
            0 | 1 => Ok(()),
            2 => self.take(argument).map(drop),
            3 => {
                let text = self.take(argument)?;
                std::str::from_utf8(text).map(drop).map_err(|_| DecodeError::Cbor)
            }
            4 => {
                self.within(depth)?;
                (0..argument).try_for_each(|_| self.item(depth + 1))
            }
            5 => {
                self.within(depth)?;
                self.map(argument, depth)
            }
            _ => Err(DecodeError::NonCanonical),
        }
    }

    fn map(&mut self, entries: u64, depth: u8) -> Result<(), DecodeError> {
        if entries > self.limits.map {
            return Err(DecodeError::Shape);
        }
        let mut before: &[u8] = &[];
        for _ in 0..entries {
            let start = self.at;
            self.item(depth + 1)?;
            let key = self.bytes.get(start..self.at).ok_or(DecodeError::Cbor)?;
            if key <= before {
                return Err(DecodeError::NonCanonical);
            }
            before = key;
            self.item(depth + 1)?;
        }
        Ok(())
    }

    /// The argument of a head (RFC 8949 §3), in the fewest bytes.
    fn argument(&mut self, major: u8, info: u8) -> Result<u64, DecodeError> {
        let (argument, least) = match info {
            0..=23 => return Ok(u64::from(info)),
            24 => (u64::from(u8::from_be_bytes(self.take_array()?)), 24),
            25 => (u64::from(u16::from_be_bytes(self.take_array()?)), 1 << 8),
            26 => (u64::from(u32::from_be_bytes(self.take_array()?)), 1 << 16),
            27 => (u64::from_be_bytes(self.take_array()?), 1 << 32),
            31 if (2..=5).contains(&major) => return Err(DecodeError::NonCanonical),
            _ => return Err(DecodeError::Cbor),
        };
        if argument < least { Err(DecodeError::NonCanonical) } else { Ok(argument) }
    }

    fn within(&self, depth: u8) -> Result<(), DecodeError> {
        if depth < self.limits.depth { Ok(()) } else { Err(DecodeError::Shape) }
    }

    fn take(&mut self, length: u64) -> Result<&'b [u8], DecodeError> {
        let end = usize::try_from(length).ok().and_then(|length| self.at.checked_add(length));
        let taken = end.and_then(|end| self.bytes.get(self.at..end)).ok_or(DecodeError::Cbor)?;
        self.at += taken.len();
        Ok(taken)
    }

    fn take_array<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        let rest = self.bytes.get(self.at..).ok_or(DecodeError::Cbor)?;
        let taken = rest.first_chunk().ok_or(DecodeError::Cbor)?;
        self.at += N;
        Ok(*taken)
    }
}
