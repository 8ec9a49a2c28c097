//! Installing the app on the home screen.

use js_sys::{Function, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

thread_local! {
    /// The browser's offer, kept until the person asks for it.
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer instead of letting it interrupt.
pub fn watch() {
    let heard = Closure::<dyn FnMut(web_sys::Event)>::new(|event: web_sys::Event| {
        event.prevent_default();
        OFFER.set(Some(event.into()));
    });
    if let Some(window) = web_sys::window() {
        // Browsers that never offer leave only the written hint.
        let _ =
            window.add_event_listener_with_callback("beforeinstallprompt", heard.as_ref().unchecked_ref());
    }
    heard.forget();
}

/// Whether the browser can be asked now.
pub fn can_ask() -> bool {
    OFFER.with_borrow(Option::is_some)
}

/// Shows the browser's own question.
pub fn ask() {
    let Some(offer) = OFFER.take() else { return };
    let prompt = Reflect::get(&offer, &"prompt".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(prompt) = prompt {
        // What the person answers is between them and the browser.
        let _ = prompt.call0(&offer);
    }
}

/// Whether the page runs as an installed app.
pub fn is_installed() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(display-mode: standalone)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
