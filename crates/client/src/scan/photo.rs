//! Codes in a photo that a person picks: a screenshot, a picture from a chat.

use super::{
    Chain,
    frame::Frame,
    helper::{Answer, Helper},
};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ImageBitmap};

/// The longer edges that are tried, the likeliest first, and whether the big reader tries it.
const TRIES: [(usize, bool); 6] =
    [(960, false), (1600, true), (640, false), (960, true), (480, false), (2400, true)];

/// Why a photo was not even looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The file is no picture that this browser knows.
    #[error("not a picture")]
    NoPicture,
    /// No reader could be started.
    #[error("no reader")]
    NoReader,
}

impl Chain {
    /// Reads a picture file with all readers, in several sizes; nothing when there is no code in it.
    ///
    /// # Errors
    /// [`PhotoError`]
    pub async fn photo(&self, file: &File) -> Result<Option<String>, PhotoError> {
        let picture = bitmap(file).await.ok_or(PhotoError::NoPicture)?;
        let text = self.read_bitmap(&picture).await;
        picture.close();
        text
    }

    async fn read_bitmap(&self, picture: &ImageBitmap) -> Result<Option<String>, PhotoError> {
        if let Some(detector) = self.detector()
            && let Ok(Some(text)) = detector.read(picture).await
        {
            return Ok(Some(text));
        }
        let (quick, strong) = (self.quick().clone(), self.strong().clone());
        let quick = ready(quick).await;
        let strong = ready(strong).await;
        if quick.is_none() && strong.is_none() {
            return Err(PhotoError::NoReader);
        }
        for (edge, by_strong) in TRIES {
            let Some(helper) = (if by_strong { &strong } else { &quick }) else { continue };
            let size = (f64::from(picture.width()), f64::from(picture.height()));
            let drawn = self.frames().canvas().and_then(|canvas| canvas.draw(picture, size, edge));
            let Some(pixels) = drawn else { return Err(PhotoError::NoPicture) };
            if let Answer::Read(Some(text)) = when_idle(helper, Frame::Picture(pixels)).await {
                return Ok(Some(text));
            }
        }
        Ok(None)
    }
}

async fn ready(helper: Helper) -> Option<Helper> {
    helper.becomes_ready().await.then_some(helper)
}

/// The camera may be using the reader, too.
async fn when_idle(helper: &Helper, frame: Frame) -> Answer {
    for _ in 0..50 {
        if helper.is_idle() {
            return helper.read(frame).await;
        }
        // Kept, always.
        let _ = JsFuture::from(crate::js::pause(20)).await;
    }
    Answer::Stopped
}

async fn bitmap(file: &File) -> Option<ImageBitmap> {
    let asked = crate::js::call(&js_sys::global(), "createImageBitmap", &[JsValue::from(file)])?;
    JsFuture::from(asked.dyn_into::<Promise>().ok()?).await.ok()?.dyn_into().ok()
}
