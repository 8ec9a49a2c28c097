//! The till's camera and readers: one camera a session, asked for by a button, at rest while no page shows it.

use super::{Facing, Prefs};
use client::{
    camera::{Ability, Camera, CameraError},
    platform::WakeLock,
    scan::{Chain, Reader},
};
use leptos::{prelude::*, task::spawn_local};

/// Where the camera stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LensState {
    /// Nobody has asked for it.
    Off,
    /// The browser asks the person.
    Opening,
    /// It runs.
    On,
    /// It does not.
    Failed(CameraError),
}

/// Camera and readers. Every field is `Copy`.
#[derive(Clone, Copy)]
pub struct Lens {
    chain: StoredValue<Option<Chain>, LocalStorage>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
    awake: StoredValue<Option<WakeLock>, LocalStorage>,
    state: RwSignal<LensState>,
    ability: RwSignal<Ability>,
}

impl Default for Lens {
    fn default() -> Self {
        Self {
            chain: StoredValue::new_local(None),
            camera: StoredValue::new_local(None),
            awake: StoredValue::new_local(None),
            state: RwSignal::new(LensState::Off),
            ability: RwSignal::new(Ability::default()),
        }
    }
}

impl Lens {
    /// Starts the readers: the quick one at once, the strong one when the page has been painted and kept.
    pub(super) fn start(self) {
        let chain = Chain::new("/merchant/");
        self.chain.set_value(Some(chain.clone()));
        spawn_local(async move {
            chain.start().await;
            chain.strengthen_later().await;
        });
    }

    /// The readers.
    pub fn chain(self) -> Option<Chain> {
        self.chain.try_get_value().flatten()
    }

    /// The readers that are ready.
    pub fn readers(self) -> Vec<Reader> {
        self.chain().map(|chain| chain.readers()).unwrap_or_default()
    }

    /// Where the camera stands.
    pub fn state(self) -> ReadSignal<LensState> {
        self.state.read_only()
    }

    /// What it offers.
    pub fn ability(self) -> ReadSignal<Ability> {
        self.ability.read_only()
    }

    /// The running camera.
    pub fn camera(self) -> Option<Camera> {
        self.camera.try_get_value().flatten()
    }

    /// Opens the camera that is chosen, instead of the one that runs.
    pub fn open(self, prefs: Prefs) {
        let choice = prefs.facing.get_untracked().to_choice();
        if let Some(old) = self.camera.try_update_value(Option::take).flatten() {
            old.close();
        }
        self.state.set(LensState::Opening);
        spawn_local(async move {
            match Camera::open(&choice).await {
                Ok(camera) => {
                    self.ability.set(camera.ability());
                    self.camera.set_value(Some(camera));
                    self.state.set(LensState::On);
                    self.stay_awake().await;
                }
                Err(error) => self.state.set(LensState::Failed(error)),
            }
        });
    }

    /// From back to front and back again.
    pub fn swap(self, prefs: Prefs) {
        let is_front = self.camera().is_some_and(|camera| camera.is_front());
        prefs.facing.set(if is_front { Facing::Back } else { Facing::Front });
        self.open(prefs);
    }

    /// A page shows it, or none does. A camera that was taken away meanwhile is off.
    pub fn rest(self, resting: bool) {
        let Some(camera) = self.camera() else { return };
        camera.rest(resting);
        if !camera.is_live() {
            self.camera.set_value(None);
            self.state.set(LensState::Off);
        }
        if resting {
            if let Some(lock) = self.awake.try_update_value(Option::take).flatten() {
                lock.release();
            }
        } else {
            spawn_local(self.stay_awake());
        }
    }

    /// Asks that the screen stay on.
    async fn stay_awake(self) {
        if let Some(lock) = WakeLock::ask().await
            && let Some(Some(old)) = self.awake.try_update_value(|kept| kept.replace(lock))
        {
            old.release();
        }
    }
}
