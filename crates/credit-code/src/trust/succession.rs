//! What a list must keep of the one before it.

use super::TrustList;
use crate::key::Kid;

/// Why a list may not follow another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SuccessionError {
    /// Its number is not higher.
    #[error("the list's number must be above {0}")]
    Sequence(u64),
    /// It is for another city's tills.
    #[error("the list before was for the tills of {0}")]
    Home(u32),
    /// A revoked key is gone, or is no longer revoked.
    #[error("revoked key {0} must stay, revoked")]
    Tombstone(Kid),
    /// A key that tokens may still be signed with is gone.
    #[error("key {0} is gone before its end; revoke it instead")]
    Gone(Kid),
}

impl TrustList {
    /// Whether this list may follow `previous`: a higher number, the same home, and every key still there that was
    /// revoked or has not come to its end; what was revoked stays revoked.
    ///
    /// # Errors
    /// [`SuccessionError`]
    pub fn check_succession(&self, previous: &Self) -> Result<(), SuccessionError> {
        if self.seq <= previous.seq {
            return Err(SuccessionError::Sequence(previous.seq));
        }
        if self.home != previous.home {
            return Err(SuccessionError::Home(previous.home));
        }
        for before in &previous.entries {
            let now = self.find(before.kid).filter(|now| now.x == before.x);
            match (before.revoked_at, now) {
                (Some(_), None) => return Err(SuccessionError::Tombstone(before.kid)),
                (Some(_), Some(now)) if now.revoked_at.is_none() => {
                    return Err(SuccessionError::Tombstone(before.kid));
                }
                (None, None) if before.exp > self.iat => return Err(SuccessionError::Gone(before.kid)),
                _ => {}
            }
        }
        Ok(())
    }
}
