//! Whether the server can be reached, as far as one knows: the browser's word, overruled by what calls saw.

use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, closure::Closure};

type Watcher = Box<dyn Fn(bool)>;

thread_local! {
    static REACHABLE: Cell<Option<bool>> = const { Cell::new(None) };
    static WATCHERS: RefCell<Vec<Watcher>> = const { RefCell::new(Vec::new()) };
}

/// Whether the server was reachable when last seen.
pub fn is_online() -> bool {
    REACHABLE.get().unwrap_or_else(|| web_sys::window().is_none_or(|w| w.navigator().on_line()))
}

/// Calls back at each change, for as long as the page lives.
pub fn watch(changed: impl Fn(bool) + 'static) {
    let first = WATCHERS.with_borrow_mut(|watchers| {
        watchers.push(Box::new(changed));
        watchers.len() == 1
    });
    if first {
        listen("online", true);
        listen("offline", false);
    }
}

/// Says what a call saw.
pub(crate) fn report(reached: bool) {
    if REACHABLE.replace(Some(reached)) != Some(reached) {
        WATCHERS.with_borrow(|watchers| watchers.iter().for_each(|changed| changed(reached)));
    }
}

fn listen(event: &str, reached: bool) {
    let heard = Closure::<dyn FnMut()>::new(move || report(reached));
    if let Some(window) = web_sys::window() {
        // Browsers without the event only lose the early notice.
        let _ = window.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    }
    heard.forget();
}
