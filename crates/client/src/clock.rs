//! The time, corrected by the server's last `Date`.
//!
//! A phone's clock may be wrong by hours. Each answer of the server tells its time; the difference is kept, also
//! over a restart, and used until it is too old or the phone's clock was changed meanwhile.

use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};

/// The page's clock; clones share one correction.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<Mutex<State>>);

/// Two readings taken together: the wall clock, which people may set, and the page's own, which they may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Milliseconds since 1970-01-01 UTC, as the device believes.
    pub wall_ms: i64,
    /// Milliseconds since the page started.
    pub monotonic_ms: i64,
}

/// The time, and how far it can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds since 1970-01-01 UTC, corrected where possible.
    pub ms: i64,
    /// How long ago the server told its time, or nothing when no correction applies.
    pub correction_age_ms: Option<i64>,
    /// What the correction adds to the device's clock.
    pub correction_ms: i64,
}

impl Now {
    /// Whole seconds since 1970-01-01 UTC.
    pub const fn seconds(self) -> i64 {
        self.ms.div_euclid(1000)
    }
}

/// A correction as it is kept over a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What to add to the device's clock.
    pub offset_ms: i64,
    /// The device's clock when the server told its time.
    pub wall_ms: i64,
}

/// The rules, apart from the browser.
#[derive(Debug, Clone, Copy, Default)]
pub struct State {
    correction: Option<Kept>,
    /// The latest pair of readings: from here on both clocks must have moved alike.
    last: Option<Sample>,
}

impl State {
    /// Wall and page clock may drift apart by this much between two readings before the correction is dropped.
    const TOLERANCE_MS: i64 = 2_000;
    /// A correction is not kept longer than tokens are.
    const KEEP_MS: i64 = 72 * 3600 * 1000;

    /// Takes the server's time. Its `Date` is in whole seconds, so half a second is added.
    pub fn observe(&mut self, server_ms: i64, before: Sample, after: Sample) {
        let middle = after.wall_ms - (after.monotonic_ms - before.monotonic_ms) / 2;
        self.correction = Some(Kept { offset_ms: server_ms + 500 - middle, wall_ms: after.wall_ms });
        self.last = Some(after);
    }

    /// Takes up a correction kept by an earlier page.
    pub fn restore(&mut self, kept: Kept) {
        self.correction = Some(kept);
    }

    /// The time at a reading.
    pub fn now(&mut self, at: Sample) -> Now {
        let jumped = self.last.is_some_and(|last| {
            let (wall, page) = (at.wall_ms - last.wall_ms, at.monotonic_ms - last.monotonic_ms);
            (wall - page).abs() > Self::TOLERANCE_MS
        });
        self.last = Some(at);
        let usable = |kept: &Kept| (0..=Self::KEEP_MS).contains(&(at.wall_ms - kept.wall_ms)) && !jumped;
        self.correction = self.correction.filter(usable);
        match self.correction {
            Some(kept) => Now {
                ms: at.wall_ms + kept.offset_ms,
                correction_age_ms: Some(at.wall_ms - kept.wall_ms),
                correction_ms: kept.offset_ms,
            },
            None => Now { ms: at.wall_ms, correction_age_ms: None, correction_ms: 0 },
        }
    }
}

const STORAGE_KEY: &str = "clock";

impl Clock {
    /// The page's clock, with what an earlier page kept.
    pub fn start() -> Self {
        let clock = Self::default();
        let kept = local_storage().and_then(|s| s.get_item(STORAGE_KEY).ok().flatten());
        if let Some(kept) = kept.and_then(|text| serde_json::from_str(&text).ok()) {
            clock.with(|state| state.restore(kept));
        }
        clock
    }

    /// The time now.
    pub fn now(&self) -> Now {
        self.with(|state| state.now(Sample::now()))
    }

    /// Takes the `Date` of an answer; what is not a date changes nothing.
    pub fn observe(&self, date: &str, before: Sample, after: Sample) {
        let server_ms = js_sys::Date::parse(date);
        if !server_ms.is_finite() {
            return;
        }
        let kept = self.with(|state| {
            state.observe(whole(server_ms), before, after);
            state.correction
        });
        if let (Some(storage), Some(Ok(text))) = (local_storage(), kept.map(|k| serde_json::to_string(&k))) {
            // Full or forbidden storage only means that the next start has no correction.
            let _ = storage.set_item(STORAGE_KEY, &text);
        }
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sample {
    /// Reads both clocks.
    pub fn now() -> Self {
        let page = web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now());
        Self { wall_ms: whole(js_sys::Date::now()), monotonic_ms: whole(page) }
    }
}

fn local_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

#[expect(clippy::cast_possible_truncation, reason = "milliseconds of JavaScript are far below 2^53")]
fn whole(ms: f64) -> i64 {
    ms as i64
}

#[cfg(test)]
mod tests;
