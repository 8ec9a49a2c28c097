//! Times as officers read them: in Shanghai, where they work.

use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};

/// China's one time zone; without daylight saving since 1991.
const SHANGHAI: Offset = Offset::constant(8);

/// `2026-11-20 14:05` of seconds since 1970-01-01 UTC.
pub(super) fn minute(seconds: i64) -> String {
    format(seconds, "%Y-%m-%d %H:%M")
}

/// `11-20 14:05`: for times that are near.
pub(super) fn near(seconds: i64) -> String {
    format(seconds, "%m-%d %H:%M")
}

/// `14:00`.
pub(super) fn hour(seconds: i64) -> String {
    format(seconds, "%H:%M")
}

/// `2026-11-20`.
pub(super) fn day(seconds: i64) -> String {
    format(seconds, "%Y-%m-%d")
}

/// What no calendar holds is shown as its number.
fn format(seconds: i64, pattern: &str) -> String {
    let Ok(time) = Timestamp::from_second(seconds) else { return seconds.to_string() };
    time.to_zoned(TimeZone::fixed(SHANGHAI)).strftime(pattern).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_shanghais() {
        let midnight = 1_795_190_400; // 2026-11-20 16:00 UTC
        assert_eq!(minute(midnight), "2026-11-21 00:00");
        assert_eq!(near(midnight - 60), "11-20 23:59");
        assert_eq!((hour(midnight), day(midnight)), ("00:00".to_owned(), "2026-11-21".to_owned()));
        assert_eq!(minute(i64::MAX), i64::MAX.to_string());
    }
}
