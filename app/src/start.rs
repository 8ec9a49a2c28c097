//! How an app takes its place in the page.

use leptos::prelude::*;

/// Draws an app and takes away what the page showed meanwhile.
pub fn start<V: IntoView + 'static>(app: impl FnOnce() -> V + 'static) {
    leptos::mount::mount_to_body(app);
    if let Some(before) = document().get_element_by_id("start") {
        before.remove();
    }
}
