//! One tab at a time, by the Web Locks API. It is reached by name: `web-sys` still calls it unstable.

use js_sys::{Function, Object, Promise, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Runs `work` unless another tab runs something under the same name; then nothing is done and nothing returned.
/// A browser without locks runs it in any case.
pub async fn alone<T: 'static>(name: &str, work: impl Future<Output = T> + 'static) -> Option<T> {
    let Some((locks, request)) = manager() else { return Some(work.await) };
    let result = Rc::new(RefCell::new(None));
    let slot = result.clone();
    let run = Closure::once(move |lock: JsValue| -> Promise {
        future_to_promise(async move {
            if !lock.is_null() {
                let done = work.await;
                slot.replace(Some(done));
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    let options = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
    let asked = request.call3(&locks, &name.into(), &options, run.as_ref());
    if let Ok(promise) = asked.and_then(JsCast::dyn_into::<Promise>) {
        // A refused lock leaves the result empty.
        let _ = JsFuture::from(promise).await;
    }
    result.take()
}

fn manager() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
