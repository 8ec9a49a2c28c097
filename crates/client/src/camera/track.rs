//! What a camera can do beyond seeing.

use super::Camera;
use crate::js;
use wasm_bindgen::{JsCast, JsValue};

/// What a camera offers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ability {
    /// It has a light.
    pub torch: bool,
    /// It can zoom.
    pub zoom: Option<Zoom>,
}

/// How far a camera zooms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Zoom {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// The finest step.
    pub step: f64,
    /// Where it stands.
    pub now: f64,
}

impl Camera {
    /// What it offers.
    pub fn ability(&self) -> Ability {
        let track: &JsValue = self.track.unchecked_ref();
        let Some(offers) = js::call(track, "getCapabilities", &[]) else { return Ability::default() };
        let torch = js::part(&offers, "torch").is_some_and(|torch| torch.is_truthy());
        let zoom = js::part(&offers, "zoom").and_then(|zoom| {
            let (least, most) = (js::number(&zoom, "min")?, js::number(&zoom, "max")?);
            let step = js::number(&zoom, "step").filter(|step| *step > 0.0).unwrap_or(0.1);
            let now = js::number(&self.track.get_settings(), "zoom").unwrap_or(least);
            (most > least).then_some(Zoom { least, most, step, now })
        });
        Ability { torch, zoom }
    }

    /// Switches its light; false when it did not.
    pub async fn torch(&self, on: bool) -> bool {
        self.apply("torch", on.into()).await
    }

    /// Zooms; false when it did not.
    pub async fn zoom(&self, to: f64) -> bool {
        self.apply("zoom", to.into()).await
    }

    async fn apply(&self, name: &str, value: JsValue) -> bool {
        let wish = js::object(&[(name, value)]);
        let constraints = js::object(&[("advanced", js_sys::Array::of1(&wish).into())]);
        js::wait(self.track.unchecked_ref(), "applyConstraints", &[constraints]).await.is_some()
    }
}
