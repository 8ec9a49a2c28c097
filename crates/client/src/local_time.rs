//! Times in words, by the browser's own calendar, in the city's time zone.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

const ZONE: &str = "Asia/Shanghai";

/// A day such as "11月20日".
pub fn day(ms: i64, language: &str) -> String {
    let options = options(&[("month", "long"), ("day", "numeric")]);
    text(date(ms).to_locale_date_string(language, &options).into())
}

/// A day and a time such as "11月20日 10:15".
pub fn minute(ms: i64, language: &str) -> String {
    let options = options(&[
        ("month", "long"),
        ("day", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
    ]);
    text(date(ms).to_locale_string(language, &options).into())
}

/// A day such as `2026-11-20`, for keys.
pub fn iso_day(ms: i64) -> String {
    let options = options(&[("year", "numeric"), ("month", "2-digit"), ("day", "2-digit")]);
    // Sweden writes dates as ISO 8601 does.
    text(date(ms).to_locale_date_string("sv-SE", &options).into())
}

fn options(pairs: &[(&str, &str)]) -> JsValue {
    let options = Object::new();
    for (name, value) in pairs.iter().chain(&[("timeZone", ZONE)]) {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options.into()
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds are far below 2^53")]
fn date(ms: i64) -> Date {
    Date::new(&(ms as f64).into())
}

fn text(value: JsValue) -> String {
    value.as_string().unwrap_or_default()
}
