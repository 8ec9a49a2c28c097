//! Proof that a wallet holds the private half of a key that it wants a token for.

use crate::key::PublicKey;

/// What goes before: no other message of the format begins with it.
const DOMAIN: &[u8] = b"CC1:K";

/// What is signed: `CC1:K`, the issuer's challenge, the public key; 69 bytes. Ed25519 directly, no COSE around it.
///
/// The challenge makes the proof fresh; the key in it makes the proof good for this key only.
pub fn message(challenge: &[u8; 32], key: &PublicKey) -> Vec<u8> {
    [DOMAIN, challenge, &key.to_bytes()].concat()
}

/// Whether `signature` proves possession of `key` for this challenge.
pub fn verify(challenge: &[u8; 32], key: &PublicKey, signature: &[u8; 64]) -> bool {
    key.verify(&message(challenge, key), signature)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::SigningKey;

    #[test]
    fn a_proof_is_good_for_one_challenge_and_one_key() {
        let (key, other) = (SigningKey::from_seed(&[1; 32]), SigningKey::from_seed(&[2; 32]));
        let proof = key.sign(&message(&[7; 32], &key.public()));
        assert_eq!(message(&[7; 32], &key.public()).len(), 69);
        assert!(verify(&[7; 32], &key.public(), &proof));
        assert!(!verify(&[8; 32], &key.public(), &proof));
        assert!(!verify(&[7; 32], &other.public(), &proof));
        let stolen = other.sign(&message(&[7; 32], &key.public()));
        assert!(!verify(&[7; 32], &key.public(), &stolen));
    }
}
