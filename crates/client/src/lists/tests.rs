use super::{kept::KeptAnchor, *};
use credit_code::{
    UnixTime,
    body::{Perks, Tiers},
    bundle::Bundle,
    key::SigningKey,
    status::{StatusBits, StatusList},
    trust::{Anchor, TierMap, TrustEntry, TrustList, Use},
};

const NOW: UnixTime = UnixTime(1_795_000_000);
const HOUR: i64 = 3_600;

fn key(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

fn root() -> Anchor {
    Anchor::pinned(key(1).public())
}

fn trust(seq: u64, age_s: i64) -> TrustList {
    let entry = TrustEntry {
        kid: key(2).public().kid(),
        x: key(2).public(),
        city: 330_800,
        city_name: "衢州".to_owned(),
        usage: Use::Status,
        nbf: NOW.plus(-400 * HOUR),
        exp: NOW.plus(400 * HOUR),
        lifetime_s: 0,
        tiers: Tiers::default(),
        perks: Perks::default(),
        status_uri: None,
        tier_map: TierMap::default(),
        min_version: 1,
        revoked_at: None,
    };
    let iat = NOW.plus(-age_s);
    TrustList { seq, iat, exp: iat.plus(240 * HOUR), home: 330_800, next_root: None, entries: vec![entry] }
}

/// A status list by a key, signed so long ago, ending so far ahead, with one bit set.
fn status(uri: &str, signer: u8, age_s: i64, ends_s: i64, revoked: u32) -> Vec<u8> {
    let mut bits = StatusBits::new(1024);
    assert!(bits.set(revoked));
    let list = StatusList::new(uri.to_owned(), NOW.plus(-age_s), NOW.plus(ends_s), 3600, bits);
    list.sign(&key(signer)).unwrap()
}

fn bundle(trust: &TrustList, status: Vec<Vec<u8>>) -> Vec<u8> {
    Bundle { trust: trust.sign(&key(1)).unwrap(), status }.encode()
}

fn revoked(lists: &Lists, uri: &str, idx: u32) -> Option<bool> {
    lists.status().find(|list| list.uri == uri)?.is_revoked(idx)
}

#[test]
fn a_download_is_checked_and_its_forged_parts_left_out() {
    let bytes = bundle(
        &trust(5, HOUR),
        vec![status("a", 2, HOUR, 24 * HOUR, 7), status("forged", 3, HOUR, 24 * HOUR, 7), vec![1, 2, 3]],
    );
    let (lists, anchor) = Lists::open(&bytes, &root()).unwrap();
    assert_eq!((lists.trust().seq, anchor.seq(), lists.refused()), (5, 5, 2));
    assert_eq!(revoked(&lists, "a", 7), Some(true));
    assert_eq!(revoked(&lists, "forged", 7), None);
    assert_eq!(lists.cities(), ["衢州"]);
    assert_eq!(
        Lists::open(&lists.to_bytes(), &anchor).unwrap().0.status().count(),
        1,
        "kept and opened again"
    );
}

#[test]
fn lists_by_another_root_or_from_before_are_refused() {
    let bytes = bundle(&trust(5, HOUR), Vec::new());
    let forged = Lists::open(&bytes, &Anchor::pinned(key(9).public())).unwrap_err();
    assert!(!forged.is_older(), "{forged}");
    let (_, anchor) = Lists::open(&bytes, &root()).unwrap();
    let older = Lists::open(&bundle(&trust(4, 0), Vec::new()), &anchor).unwrap_err();
    assert!(older.is_older(), "{older}");
    for length in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert!(Lists::open(&bytes[..length], &root()).is_err());
    }
}

