//! The service worker: registered at the app's base, its updates offered and never forced.
//!
//! The worker waits until the page posts the text `apply-update`; then it takes over and the page reloads once.

use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    EventTarget, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

/// What the waiting worker takes as the order to take over.
pub const APPLY: &str = "apply-update";

/// A new version that is downloaded and waits.
#[derive(Debug, Clone)]
pub struct Update(ServiceWorker);

impl Update {
    /// Lets the new version take over; the page reloads when it has.
    pub fn apply(&self) {
        if let Some(container) = container() {
            let reloading = Cell::new(false);
            on(&container, "controllerchange", move || {
                if !reloading.replace(true)
                    && let Some(window) = web_sys::window()
                {
                    // A page that cannot reload goes on with the old version until it is closed.
                    let _ = window.location().reload();
                }
            });
        }
        // A worker that is gone has been replaced already.
        let _ = self.0.post_message(&JsValue::from_str(APPLY));
    }
}

/// Registers `sw.js` under the app's base (`/`, `/merchant/`, `/desk/`) and calls back for each update that waits.
pub fn register(base: &'static str, offered: impl Fn(Update) + 'static) {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let registering = container.register(&format!("{base}sw.js"));
        let Ok(registration) = JsFuture::from(registering).await else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        watch(&registration, Rc::new(offered));
    });
}

/// Asks the browser to keep the storage when space is short; true when it promised.
pub async fn persist() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(asked) = window.navigator().storage().persist() else { return false };
    JsFuture::from(asked).await.is_ok_and(|kept| kept.is_truthy())
}

/// Whether the browser promised to keep the storage.
pub async fn is_persisted() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(asked) = window.navigator().storage().persisted() else { return false };
    JsFuture::from(asked).await.is_ok_and(|kept| kept.is_truthy())
}

fn watch(registration: &ServiceWorkerRegistration, offered: Rc<dyn Fn(Update)>) {
    if let Some(waiting) = registration.waiting() {
        offer(waiting, &offered);
    }
    let found = registration.clone();
    on(registration, "updatefound", move || {
        let Some(installing) = found.installing() else { return };
        let (worker, offered) = (installing.clone(), offered.clone());
        on(&installing, "statechange", move || {
            if worker.state() == ServiceWorkerState::Installed {
                offer(worker.clone(), &offered);
            }
        });
    });
}

/// The first worker of a page without one is no update.
fn offer(worker: ServiceWorker, offered: &Rc<dyn Fn(Update)>) {
    if container().is_some_and(|c| c.controller().is_some()) {
        offered(Update(worker));
    }
}

fn on(target: &EventTarget, event: &str, heard: impl FnMut() + 'static) {
    let heard = Closure::<dyn FnMut()>::new(heard);
    // Cannot fail for these targets; without it updates come at the next start.
    let _ = target.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    heard.forget();
}

/// Absent outside secure contexts.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let there = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    there.then(|| navigator.service_worker())
}
