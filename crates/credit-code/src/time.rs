//! Points in time, as values.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use std::fmt;

/// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted: a CWT `NumericDate` (RFC 8392 §2) without fractions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UnixTime(pub i64);

impl UnixTime {
    /// The last second of the year 9999: what RFC 3339 can still write.
    pub const MAX: Self = Self(253_402_300_799);

    /// Seconds from `earlier` to here; negative when it is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This many seconds later.
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// The day that a token ending here belongs to: `(exp − 1) / 86400`, whole days since 1970-01-01.
    pub const fn token_day(self) -> i64 {
        (self.0 - 1).div_euclid(86_400)
    }

    /// Whether it can be written: from 1970 to the year 9999.
    pub(crate) fn is_writable(self) -> bool {
        (Self(0)..=Self::MAX).contains(&self)
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An unsigned integer; callers check `is_writable` before they encode.
impl<C> Encode<C> for UnixTime {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.i64(self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for UnixTime {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let time = Self(d.i64()?);
        if time.is_writable() {
            Ok(time)
        } else {
            Err(decode::Error::message("a time before 1970 or after 9999"))
        }
    }
}
