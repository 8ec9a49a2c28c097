//! Showing a token: the holder's proof around it, and the text that becomes a QR code.
//!
//! ```cddl
//! phone-code   = sign1<{ 1: -19, 13: issuer-token }, proof>      ; external_aad "CC1:P"; by the key in the token
//! paper-code   = issuer-token
//! proof        = { ? 3: tstr .size (1..8), 6: time, ? 39: bstr .size 8 }
//! ```

mod proof;
mod text;

use crate::{
    EncodeError, MAX_RAW, cbor,
    cose::{Domain, ED25519, Header, Sign1, to_be_signed},
    token::IssuerToken,
};
pub use proof::{Aud, AudError, Proof};
pub use text::CodeText;
pub(crate) use text::{TextError, decode as decode_text};

/// A code that only lacks the holder's signature. The key may be somewhere that signs but does not give itself out.
#[derive(Debug, Clone)]
pub struct Draft {
    protected: Vec<u8>,
    payload: Vec<u8>,
    flaw: Option<EncodeError>,
}

impl Draft {
    /// Puts a proof around a token.
    pub fn new(token: IssuerToken, proof: Proof) -> Self {
        let header = Header { alg: ED25519, kid: None, kcwt: Some(token.as_bytes()), typ: None };
        let flaw = match (token.is_phone(), proof.iat.is_writable()) {
            (true, true) => None,
            (true, false) => Some(EncodeError::Time),
            (false, _) => Some(EncodeError::NotPhone),
        };
        Self { protected: cbor::to_vec(&header), payload: cbor::to_vec(&proof), flaw }
    }

    /// What the holder's key signs.
    pub fn to_be_signed(&self) -> Vec<u8> {
        to_be_signed(&self.protected, Domain::Holder, &self.payload)
    }

    /// The code's text. The signature is taken as it is: a wrong one becomes `HOLDER_SIG` at the till.
    ///
    /// # Errors
    /// [`EncodeError::NotPhone`] for a paper token, [`EncodeError::Time`] for a time that cannot be written, and
    /// [`EncodeError::Size`] when the whole is too long.
    pub fn finish(self, signature: [u8; 64]) -> Result<CodeText, EncodeError> {
        if let Some(flaw) = self.flaw {
            return Err(flaw);
        }
        let sign1 = Sign1 { protected: &self.protected, payload: &self.payload, signature: &signature };
        let raw = cbor::to_vec(&sign1);
        if raw.len() > MAX_RAW { Err(EncodeError::Size) } else { Ok(CodeText::of(&raw)) }
    }
}

#[cfg(test)]
mod tests;
