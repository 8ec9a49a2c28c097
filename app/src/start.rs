//! How an app takes its place in the page.

use leptos::prelude::*;
use std::{cell::Cell, rc::Rc, time::Duration};

/// A page in the background paints nothing; then the app comes after this long.
const UNSEEN: Duration = Duration::from_millis(100);

/// Draws an app and takes away what the page showed meanwhile; first that is painted, so that the screen is never empty
/// while the app builds itself.
pub fn start<V: IntoView + 'static>(app: impl FnOnce() -> V + 'static) {
    let app = Rc::new(Cell::new(Some(app)));
    let draw = move || {
        let Some(app) = app.take() else { return };
        leptos::mount::mount_to_body(app);
        if let Some(before) = document().get_element_by_id("start") {
            before.remove();
        }
    };
    let painted = draw.clone();
    // What runs in a frame comes before its paint; what is asked for there comes after.
    request_animation_frame(move || set_timeout(painted, Duration::ZERO));
    set_timeout(draw, UNSEEN);
}
