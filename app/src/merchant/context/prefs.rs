//! Settings of this till, kept in `localStorage`.

use client::camera::Choice;
use leptos::prelude::*;

/// Which camera the till uses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Facing {
    /// The one at the back.
    #[default]
    Back,
    /// The one that looks at the person before the screen.
    Front,
    /// This one.
    Device(String),
}

/// The settings; setting a signal keeps it.
#[derive(Clone, Copy)]
pub struct Prefs {
    /// The till's name.
    pub name: RwSignal<String>,
    /// Whether verdicts sound and vibrate.
    pub sound: RwSignal<bool>,
    /// Whether the screen stands on a counter.
    pub kiosk: RwSignal<bool>,
    /// Which camera.
    pub facing: RwSignal<Facing>,
}

impl Facing {
    /// As the camera is asked for.
    pub fn to_choice(&self) -> Choice {
        match self {
            Self::Back => Choice::Back,
            Self::Front => Choice::Front,
            Self::Device(id) => Choice::Device(id.clone()),
        }
    }

    fn to_word(&self) -> String {
        match self {
            Self::Back => "back".to_owned(),
            Self::Front => "front".to_owned(),
            Self::Device(id) => format!("device:{id}"),
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "front" => Self::Front,
            _ => word.strip_prefix("device:").map_or(Self::Back, |id| Self::Device(id.to_owned())),
        }
    }
}

impl Prefs {
    /// What was kept, kept again at every change.
    pub(super) fn start() -> Self {
        let prefs = Self {
            name: RwSignal::new(read("till-name").unwrap_or_default()),
            sound: RwSignal::new(read("till-sound").as_deref() != Some("off")),
            kiosk: RwSignal::new(read("till-kiosk").as_deref() == Some("on")),
            facing: RwSignal::new(
                read("till-camera").map_or_else(Facing::default, |word| Facing::from_word(&word)),
            ),
        };
        let switch = |on: bool| if on { "on" } else { "off" }.to_owned();
        keep("till-name", move || prefs.name.get());
        keep("till-sound", move || switch(prefs.sound.get()));
        keep("till-kiosk", move || switch(prefs.kiosk.get()));
        keep("till-camera", move || prefs.facing.with(Facing::to_word));
        prefs
    }
}

fn keep(key: &'static str, value: impl Fn() -> String + Send + Sync + 'static) {
    Effect::watch(
        value,
        move |value, _, _| {
            if let Some(storage) = storage() {
                // A full or forbidden storage means that the choice lasts until the page is closed.
                let _ = storage.set_item(key, value);
            }
        },
        false,
    );
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Natively, where views are tested, there is none.
fn storage() -> Option<web_sys::Storage> {
    if cfg!(target_arch = "wasm32") { window().local_storage().ok().flatten() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_camera_is_kept_as_a_word() {
        for facing in [Facing::Back, Facing::Front, Facing::Device("a:b/c=".to_owned())] {
            assert_eq!(Facing::from_word(&facing.to_word()), facing);
        }
        assert_eq!(Facing::from_word("garbage"), Facing::Back);
    }
}
