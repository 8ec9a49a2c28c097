//! Status lists: which tokens of a day were revoked, one bit each, as an IETF Token Status List in CWT form.
//!
//! ```cddl
//! status-list   = #6.18(sign1<{ 1: -19, 4: bstr .size 4, 16: "application/statuslist+cwt" }, status-claims>)
//! status-claims = {
//!   2: tstr .size (1..255),                    ; sub, its own address
//!   4: time, 6: time,                          ; exp, iat
//!   65533: { "lst": bstr, "bits": 1 },         ; zlib (RFC 1950) of the bits, the first in the least significant place
//!   65534: uint .size 4                        ; ttl, seconds
//! }
//! ```

mod bits;
mod open;

use crate::{
    EncodeError, UnixTime,
    cbor::{self, map_len},
    cose::{Domain, Header, STATUS_TYPE, Sign1},
    key::SigningKey,
};
pub use bits::StatusBits;
use minicbor::{Decode, Decoder, Encode, Encoder, data::Tag, decode, encode};
pub use open::StatusError;

/// COSE_Sign1 (RFC 9052 §2): unlike the rest of the format, a status list wears its tag, as the draft asks.
const SIGN1_TAG: u64 = 18;
/// `status_list` and `ttl` (Token Status List §14.3).
const STATUS_LIST: i64 = 65533;
const TTL: i64 = 65534;

/// One shard of a day's status, or one of a city's printed cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList {
    /// Its own address (`sub`): how a token is matched to it.
    pub uri: String,
    /// When it was signed.
    pub iat: UnixTime,
    /// When it ends.
    pub exp: UnixTime,
    /// After how long a till should ask for a newer one, seconds.
    pub ttl: u32,
    /// The bits.
    pub bits: StatusBits,
    /// The city whose key signed it; known once it was opened.
    city: Option<u32>,
}

impl StatusList {
    /// The most bytes of a signed list.
    pub const MAX_BYTES: usize = 1 << 18;

    /// A list to be signed.
    pub const fn new(uri: String, iat: UnixTime, exp: UnixTime, ttl: u32, bits: StatusBits) -> Self {
        Self { uri, iat, exp, ttl, bits, city: None }
    }

    /// Whether a token was revoked; nothing when the index lies outside the list.
    pub fn is_revoked(&self, idx: u32) -> Option<bool> {
        self.bits.is_set(idx)
    }

    /// Signs the list.
    ///
    /// # Errors
    /// [`EncodeError`] when a value is out of its range.
    pub fn sign(&self, key: &SigningKey) -> Result<Vec<u8>, EncodeError> {
        self.check()?;
        let header = Header { typ: Some(STATUS_TYPE), ..Header::of(key.public().kid()) };
        let sign1 = Sign1::sign(&cbor::to_vec(&header), Domain::Status, &cbor::to_vec(self), key);
        let bytes = [cbor::to_vec(&Tag::new(SIGN1_TAG)), sign1].concat();
        if bytes.len() > Self::MAX_BYTES { Err(EncodeError::Size) } else { Ok(bytes) }
    }

    /// The city whose key signed it, where it was opened.
    pub const fn city(&self) -> Option<u32> {
        self.city
    }

    fn check(&self) -> Result<(), EncodeError> {
        if !self.iat.is_writable() || !self.exp.is_writable() || self.iat >= self.exp {
            return Err(EncodeError::Time);
        }
        let is_address =
            (1..=255).contains(&self.uri.len()) && self.uri.bytes().all(|b| b.is_ascii_graphic());
        if is_address { Ok(()) } else { Err(EncodeError::Range("address")) }
    }
}

impl<'b, C> Decode<'b, C> for StatusList {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let missing = || decode::Error::message("not the claims of a status list");
        if map_len(d)? != 5 || d.i64()? != 2 {
            return Err(missing());
        }
        let uri = d.str()?.to_owned();
        if d.i64()? != 4 {
            return Err(missing());
        }
        let exp = d.decode()?;
        if d.i64()? != 6 {
            return Err(missing());
        }
        let iat = d.decode()?;
        if d.i64()? != STATUS_LIST {
            return Err(missing());
        }
        let bits = d.decode()?;
        if d.i64()? != TTL {
            return Err(missing());
        }
        Ok(Self::new(uri, iat, exp, d.u32()?, bits))
    }
}

impl<C> Encode<C> for StatusList {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(5)?.i64(2)?.str(&self.uri)?.i64(4)?.encode(self.exp)?.i64(6)?.encode(self.iat)?;
        e.i64(STATUS_LIST)?.encode(&self.bits)?.i64(TTL)?.u32(self.ttl)?.ok()
    }
}

#[cfg(test)]
mod tests;
