//! What the device and the browser around the page can do.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::VisibilityState;

/// Whether the page runs inside WeChat, whose browser forgets storage.
pub fn is_wechat() -> bool {
    let agent = web_sys::window().and_then(|w| w.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("MicroMessenger"))
}

/// Whether the page is in front.
pub fn is_visible() -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    document.is_none_or(|d| d.visibility_state() == VisibilityState::Visible)
}

/// Calls back when the page comes to the front, for as long as the page lives.
pub fn watch_visible(seen: impl Fn() + 'static) {
    let heard = Closure::<dyn FnMut()>::new(move || {
        if is_visible() {
            seen();
        }
    });
    if let Some(document) = web_sys::window().and_then(|w| w.document()) {
        // Cannot fail for this target and event.
        let _ = document.add_event_listener_with_callback("visibilitychange", heard.as_ref().unchecked_ref());
    }
    heard.forget();
}

/// A promise of the screen not to go dark; [`WakeLock::release`] ends it.
#[derive(Debug, Clone)]
pub struct WakeLock(JsValue);

impl WakeLock {
    /// Asks for it; nothing where the browser has none or refuses. It ends by itself when the page is hidden.
    pub async fn ask() -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let lock = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
        let sentinel = JsFuture::from(call(&lock, "request", &"screen".into())?).await.ok()?;
        Some(Self(sentinel))
    }

    /// Lets the screen go dark again.
    pub fn release(&self) {
        // The promise says only that it happened.
        let _ = call(&self.0, "release", &JsValue::UNDEFINED);
    }
}

/// Where the person is, in units of 1e-6 degrees (latitude, longitude), when they allow it. Asks the person.
pub async fn position() -> Option<(i32, i32)> {
    let geolocation = web_sys::window()?.navigator().geolocation().ok()?;
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        // A browser without it leaves the promise to the refusal below.
        if geolocation.get_current_position_with_error_callback(&resolve, Some(&reject)).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let position = JsFuture::from(promise).await.ok()?;
    let place = Reflect::get(&position, &"coords".into()).ok()?;
    let degrees = |name: &str| Reflect::get(&place, &name.into()).ok()?.as_f64();
    Some((micro(degrees("latitude")?), micro(degrees("longitude")?)))
}

fn call(target: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let function: Function = Reflect::get(target, &method.into()).ok()?.dyn_into().ok()?;
    function.call1(target, argument).ok()?.dyn_into().ok()
}

#[expect(clippy::cast_possible_truncation, reason = "degrees times a million fit in 32 bits")]
fn micro(degrees: f64) -> i32 {
    (degrees * 1e6) as i32
}
