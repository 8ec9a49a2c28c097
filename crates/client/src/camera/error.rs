//! Why there is no picture.

use crate::js;
use wasm_bindgen::JsValue;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CameraError {
    /// This browser gives pages no camera: an old one, WeChat's, or a page that is not served securely.
    #[error("this browser has no camera for pages")]
    Unsupported,
    /// The person, or a rule of the device, said no.
    #[error("the camera was not allowed")]
    Denied,
    /// The device has none.
    #[error("there is no camera")]
    Missing,
    /// Another app holds it.
    #[error("another app uses the camera")]
    Busy,
    /// Something else; the browser's own name for it.
    #[error("the camera failed: {0}")]
    Failed(String),
}

impl CameraError {
    /// From what `getUserMedia` refuses with.
    pub(super) fn from_js(error: &JsValue) -> Self {
        Self::from_name(&js::text(error, "name").unwrap_or_default())
    }

    fn from_name(name: &str) -> Self {
        match name {
            "NotAllowedError" | "SecurityError" | "PermissionDeniedError" => Self::Denied,
            "NotFoundError" | "OverconstrainedError" | "DevicesNotFoundError" => Self::Missing,
            "NotReadableError" | "AbortError" | "TrackStartError" => Self::Busy,
            "TypeError" => Self::Unsupported,
            other => Self::Failed(other.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_browsers_are_understood() {
        assert_eq!(CameraError::from_name("NotAllowedError"), CameraError::Denied);
        assert_eq!(CameraError::from_name("OverconstrainedError"), CameraError::Missing);
        assert_eq!(CameraError::from_name("TrackStartError"), CameraError::Busy);
        assert_eq!(CameraError::from_name("Odd"), CameraError::Failed("Odd".to_owned()));
    }
}
