//! What a token says about its holder: the least that its purpose needs.
//!
//! ```cddl
//! body = {
//!   ? 0: 0..31                        ; tier, a lower bound: "at least"
//!   ? 1: uint .size 4                 ; perks, a bit set
//!   ? 2: tstr .size (1..24)           ; masked name
//!   ? 3: [ list: 0..65535, idx: 0..1048575 ]
//!   ? 5: 1900..2199                   ; birth year
//!   ? 9: true                         ; specimen
//! }
//! ```

mod name;
mod perks;

use crate::{
    EncodeError,
    cbor::{self, array_len, map_len},
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
pub use name::{MaskedName, NameError};
pub use perks::{NumberSet, Perks, Tiers};

/// The fields of a token. Every one is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    /// The holder's tier, a lower bound: "at least". 0 to [`Body::MAX_TIER`].
    pub tier: Option<u8>,
    /// Perks, numbered by the issuing city's catalogue.
    pub perks: Option<Perks>,
    /// The masked name.
    pub name: Option<MaskedName>,
    /// Where the token's status stands.
    pub status: Option<StatusRef>,
    /// Year of birth: a cashier compares it where no phone proves possession.
    pub birth_year: Option<u16>,
    /// A sample for training and tests: it is never worth anything.
    pub specimen: bool,
}

/// A place in a day's status lists: the shard, and the bit in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusRef {
    /// The shard's number, at most [`StatusRef::MAX_LIST`].
    pub list: u32,
    /// The bit, below [`StatusRef::END_IDX`].
    pub idx: u32,
}

impl StatusRef {
    /// The highest shard.
    pub const MAX_LIST: u32 = 0xffff;
    /// Bits are numbered below this: 2^20.
    pub const END_IDX: u32 = 1 << 20;
}

impl Body {
    /// The highest tier.
    pub const MAX_TIER: u8 = 31;
    /// Birth years that can be written.
    pub const BIRTH_YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

    /// Whether each field is inside its limits.
    ///
    /// # Errors
    /// [`EncodeError::Range`] or [`EncodeError::NotNfc`], naming the field.
    pub fn check(&self) -> Result<(), EncodeError> {
        self.check_ranges()?;
        if self.name.as_ref().is_none_or(MaskedName::is_nfc) {
            Ok(())
        } else {
            Err(EncodeError::NotNfc("name"))
        }
    }

    /// What a reader asks, too. The normal form depends on the edition of Unicode, so it binds issuers only; and no
    /// reader carries its tables.
    fn check_ranges(&self) -> Result<(), EncodeError> {
        let in_range = |good: bool, field| if good { Ok(()) } else { Err(EncodeError::Range(field)) };
        in_range(self.tier.is_none_or(|tier| tier <= Self::MAX_TIER), "tier")?;
        in_range(self.birth_year.is_none_or(|year| Self::BIRTH_YEARS.contains(&year)), "birth year")?;
        in_range(
            self.status.is_none_or(|s| s.list <= StatusRef::MAX_LIST && s.idx < StatusRef::END_IDX),
            "status",
        )
    }
}

impl<'b, C> Decode<'b, C> for Body {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let mut body = Self::default();
        for _ in 0..map_len(d)? {
            match d.u8()? {
                0 => body.tier = Some(d.u8()?),
                1 => body.perks = Some(d.decode()?),
                2 => body.name = Some(d.decode()?),
                3 => body.status = Some(d.decode()?),
                5 => body.birth_year = Some(d.u16()?),
                9 if d.bool()? => body.specimen = true,
                _ => return Err(decode::Error::message("an unknown field")),
            }
        }
        body.check_ranges().map_err(|_| decode::Error::message("a field out of its range"))?;
        Ok(body)
    }
}

impl<C> Encode<C> for Body {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(cbor::count(&[
            self.tier.is_some(),
            self.perks.is_some(),
            self.name.is_some(),
            self.status.is_some(),
            self.birth_year.is_some(),
            self.specimen,
        ]))?;
        cbor::entry(e, 0, self.tier)?;
        cbor::entry(e, 1, self.perks)?;
        cbor::entry(e, 2, self.name.as_ref())?;
        cbor::entry(e, 3, self.status)?;
        cbor::entry(e, 5, self.birth_year)?;
        cbor::entry(e, 9, self.specimen.then_some(true))
    }
}

impl<'b, C> Decode<'b, C> for StatusRef {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        match array_len(d)? {
            2 => Ok(Self { list: d.u32()?, idx: d.u32()? }),
            _ => Err(decode::Error::message("not a list and an index")),
        }
    }
}

impl<C> Encode<C> for StatusRef {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(2)?.u32(self.list)?.u32(self.idx)?.ok()
    }
}

#[cfg(test)]
pub(crate) mod tests;
