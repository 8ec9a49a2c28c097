//! COSE_Sign1 (RFC 9052 §4.2) as the format uses it: Ed25519 only, everything protected, a domain for each signature.
//!
//! ```cddl
//! sign1<header, claims> = [ protected: bstr .cbor header, unprotected: {}, payload: bstr .cbor claims, signature: bstr .size 64 ]
//! ```

use crate::{
    cbor::{self, Bytes, array_len, fixed, map_len, raw},
    key::{Kid, PublicKey, SigningKey},
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// `alg` of Ed25519, fully specified (RFC 9864 §2.2).
pub(crate) const ED25519: i64 = -19;
/// The media type in header 16 of a status list (RFC 9596; Token Status List §5.2).
pub(crate) const STATUS_TYPE: &str = "application/statuslist+cwt";

/// What a signature is for. It goes into `external_aad` (RFC 9052 §4.4), so that no signature can be taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Domain {
    /// The issuer's token.
    Issuer,
    /// The holder's proof.
    Holder,
    /// A trust list.
    Trust,
    /// A status list: a plain CWT without `external_aad`. Its media type, in the protected header, is its domain.
    Status,
}

impl Domain {
    pub(crate) const fn aad(self) -> &'static [u8] {
        match self {
            Self::Issuer => b"CC1:I",
            Self::Holder => b"CC1:P",
            Self::Trust => b"CC1:T",
            Self::Status => b"",
        }
    }
}

/// What is signed: `["Signature1", protected, external_aad, payload]` (RFC 9052 §4.4).
pub(crate) fn to_be_signed(protected: &[u8], domain: Domain, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(protected.len() + payload.len() + 32);
    let mut e = Encoder::new(&mut bytes);
    // safe: a vector takes every write.
    let _: Result<(), encode::Error<_>> =
        (|| e.array(4)?.str("Signature1")?.bytes(protected)?.bytes(domain.aad())?.bytes(payload)?.ok())();
    bytes
}

/// A COSE_Sign1 as it lies in bytes that were checked; what is inside its byte strings was not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sign1<'b> {
    pub(crate) protected: &'b [u8],
    pub(crate) payload: &'b [u8],
    pub(crate) signature: &'b [u8; 64],
}

impl Sign1<'_> {
    /// Whether `key` made the signature, strictly.
    pub(crate) fn is_by(&self, key: &PublicKey, domain: Domain) -> bool {
        key.verify(&to_be_signed(self.protected, domain, self.payload), self.signature)
    }

    /// Signs.
    pub(crate) fn sign(protected: &[u8], domain: Domain, payload: &[u8], key: &SigningKey) -> Vec<u8> {
        let signature = key.sign(&to_be_signed(protected, domain, payload));
        cbor::to_vec(&Sign1 { protected, payload, signature: &signature })
    }
}

impl<'b, C> Decode<'b, C> for Sign1<'b> {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        if array_len(d)? != 4 {
            return Err(decode::Error::message("not four items"));
        }
        let protected = d.bytes()?;
        if map_len(d)? != 0 {
            return Err(decode::Error::message("an unprotected header"));
        }
        Ok(Self { protected, payload: d.bytes()?, signature: fixed(d)? })
    }
}

impl<C> Encode<C> for Sign1<'_> {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.array(4)?.bytes(self.protected)?.map(0)?.bytes(self.payload)?.bytes(self.signature)?.ok()
    }
}

/// A protected header (RFC 9052 §3.1): 1 `alg`, 4 `kid`, 13 `kcwt` (RFC 9528), 16 `typ` (RFC 9596). Nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header<'b> {
    pub(crate) alg: i64,
    pub(crate) kid: Option<Kid>,
    /// The issuer's token, as it stands in the header.
    pub(crate) kcwt: Option<&'b [u8]>,
    pub(crate) typ: Option<&'b str>,
}

impl Header<'_> {
    /// A header that names its key.
    pub(crate) const fn of(kid: Kid) -> Self {
        Self { alg: ED25519, kid: Some(kid), kcwt: None, typ: None }
    }
}

impl<'b, C> Decode<'b, C> for Header<'b> {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let (mut alg, mut header) = (None, Self { alg: 0, kid: None, kcwt: None, typ: None });
        for _ in 0..map_len(d)? {
            match d.i64()? {
                1 => alg = Some(d.i64()?),
                4 => header.kid = Some(Kid(*fixed(d)?)),
                13 => header.kcwt = Some(raw(d)?),
                16 => header.typ = Some(d.str()?),
                _ => return Err(decode::Error::message("an unknown header")),
            }
        }
        header.alg = alg.ok_or_else(|| decode::Error::message("no algorithm"))?;
        Ok(header)
    }
}

impl<C> Encode<C> for Header<'_> {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(1 + cbor::count(&[self.kid.is_some(), self.kcwt.is_some(), self.typ.is_some()]))?;
        e.i64(1)?.i64(self.alg)?;
        cbor::entry(e, 4, self.kid.as_ref().map(|kid| Bytes(&kid.0)))?;
        if let Some(token) = self.kcwt {
            e.i64(13)?.writer_mut().write_all(token).map_err(encode::Error::write)?;
        }
        cbor::entry(e, 16, self.typ)
    }
}
