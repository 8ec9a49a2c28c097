//! A whole code taken apart: one level after the other, each canonical before its shape is looked at.

use crate::{
    DecodeError, MAX_PAYLOAD, cbor,
    cose::{Header, Sign1},
    present::Proof,
    token::IssuerParts,
};

/// A code whose form is right. Nothing in it is proven yet.
#[derive(Debug)]
pub(crate) struct Code<'b> {
    pub(crate) issuer: IssuerParts<'b>,
    /// The holder's part; a token that stands alone has none.
    pub(crate) holder: Option<HolderParts<'b>>,
}

/// The holder's part of a phone code.
#[derive(Debug)]
pub(crate) struct HolderParts<'b> {
    pub(crate) sign1: Sign1<'b>,
    pub(crate) alg: i64,
    pub(crate) proof: Proof,
}

impl<'b> Code<'b> {
    /// Takes a code apart.
    pub(crate) fn parse(raw: &'b [u8]) -> Result<Self, DecodeError> {
        let sign1: Sign1<'b> = cbor::from_slice(raw, cbor::CODE)?;
        if sign1.payload.len() > MAX_PAYLOAD {
            return Err(DecodeError::Size);
        }
        cbor::check(sign1.protected, cbor::CODE)?;
        cbor::check(sign1.payload, cbor::CODE)?;
        let header: Header<'b> = cbor::from_checked(sign1.protected)?;
        let Header { alg, kid: None, kcwt: Some(token), typ: None } = header else {
            return Ok(Self { issuer: IssuerParts::from_sign1(sign1)?, holder: None });
        };
        let proof = cbor::from_checked(sign1.payload)?;
        let issuer = IssuerParts::from_checked(token)?;
        if issuer.claims.holder.is_phone() {
            Ok(Self { issuer, holder: Some(HolderParts { sign1, alg, proof }) })
        } else {
            Err(DecodeError::Shape)
        }
    }
}
