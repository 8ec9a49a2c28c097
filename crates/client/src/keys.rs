//! Holder keys: one for each token, made here, never leaving this browser.
//!
//! Where WebCrypto knows Ed25519 the private half is a non-extractable `CryptoKey`. Elsewhere it is a seed, sealed by
//! a non-extractable AES key, opened only while it signs.

mod sealed;

use crate::idb::{Db, IdbError};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use sealed::Sealed;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, CryptoKeyPair, SubtleCrypto};

/// The object store of the sealing key; a database that holds keys has it.
pub const STORE: &str = "keys";

const ED25519: &str = "Ed25519";

/// The private half of a key, as this browser can keep it.
#[derive(Debug, Clone)]
pub enum HolderKey {
    /// Kept by the browser itself.
    Native(CryptoKey),
    /// A sealed seed.
    Sealed(Sealed),
}

/// Why there is no key or signature.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// No WebCrypto: an old browser, or a page that is not served securely.
    #[error("this browser cannot keep keys")]
    Unsupported,
    /// The key does not open or sign; its storage was damaged.
    #[error("a stored key is damaged")]
    Damaged,
    /// The storage failed.
    #[error(transparent)]
    Storage(#[from] IdbError),
}

impl HolderKey {
    /// A fresh key and its public half.
    ///
    /// # Errors
    /// [`KeyError`]
    pub async fn generate(db: &Db) -> Result<(Self, [u8; 32]), KeyError> {
        match native().await {
            Some(pair) => Ok(pair),
            None => sealed::generate(db).await.map(|(sealed, public)| (Self::Sealed(sealed), public)),
        }
    }

    /// A fresh key of the kind for browsers without Ed25519.
    ///
    /// # Errors
    /// [`KeyError`]
    pub async fn generate_sealed(db: &Db) -> Result<(Self, [u8; 32]), KeyError> {
        sealed::generate(db).await.map(|(sealed, public)| (Self::Sealed(sealed), public))
    }

    /// Signs.
    ///
    /// # Errors
    /// [`KeyError`]
    pub async fn sign(&self, db: &Db, message: &[u8]) -> Result<[u8; 64], KeyError> {
        match self {
            Self::Sealed(sealed) => sealed::sign(db, sealed, message).await,
            Self::Native(key) => {
                // A copy in JavaScript's memory: signing outlives this call's view of ours.
                let message = Uint8Array::from(message);
                let signing = subtle()?.sign_with_str_and_js_u8_array(ED25519, key, &message);
                let signature = JsFuture::from(signing.map_err(|_| KeyError::Damaged)?).await;
                bytes(&signature.map_err(|_| KeyError::Damaged)?).ok_or(KeyError::Damaged)
            }
        }
    }

    /// As `IndexedDB` stores it.
    pub fn to_js(&self) -> JsValue {
        match self {
            Self::Native(key) => key.into(),
            Self::Sealed(sealed) => sealed.to_js(),
        }
    }

    /// As it was stored.
    ///
    /// # Errors
    /// [`KeyError::Damaged`] for anything else.
    pub fn from_js(value: &JsValue) -> Result<Self, KeyError> {
        match value.dyn_ref::<CryptoKey>() {
            Some(key) => Ok(Self::Native(key.clone())),
            None => Sealed::from_js(value).map(Self::Sealed).ok_or(KeyError::Damaged),
        }
    }
}

/// A key pair of the browser's own, or nothing where it does not know Ed25519.
async fn native() -> Option<(HolderKey, [u8; 32])> {
    let subtle = subtle().ok()?;
    let usages = Array::of2(&"sign".into(), &"verify".into());
    let pair = JsFuture::from(subtle.generate_key_with_str(ED25519, false, &usages).ok()?).await.ok()?;
    let pair: CryptoKeyPair = pair.unchecked_into();
    let public = JsFuture::from(subtle.export_key("raw", &pair.get_public_key()).ok()?).await.ok()?;
    Some((HolderKey::Native(pair.get_private_key()), bytes(&public)?))
}

pub(crate) fn subtle() -> Result<SubtleCrypto, KeyError> {
    let crypto = web_sys::window().and_then(|w| w.crypto().ok()).ok_or(KeyError::Unsupported)?;
    let subtle = crypto.subtle();
    if JsValue::from(&subtle).is_undefined() { Err(KeyError::Unsupported) } else { Ok(subtle) }
}

/// Random bytes.
///
/// # Errors
/// [`KeyError::Unsupported`]
pub fn random<const N: usize>() -> Result<[u8; N], KeyError> {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|w| w.crypto().ok()).ok_or(KeyError::Unsupported)?;
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| KeyError::Unsupported)?;
    Ok(bytes)
}

fn bytes<const N: usize>(buffer: &JsValue) -> Option<[u8; N]> {
    Uint8Array::new(buffer.dyn_ref::<ArrayBuffer>()?).to_vec().try_into().ok()
}
