//! One key of a trust list.
//!
//! ```cddl
//! trust-entry = {
//!   0: list-key,                     ; COSE_Key with kid and alg
//!   1: 0 / 1 / 2,                    ; phone / paper / status
//!   2: city,
//!   3: tstr .size (1..60),           ; the city's name
//!   4: time,                         ; exp: no token ends later
//!   5: time,                         ; nbf: every token ends later
//!   6: uint,                         ; lifetime, seconds
//!   7: uint .size 4,                 ; tiers that it may sign, a bit set
//!   8: uint .size 4,                 ; perks that it may sign, a bit set
//!   ? 9: tstr .size (1..200),        ; address of its status lists, with {list} and, for a day's, {day}
//!   ? 10: { + 0..31 => 0..31 },      ; tiers here by tiers there; for another city's key
//!   11: 1..255,                      ; least version of the format that is accepted from it
//!   ? 12: time                       ; revoked since
//! }
//! ```

use crate::{
    EncodeError, UnixTime,
    body::{Body, Perks, Tiers},
    cbor::{self, map_len},
    cose::ED25519,
    key::{CoseKey, Kid, PublicKey},
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use std::{collections::BTreeMap, ops::RangeInclusive};

/// Codes of regions (GB/T 2260).
pub(super) const CITIES: RangeInclusive<u32> = 100_000..=999_999;
/// A phone's token lives at most a day.
const MAX_PHONE_S: u32 = 86_400;
/// A card's token lives at most ten years.
const MAX_PAPER_S: u32 = 3_660 * 86_400;

/// What a key may sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// Tokens for phones.
    Phone = 0,
    /// Tokens for paper.
    Paper = 1,
    /// Status lists.
    Status = 2,
}

/// Another city's tiers, and what each counts as here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TierMap(pub BTreeMap<u8, u8>);

/// A key, and what it may sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustEntry {
    /// The key's name: [`PublicKey::kid`] of `x`.
    pub kid: Kid,
    /// The key, ready for use.
    pub x: PublicKey,
    /// The city that it signs for (GB/T 2260).
    pub city: u32,
    /// The city's name, 1 to 60 bytes.
    pub city_name: String,
    /// What it may sign.
    pub usage: Use,
    /// Every token of it ends later than this.
    pub nbf: UnixTime,
    /// No token of it ends later than this.
    pub exp: UnixTime,
    /// Of a phone's token: how long it lives, at most a day. Of a paper token: how long it may live. Seconds.
    pub lifetime_s: u32,
    /// Tiers that it may sign.
    pub tiers: Tiers,
    /// Perks that it may sign; for a paper key those that are safe on paper.
    pub perks: Perks,
    /// Where its tokens' status lists are, with `{list}` and, where each day has its own, `{day}`.
    pub status_uri: Option<String>,
    /// For another city's key: which of its tiers are recognised here, and as what.
    pub tier_map: TierMap,
    /// The least version of the format that is accepted from it.
    pub min_version: u8,
    /// Since when nothing that it signed is accepted.
    pub revoked_at: Option<UnixTime>,
}

impl TrustEntry {
    /// The address of the status list of a token that ends at `exp`.
    pub fn status_list_uri(&self, exp: UnixTime, list: u32) -> Option<String> {
        let template = self.status_uri.as_deref()?;
        Some(template.replace("{day}", &exp.token_day().to_string()).replace("{list}", &list.to_string()))
    }

    /// The algorithm of its signatures. Version 1 knows one; a list that names another is refused.
    pub(crate) const fn alg(&self) -> i64 {
        ED25519
    }

    /// Whether every value is in its range.
    pub(super) fn check(&self) -> Result<(), EncodeError> {
        let in_range = |good: bool, field| if good { Ok(()) } else { Err(EncodeError::Range(field)) };
        in_range(self.kid == self.x.kid(), "kid")?;
        in_range(CITIES.contains(&self.city), "city")?;
        in_range(is_plain(&self.city_name, 60), "city name")?;
        let times = [Some(self.nbf), Some(self.exp), self.revoked_at];
        if self.nbf >= self.exp || !times.into_iter().flatten().all(UnixTime::is_writable) {
            return Err(EncodeError::Time);
        }
        let lifetimes = match self.usage {
            Use::Phone => 1..=MAX_PHONE_S,
            Use::Paper => 1..=MAX_PAPER_S,
            Use::Status => 0..=0,
        };
        in_range(lifetimes.contains(&self.lifetime_s), "lifetime")?;
        in_range(self.status_uri.as_deref().is_none_or(is_template), "status address")?;
        let is_tier = |tier: &u8| *tier <= Body::MAX_TIER;
        in_range(self.tier_map.0.iter().all(|(there, here)| is_tier(there) && is_tier(here)), "tier map")?;
        in_range(self.min_version > 0, "least version")
    }
}

