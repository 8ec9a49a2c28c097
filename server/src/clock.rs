//! The only place that reads the time.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The server's clock: the system's, shifted in tests of a demo city.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    offset: i64,
}

impl Clock {
    /// A clock shifted by so many seconds.
    pub fn shifted(offset: i64) -> Self {
        Self { offset }
    }

    /// Seconds since 1970-01-01 UTC.
    pub fn now(self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX).saturating_add(self.offset)
    }

    /// The same, as an HTTP date.
    pub fn http_date(self) -> String {
        let since = Duration::from_secs(u64::try_from(self.now()).unwrap_or(0));
        httpdate::fmt_http_date(UNIX_EPOCH + since)
    }
}

/// Seconds that clocks in Asia/Shanghai are ahead of UTC; without summer time since 1991.
const SHANGHAI_S: i64 = 8 * 3_600;
/// Seconds of a day.
pub const DAY_S: i64 = 86_400;

/// The civil day in Shanghai at a moment, named as tokens name it: `(exp − 1) / 86400`.
pub fn day_at(now: i64) -> u32 {
    u32::try_from((day_end(now) - 1).div_euclid(DAY_S)).unwrap_or(0)
}

/// When a day named so starts, in seconds since 1970-01-01 UTC.
pub fn day_start(day: u32) -> i64 {
    i64::from(day) * DAY_S - SHANGHAI_S
}

/// When it ends.
pub fn day_ends(day: u32) -> i64 {
    day_start(day) + DAY_S
}

/// The civil date of a day.
pub fn date_of(day: u32) -> jiff::civil::Date {
    jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(i64::from(day)))
}

fn day_end(now: i64) -> i64 {
    ((now + SHANGHAI_S).div_euclid(DAY_S) + 1) * DAY_S - SHANGHAI_S
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_shanghai() {
        // 2026-11-20 15:59:59 UTC is the last second of that day in Shanghai.
        let last = 1_795_190_399;
        assert_eq!(date_of(day_at(last)).to_string(), "2026-11-20");
        assert_eq!(date_of(day_at(last + 1)).to_string(), "2026-11-21");
        let day = day_at(last);
        assert_eq!((day_start(day), day_ends(day)), (last + 1 - DAY_S, last + 1));
        assert_eq!(i64::from(day), (day_ends(day) - 1).div_euclid(DAY_S));
    }
}
