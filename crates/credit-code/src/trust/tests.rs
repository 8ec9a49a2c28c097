use super::*;
use crate::{DecodeError, body::NumberSet};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn key(byte: u8) -> SigningKey {
    SigningKey::from_seed(&[byte; 32])
}

fn entry(byte: u8) -> TrustEntry {
    let x = key(byte).public();
    TrustEntry {
        kid: x.kid(),
        x,
        city: 330_800,
        city_name: "衢州".to_owned(),
        usage: Use::Phone,
        nbf: UnixTime(1000),
        exp: UnixTime(9000),
        lifetime_s: 86_400,
        tiers: NumberSet(7),
        perks: NumberSet::ALL,
        status_uri: Some("https://credit.example/{day}/{list}".to_owned()),
        tier_map: TierMap::default(),
        min_version: 1,
        revoked_at: None,
    }
}

fn list(seq: u64) -> TrustList {
    TrustList {
        seq,
        iat: UnixTime(2000),
        exp: UnixTime(8000),
        home: 330_800,
        next_root: None,
        entries: vec![entry(11), TrustEntry { usage: Use::Status, lifetime_s: 0, ..entry(12) }],
    }
}

fn anchor() -> Anchor {
    Anchor::pinned(key(1).public())
}

#[test]
fn a_list_comes_back_with_its_place_in_the_sequence() {
    let list = TrustList { next_root: Some(key(2).public()), ..list(7) };
    let (opened, after) = TrustList::open(&list.sign(&key(1)).unwrap(), &anchor()).unwrap();
    assert_eq!(*opened, list);
    assert_eq!(after, Anchor::kept(key(1).public(), Some(key(2).public()), 7));
    assert_eq!(opened.find(key(12).public().kid()).unwrap().usage, Use::Status);
}

#[test]
fn an_older_list_is_refused_and_the_same_is_not() {
    let kept = Anchor::kept(key(1).public(), None, 7);
    let open = |seq| TrustList::open(&list(seq).sign(&key(1)).unwrap(), &kept).map(|_| ());
    assert_eq!(open(6), Err(TrustError::RolledBack { offered: 6, seen: 7 }));
    assert_eq!(open(7), Ok(()));
    assert_eq!(open(8), Ok(()));
}

#[test]
fn the_next_root_takes_over_and_the_old_one_ends() {
    let announced = TrustList { next_root: Some(key(2).public()), ..list(7) }.sign(&key(1)).unwrap();
    let by_next = list(8).sign(&key(2)).unwrap();
    let unknown = TrustError::UnknownRoot(key(2).public().kid());
    assert_eq!(TrustList::open(&by_next, &anchor()).map(|_| ()), Err(unknown));
    let (_, kept) = TrustList::open(&announced, &anchor()).unwrap();
    let (_, kept) = TrustList::open(&by_next, &kept).unwrap();
    assert_eq!(kept, Anchor::kept(key(2).public(), None, 8));
    let by_old = list(9).sign(&key(1)).unwrap();
    let unknown = TrustError::UnknownRoot(key(1).public().kid());
    assert_eq!(TrustList::open(&by_old, &kept).map(|_| ()), Err(unknown));
}

#[test]
fn what_a_list_must_not_hold_is_not_signed() {
    let with = |entries| TrustList { entries, ..list(1) }.sign(&key(1)).map(|_| ());
    let twice = vec![entry(11), TrustEntry { city: 331_100, ..entry(11) }];
    assert_eq!(with(twice), Err(EncodeError::DuplicateKid(entry(11).kid)));
    let range = |field| Err(EncodeError::Range(field));
    for (entry, error) in [
        (TrustEntry { kid: Kid([0; 4]), ..entry(11) }, range("kid")),
        (TrustEntry { city: 99_999, ..entry(11) }, range("city")),
        (TrustEntry { city_name: String::new(), ..entry(11) }, range("city name")),
        (TrustEntry { lifetime_s: 0, ..entry(11) }, range("lifetime")),
        (TrustEntry { lifetime_s: 86_401, ..entry(11) }, range("lifetime")),
        (TrustEntry { usage: Use::Status, ..entry(11) }, range("lifetime")),
        (TrustEntry { status_uri: Some("https://x/{day}".to_owned()), ..entry(11) }, range("status address")),
        (
            TrustEntry { status_uri: Some("https://x/ {list}".to_owned()), ..entry(11) },
            range("status address"),
        ),
        (TrustEntry { tier_map: TierMap(BTreeMap::from([(1, 32)])), ..entry(11) }, range("tier map")),
        (TrustEntry { min_version: 0, ..entry(11) }, range("least version")),
        (TrustEntry { nbf: UnixTime(9000), ..entry(11) }, Err(EncodeError::Time)),
        (TrustEntry { revoked_at: Some(UnixTime(-1)), ..entry(11) }, Err(EncodeError::Time)),
    ] {
        assert_eq!(with(vec![entry]), error);
    }
    assert_eq!(TrustList { home: 1, ..list(1) }.sign(&key(1)), Err(EncodeError::Range("home")));
    assert_eq!(TrustList { exp: UnixTime(2000), ..list(1) }.sign(&key(1)), Err(EncodeError::Time));
}

