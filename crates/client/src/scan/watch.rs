//! Watching a video: each new frame is offered to the readers.

use super::{Chain, Sighting};
use crate::js;
use js_sys::Function;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::HtmlVideoElement;

/// Calls for every frame of a video, by name: `web-sys` still calls it unstable.
const EACH_FRAME: &str = "requestVideoFrameCallback";
/// A frame is never older than this when it is shown, milliseconds; what says otherwise is wrong.
const OLDEST_MS: f64 = 2_000.0;

/// Called with the time and with what the browser says about a frame.
type EachFrame = Closure<dyn FnMut(f64, JsValue)>;

/// A watch; it ends with the value.
pub struct Watch(Rc<Cell<bool>>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

/// Watches a video and calls back for every text that is read in it.
pub fn watch(video: HtmlVideoElement, chain: Chain, found: impl Fn(Sighting) + 'static) -> Watch {
    let ended = Rc::new(Cell::new(false));
    let found: Rc<dyn Fn(Sighting)> = {
        let ended = ended.clone();
        Rc::new(move |sighting| {
            if !ended.get() {
                found(sighting);
            }
        })
    };
    let slot: Rc<RefCell<Option<EachFrame>>> = Rc::default();
    let (next, stop) = (slot.clone(), ended.clone());
    let looking = video.clone();
    let each = Closure::new(move |now: f64, about: JsValue| {
        if stop.get() {
            // This closure holds itself; let it go once it has returned.
            let over = next.take();
            wasm_bindgen_futures::spawn_local(async move { drop(over) });
            return;
        }
        if video.ready_state() >= 2 {
            chain.offer(&video, taken_at(now, &about), &found);
        }
        if let Some(each) = next.borrow().as_ref() {
            ask(&video, each.as_ref().unchecked_ref());
        }
    });
    ask(&looking, each.as_ref().unchecked_ref());
    slot.replace(Some(each));
    Watch(ended)
}

/// When the frame was taken: as the camera says, else when it is shown.
fn taken_at(now: f64, about: &JsValue) -> f64 {
    let taken = js::number(about, "captureTime").unwrap_or(now);
    if (0.0..=OLDEST_MS).contains(&(now - taken)) { taken } else { now }
}

/// Asks to be called at the next frame of the video, or of the screen where that is all there is.
fn ask(video: &HtmlVideoElement, each: &Function) {
    if js::call(video, EACH_FRAME, &[each.into()]).is_none()
        && let Some(window) = web_sys::window()
    {
        // A page that is going away gets no more frames.
        let _ = window.request_animation_frame(each);
    }
}