#[test]
fn a_newer_download_does_not_bring_back_an_older_status_list() {
    let (old, anchor) = Lists::open(
        &bundle(
            &trust(5, 2 * HOUR),
            vec![status("a", 2, HOUR, 24 * HOUR, 7), status("b", 2, HOUR, 24 * HOUR, 1)],
        ),
        &root(),
    )
    .unwrap();
    // Somebody puts an older status list under a newer trust list, to hide a revocation.
    let replayed = bundle(&trust(6, HOUR), vec![status("a", 2, 3 * HOUR, 24 * HOUR, 9)]);
    let new = Lists::open(&replayed, &anchor).unwrap().0.over(&old, NOW);
    assert_eq!((revoked(&new, "a", 7), revoked(&new, "a", 9)), (Some(true), Some(false)));
    assert_eq!(revoked(&new, "b", 1), Some(true), "what the download lacks is kept");
    let newer = bundle(&trust(7, 0), vec![status("a", 2, 0, 24 * HOUR, 9)]);
    let newer = Lists::open(&newer, &anchor).unwrap().0.over(&new, NOW);
    assert_eq!(revoked(&newer, "a", 9), Some(true));
    assert_eq!(newer.to_bytes(), Lists::open(&newer.to_bytes(), &anchor).unwrap().0.to_bytes());
}

#[test]
fn status_lists_of_past_days_go() {
    let days =
        |ends: &[i64]| ends.iter().map(|end| status(&format!("day{end}"), 2, 90 * HOUR, *end, 1)).collect();
    let (old, anchor) =
        Lists::open(&bundle(&trust(5, HOUR), days(&[-72 * HOUR, -24 * HOUR, 24 * HOUR])), &root()).unwrap();
    let (new, _) = Lists::open(&bundle(&trust(6, HOUR), Vec::new()), &anchor).unwrap();
    let left: Vec<String> = new.over(&old, NOW).status().map(|list| list.uri.clone()).collect();
    assert_eq!(left, [format!("day{}", -24 * HOUR), format!("day{}", 24 * HOUR)]);
}

#[test]
fn how_long_a_till_works_without_a_network() {
    let ages = |trust: &TrustList, status| Lists::open(&bundle(trust, status), &root()).unwrap().0.ages(NOW);
    let three_days = vec![
        status("yesterday", 2, 90 * HOUR, -HOUR, 1),
        status("today", 2, 2 * HOUR, 10 * HOUR, 1),
        status("in-two-days", 2, 2 * HOUR, 58 * HOUR, 1),
    ];
    let fresh = ages(&trust(1, HOUR), three_days);
    assert_eq!(fresh.signed_at, NOW.0 - 2 * HOUR, "yesterday's list is not needed today");
    assert_eq!((fresh.green_until, fresh.works_until), (NOW.0 + 22 * HOUR, NOW.0 + 58 * HOUR));
    let bare = ages(&trust(1, HOUR), Vec::new());
    assert_eq!((bare.green_until, bare.works_until), (NOW.0 + 23 * HOUR, NOW.0 + 71 * HOUR));
    let mut short = trust(1, HOUR);
    short.exp = NOW.plus(HOUR);
    assert_eq!(ages(&short, Vec::new()).works_until, NOW.0 + HOUR);
}

#[test]
fn what_was_seen_is_remembered_for_the_same_root_only() {
    let anchor = Anchor::kept(key(4).public(), Some(key(5).public()), 17);
    let kept = KeptAnchor::of(&anchor, key(1).public());
    let kept: KeptAnchor = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();
    assert_eq!(kept.under(key(1).public()), anchor);
    assert_eq!(kept.under(key(2).public()), Anchor::pinned(key(2).public()), "another build, another root");
}

#[test]
fn another_city_cannot_replace_a_list_under_its_address() {
    let mut both = trust(5, HOUR);
    let other = TrustEntry {
        kid: key(3).public().kid(),
        x: key(3).public(),
        city: 331_100,
        ..both.entries[0].clone()
    };
    both.entries.push(other);
    let genuine = status("a", 2, HOUR, 24 * HOUR, 7);
    let newer = status("a", 3, 0, 24 * HOUR, 9);
    let (lists, _) = Lists::open(&bundle(&both, vec![genuine, newer]), &root()).unwrap();
    let held = lists.status().map(|list| (list.city(), list.is_revoked(7)));
    assert_eq!(held.collect::<Vec<_>>(), [(Some(330_800), Some(true)), (Some(331_100), Some(false))]);
}