/// A root that signs nonsense is not believed either.
#[test]
fn what_a_list_must_not_hold_is_not_believed() {
    let signed = |list: &TrustList, alg| {
        let header = Header { alg, ..Header::of(key(1).public().kid()) };
        Sign1::sign(&cbor::to_vec(&header), Domain::Trust, &cbor::to_vec(list), &key(1))
    };
    let open = |bytes: &[u8]| TrustList::open(bytes, &anchor()).map(|_| ()).unwrap_err();
    let twice = TrustList { entries: vec![entry(11), entry(11)], ..list(1) };
    assert_eq!(open(&signed(&twice, -19)), TrustError::Content(EncodeError::DuplicateKid(entry(11).kid)));
    assert_eq!(open(&signed(&list(1), -8)), TrustError::Alg(-8));
    let mut bytes = signed(&list(1), -19);
    bytes.push(0);
    assert_eq!(open(&bytes), TrustError::Decode(DecodeError::NonCanonical));
    assert_eq!(open(&vec![0; TrustList::MAX_BYTES + 1]), TrustError::Decode(DecodeError::Size));
    let issuer_domain = Sign1::sign(
        &cbor::to_vec(&Header::of(key(1).public().kid())),
        Domain::Issuer,
        &cbor::to_vec(&list(1)),
        &key(1),
    );
    assert_eq!(open(&issuer_domain), TrustError::Signature);
}

#[test]
fn a_weak_key_in_a_list_is_refused() {
    let mut bytes = cbor::to_vec(&list(1));
    let x = key(11).public().to_bytes();
    let place = bytes.windows(32).position(|w| w == x).unwrap();
    bytes[place..place + 32].copy_from_slice(&[0; 32]);
    let header = cbor::to_vec(&Header::of(key(1).public().kid()));
    let signed = Sign1::sign(&header, Domain::Trust, &bytes, &key(1));
    assert_eq!(TrustList::open(&signed, &anchor()).map(|_| ()), Err(TrustError::Decode(DecodeError::Shape)));
}

#[test]
fn tombstones_stay() {
    let tombstone = TrustEntry { revoked_at: Some(UnixTime(1500)), ..entry(11) };
    let before = TrustList { entries: vec![tombstone.clone(), entry(12)], ..list(1) };
    let after = |seq, entries| TrustList { entries, ..list(seq) }.check_succession(&before);
    assert_eq!(after(2, vec![tombstone.clone(), entry(12), entry(13)]), Ok(()));
    assert_eq!(after(1, vec![tombstone.clone(), entry(12)]), Err(SuccessionError::Sequence(1)));
    assert_eq!(after(2, vec![entry(12)]), Err(SuccessionError::Tombstone(entry(11).kid)));
    assert_eq!(after(2, vec![entry(11), entry(12)]), Err(SuccessionError::Tombstone(entry(11).kid)));
    assert_eq!(after(2, vec![tombstone.clone()]), Err(SuccessionError::Gone(entry(12).kid)));
    let ended = TrustList { entries: vec![entry(12)], ..list(1) };
    let late = TrustList { iat: UnixTime(9000), exp: UnixTime(9999), entries: vec![], ..list(2) };
    assert_eq!(late.check_succession(&ended), Ok(()));
    assert_eq!(
        TrustList { home: 331_100, ..list(2) }.check_succession(&before),
        Err(SuccessionError::Home(330_800))
    );
}

#[test]
fn an_address_is_filled_in() {
    let uri = entry(11).status_list_uri(UnixTime(86_400 * 20_778), 3);
    assert_eq!(uri.as_deref(), Some("https://credit.example/20777/3"));
    assert_eq!(TrustEntry { status_uri: None, ..entry(11) }.status_list_uri(UnixTime(1), 0), None);
}

#[test]
fn every_flipped_bit_is_refused() {
    let good = list(1).sign(&key(1)).unwrap();
    for bit in 0..good.len() * 8 {
        let mut bad = good.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        assert!(TrustList::open(&bad, &anchor()).is_err(), "bit {bit}");
    }
}

proptest! {
    #[test]
    fn noise_is_no_list(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(TrustList::open(&bytes, &anchor()).is_err());
        let _ = cbor::from_slice::<TrustList>(&bytes, cbor::LIST);
    }

    #[test]
    fn what_is_read_is_written_the_same(place in 0_usize..400, value in any::<u8>()) {
        let mut bytes = cbor::to_vec(&list(1));
        let place = place % bytes.len();
        bytes[place] = value;
        if let Ok(list) = cbor::from_slice::<TrustList>(&bytes, cbor::LIST) {
            prop_assert_eq!(cbor::to_vec(&list), bytes);
        }
    }
}