fn is_plain(text: &str, most_bytes: usize) -> bool {
    (1..=most_bytes).contains(&text.len()) && !text.chars().any(char::is_control)
}

fn is_template(text: &str) -> bool {
    (1..=200).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic()) && text.contains("{list}")
}

impl<'b, C> Decode<'b, C> for TrustEntry {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let missing = || decode::Error::message("not an entry");
        let fields = map_len(d)?;
        let next = |d: &mut Decoder<'b>, key| if d.u8()? == key { Ok(()) } else { Err(missing()) };
        next(d, 0)?;
        let CoseKey { x, kid: Some(kid) } = d.decode()? else { return Err(missing()) };
        next(d, 1)?;
        let usage = match d.u8()? {
            0 => Use::Phone,
            1 => Use::Paper,
            2 => Use::Status,
            _ => return Err(missing()),
        };
        next(d, 2)?;
        let city = d.u32()?;
        next(d, 3)?;
        let city_name = d.str()?.to_owned();
        next(d, 4)?;
        let exp = d.decode()?;
        next(d, 5)?;
        let nbf = d.decode()?;
        next(d, 6)?;
        let lifetime_s = d.u32()?;
        next(d, 7)?;
        let tiers = d.decode()?;
        next(d, 8)?;
        let perks = d.decode()?;
        let x = PublicKey::from_bytes(&x).map_err(decode::Error::custom)?;
        let mut entry = Self {
            kid,
            x,
            city,
            city_name,
            usage,
            nbf,
            exp,
            lifetime_s,
            tiers,
            perks,
            status_uri: None,
            tier_map: TierMap::default(),
            min_version: 0,
            revoked_at: None,
        };
        for _ in 9..fields {
            match d.u8()? {
                9 => entry.status_uri = Some(d.str()?.to_owned()),
                10 => entry.tier_map = d.decode()?,
                11 => entry.min_version = d.u8()?,
                12 => entry.revoked_at = Some(d.decode()?),
                _ => return Err(missing()),
            }
        }
        Ok(entry)
    }
}

impl<C> Encode<C> for TrustEntry {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        let has_map = !self.tier_map.0.is_empty();
        e.map(10 + cbor::count(&[self.status_uri.is_some(), has_map, self.revoked_at.is_some()]))?;
        cbor::entry(e, 0, Some(CoseKey { x: self.x.to_bytes(), kid: Some(self.kid) }))?;
        cbor::entry(e, 1, Some(self.usage as u8))?;
        cbor::entry(e, 2, Some(self.city))?;
        cbor::entry(e, 3, Some(self.city_name.as_str()))?;
        cbor::entry(e, 4, Some(self.exp))?;
        cbor::entry(e, 5, Some(self.nbf))?;
        cbor::entry(e, 6, Some(self.lifetime_s))?;
        cbor::entry(e, 7, Some(self.tiers))?;
        cbor::entry(e, 8, Some(self.perks))?;
        cbor::entry(e, 9, self.status_uri.as_deref())?;
        cbor::entry(e, 10, has_map.then_some(&self.tier_map))?;
        cbor::entry(e, 11, Some(self.min_version))?;
        cbor::entry(e, 12, self.revoked_at)
    }
}

impl<'b, C> Decode<'b, C> for TierMap {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let entries = map_len(d)?;
        if entries == 0 {
            return Err(decode::Error::message("an empty map of tiers"));
        }
        (0..entries).map(|_| Ok((d.u8()?, d.u8()?))).collect::<Result<_, _>>().map(Self)
    }
}

impl<C> Encode<C> for TierMap {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(self.0.len() as u64)?;
        self.0.iter().try_for_each(|(there, here)| e.u8(*there)?.u8(*here)?.ok())
    }
}
