//! Measurements in the browser's own timeline, for tests and for whoever wants to know.

use crate::js;

/// Notes a span from a point in the page's time until now.
pub fn span(name: &str, from_ms: f64) {
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else { return };
    let span = js::object(&[("start", from_ms.into()), ("end", performance.now().into())]);
    // An old browser does not take spans; then nothing is noted.
    let _ = js::call(&performance, "measure", &[name.into(), span]);
}
