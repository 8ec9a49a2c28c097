//! A seed sealed with AES-GCM under a key that the browser does not give out.

use super::{KeyError, STORE, random, subtle};
use crate::idb::{Db, Mode};
use credit_code::key::SigningKey;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

const SEALING_KEY: &str = "sealing";
const NONCE: usize = 12;

/// A sealed seed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    nonce: [u8; NONCE],
    seed: Vec<u8>,
}

impl Sealed {
    pub(super) fn to_js(&self) -> JsValue {
        let parts = [self.nonce.as_slice(), &self.seed].concat();
        Uint8Array::from(parts.as_slice()).into()
    }

    pub(super) fn from_js(value: &JsValue) -> Option<Self> {
        let parts = value.dyn_ref::<Uint8Array>()?.to_vec();
        let (nonce, seed) = parts.split_first_chunk()?;
        Some(Self { nonce: *nonce, seed: seed.to_vec() })
    }
}

pub(super) async fn generate(db: &Db) -> Result<(Sealed, [u8; 32]), KeyError> {
    let seed: [u8; 32] = random()?;
    let public = SigningKey::from_seed(&seed).public().to_bytes();
    let nonce: [u8; NONCE] = random()?;
    let cipher = algorithm(&nonce)?;
    let plain = Uint8Array::from(seed.as_slice());
    let sealing = subtle()?.encrypt_with_object_and_js_u8_array(&cipher, &sealing_key(db).await?, &plain);
    let sealed = JsFuture::from(sealing.map_err(|_| KeyError::Unsupported)?).await;
    plain.fill(0, 0, plain.length());
    let seed = Uint8Array::new(&sealed.map_err(|_| KeyError::Unsupported)?).to_vec();
    Ok((Sealed { nonce, seed }, public))
}

pub(super) async fn sign(db: &Db, sealed: &Sealed, message: &[u8]) -> Result<[u8; 64], KeyError> {
    let cipher = algorithm(&sealed.nonce)?;
    let data = Uint8Array::from(sealed.seed.as_slice());
    let opening = subtle()?.decrypt_with_object_and_js_u8_array(&cipher, &sealing_key(db).await?, &data);
    let opened =
        JsFuture::from(opening.map_err(|_| KeyError::Damaged)?).await.map_err(|_| KeyError::Damaged)?;
    let plain = Uint8Array::new(&opened);
    let seed: [u8; 32] = plain.to_vec().try_into().map_err(|_| KeyError::Damaged)?;
    plain.fill(0, 0, plain.length());
    Ok(SigningKey::from_seed(&seed).sign(message))
}

/// The sealing key of this browser; made at first use. Of two tabs that make one at once, one wins for both.
async fn sealing_key(db: &Db) -> Result<CryptoKey, KeyError> {
    if let Some(key) = db.get_js(STORE, SEALING_KEY).await? {
        return key.dyn_into().map_err(|_| KeyError::Damaged);
    }
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let cipher = Object::new();
    set(&cipher, "name", &"AES-GCM".into())?;
    set(&cipher, "length", &256.into())?;
    let making =
        subtle()?.generate_key_with_object(&cipher, false, &usages).map_err(|_| KeyError::Unsupported)?;
    let fresh = JsFuture::from(making).await.map_err(|_| KeyError::Unsupported)?;
    let transaction = db.begin(&[STORE], Mode::Write).await?;
    let key = match transaction.get(STORE, SEALING_KEY).await? {
        Some(other) => other,
        None => {
            transaction.put(STORE, SEALING_KEY, &fresh)?;
            fresh
        }
    };
    transaction.commit().await?;
    key.dyn_into().map_err(|_| KeyError::Damaged)
}

fn algorithm(nonce: &[u8; NONCE]) -> Result<Object, KeyError> {
    let cipher = Object::new();
    set(&cipher, "name", &"AES-GCM".into())?;
    set(&cipher, "iv", &Uint8Array::from(nonce.as_slice()))?;
    Ok(cipher)
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), KeyError> {
    Reflect::set(object, &name.into(), value).map(drop).map_err(|_| KeyError::Unsupported)
}
