//! The holder's claims.

use crate::{
    UnixTime,
    cbor::{self, Bytes, fixed, map_len},
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use std::fmt;

/// What the holder signs at the moment of showing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The phone's time (`iat`); a new proof every 15 seconds.
    pub iat: UnixTime,
    /// The till that it is meant for (`aud`), where the phone knows it.
    pub aud: Option<Aud>,
    /// The answer to a till's challenge (`cnonce`, RFC 9770 §3.3.1).
    pub cnonce: Option<[u8; 8]>,
}

/// A till's name: 1 to 8 printable ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Aud(String);

/// Not a till's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a till's name has 1 to 8 printable ASCII characters")]
pub struct AudError;

impl Aud {
    /// Takes a name.
    ///
    /// # Errors
    /// [`AudError`]
    pub fn new(text: &str) -> Result<Self, AudError> {
        let fits = (1..=8).contains(&text.len()) && text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if fits { Ok(Self(text.to_owned())) } else { Err(AudError) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Aud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'b, C> Decode<'b, C> for Proof {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let (mut iat, mut aud, mut cnonce) = (None, None, None);
        for _ in 0..map_len(d)? {
            match d.u8()? {
                3 => aud = Some(Aud::new(d.str()?).map_err(|_| decode::Error::message("not a till's name"))?),
                6 => iat = Some(d.decode()?),
                39 => cnonce = Some(*fixed(d)?),
                _ => return Err(decode::Error::message("an unknown claim")),
            }
        }
        let iat = iat.ok_or_else(|| decode::Error::message("no time"))?;
        Ok(Self { iat, aud, cnonce })
    }
}

impl<C> Encode<C> for Proof {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(1 + cbor::count(&[self.aud.is_some(), self.cnonce.is_some()]))?;
        cbor::entry(e, 3, self.aud.as_ref().map(Aud::as_str))?;
        cbor::entry(e, 6, Some(self.iat))?;
        cbor::entry(e, 39, self.cnonce.as_ref().map(|nonce| Bytes(nonce)))
    }
}
