//! The claims of a token, and their one encoding.

use crate::{
    EncodeError, UnixTime,
    body::Body,
    cbor::{self, map_len},
    key::{CoseKey, PublicKey},
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// The private claim that holds the body (private use: below −65536, RFC 8392 §9.1).
const BODY: i64 = -65537;
/// Phone tokens end at a full hour, so that their end tells nobody apart.
const HOUR_S: i64 = 3600;

/// A token for a phone: it proves possession of a key each time it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneClaims {
    /// When it ends; it begins the key's lifetime before. A full hour.
    pub exp: UnixTime,
    /// The key that the phone made for this token alone.
    pub holder: PublicKey,
    /// What it says.
    pub body: Body,
}

/// A token for a printed card: whoever holds the card shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperClaims {
    /// When it ends.
    pub exp: UnixTime,
    /// When it begins.
    pub nbf: UnixTime,
    /// What it says; with the birth year.
    pub body: Body,
}

/// The claims of either kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claims {
    /// For a phone.
    Phone(PhoneClaims),
    /// For paper.
    Paper(PaperClaims),
}

impl PhoneClaims {
    pub(super) fn check(&self) -> Result<(), EncodeError> {
        if !self.exp.is_writable() || self.exp.0 == 0 {
            return Err(EncodeError::Time);
        }
        if self.exp.0 % HOUR_S != 0 {
            return Err(EncodeError::WholeHour);
        }
        self.body.check()
    }
}

impl PaperClaims {
    pub(super) fn check(&self) -> Result<(), EncodeError> {
        if !self.nbf.is_writable() || !self.exp.is_writable() || self.nbf >= self.exp {
            return Err(EncodeError::Time);
        }
        if self.body.birth_year.is_none() {
            return Err(EncodeError::BirthYear);
        }
        self.body.check()
    }
}

/// Claims as they are written: the holder's key may still be a weak one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawClaims {
    pub(crate) exp: UnixTime,
    pub(crate) holder: Holder,
    pub(crate) body: Body,
}

/// Who may show a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// Who has this key (`cnf`, RFC 8747 §3.2).
    Key([u8; 32]),
    /// Who holds the paper, from this time on (`nbf`).
    Bearer(UnixTime),
}

impl Holder {
    pub(crate) fn is_phone(self) -> bool {
        matches!(self, Self::Key(_))
    }
}

impl From<&PhoneClaims> for RawClaims {
    fn from(claims: &PhoneClaims) -> Self {
        Self { exp: claims.exp, holder: Holder::Key(claims.holder.to_bytes()), body: claims.body.clone() }
    }
}

impl From<&PaperClaims> for RawClaims {
    fn from(claims: &PaperClaims) -> Self {
        Self { exp: claims.exp, holder: Holder::Bearer(claims.nbf), body: claims.body.clone() }
    }
}

impl<'b, C> Decode<'b, C> for RawClaims {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let (mut exp, mut nbf, mut key, mut body) = (None, None, None, None::<Body>);
        for _ in 0..map_len(d)? {
            match d.i64()? {
                4 => exp = Some(d.decode()?),
                5 => nbf = Some(d.decode()?),
                8 => key = Some(confirmation(d)?),
                BODY => body = Some(d.decode()?),
                _ => return Err(decode::Error::message("an unknown claim")),
            }
        }
        let (Some(exp), Some(body)) = (exp, body) else {
            return Err(decode::Error::message("a claim is missing"));
        };
        let holder = match (key, nbf) {
            (Some(key), None) => Holder::Key(key),
            (None, Some(nbf)) if nbf < exp && body.birth_year.is_some() => Holder::Bearer(nbf),
            _ => return Err(decode::Error::message("neither for a phone nor for paper")),
        };
        Ok(Self { exp, holder, body })
    }
}

/// `{1: COSE_Key}` (RFC 8747 §3.2).
fn confirmation(d: &mut Decoder<'_>) -> Result<[u8; 32], decode::Error> {
    if map_len(d)? != 1 || d.u8()? != 1 {
        return Err(decode::Error::message("not one key"));
    }
    match d.decode()? {
        CoseKey { x, kid: None } => Ok(x),
        CoseKey { .. } => Err(decode::Error::message("a key with a name")),
    }
}

impl<C> Encode<C> for RawClaims {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(3)?;
        cbor::entry(e, 4, Some(self.exp))?;
        match self.holder {
            Holder::Bearer(nbf) => cbor::entry(e, 5, Some(nbf))?,
            Holder::Key(x) => {
                e.i64(8)?.map(1)?.i64(1)?.encode(CoseKey { x, kid: None })?;
            }
        }
        cbor::entry(e, BODY, Some(&self.body))
    }
}
