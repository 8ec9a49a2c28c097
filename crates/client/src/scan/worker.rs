//! The worker's side of the small reader.

use super::{
    Grey, LONG_EDGE, Quirc,
    frame::{FRAME, PICTURE},
};
use crate::js;
use js_sys::{Array, Uint8Array};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, ImageData, MessageEvent};

/// Serves the page that started this worker. Call it once, in the worker.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (reader, answering) = (Rc::new(RefCell::new(Quirc::default())), scope.clone());
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (reader, answering) = (reader.clone(), answering.clone());
        spawn_local(async move {
            let message = event.data();
            let said = match picture(&message).await {
                Some(grey) => {
                    let text = reader.borrow_mut().read(&grey.within(LONG_EDGE));
                    ("text", text.map_or(JsValue::NULL, JsValue::from))
                }
                None => ("unfit", JsValue::TRUE),
            };
            let id = js::part(&message, "id").unwrap_or_default();
            // The page is gone when it fails.
            let _ = answering.post_message(&js::object(&[("id", id), said]));
        });
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    // The page sends nothing before this.
    let _ = scope.post_message(&"ready".into());
}

/// The grey picture in a message; nothing when this browser gives it in a way that is not understood.
async fn picture(message: &JsValue) -> Option<Grey> {
    if let Some(picture) = js::part(message, PICTURE) {
        let picture: ImageData = picture.dyn_into().ok()?;
        let (width, height) =
            (usize::try_from(picture.width()).ok()?, usize::try_from(picture.height()).ok()?);
        return Grey::from_colour(width, height, &picture.data());
    }
    let frame = js::part(message, FRAME)?;
    let grey = of_video(&frame).await;
    // Cameras stop when frames are not given back.
    let _ = js::call(&frame, "close", &[]);
    grey
}

/// The brightness of a `VideoFrame`: its first plane, or made from its colours.
async fn of_video(frame: &JsValue) -> Option<Grey> {
    let format = js::text(frame, "format")?;
    let shown = js::part(frame, "visibleRect")?;
    let (width, height) = (js::count(&shown, "width")?, js::count(&shown, "height")?);
    // A number makes a buffer of that size.
    let bytes = Uint8Array::new(&js::call(frame, "allocationSize", &[])?);
    let planes = js::wait(frame, "copyTo", &[bytes.clone().into()]).await?;
    let first = Array::from(&planes).get(0);
    let (offset, stride) = (js::count(&first, "offset")?, js::count(&first, "stride")?);
    let (from, end) = (u32::try_from(offset).ok()?, u32::try_from(offset + stride * height).ok()?);
    let plane = bytes.subarray(from, end).to_vec();
    match format.as_str() {
        "I420" | "I420A" | "I422" | "I444" | "NV12" | "NV12A" => {
            Grey::from_plane(width, height, stride, &plane)
        }
        "RGBA" | "RGBX" | "BGRA" | "BGRX" if stride == 4 * width => Grey::from_colour(width, height, &plane),
        _ => None,
    }
}
