//! Small sets of small numbers, as bits of one integer.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// A set of the numbers 0 to 31; number *n* is bit *n*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct NumberSet(pub u32);

/// Perks, numbered by the issuing city's catalogue.
pub type Perks = NumberSet;
/// Tiers that a key may sign.
pub type Tiers = NumberSet;

impl NumberSet {
    /// All 32.
    pub const ALL: Self = Self(u32::MAX);

    /// Whether a number is in it; numbers above 31 never are.
    pub const fn contains(self, number: u8) -> bool {
        number < 32 && self.0 >> number & 1 == 1
    }

    /// Whether all of these are in `other`.
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The numbers, ascending.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..32).filter(move |number| self.contains(*number))
    }
}

/// Numbers above 31 are left out.
impl FromIterator<u8> for NumberSet {
    fn from_iter<I: IntoIterator<Item = u8>>(numbers: I) -> Self {
        Self(numbers.into_iter().fold(0, |bits, number| bits | 1u32.checked_shl(number.into()).unwrap_or(0)))
    }
}

impl<'b, C> Decode<'b, C> for NumberSet {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        d.u32().map(Self)
    }
}

impl<C> Encode<C> for NumberSet {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.u32(self.0)?.ok()
    }
}
