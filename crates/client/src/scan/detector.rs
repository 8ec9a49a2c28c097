//! The browser's own reader, where it has one. It is reached by name: `web-sys` does not know it.

use super::best;
use crate::js;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const CLASS: &str = "BarcodeDetector";
const FORMAT: &str = "qr_code";

/// A `BarcodeDetector` for QR codes.
#[derive(Debug, Clone)]
pub(super) struct Detector(JsValue);

/// It does not work after all: on some phones the class is there and the service behind it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

impl Detector {
    /// The browser's, when it says that it reads QR codes.
    pub(super) async fn find() -> Option<Self> {
        let class = js::part(&js_sys::global(), CLASS)?;
        let formats = js::wait(&class, "getSupportedFormats", &[]).await?;
        if !Array::from(&formats).includes(&FORMAT.into(), 0) {
            return None;
        }
        let wanted = js::object(&[("formats", Array::of1(&FORMAT.into()).into())]);
        js::construct(CLASS, &[wanted]).map(Self)
    }

    /// Reads a picture: a video, a bitmap.
    pub(super) async fn read(&self, picture: &JsValue) -> Result<Option<String>, Broken> {
        let asked = js::call(&self.0, "detect", std::slice::from_ref(picture)).ok_or(Broken)?;
        let promise: Promise = asked.dyn_into().map_err(|_| Broken)?;
        let found = JsFuture::from(promise).await.map_err(|_| Broken)?;
        Ok(best(Array::from(&found).iter().filter_map(|code| js::text(&code, "rawValue"))))
    }
}
