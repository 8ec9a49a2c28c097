//! Storage, keys and tokens in a real browser.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use client::{
    idb::{Db, Mode},
    keys::{self, HolderKey},
    locks,
    tokens::{self, Stock},
};
use domain::disclosure::Purpose;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const KEPT: Db = Db::new("test-kept", 1, &["a", "b"]);

#[wasm_bindgen_test]
async fn json_values_come_back_and_absent_ones_are_none() {
    KEPT.put("a", "one", &vec![1_u32, 2]).await.unwrap();
    assert_eq!(KEPT.get::<Vec<u32>>("a", "one").await, Ok(Some(vec![1, 2])));
    assert_eq!(KEPT.get::<Vec<u32>>("a", "two").await, Ok(None));
    assert!(KEPT.get::<String>("a", "one").await.is_err(), "another type is an error, not a panic");
    KEPT.delete("a", "one").await.unwrap();
    assert_eq!(KEPT.get::<Vec<u32>>("a", "one").await, Ok(None));
}

#[wasm_bindgen_test]
async fn prefixes_select_and_order_keys() {
    for key in ["x/2", "x/1", "y/1"] {
        KEPT.put("b", key, &key).await.unwrap();
    }
    assert_eq!(KEPT.keys("b", "x/").await.unwrap(), ["x/1", "x/2"]);
    let all: Vec<(String, String)> = KEPT.all("b", "x/").await.unwrap();
    assert_eq!(all, [("x/1".to_owned(), "x/1".to_owned()), ("x/2".to_owned(), "x/2".to_owned())]);
    let read = KEPT.begin(&["b"], Mode::Read).await.unwrap();
    assert_eq!(read.first("b", "x/", "2").await.unwrap().map(|(key, _)| key).as_deref(), Some("x/2"));
    KEPT.clear("b").await.unwrap();
    assert!(KEPT.keys("b", "").await.unwrap().is_empty());
}

#[wasm_bindgen_test]
async fn a_newer_version_adds_stores_and_keeps_values() {
    const OLD: Db = Db::new("test-upgrade", 1, &["a"]);
    const NEW: Db = Db::new("test-upgrade", 2, &["a", "b"]);
    OLD.put("a", "k", &1).await.unwrap();
    // Another page with a newer build: the first connection makes way.
    let other = js_sys::eval(
        "new Promise((done, failed) => { const r = indexedDB.open('test-upgrade', 2); \
         r.onupgradeneeded = () => r.result.createObjectStore('b'); \
         r.onsuccess = () => { r.result.close(); done(); }; r.onerror = failed; })",
    );
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(other.unwrap())).await.unwrap();
    NEW.put("b", "k", &2).await.unwrap();
    assert_eq!(NEW.get::<i32>("a", "k").await, Ok(Some(1)));
}

#[wasm_bindgen_test]
async fn both_kinds_of_keys_sign_after_being_stored() {
    const DB: Db = Db::new("test-keys", 1, &[keys::STORE, "kept"]);
    for (key, public) in
        [HolderKey::generate(&DB).await.unwrap(), HolderKey::generate_sealed(&DB).await.unwrap()]
    {
        DB.put_js("kept", "key", &key.to_js()).await.unwrap();
        let stored = DB.get_js("kept", "key").await.unwrap().unwrap();
        let signature = HolderKey::from_js(&stored).unwrap().sign(&DB, b"message").await.unwrap();
        assert!(verifies(&public, b"message", &signature).await, "{key:?}");
        assert!(!verifies(&public, b"another", &signature).await);
    }
    assert!(HolderKey::from_js(&JsValue::from_str("garbage")).is_err());
}

/// Judged by the browser, not by our own code.
async fn verifies(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    let check = js_sys::Function::new_with_args(
        "key, message, signature",
        "return crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
            .then((key) => crypto.subtle.verify('Ed25519', key, signature, message))",
    );
    let bytes = |bytes: &[u8]| JsValue::from(js_sys::Uint8Array::from(bytes));
    let promise = check.call3(&JsValue::NULL, &bytes(public), &bytes(message), &bytes(signature)).unwrap();
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(promise)).await.unwrap().is_truthy()
}

#[wasm_bindgen_test]
async fn without_tokens_there_is_no_plan_and_no_stock() {
    tokens::forget_all(&tokens::WALLET).await.unwrap();
    assert_eq!(tokens::stock(&tokens::WALLET, Purpose::Level, 0).await, Ok(Stock::default()));
    assert_eq!(tokens::plan(&tokens::WALLET).await, None);
    assert_eq!(tokens::is_low(&tokens::WALLET, 0).await, Ok(true));
    let showing = tokens::Showing::begin(tokens::WALLET, Purpose::Level, 0).await.unwrap();
    assert!(showing.is_none());
}

#[wasm_bindgen_test]
async fn only_one_runs_under_a_name() {
    let outer = locks::alone("test-lock", async { locks::alone("test-lock", async { 1 }).await }).await;
    assert_eq!(outer, Some(None));
    assert_eq!(locks::alone("test-lock", async { 2 }).await, Some(2));
}
