//! `IndexedDB`, small and typed: named stores with text keys, values as JSON or as they are (a `CryptoKey` cannot be JSON).
//!
//! Written on `web-sys` because the crates for it bring `tokio` into the bundle.

mod request;
mod transaction;

pub use transaction::{Mode, Transaction};

use js_sys::{Array, JsString};
use request::{done, open};
use serde::{Serialize, de::DeserializeOwned};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbDatabase;

/// A database by name; opened at first use, one connection a page.
#[derive(Debug, Clone, Copy)]
pub struct Db {
    name: &'static str,
    version: u32,
    stores: &'static [&'static str],
}

/// Why the storage did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdbError {
    /// This browser has none, or forbids it (private windows of some).
    #[error("no storage")]
    Unavailable,
    /// The storage is full.
    #[error("the storage is full")]
    Full,
    /// It failed; the browser's own name for why.
    #[error("the storage failed: {0}")]
    Failed(String),
    /// A value is not what this build expects.
    #[error("a stored value could not be read")]
    Garbled,
}

impl Db {
    /// Describes a database. A higher `version` adds the stores that are missing; none is ever removed.
    pub const fn new(name: &'static str, version: u32, stores: &'static [&'static str]) -> Self {
        Self { name, version, stores }
    }

    /// A JSON value.
    ///
    /// # Errors
    /// [`IdbError`]; an absent key is `Ok(None)`.
    pub async fn get<T: DeserializeOwned>(&self, store: &str, key: &str) -> Result<Option<T>, IdbError> {
        self.get_js(store, key).await?.map(|value| from_json(&value)).transpose()
    }

    /// Stores a JSON value.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn put<T: Serialize>(&self, store: &str, key: &str, value: &T) -> Result<(), IdbError> {
        let json = serde_json::to_string(value).map_err(|_| IdbError::Garbled)?;
        self.put_js(store, key, &JsValue::from_str(&json)).await
    }

    /// A value as it is.
    ///
    /// # Errors
    /// [`IdbError`]; an absent key is `Ok(None)`.
    pub async fn get_js(&self, store: &str, key: &str) -> Result<Option<JsValue>, IdbError> {
        self.begin(&[store], Mode::Read).await?.get(store, key).await
    }

    /// Stores a value as it is, by structured clone.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn put_js(&self, store: &str, key: &str, value: &JsValue) -> Result<(), IdbError> {
        let transaction = self.begin(&[store], Mode::Write).await?;
        transaction.put(store, key, value)?;
        transaction.commit().await
    }

    /// Removes a value; an absent one is no error.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn delete(&self, store: &str, key: &str) -> Result<(), IdbError> {
        let transaction = self.begin(&[store], Mode::Write).await?;
        transaction.delete(store, key)?;
        transaction.commit().await
    }

    /// All JSON values whose key starts with `prefix`, by key. Unreadable ones are left out.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn all<T: DeserializeOwned>(
        &self,
        store: &str,
        prefix: &str,
    ) -> Result<Vec<(String, T)>, IdbError> {
        let rows = self.begin(&[store], Mode::Read).await?.all(store, prefix).await?;
        Ok(rows.into_iter().filter_map(|(key, value)| Some((key, from_json(&value).ok()?))).collect())
    }

    /// The keys that start with `prefix`, in order.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn keys(&self, store: &str, prefix: &str) -> Result<Vec<String>, IdbError> {
        self.begin(&[store], Mode::Read).await?.keys(store, prefix).await
    }

    /// Empties a store.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn clear(&self, store: &str) -> Result<(), IdbError> {
        let transaction = self.begin(&[store], Mode::Write).await?;
        transaction.clear(store)?;
        transaction.commit().await
    }

    /// Begins a transaction over some stores. It ends by itself when nothing of it is awaited: between its calls
    /// await nothing else.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn begin(&self, stores: &[&str], mode: Mode) -> Result<Transaction, IdbError> {
        let connection = self.connection().await?;
        let names: Array = stores.iter().map(|name| JsString::from(*name)).collect();
        match connection.transaction_with_str_sequence_and_mode(&names, mode.into()) {
            Ok(transaction) => Ok(Transaction::new(transaction)),
            Err(_) => {
                // The connection was closed under us (storage wiped, a newer version): open it anew, once.
                CONNECTIONS.with_borrow_mut(|all| all.retain(|(name, _)| *name != self.name));
                let connection = self.connection().await?;
                let transaction = connection.transaction_with_str_sequence_and_mode(&names, mode.into());
                transaction.map(Transaction::new).map_err(|e| IdbError::from_js(&e))
            }
        }
    }

    async fn connection(&self) -> Result<IdbDatabase, IdbError> {
        let ready = CONNECTIONS.with_borrow(|all| {
            all.iter().find(|(name, _)| *name == self.name).map(|(_, connection)| connection.clone())
        });
        if let Some(connection) = ready {
            return Ok(connection);
        }
        let connection: IdbDatabase =
            done(&open(self.name, self.version, self.stores)?).await?.unchecked_into();
        request::close_when_asked(&connection);
        CONNECTIONS.with_borrow_mut(|all| {
            all.retain(|(name, _)| *name != self.name);
            all.push((self.name, connection.clone()));
        });
        Ok(connection)
    }
}

thread_local! {
    static CONNECTIONS: RefCell<Vec<(&'static str, IdbDatabase)>> = const { RefCell::new(Vec::new()) };
}

fn from_json<T: DeserializeOwned>(value: &JsValue) -> Result<T, IdbError> {
    let text = value.as_string().ok_or(IdbError::Garbled)?;
    serde_json::from_str(&text).map_err(|_| IdbError::Garbled)
}

impl IdbError {
    fn from_js(error: &JsValue) -> Self {
        match error.dyn_ref::<web_sys::DomException>() {
            Some(e) if e.name() == "QuotaExceededError" => Self::Full,
            Some(e) => Self::Failed(e.name()),
            None => Self::Unavailable,
        }
    }
}
