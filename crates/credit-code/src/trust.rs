//! The trust list: which keys may sign what, for which city, signed by a root that stays offline.
//!
//! ```cddl
//! trust-list   = sign1<{ 1: -19, 4: bstr .size 4 }, trust-claims>        ; external_aad "CC1:T"; kid of the root
//! trust-claims = { 4: time, 6: time, -65538: { 0: seq, 1: city, ? 2: bstr .size 32, 3: [ * trust-entry ] } }
//! seq          = uint
//! city         = 100000..999999                                         ; GB/T 2260
//! ```

mod anchor;
mod entry;
mod open;
mod succession;

use crate::{
    EncodeError, UnixTime,
    cbor::{self, Bytes, array_len, fixed, map_len},
    cose::{Domain, Header, Sign1},
    key::{Kid, PublicKey, SigningKey},
};
pub use anchor::Anchor;
pub use entry::{TierMap, TrustEntry, Use};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
pub use open::TrustError;
use std::collections::BTreeSet;
pub use succession::SuccessionError;

/// The private claim that holds the list.
const LIST: i64 = -65538;

/// A trust list: what a till believes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustList {
    /// Its place in the sequence; an older one is refused.
    pub seq: u64,
    /// When it was signed.
    pub iat: UnixTime,
    /// When nothing may be believed on its word any more.
    pub exp: UnixTime,
    /// The city whose tills it serves (GB/T 2260): tier maps lead into this city's tiers.
    pub home: u32,
    /// The root that will sign later lists, announced ahead.
    pub next_root: Option<PublicKey>,
    /// The keys; revoked ones stay.
    pub entries: Vec<TrustEntry>,
}

impl TrustList {
    /// The most bytes of a signed list.
    pub const MAX_BYTES: usize = 1 << 20;
    /// The most keys.
    pub const MAX_ENTRIES: usize = 1024;

    /// Signs the list.
    ///
    /// # Errors
    /// [`EncodeError::DuplicateKid`] when two keys have the same id, others when a value is out of its range.
    pub fn sign(&self, root: &SigningKey) -> Result<Vec<u8>, EncodeError> {
        self.check()?;
        let header = cbor::to_vec(&Header::of(root.public().kid()));
        let bytes = Sign1::sign(&header, Domain::Trust, &cbor::to_vec(self), root);
        if bytes.len() > Self::MAX_BYTES { Err(EncodeError::Size) } else { Ok(bytes) }
    }

    /// The entry of a key.
    pub fn find(&self, kid: Kid) -> Option<&TrustEntry> {
        self.entries.iter().find(|entry| entry.kid == kid)
    }

    /// Whether everything is in its range, and no id is there twice.
    pub(crate) fn check(&self) -> Result<(), EncodeError> {
        if !self.iat.is_writable() || !self.exp.is_writable() || self.iat >= self.exp {
            return Err(EncodeError::Time);
        }
        if !entry::CITIES.contains(&self.home) {
            return Err(EncodeError::Range("home"));
        }
        if self.entries.len() > Self::MAX_ENTRIES {
            return Err(EncodeError::Size);
        }
        let mut kids = BTreeSet::new();
        for entry in &self.entries {
            entry.check()?;
            if !kids.insert(entry.kid) {
                return Err(EncodeError::DuplicateKid(entry.kid));
            }
        }
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for TrustList {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let missing = || decode::Error::message("not the claims of a trust list");
        if map_len(d)? != 3 || d.i64()? != 4 {
            return Err(missing());
        }
        let exp = d.decode()?;
        if d.i64()? != 6 {
            return Err(missing());
        }
        let iat = d.decode()?;
        if d.i64()? != LIST {
            return Err(missing());
        }
        let (mut seq, mut home, mut next_root, mut entries) = (None, None, None, None);
        for _ in 0..map_len(d)? {
            match d.u8()? {
                0 => seq = Some(d.u64()?),
                1 => home = Some(d.u32()?),
                2 => next_root = Some(PublicKey::from_bytes(fixed(d)?).map_err(decode::Error::custom)?),
                3 => entries = Some(decode_entries(d)?),
                _ => return Err(missing()),
            }
        }
        match (seq, home, entries) {
            (Some(seq), Some(home), Some(entries)) => Ok(Self { seq, iat, exp, home, next_root, entries }),
            _ => Err(missing()),
        }
    }
}

fn decode_entries(d: &mut Decoder<'_>) -> Result<Vec<TrustEntry>, decode::Error> {
    (0..array_len(d)?).map(|_| d.decode()).collect()
}

impl<C> Encode<C> for TrustList {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(3)?.i64(4)?.encode(self.exp)?.i64(6)?.encode(self.iat)?.i64(LIST)?;
        e.map(3 + cbor::count(&[self.next_root.is_some()]))?;
        e.i64(0)?.u64(self.seq)?.i64(1)?.u32(self.home)?;
        cbor::entry(e, 2, self.next_root.map(|key| key.to_bytes()).as_ref().map(|x| Bytes(x)))?;
        e.i64(3)?.array(self.entries.len() as u64)?;
        self.entries.iter().try_for_each(|entry| e.encode(entry).map(drop))
    }
}

#[cfg(test)]
mod tests;
