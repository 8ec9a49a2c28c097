//! The camera: opened once a session, behind a button; torch and zoom where it offers them.

mod error;
mod track;

pub use error::CameraError;
pub use track::{Ability, Zoom};

use crate::js;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamTrack};

/// Enough for a code that fills a third of the picture, and quick to read.
const IDEAL: (u32, u32) = (1280, 720);

/// Which camera.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Choice {
    /// Away from the person who holds the device.
    #[default]
    Back,
    /// Towards the person who looks at the screen: a till on a counter.
    Front,
    /// This one, by the browser's id for it.
    Device(String),
}

/// A camera that a person can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The browser's id for it.
    pub id: String,
    /// Its name, empty until the person has allowed the camera once.
    pub label: String,
}

/// A running camera; [`Camera::close`] ends it.
#[derive(Debug, Clone)]
pub struct Camera {
    stream: MediaStream,
    track: MediaStreamTrack,
}

impl Camera {
    /// Opens it; the browser asks the person the first time.
    ///
    /// # Errors
    /// [`CameraError`]
    pub async fn open(choice: &Choice) -> Result<Self, CameraError> {
        let devices = devices().ok_or(CameraError::Unsupported)?;
        let wanted = js::object(&[("video", constraints(choice)), ("audio", JsValue::FALSE)]);
        let asked = js::call(&devices, "getUserMedia", &[wanted]).ok_or(CameraError::Unsupported)?;
        let promise: Promise = asked.dyn_into().map_err(|_| CameraError::Unsupported)?;
        let stream = JsFuture::from(promise).await.map_err(|e| CameraError::from_js(&e))?;
        let stream: MediaStream = stream.dyn_into().map_err(|_| CameraError::Unsupported)?;
        let track = stream.get_video_tracks().get(0).dyn_into().map_err(|_| CameraError::Missing)?;
        Ok(Self { stream, track })
    }

    /// Shows what it sees. The element needs `muted` and `playsinline`.
    pub fn show_in(&self, video: &HtmlVideoElement) {
        video.set_src_object(Some(&self.stream));
        if let Ok(playing) = video.play() {
            wasm_bindgen_futures::spawn_local(async move {
                // Refused when another picture is set meanwhile; the newer one plays.
                let _ = JsFuture::from(playing).await;
            });
        }
    }

    /// Lets it rest while nobody scans, or wakes it, without asking the person again.
    pub fn rest(&self, resting: bool) {
        self.track.set_enabled(!resting);
    }

    /// Whether it still runs; a cable that is pulled, or a permission that is taken back, ends it.
    pub fn is_live(&self) -> bool {
        self.track.ready_state() == web_sys::MediaStreamTrackState::Live
    }

    /// Whether what it shows should be mirrored: it looks at the person.
    pub fn is_front(&self) -> bool {
        js::text(&self.track.get_settings(), "facingMode").is_some_and(|mode| mode == "user")
    }

    /// The browser's id for it.
    pub fn device(&self) -> Option<String> {
        js::text(&self.track.get_settings(), "deviceId")
    }

    /// Ends it.
    pub fn close(&self) {
        self.track.stop();
    }
}

/// All cameras, as far as the browser tells.
pub async fn list() -> Vec<Device> {
    let Some(devices) = devices() else { return Vec::new() };
    let Some(all) = js::wait(&devices, "enumerateDevices", &[]).await else { return Vec::new() };
    let is_camera = |device: &JsValue| js::text(device, "kind").as_deref() == Some("videoinput");
    let device = |device: JsValue| {
        let id = js::text(&device, "deviceId").filter(|id| !id.is_empty())?;
        Some(Device { id, label: js::text(&device, "label").unwrap_or_default() })
    };
    js_sys::Array::from(&all).iter().filter(is_camera).filter_map(device).collect()
}

/// Absent outside secure contexts and in old browsers.
fn devices() -> Option<JsValue> {
    js::part(&web_sys::window()?.navigator(), "mediaDevices")
}

fn constraints(choice: &Choice) -> JsValue {
    let ideal = |value: JsValue| js::object(&[("ideal", value)]);
    let which = match choice {
        Choice::Back => ("facingMode", ideal("environment".into())),
        Choice::Front => ("facingMode", ideal("user".into())),
        Choice::Device(id) => ("deviceId", ideal(id.as_str().into())),
    };
    js::object(&[which, ("width", ideal(IDEAL.0.into())), ("height", ideal(IDEAL.1.into()))])
}
