//! Tells which step of how many is under way, and how long each took.

use std::time::{Duration, Instant};

/// A counter of steps.
pub(crate) struct Progress {
    total: usize,
    done: usize,
    began: Instant,
}

impl Progress {
    pub(crate) fn new(total: usize) -> Progress {
        Progress { total, done: 0, began: Instant::now() }
    }

    /// Announces a step, does it, and tells how long it took.
    pub(crate) fn step<T>(&mut self, what: &str, work: impl FnOnce() -> T) -> (T, Duration) {
        self.done += 1;
        println!("[{}/{}] {what} … ({} so far)", self.done, self.total, short(self.began.elapsed()));
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        println!("[{}/{}] {what}: {}", self.done, self.total, short(took));
        (result, took)
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }
}

/// A duration as people say it: `0.4 s`, `12 s`, `3 min 05 s`.
pub(crate) fn short(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_as_people_say_them() {
        assert_eq!(short(Duration::from_millis(420)), "0.4 s");
        assert_eq!(short(Duration::from_secs(12)), "12 s");
        assert_eq!(short(Duration::from_secs(185)), "3 min 05 s");
    }
}
