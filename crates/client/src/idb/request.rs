//! Requests of `IndexedDB` as futures.

use super::IdbError;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// Opens a database and adds the stores it lacks.
pub(super) fn open(
    name: &str,
    version: u32,
    stores: &'static [&'static str],
) -> Result<IdbRequest, IdbError> {
    let factory =
        web_sys::window().and_then(|w| w.indexed_db().ok().flatten()).ok_or(IdbError::Unavailable)?;
    let request = factory.open_with_u32(name, version).map_err(|e| IdbError::from_js(&e))?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move || add_stores(&opening, stores));
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    Ok(request.unchecked_into())
}

/// The result of a request.
pub(super) async fn done(request: &IdbRequest) -> Result<JsValue, IdbError> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result().map_err(|e| IdbError::from_js(&e)),
        Err(_) => {
            Err(request.error().ok().flatten().map_or(IdbError::Unavailable, |e| IdbError::from_js(&e)))
        }
    }
}

/// Waits until a transaction is written, or says why it is not.
pub(super) async fn written(transaction: &IdbTransaction) -> Result<(), IdbError> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(IdbError::Unavailable, |e| IdbError::from_js(&e))),
    }
}

/// Lets another tab with a newer version upgrade: without this its opening would wait for ever.
pub(super) fn close_when_asked(connection: &IdbDatabase) {
    let close = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if let Some(connection) = event.target().and_then(|t| t.dyn_into::<IdbDatabase>().ok()) {
            connection.close();
        }
    });
    connection.set_onversionchange(Some(close.as_ref().unchecked_ref()));
    close.forget();
}

fn add_stores(request: &IdbOpenDbRequest, stores: &[&str]) {
    let Some(database) = request.result().ok().and_then(|r| r.dyn_into::<IdbDatabase>().ok()) else { return };
    let existing = database.object_store_names();
    for store in stores.iter().filter(|store| !existing.contains(store)) {
        // A failure aborts the upgrade, and opening reports it.
        let _ = database.create_object_store(store);
    }
}
