//! One transaction.

use super::{
    IdbError,
    request::{done, written},
};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbKeyRange, IdbObjectStore, IdbTransaction, IdbTransactionMode};

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Read; any number at once.
    Read,
    /// Read and write; one at a time over the same stores, across all tabs.
    Write,
}

impl From<Mode> for IdbTransactionMode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Read => Self::Readonly,
            Mode::Write => Self::Readwrite,
        }
    }
}

/// A running transaction: all of it or nothing is written.
#[derive(Debug)]
pub struct Transaction(IdbTransaction);

impl Transaction {
    pub(super) fn new(transaction: IdbTransaction) -> Self {
        Self(transaction)
    }

    /// A value as it is.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<JsValue>, IdbError> {
        let request = self.store(store)?.get(&key.into()).map_err(|e| IdbError::from_js(&e))?;
        let value = done(&request).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// Stores a value as it is.
    ///
    /// # Errors
    /// [`IdbError`] at once where the value cannot be stored; a full storage shows at [`Transaction::commit`].
    pub fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), IdbError> {
        self.store(store)?.put_with_key(value, &key.into()).map(drop).map_err(|e| IdbError::from_js(&e))
    }

    /// Removes a value.
    ///
    /// # Errors
    /// [`IdbError`]
    pub fn delete(&self, store: &str, key: &str) -> Result<(), IdbError> {
        self.store(store)?.delete(&key.into()).map(drop).map_err(|e| IdbError::from_js(&e))
    }

    /// Empties a store.
    ///
    /// # Errors
    /// [`IdbError`]
    pub fn clear(&self, store: &str) -> Result<(), IdbError> {
        self.store(store)?.clear().map(drop).map_err(|e| IdbError::from_js(&e))
    }

    /// The first entry whose key starts with `prefix` and is not before `prefix` followed by `from`.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn first(
        &self,
        store: &str,
        prefix: &str,
        from: &str,
    ) -> Result<Option<(String, JsValue)>, IdbError> {
        let range = range(prefix, from)?;
        let request = self.store(store)?.open_cursor_with_range(&range).map_err(|e| IdbError::from_js(&e))?;
        let cursor = done(&request).await?;
        let Some(cursor) = cursor.dyn_ref::<web_sys::IdbCursorWithValue>() else { return Ok(None) };
        let value = cursor.value().map_err(|e| IdbError::from_js(&e))?;
        let key = cursor.unchecked_ref::<IdbCursor>().key().map_err(|e| IdbError::from_js(&e))?;
        Ok(key.as_string().map(|key| (key, value)))
    }

    /// The keys that start with `prefix`, in order.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn keys(&self, store: &str, prefix: &str) -> Result<Vec<String>, IdbError> {
        let request = self
            .store(store)?
            .get_all_keys_with_key(&range(prefix, "")?)
            .map_err(|e| IdbError::from_js(&e))?;
        let keys: Array = done(&request).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// The entries whose key starts with `prefix`, in order.
    ///
    /// # Errors
    /// [`IdbError`]
    pub async fn all(&self, store: &str, prefix: &str) -> Result<Vec<(String, JsValue)>, IdbError> {
        let keys = self.keys(store, prefix).await?;
        let request =
            self.store(store)?.get_all_with_key(&range(prefix, "")?).map_err(|e| IdbError::from_js(&e))?;
        let values: Array = done(&request).await?.unchecked_into();
        Ok(keys.into_iter().zip(values.iter()).collect())
    }

    /// Waits until everything is written.
    ///
    /// # Errors
    /// [`IdbError`], and then nothing of the transaction is written.
    pub async fn commit(self) -> Result<(), IdbError> {
        written(&self.0).await
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, IdbError> {
        self.0.object_store(name).map_err(|e| IdbError::from_js(&e))
    }
}

/// All keys that start with `prefix`, up to it with the last character there is; not before `prefix` and `from`.
fn range(prefix: &str, from: &str) -> Result<JsValue, IdbError> {
    let start = format!("{prefix}{from}");
    let end = format!("{prefix}\u{ffff}");
    IdbKeyRange::bound(&start.into(), &end.into()).map(Into::into).map_err(|e| IdbError::from_js(&e))
}
