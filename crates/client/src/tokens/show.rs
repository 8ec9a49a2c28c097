//! One showing: a token of its own, and a fresh code each time it is asked for.

use super::store::{self, Taken};
use crate::{
    idb::{Db, IdbError},
    keys::KeyError,
};
use api::codes::Shown;
use credit_code::{
    UnixTime,
    present::{CodeText, Draft, Proof},
    token::IssuerToken,
};
use domain::disclosure::Purpose;
use sha2::{Digest, Sha256};

/// A token that is being shown. Each showing has its own, so that two shops cannot tell it is the same person.
#[derive(Debug, Clone)]
pub struct Showing {
    db: Db,
    taken: Taken,
}

/// Why there is no code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShowError {
    /// The key or the storage failed.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The stored token is not one.
    #[error("a stored token is damaged")]
    Damaged,
}

impl From<IdbError> for ShowError {
    fn from(error: IdbError) -> Self {
        Self::Key(error.into())
    }
}

impl Showing {
    /// Takes a token for a purpose; nothing when there is none that is valid now.
    ///
    /// # Errors
    /// [`ShowError`]
    pub async fn begin(db: Db, purpose: Purpose, now_s: i64) -> Result<Option<Self>, ShowError> {
        Ok(store::take(&db, purpose, now_s).await?.map(|taken| Self { db, taken }))
    }

    /// A code with a proof of now, and for a till's challenge where it gave one.
    ///
    /// # Errors
    /// [`ShowError`]
    pub async fn code(&self, now_s: i64, till: Option<[u8; 8]>) -> Result<CodeText, ShowError> {
        let stored = &self.taken.stored;
        let token = IssuerToken::parse(&stored.token).map_err(|_| ShowError::Damaged)?;
        let draft = Draft::new(token, Proof { iat: UnixTime(now_s), aud: None, cnonce: till });
        let signature = stored.key.sign(&self.db, &draft.to_be_signed()).await?;
        draft.finish(signature).map_err(|_| ShowError::Damaged)
    }

    /// What the shop learns.
    pub fn shows(&self) -> &Shown {
        &self.taken.stored.shows
    }

    /// When the token ends, seconds since 1970-01-01 UTC.
    pub fn expires_at(&self) -> i64 {
        self.taken.stored.expires_at
    }

    /// Whether the token was shown before: the day's batch is used up.
    pub fn is_reused(&self) -> bool {
        self.taken.reused
    }
}

/// What the code signs for a till's six digits: the first 8 bytes of SHA-256 of `CC1:N` and the digits.
/// Nothing for other text.
pub fn till_nonce(digits: &str) -> Option<[u8; 8]> {
    let digits: String = digits.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let hash = Sha256::new().chain_update(b"CC1:N").chain_update(digits.as_bytes()).finalize();
    hash.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tills_digits_become_eight_bytes() {
        // printf 'CC1:N042137' | sha256sum
        assert_eq!(till_nonce("042137"), Some([0x7d, 0x6f, 0x1f, 0x0c, 0xe0, 0x6f, 0xe4, 0x3f]));
        assert_eq!(till_nonce("042 137"), till_nonce("042137"));
        assert_ne!(till_nonce("042137"), till_nonce("042138"));
        for wrong in ["", "42137", "0421370", "04213a", "０４２１３７"] {
            assert_eq!(till_nonce(wrong), None, "{wrong}");
        }
    }
}
