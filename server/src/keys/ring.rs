//! The private halves, opened for signing.

use super::{Key, Vault, signer};
use crate::failure::Failure;
use credit_code::{
    key::{Kid, SigningKey},
    trust::Use,
};
use domain::region::RegionCode;
use std::collections::BTreeMap;

/// Every key of the database, and the private halves of those that can still sign.
#[derive(Debug, Default)]
pub struct Ring {
    keys: Vec<Key>,
    private: BTreeMap<Kid, SigningKey>,
}

impl Ring {
    /// Opens the file of each key that is neither revoked nor at its end.
    ///
    /// # Errors
    /// When a file is missing, damaged, or holds another key than its name says.
    pub fn open(keys: Vec<Key>, vault: &Vault, now: i64) -> Result<Self, Failure> {
        let mut private = BTreeMap::new();
        for key in keys.iter().filter(|key| key.revoked_at.is_none() && now < key.expires_at) {
            let signing = SigningKey::from_seed(&*vault.unseal(key.kid)?);
            if signing.public() != key.public {
                return Err(vault.damaged(key.kid, "it holds another key"));
            }
            private.insert(key.kid, signing);
        }
        Ok(Self { keys, private })
    }

    /// All keys.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The key that signs something ending at `until`, among those that tills may believe.
    pub fn signer(
        &self,
        city: RegionCode,
        usage: Use,
        now: i64,
        until: i64,
        is_trusted: impl Fn(Kid) -> bool,
    ) -> Option<&SigningKey> {
        let known: Vec<Key> = self.keys.iter().filter(|key| is_trusted(key.kid)).copied().collect();
        self.private.get(&signer(&known, city, usage, now, until)?.kid)
    }
}
