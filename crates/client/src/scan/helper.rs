//! A worker that reads, seen from the page: one picture at a time, started again when it stops.

use super::frame::Frame;
use crate::js;
use js_sys::{Array, Function, Promise};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// A picture that takes longer has stopped its worker.
const PATIENCE_MS: i32 = 5_000;
/// A worker that stopped so often stays stopped.
const MOST_STARTS: u32 = 4;

/// What a worker says about a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// This text, or none.
    Read(Option<String>),
    /// It cannot read this kind of picture.
    Unfit,
    /// It stopped.
    Stopped,
}

/// A worker; clones are the same one.
#[derive(Debug, Clone)]
pub(super) struct Helper(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    script: String,
    kind: WorkerType,
    worker: RefCell<Option<Worker>>,
    ready: Cell<bool>,
    starts: Cell<u32>,
    last_id: Cell<u32>,
    waiting: RefCell<Option<(u32, Function)>>,
}

impl Helper {
    /// Starts a worker.
    pub(super) fn start(script: String, kind: WorkerType) -> Self {
        let helper = Self(Rc::new(Inner {
            script,
            kind,
            worker: RefCell::default(),
            ready: Cell::default(),
            starts: Cell::default(),
            last_id: Cell::default(),
            waiting: RefCell::default(),
        }));
        helper.0.start();
        helper
    }

    /// Whether it has been loaded and runs.
    pub(super) fn is_ready(&self) -> bool {
        self.0.ready.get()
    }

    /// Whether it waits for a picture.
    pub(super) fn is_idle(&self) -> bool {
        self.is_ready() && self.0.waiting.borrow().is_none()
    }

    /// Waits until it is loaded; false when that takes too long.
    pub(super) async fn becomes_ready(&self) -> bool {
        for _ in 0..40 {
            if self.is_ready() {
                return true;
            }
            // Kept, always.
            let _ = JsFuture::from(js::pause(100)).await;
        }
        false
    }

    /// Has it read a picture. Call it when it is idle.
    pub(super) async fn read(&self, frame: Frame) -> Answer {
        let inner = &self.0;
        let id = inner.last_id.get().wrapping_add(1);
        inner.last_id.set(id);
        let (message, owned) = frame.message(id);
        let sent = inner.worker.borrow().as_ref().map(|w| w.post_message_with_transfer(&message, &owned));
        if !matches!(sent, Some(Ok(()))) {
            frame.drop_unsent();
            return Answer::Unfit;
        }
        let answer = Promise::new(&mut |resolve: Function, _| {
            inner.waiting.replace(Some((id, resolve)));
        });
        let either = Array::of2(&answer, &js::pause(PATIENCE_MS));
        let first = JsFuture::from(Promise::race(&either)).await.unwrap_or_default();
        if first.is_undefined() {
            inner.stopped();
        }
        if !first.is_object() {
            Answer::Stopped
        } else if js::part(&first, "unfit").is_some() {
            Answer::Unfit
        } else {
            Answer::Read(js::text(&first, "text"))
        }
    }
}

impl Inner {
    fn start(self: &Rc<Self>) {
        self.starts.set(self.starts.get() + 1);
        let options = WorkerOptions::new();
        options.set_type(self.kind);
        let Ok(worker) = Worker::new_with_options(&self.script, &options) else { return };
        let inner = Rc::downgrade(self);
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(inner) = Weak::upgrade(&inner) {
                inner.hear(&event.data());
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
        let inner = Rc::downgrade(self);
        let failed = Closure::<dyn FnMut()>::new(move || {
            if let Some(inner) = Weak::upgrade(&inner) {
                inner.stopped();
            }
        });
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        failed.forget();
        self.worker.replace(Some(worker));
    }

    /// The first message says that it is ready, every other one answers a picture.
    fn hear(&self, message: &JsValue) {
        if message.is_string() {
            return self.ready.set(true);
        }
        let id = js::number(message, "id");
        let ours = |waiting: &(u32, Function)| id == Some(f64::from(waiting.0));
        if let Some((_, resolve)) = self.waiting.borrow_mut().take_if(|waiting| ours(waiting)) {
            // A promise's own function takes any argument.
            let _ = resolve.call1(&JsValue::UNDEFINED, message);
        }
    }

    /// A reader that a picture has stopped is started again; one that cannot even be loaded is not, until the next
    /// start of the app.
    fn stopped(self: &Rc<Self>) {
        let was_ready = self.ready.replace(false);
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        if let Some((_, resolve)) = self.waiting.take() {
            // As above.
            let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::FALSE);
        }
        if was_ready && self.starts.get() < MOST_STARTS {
            self.start();
        }
    }
}
