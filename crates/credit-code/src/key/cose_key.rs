//! Keys as COSE_Keys (RFC 9052 §7) of type OKP (RFC 9053 §7.2).
//!
//! ```cddl
//! cnf-key  = { 1: 1, -1: 6, -2: bstr .size 32 }                                   ; kty OKP, crv Ed25519, x
//! list-key = { 1: 1, 2: bstr .size 4, 3: -19, -1: 6, -2: bstr .size 32 }          ; with kid and alg
//! ```

use super::Kid;
use crate::{
    cbor::{self, Bytes, fixed, map_len},
    cose::ED25519,
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use sha2::{Digest, Sha256};

/// A key as it is written; whether `x` is a good point is not yet known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CoseKey {
    pub(crate) x: [u8; 32],
    /// With `kid`, and then with `alg` too.
    pub(crate) kid: Option<Kid>,
}

impl CoseKey {
    /// SHA-256 of the required members in deterministic encoding (RFC 9679 §3).
    pub(crate) fn thumbprint(x: &[u8; 32]) -> [u8; 32] {
        Sha256::digest(cbor::to_vec(&Self { x: *x, kid: None })).into()
    }
}

impl<'b, C> Decode<'b, C> for CoseKey {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let (mut kty, mut kid, mut alg, mut crv, mut x) = (None, None, None, None, None);
        for _ in 0..map_len(d)? {
            match d.i64()? {
                1 => kty = Some(d.i64()?),
                2 => kid = Some(Kid(*fixed(d)?)),
                3 => alg = Some(d.i64()?),
                -1 => crv = Some(d.i64()?),
                -2 => x = Some(*fixed(d)?),
                _ => return Err(decode::Error::message("an unknown member of a key")),
            }
        }
        match (kty, crv, x, kid, alg) {
            (Some(1), Some(6), Some(x), None, None) => Ok(Self { x, kid: None }),
            (Some(1), Some(6), Some(x), Some(kid), Some(ED25519)) => Ok(Self { x, kid: Some(kid) }),
            _ => Err(decode::Error::message("not an Ed25519 key")),
        }
    }
}

impl<C> Encode<C> for CoseKey {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(if self.kid.is_some() { 5 } else { 3 })?.i64(1)?.i64(1)?;
        if let Some(kid) = self.kid {
            e.i64(2)?.bytes(&kid.0)?.i64(3)?.i64(ED25519)?;
        }
        e.i64(-1)?.i64(6)?.i64(-2)?.encode(Bytes(&self.x))?.ok()
    }
}
