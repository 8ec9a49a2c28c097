//! What is sent to a worker: a video frame where the browser can pass them on, else pixels.

use super::LONG_EDGE;
use crate::js;
use js_sys::Array;
use std::cell::{Cell, OnceCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, ImageData};

/// The fields of a message to a worker; `worker.rs` and `app/js/reader.js` read them.
pub(super) const FRAME: &str = "frame";
/// As [`FRAME`].
pub(super) const PICTURE: &str = "picture";

/// One frame on its way.
#[derive(Debug)]
pub(super) enum Frame {
    /// A `VideoFrame`: it is handed over, nothing is copied here.
    Video(JsValue),
    /// Pixels.
    Picture(ImageData),
}

/// Takes frames from a video.
#[derive(Debug, Default)]
pub(super) struct Frames {
    /// A worker could not read the browser's video frames.
    unfit: Cell<bool>,
    canvas: OnceCell<Canvas>,
}

/// A canvas that is read often.
#[derive(Debug)]
pub(super) struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Frames {
    /// The frame that the video shows.
    pub(super) fn take(&self, video: &HtmlVideoElement) -> Option<Frame> {
        if !self.unfit.get()
            && let Some(frame) = js::construct("VideoFrame", &[video.into()])
        {
            return Some(Frame::Video(frame));
        }
        let size = (f64::from(video.video_width()), f64::from(video.video_height()));
        self.canvas()?.draw(video, size, LONG_EDGE).map(Frame::Picture)
    }

    /// From now on pixels are sent.
    pub(super) fn give_up_video_frames(&self) {
        self.unfit.set(true);
    }

    /// A canvas of our own.
    pub(super) fn canvas(&self) -> Option<&Canvas> {
        if self.canvas.get().is_none() {
            // Set just now only by ourselves.
            let _ = self.canvas.set(Canvas::new()?);
        }
        self.canvas.get()
    }
}

impl Frame {
    /// The message that carries it, and what of it is handed over.
    pub(super) fn message(&self, id: u32) -> (JsValue, Array) {
        let (name, value, owned) = match self {
            Self::Video(frame) => (FRAME, frame.clone(), frame.clone()),
            Self::Picture(picture) => {
                let pixels = js::part(picture, "data").and_then(|data| js::part(&data, "buffer"));
                (PICTURE, picture.into(), pixels.unwrap_or_default())
            }
        };
        (js::object(&[("id", id.into()), (name, value)]), Array::of1(&owned))
    }

    /// Gives a frame back that was not sent after all.
    pub(super) fn drop_unsent(self) {
        if let Self::Video(frame) = self {
            // It has such a method.
            let _ = js::call(&frame, "close", &[]);
        }
    }
}

impl Canvas {
    fn new() -> Option<Self> {
        let element = web_sys::window()?.document()?.create_element("canvas").ok()?;
        let element: HtmlCanvasElement = element.dyn_into().ok()?;
        let often = js::object(&[("willReadFrequently", JsValue::TRUE)]);
        let context = element.get_context_with_context_options("2d", &often).ok()??;
        Some(Self { element, context: context.dyn_into().ok()? })
    }

    /// Draws a picture of this size, smaller where its longer edge is over `edge`, and gives back its pixels.
    pub(super) fn draw(&self, source: &JsValue, size: (f64, f64), edge: usize) -> Option<ImageData> {
        let (width, height) = fitted(size, edge)?;
        if (self.element.width(), self.element.height()) != (width, height) {
            self.element.set_width(width);
            self.element.set_height(height);
        }
        let (w, h) = (f64::from(width), f64::from(height));
        let target: &JsValue = self.context.unchecked_ref();
        js::call(target, "drawImage", &[source.clone(), 0.into(), 0.into(), w.into(), h.into()])?;
        self.context.get_image_data(0.0, 0.0, w, h).ok()
    }
}

/// A size within an edge, in whole pixels; nothing for a picture without a size.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "edges are a few thousand pixels"
)]
fn fitted((width, height): (f64, f64), edge: usize) -> Option<(u32, u32)> {
    let longer = width.max(height);
    if !(width >= 1.0 && height >= 1.0 && longer.is_finite()) {
        return None;
    }
    let factor = (edge as f64 / longer).min(1.0);
    Some((((width * factor) as u32).max(1), ((height * factor) as u32).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_made_smaller_never_larger() {
        assert_eq!(fitted((1280.0, 720.0), 960), Some((960, 540)));
        assert_eq!(fitted((720.0, 1280.0), 960), Some((540, 960)));
        assert_eq!(fitted((640.0, 480.0), 960), Some((640, 480)));
        assert_eq!(fitted((9000.0, 3.0), 900), Some((900, 1)));
        for none in [(0.0, 0.0), (640.0, 0.0), (f64::NAN, 10.0), (f64::INFINITY, 10.0)] {
            assert_eq!(fitted(none, 960), None);
        }
    }
}
