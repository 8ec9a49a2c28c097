use super::{
    store::{at_of, key},
    sync::deliverable,
    *,
};
use api::Fixed;

const NOW: i64 = 1_795_000_000;
const DAY: i64 = 86_400;

pub(super) fn entry(number: u8, at: i64) -> Entry {
    Entry {
        id: ScanId::from_bytes([number; 16]),
        token: Fixed([number; 32]),
        status: Some(ScannedStatus {
            uri: "https://example.org/lists/status/330800/20775/0".to_owned(),
            index: 7,
        }),
        at,
        perk: PerkId::try_from(3).ok(),
        verdict: "VALID".to_owned(),
        outcome: None,
    }
}

#[test]
fn counts_go_by_colour() {
    let counts = [Colour::Green, Colour::Green, Colour::Amber, Colour::Red, Colour::Grey]
        .into_iter()
        .fold(Counts::default(), Counts::and);
    assert_eq!(counts, Counts { green: 2, amber: 1, red: 1, grey: 1 });
    assert_eq!(counts.total(), 5);
    let full = Counts { green: u32::MAX, ..Counts::default() };
    assert_eq!(full.and(Colour::Green), full);
}

#[test]
fn one_scan_that_the_server_would_not_take_does_not_hold_up_the_others() {
    let entries = vec![
        entry(1, NOW - 40 * DAY),
        entry(2, NOW - 3 * DAY),
        entry(3, NOW),
        entry(4, NOW + 60),
        entry(5, NOW + DAY),
    ];
    let now: Vec<u8> = deliverable(entries.clone(), NOW).iter().map(|e| e.token.0[0]).collect();
    assert_eq!(now, [2, 3, 4]);
    let tomorrow: Vec<u8> = deliverable(entries, NOW + DAY).iter().map(|e| e.token.0[0]).collect();
    assert_eq!(tomorrow, [2, 3, 4, 5], "made by a clock that was ahead: its time has come");
}

#[test]
fn a_scan_is_delivered_as_it_was_made_and_without_more() {
    let json = serde_json::to_string(&entry(9, NOW).to_scan()).unwrap();
    assert!(!json.contains("VALID") && json.contains("\"perk\":3"), "{json}");
    let kept: Entry = serde_json::from_str(&serde_json::to_string(&entry(9, NOW)).unwrap()).unwrap();
    assert_eq!(kept.to_scan(), entry(9, NOW).to_scan(), "sent again, it is the same");
}

#[test]
fn keys_order_by_time() {
    assert_eq!(at_of(&key("pending/", &entry(1, NOW))), Some(NOW));
    assert!(key("done/", &entry(9, NOW - 1)) < key("done/", &entry(1, NOW)));
    assert_eq!(at_of("garbage"), None);
}

#[test]
fn the_cashier_hears_of_what_went_wrong_only() {
    let with = |outcome| Entry { outcome, ..entry(1, NOW) }.is_troubled();
    assert!(!with(None) && !with(Some(ScanOutcome::Recorded)));
    assert!(with(Some(ScanOutcome::Revoked)) && with(Some(ScanOutcome::Refused)));
    assert!(with(Some(ScanOutcome::Replayed { first_at: NOW, elsewhere: true })));
}
