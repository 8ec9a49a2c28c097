//! Taking tokens, in a real browser.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::{cache, keys};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const STORES: &[&str] = &[cache::STORE, keys::STORE, STORE];
const DAY: i64 = 86_400;
/// The moment of the tests; today ends at `DAYS * DAY`.
const NOW: i64 = 20_000 * DAY + 100;

/// `count` tokens that end `days` whole days after today began; their bytes tell them apart.
async fn tokens(db: &Db, days: i64, count: u8) {
    let mut stored = Vec::new();
    for number in 0..count {
        let (key, _) = HolderKey::generate(db).await.unwrap();
        let expires_at = 20_000 * DAY + days * DAY;
        let shows = Shown { tier: Some(3), name: None, perks: Vec::new() };
        let token = vec![u8::try_from(days).unwrap(), number];
        stored.push(Stored { token, key, starts_at: expires_at - DAY, expires_at, shows });
    }
    add(db, Purpose::Level, &stored).await.unwrap();
}

#[wasm_bindgen_test]
async fn each_token_is_taken_once_then_the_oldest_again() {
    const DB: Db = Db::new("test-take", 1, STORES);
    tokens(&DB, 1, 2).await;
    tokens(&DB, 2, 1).await;
    let mut seen = Vec::new();
    for second in 0..2 {
        let taken = take(&DB, Purpose::Level, NOW + second).await.unwrap().unwrap();
        assert!(!taken.reused);
        assert!(!seen.contains(&taken.stored.token));
        seen.push(taken.stored.token);
    }
    assert_eq!(stock(&DB, Purpose::Level, NOW).await.unwrap().today, 0);
    for (second, oldest) in [(2, &seen[0]), (3, &seen[1]), (4, &seen[0])] {
        let again = take(&DB, Purpose::Level, NOW + second).await.unwrap().unwrap();
        assert!(again.reused, "tomorrow's token is not for today");
        assert_eq!(&again.stored.token, oldest);
    }
    let tomorrow = take(&DB, Purpose::Level, NOW + DAY).await.unwrap().unwrap();
    assert_eq!((tomorrow.reused, tomorrow.stored.token), (false, vec![2, 0]));
    assert!(take(&DB, Purpose::LevelAndName, NOW).await.unwrap().is_none(), "purposes do not mix");
}

#[wasm_bindgen_test]
async fn two_takers_never_get_the_same_token() {
    const DB: Db = Db::new("test-race", 1, STORES);
    tokens(&DB, 1, 8).await;
    let (mut names, taking) = (Vec::new(), js_sys::Array::new());
    for _ in 0..8 {
        taking.push(&wasm_bindgen_futures::future_to_promise(async {
            let taken = take(&DB, Purpose::Level, NOW).await.unwrap().unwrap();
            assert!(!taken.reused);
            Ok(JsValue::from(taken.stored.token[1]))
        }));
    }
    let taken = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::all(&taking)).await.unwrap();
    for name in js_sys::Array::from(&taken).iter() {
        names.push(name.as_f64().unwrap());
    }
    names.sort_by(f64::total_cmp);
    assert_eq!(names, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
}

#[wasm_bindgen_test]
async fn a_damaged_entry_is_passed_over() {
    const DB: Db = Db::new("test-damaged", 1, STORES);
    let key = format!("new/level/{:010}/0000", 20_000 * DAY + DAY);
    DB.put_js(STORE, &key, &JsValue::from_str("garbage")).await.unwrap();
    assert!(take(&DB, Purpose::Level, NOW).await.unwrap().is_none());
    tokens(&DB, 1, 1).await;
    DB.put_js(STORE, &key, &JsValue::from_str("garbage")).await.unwrap();
    assert!(take(&DB, Purpose::Level, NOW).await.unwrap().is_some());
}

#[wasm_bindgen_test]
async fn purging_removes_what_ended_with_its_key() {
    const DB: Db = Db::new("test-purge", 1, STORES);
    tokens(&DB, 1, 2).await;
    tokens(&DB, 2, 1).await;
    take(&DB, Purpose::Level, NOW).await.unwrap().unwrap();
    assert_eq!(purge(&DB, NOW).await, Ok(0));
    assert_eq!(purge(&DB, 20_001 * DAY + 60).await, Ok(0), "a clock may be a little wrong");
    assert_eq!(purge(&DB, 20_001 * DAY + GRACE_S).await, Ok(2));
    assert_eq!(stock(&DB, Purpose::Level, NOW).await.unwrap().all, 1);
}

#[wasm_bindgen_test]
async fn revoked_tokens_are_dropped_and_others_stay() {
    use crate::tokens::{Plan, drop_revoked};
    const DB: Db = Db::new("test-revoked", 1, STORES);
    let plan = |epoch: u8| Plan { allowances: Vec::new(), epoch: api::Fixed([epoch; 8]), at_ms: NOW * 1000 };
    let kept = || async { stock(&DB, Purpose::Level, NOW).await.unwrap().all };
    assert!(!drop_revoked(&DB, api::Fixed([1; 8])).await.unwrap(), "there is nothing to drop");
    tokens(&DB, 1, 2).await;
    DB.put(cache::STORE, "plan", &plan(1)).await.unwrap();
    assert!(!drop_revoked(&DB, api::Fixed([1; 8])).await.unwrap());
    assert_eq!(kept().await, 2);
    assert!(drop_revoked(&DB, api::Fixed([2; 8])).await.unwrap());
    assert_eq!(kept().await, 0);
    // Without a plan nobody knows from when they are.
    tokens(&DB, 1, 2).await;
    assert!(drop_revoked(&DB, api::Fixed([2; 8])).await.unwrap());
    assert_eq!(kept().await, 0);
}
