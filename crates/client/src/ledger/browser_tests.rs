//! The ledger, in a real browser.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::{store::settle, tests::entry, *};
use crate::idb::Db;
use api::scans::ScanResult;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const STORES: &[&str] = &[SCANS, DAYS];
const NOW: i64 = 1_795_000_000;
const DAY: i64 = 86_400;

#[wasm_bindgen_test]
async fn a_scan_waits_until_the_server_has_answered_and_is_counted_once() {
    const DB: Db = Db::new("test-ledger", 1, STORES);
    record(&DB, NOW, Colour::Green, Some(&entry(1, NOW))).await.unwrap();
    record(&DB, NOW + 1, Colour::Green, Some(&entry(2, NOW + 1))).await.unwrap();
    record(&DB, NOW + 2, Colour::Red, None).await.unwrap();
    assert_eq!(days(&DB).await.unwrap()[0].1, Counts { green: 2, red: 1, ..Counts::default() });

    let sent = waiting(&DB).await.unwrap();
    assert_eq!(sent.iter().map(|e| e.token.0[0]).collect::<Vec<_>>(), [1, 2]);
    let results = [ScanResult { id: sent[0].id, outcome: ScanOutcome::Recorded }];
    assert_eq!(settle(&DB, &sent, &results).await.unwrap().len(), 1);
    assert_eq!(waiting(&DB).await.unwrap(), [entry(2, NOW + 1)], "what was not answered for still waits");
    // The same answer again, as after a connection that broke.
    settle(&DB, &sent[..1], &results).await.unwrap();
    let kept = recent(&DB, 10).await.unwrap();
    assert_eq!(
        kept.iter().map(|e| (e.token.0[0], e.outcome)).collect::<Vec<_>>(),
        [(2, None), (1, Some(ScanOutcome::Recorded))]
    );
    assert_eq!(tokens_since(&DB, NOW + 1).await.unwrap(), [entry(2, 0).token]);
}

#[wasm_bindgen_test]
async fn what_is_old_goes() {
    const DB: Db = Db::new("test-ledger-purge", 1, STORES);
    for (number, at) in [(1, NOW - 91 * DAY), (2, NOW - 89 * DAY), (3, NOW)] {
        record(&DB, at, Colour::Green, Some(&entry(number, at))).await.unwrap();
    }
    assert_eq!(purge(&DB, NOW).await, Ok(1));
    assert_eq!(recent(&DB, 10).await.unwrap().iter().map(|e| e.token.0[0]).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(days(&DB).await.unwrap().len(), 2);
    assert_eq!(recent(&DB, 1).await.unwrap().len(), 1);
}
