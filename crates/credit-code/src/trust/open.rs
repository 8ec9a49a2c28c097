//! Taking a trust list in.

use super::{Anchor, TrustList};
use crate::{
    DecodeError, EncodeError, Verified,
    cbor::{self, LIST},
    cose::{Domain, ED25519, Header, Sign1},
    key::Kid,
};

/// Why a trust list is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrustError {
    /// Its form is wrong.
    #[error("the trust list is {0}")]
    Decode(#[from] DecodeError),
    /// Another algorithm than Ed25519.
    #[error("the trust list is signed with algorithm {0}")]
    Alg(i64),
    /// Neither the root nor the announced next one.
    #[error("the trust list is signed by an unknown root, {0}")]
    UnknownRoot(Kid),
    /// The root did not sign this.
    #[error("the trust list's signature is wrong")]
    Signature,
    /// A value in it is out of its range, a key is weak or misnamed, or two have the same id.
    #[error("the trust list holds what it must not: {0}")]
    Content(EncodeError),
    /// Older than one that was seen.
    #[error("the trust list is number {offered}, and {seen} was seen")]
    RolledBack {
        /// Its number.
        offered: u64,
        /// The highest seen.
        seen: u64,
    },
}

impl TrustList {
    /// Takes a signed list in, and gives it back with what to hold on to from now on. No clock is needed: whether it has
    /// become too old is asked at each verification.
    ///
    /// # Errors
    /// [`TrustError`], in the order of its variants.
    pub fn open(bytes: &[u8], anchor: &Anchor) -> Result<(Verified<Self>, Anchor), TrustError> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(DecodeError::Size.into());
        }
        let sign1: Sign1<'_> = cbor::from_slice(bytes, LIST)?;
        let header: Header<'_> = cbor::from_slice(sign1.protected, LIST)?;
        let Header { alg, kid: Some(kid), kcwt: None, typ: None } = header else {
            return Err(DecodeError::Shape.into());
        };
        if alg != ED25519 {
            return Err(TrustError::Alg(alg));
        }
        let signer = anchor.roots().find(|root| root.kid() == kid).ok_or(TrustError::UnknownRoot(kid))?;
        if !sign1.is_by(&signer, Domain::Trust) {
            return Err(TrustError::Signature);
        }
        let list: Self = cbor::from_slice(sign1.payload, LIST)?;
        list.check().map_err(TrustError::Content)?;
        if list.seq < anchor.seq() {
            return Err(TrustError::RolledBack { offered: list.seq, seen: anchor.seq() });
        }
        let anchor = Anchor::after(&list, signer);
        Ok((Verified::new(list), anchor))
    }
}
