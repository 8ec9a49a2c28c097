//! Ed25519 keys and their names.

mod cose_key;

pub(crate) use cose_key::CoseKey;
use ed25519_dalek::Signer;
use std::{fmt, str::FromStr};

/// A key's name in a header: the first 4 bytes of its SHA-256 thumbprint (RFC 9679). A hint, not a proof; unique within
/// a trust list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kid(pub [u8; 4]);

impl fmt::Display for Kid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Kid {
    type Err = KidError;

    /// Eight hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, KidError> {
        let is_kid = text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let number = u32::from_str_radix(text, 16).map_err(|_| KidError)?;
        if is_kid { Ok(Self(number.to_be_bytes())) } else { Err(KidError) }
    }
}

/// Not a key's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key id is eight hexadecimal digits")]
pub struct KidError;

/// A public key that is fit for use: decompressed once, of large order, in its one encoding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(ed25519_dalek::VerifyingKey);

/// Why 32 bytes are no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a point of the curve, not its one encoding, or a point of small order")]
pub struct WeakKey;

impl PublicKey {
    /// Takes the 32 bytes of RFC 8032 §5.1.2.
    ///
    /// # Errors
    /// [`WeakKey`] when they are no point, when `y` is not below the field's prime, or when the point is of small
    /// order: a key that "signs" anything.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, WeakKey> {
        if !is_reduced(bytes) {
            return Err(WeakKey);
        }
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| WeakKey)?;
        if key.is_weak() { Err(WeakKey) } else { Ok(Self(key)) }
    }

    /// The 32 bytes of RFC 8032 §5.1.2.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// SHA-256 of the COSE_Key with its required members only (RFC 9679 §3).
    pub fn thumbprint(&self) -> [u8; 32] {
        CoseKey::thumbprint(&self.to_bytes())
    }

    /// Its name.
    pub fn kid(&self) -> Kid {
        let [a, b, c, d, ..] = self.thumbprint();
        Kid([a, b, c, d])
    }

    /// Whether this key signed `message`: the cofactorless equation of RFC 8032 §5.1.7 with `S` below the group's order
    /// and `R` in its one encoding and of large order.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.kid())
    }
}

/// A private key. Wiped from memory when dropped; never printed.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// From the 32-byte seed of RFC 8032 §5.1.5.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs (RFC 8032 §5.1.6).
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(of {})", self.public().kid())
    }
}

/// Whether `y`, without the sign bit, is below 2^255 − 19.
fn is_reduced(bytes: &[u8; 32]) -> bool {
    let [low, middle @ .., high] = bytes;
    *low < 0xed || high & 0x7f != 0x7f || middle.iter().any(|byte| *byte != 0xff)
}

#[cfg(test)]
mod tests;
