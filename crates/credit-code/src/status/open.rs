//! Taking a status list in.

use super::{SIGN1_TAG, StatusList};
use crate::{
    DecodeError, EncodeError, Verified,
    cbor::{self, LIST},
    cose::{Domain, Header, STATUS_TYPE, Sign1},
    key::Kid,
    trust::{TrustList, Use},
};
use minicbor::Decoder;

/// Why a status list is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusError {
    /// Its form is wrong.
    #[error("the status list is {0}")]
    Decode(#[from] DecodeError),
    /// The trust list does not have its key.
    #[error("the status list is signed with an unknown key, {0}")]
    UnknownKey(Kid),
    /// Its key may not sign status lists.
    #[error("key {0} may not sign status lists")]
    WrongUse(Kid),
    /// Its key was revoked.
    #[error("the status list's key, {0}, was revoked")]
    Revoked(Kid),
    /// Another algorithm than the key's.
    #[error("the status list is signed with algorithm {0}")]
    Alg(i64),
    /// The key did not sign this.
    #[error("the status list's signature is wrong")]
    Signature,
    /// A value is out of its range.
    #[error("the status list holds what it must not: {0}")]
    Content(EncodeError),
    /// Signed outside the time of its key.
    #[error("the status list was signed outside its key's time")]
    Period,
}

impl StatusList {
    /// Takes a signed list in. No clock is needed: whether it has become too old is asked at each verification.
    ///
    /// # Errors
    /// [`StatusError`], in the order of its variants.
    pub fn open(bytes: &[u8], trust: &Verified<TrustList>) -> Result<Verified<Self>, StatusError> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(DecodeError::Size.into());
        }
        let sign1: Sign1<'_> = cbor::from_slice(untagged(bytes)?, LIST)?;
        let header: Header<'_> = cbor::from_slice(sign1.protected, LIST)?;
        cbor::check(sign1.payload, LIST)?;
        let Header { alg, kid: Some(kid), kcwt: None, typ: Some(STATUS_TYPE) } = header else {
            return Err(DecodeError::Shape.into());
        };
        let entry = trust.find(kid).ok_or(StatusError::UnknownKey(kid))?;
        if entry.usage != Use::Status {
            return Err(StatusError::WrongUse(kid));
        }
        if entry.revoked_at.is_some() {
            return Err(StatusError::Revoked(kid));
        }
        if alg != entry.alg() {
            return Err(StatusError::Alg(alg));
        }
        if !sign1.is_by(&entry.x, Domain::Status) {
            return Err(StatusError::Signature);
        }
        let mut list: Self = cbor::from_checked(sign1.payload)?;
        list.check().map_err(StatusError::Content)?;
        if list.iat < entry.nbf || list.iat >= entry.exp {
            return Err(StatusError::Period);
        }
        list.city = Some(entry.city);
        Ok(Verified::new(list))
    }
}

/// What the tag stands before.
fn untagged(bytes: &[u8]) -> Result<&[u8], DecodeError> {
    let mut d = Decoder::new(bytes);
    match d.tag() {
        Ok(tag) if tag.as_u64() == SIGN1_TAG && d.position() == 1 => Ok(bytes.get(1..).unwrap_or_default()),
        _ => Err(DecodeError::Shape),
    }
}
