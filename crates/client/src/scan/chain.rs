//! The chain of readers.

use super::{
    detector::Detector,
    frame::{Frame, Frames},
    helper::{Answer, Helper},
};
use crate::js;
use js_sys::{Array, Promise};
use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlVideoElement, WorkerType};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The browser itself.
    Browser,
    /// The small one in Rust.
    Quick,
    /// The big one, fetched later.
    Strong,
}

/// A text that was read in a frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Sighting {
    /// The text.
    pub text: String,
    /// When the frame was taken, milliseconds of the page's own clock.
    pub at_ms: f64,
    /// Who read it.
    pub by: Reader,
}

/// All readers of a page; clones are the same one.
#[derive(Clone)]
pub struct Chain(Rc<Inner>);

struct Inner {
    base: &'static str,
    detector: RefCell<Option<Detector>>,
    detecting: Cell<bool>,
    quick: OnceCell<Helper>,
    strong: OnceCell<Helper>,
    frames: Frames,
}

impl Chain {
    /// A chain whose workers' scripts lie under `base` (`/merchant/`).
    pub fn new(base: &'static str) -> Self {
        Self(Rc::new(Inner {
            base,
            detector: RefCell::default(),
            detecting: Cell::default(),
            quick: OnceCell::default(),
            strong: OnceCell::default(),
            frames: Frames::default(),
        }))
    }

    /// Starts the reader that is quickly there: the browser's own, or the small worker.
    pub async fn start(&self) {
        let found = Detector::find().await;
        if found.is_none() {
            self.quick();
        }
        self.0.detector.replace(found);
    }

    /// Starts the big reader, unless the browser reads by itself.
    pub fn strengthen(&self) {
        if self.0.detector.borrow().is_none() {
            self.strong();
        }
    }

    /// [`Chain::strengthen`], once the service worker can keep what is fetched for it, or after a while without one.
    pub async fn strengthen_later(&self) {
        const MOST_MS: i32 = 8_000;
        let kept = js::part(&js_sys::global(), "navigator").and_then(|n| js::part(&n, "serviceWorker"));
        let ready = kept.and_then(|kept| js::part(&kept, "ready")?.dyn_into::<Promise>().ok());
        let late = js::pause(MOST_MS);
        let either = Array::of2(&ready.unwrap_or_else(|| late.clone()), &late);
        // Whichever comes first; a worker that failed to register is one that is late.
        let _ = JsFuture::from(Promise::race(&either)).await;
        self.strengthen();
    }

    /// The readers that are ready.
    pub fn readers(&self) -> Vec<Reader> {
        let ready = |helper: &OnceCell<Helper>| helper.get().is_some_and(Helper::is_ready);
        [
            (Reader::Browser, self.0.detector.borrow().is_some()),
            (Reader::Quick, ready(&self.0.quick)),
            (Reader::Strong, ready(&self.0.strong)),
        ]
        .into_iter()
        .filter_map(|(reader, ready)| ready.then_some(reader))
        .collect()
    }

    /// Gives the frame that the video shows to every idle reader.
    pub fn offer(&self, video: &HtmlVideoElement, at_ms: f64, found: &Rc<dyn Fn(Sighting)>) {
        if let Some(detector) = self.0.detector.borrow().clone() {
            if !self.0.detecting.replace(true) {
                spawn_local(self.clone().detect(detector, video.clone(), at_ms, found.clone()));
            }
            return;
        }
        let helpers = [(Reader::Quick, &self.0.quick), (Reader::Strong, &self.0.strong)];
        for (by, helper) in helpers {
            let Some(helper) = helper.get().filter(|helper| helper.is_idle()) else { continue };
            let Some(frame) = self.0.frames.take(video) else { return };
            spawn_local(self.clone().read(helper.clone(), frame, (by, at_ms), found.clone()));
        }
    }

    async fn read(
        self,
        helper: Helper,
        frame: Frame,
        (by, at_ms): (Reader, f64),
        found: Rc<dyn Fn(Sighting)>,
    ) {
        match helper.read(frame).await {
            Answer::Read(Some(text)) => found(Sighting { text, at_ms, by }),
            Answer::Unfit => self.0.frames.give_up_video_frames(),
            Answer::Read(None) | Answer::Stopped => {}
        }
    }

    async fn detect(
        self,
        detector: Detector,
        video: HtmlVideoElement,
        at_ms: f64,
        found: Rc<dyn Fn(Sighting)>,
    ) {
        match detector.read(&video).await {
            Ok(Some(text)) => found(Sighting { text, at_ms, by: Reader::Browser }),
            Ok(None) => {}
            Err(_) => {
                // It promised too much: our own readers take over.
                self.0.detector.replace(None);
                self.quick();
                self.strong();
            }
        }
        self.0.detecting.set(false);
    }

    pub(super) fn detector(&self) -> Option<Detector> {
        self.0.detector.borrow().clone()
    }

    pub(super) fn frames(&self) -> &Frames {
        &self.0.frames
    }

    pub(super) fn quick(&self) -> &Helper {
        let script = || format!("{}scan_worker_loader.js", self.0.base);
        self.0.quick.get_or_init(|| Helper::start(script(), WorkerType::Classic))
    }

    pub(super) fn strong(&self) -> &Helper {
        let script = || format!("{}reader.js", self.0.base);
        self.0.strong.get_or_init(|| Helper::start(script(), WorkerType::Module))
    }
}
