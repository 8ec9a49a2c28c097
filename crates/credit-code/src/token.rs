//! The issuer's token: a CWT (RFC 8392) that says the least about one person.
//!
//! ```cddl
//! issuer-token  = sign1<{ 1: -19, 4: bstr .size 4 }, phone-claims / paper-claims>    ; external_aad "CC1:I"
//! phone-claims  = { 4: time, 8: { 1: cnf-key }, -65537: body }
//! paper-claims  = { 4: time, 5: time, -65537: body }                                ; body with 5, the birth year
//! time          = 0..253402300799
//! ```

mod claims;

use crate::{
    DecodeError, EncodeError, MAX_PAYLOAD, MAX_RAW, cbor,
    cose::{Domain, Header, Sign1},
    key::{Kid, SigningKey},
    present::CodeText,
};
pub use claims::{Claims, PaperClaims, PhoneClaims};
pub(crate) use claims::{Holder, RawClaims};

/// A signed token, as bytes; its form was checked, its signature was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuerToken {
    bytes: Vec<u8>,
    kid: Kid,
    is_phone: bool,
}

impl IssuerToken {
    /// Takes bytes whose form is that of a token.
    ///
    /// # Errors
    /// [`DecodeError`]
    pub fn parse(bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.len() > MAX_RAW {
            return Err(DecodeError::Size);
        }
        cbor::check(bytes, cbor::CODE)?;
        let parts = IssuerParts::from_checked(bytes)?;
        Ok(Self { bytes: bytes.to_vec(), kid: parts.kid, is_phone: parts.claims.holder.is_phone() })
    }

    /// The bytes: an untagged COSE_Sign1.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The name of the key that it says it was signed with.
    pub fn kid(&self) -> Kid {
        self.kid
    }

    /// Whether it belongs to a phone's key; otherwise it is made for paper.
    pub fn is_phone(&self) -> bool {
        self.is_phone
    }

    /// The text of the token alone: a paper code. The text of a phone's token is refused as `PROOF_MISSING`.
    pub fn paper_text(&self) -> CodeText {
        CodeText::of(&self.bytes)
    }
}

impl PhoneClaims {
    /// Signs a token for a phone's key.
    ///
    /// # Errors
    /// [`EncodeError`] when a claim is out of its range.
    pub fn sign(&self, key: &SigningKey) -> Result<IssuerToken, EncodeError> {
        self.check()?;
        sign(&RawClaims::from(self), key)
    }
}

impl PaperClaims {
    /// Signs a token for paper.
    ///
    /// # Errors
    /// [`EncodeError`] when a claim is out of its range.
    pub fn sign(&self, key: &SigningKey) -> Result<IssuerToken, EncodeError> {
        self.check()?;
        sign(&RawClaims::from(self), key)
    }
}

fn sign(claims: &RawClaims, key: &SigningKey) -> Result<IssuerToken, EncodeError> {
    let kid = key.public().kid();
    let payload = cbor::to_vec(claims);
    if payload.len() > MAX_PAYLOAD {
        return Err(EncodeError::Size);
    }
    let bytes = Sign1::sign(&cbor::to_vec(&Header::of(kid)), Domain::Issuer, &payload, key);
    Ok(IssuerToken { bytes, kid, is_phone: claims.holder.is_phone() })
}

/// A token taken apart.
#[derive(Debug, Clone)]
pub(crate) struct IssuerParts<'b> {
    pub(crate) sign1: Sign1<'b>,
    pub(crate) alg: i64,
    pub(crate) kid: Kid,
    pub(crate) claims: RawClaims,
}

impl<'b> IssuerParts<'b> {
    /// Takes apart an item that was itself checked; checks what is inside its byte strings.
    pub(crate) fn from_checked(bytes: &'b [u8]) -> Result<Self, DecodeError> {
        let sign1: Sign1<'b> = cbor::from_checked(bytes)?;
        Self::from_sign1(sign1)
    }

    pub(crate) fn from_sign1(sign1: Sign1<'b>) -> Result<Self, DecodeError> {
        if sign1.payload.len() > MAX_PAYLOAD {
            return Err(DecodeError::Size);
        }
        cbor::check(sign1.protected, cbor::CODE)?;
        cbor::check(sign1.payload, cbor::CODE)?;
        let header: Header<'b> = cbor::from_checked(sign1.protected)?;
        let Header { alg, kid: Some(kid), kcwt: None, typ: None } = header else {
            return Err(DecodeError::Shape);
        };
        Ok(Self { sign1, alg, kid, claims: cbor::from_checked(sign1.payload)? })
    }
}

#[cfg(test)]
mod tests;
