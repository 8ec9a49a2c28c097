//! Properties and methods by name, for what `web-sys` has not or still calls unstable.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; absent, `undefined` and `null` are all nothing.
pub(crate) fn part(target: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(target, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// A property that is a number.
pub(crate) fn number(target: &JsValue, name: &str) -> Option<f64> {
    part(target, name)?.as_f64()
}

/// A property that is a whole number which counts something.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "conversion saturates, and nothing negative is counted"
)]
pub(crate) fn count(target: &JsValue, name: &str) -> Option<usize> {
    number(target, name).map(|value| value as usize)
}

/// A property that is a text.
pub(crate) fn text(target: &JsValue, name: &str) -> Option<String> {
    part(target, name)?.as_string()
}

/// Calls a method.
pub(crate) fn call(target: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = part(target, name)?.dyn_into().ok()?;
    method.apply(target, &list(arguments)).ok()
}

/// Calls a method and waits for its promise; a refusal is nothing.
pub(crate) async fn wait(target: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let promise: Promise = call(target, name, arguments)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// A promise that is kept after so many milliseconds; at once outside a window.
pub(crate) fn pause(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve: Function, _| {
        let asked = web_sys::window()
            .map(|w| w.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds));
        if !matches!(asked, Some(Ok(_))) {
            // A promise's own function takes any argument.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    })
}

/// `new Name(…)` of a global class.
pub(crate) fn construct(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let class: Function = part(&js_sys::global(), name)?.dyn_into().ok()?;
    Reflect::construct(&class, &list(arguments)).ok()
}

/// An object of these properties.
pub(crate) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in properties {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn list(values: &[JsValue]) -> Array {
    values.iter().cloned().collect()
}
