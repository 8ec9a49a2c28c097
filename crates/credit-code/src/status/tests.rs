use super::*;
use crate::{
    DecodeError, Verified,
    body::NumberSet,
    cbor::Bytes,
    trust::{Anchor, TierMap, TrustEntry, TrustList, Use},
};
use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

fn key(byte: u8) -> SigningKey {
    SigningKey::from_seed(&[byte; 32])
}

/// Keys 11 (phone), 12 (status), 13 (status, revoked).
fn trust() -> Verified<TrustList> {
    let entry = |byte, usage, lifetime_s, revoked_at| TrustEntry {
        kid: key(byte).public().kid(),
        x: key(byte).public(),
        city: 330_800,
        city_name: "衢州".to_owned(),
        usage,
        nbf: UnixTime(1000),
        exp: UnixTime(9000),
        lifetime_s,
        tiers: NumberSet::ALL,
        perks: NumberSet::ALL,
        status_uri: None,
        tier_map: TierMap::default(),
        min_version: 1,
        revoked_at,
    };
    let entries = vec![
        entry(11, Use::Phone, 86_400, None),
        entry(12, Use::Status, 0, None),
        entry(13, Use::Status, 0, Some(UnixTime(2000))),
    ];
    let (iat, exp) = (UnixTime(2000), UnixTime(8000));
    let list = TrustList { seq: 1, iat, exp, home: 330_800, next_root: None, entries };
    TrustList::open(&list.sign(&key(1)).unwrap(), &Anchor::pinned(key(1).public())).unwrap().0
}

fn list() -> StatusList {
    let mut bits = StatusBits::new(1 << 16);
    assert!(bits.set(7) && bits.set(4242));
    StatusList::new("https://credit.example/20777/3".to_owned(), UnixTime(3000), UnixTime(7000), 60, bits)
}

fn open(bytes: &[u8]) -> Result<Verified<StatusList>, StatusError> {
    StatusList::open(bytes, &trust())
}

/// Token Status List §4.1: the first token is the least significant bit of the first byte. Its example list in §5.2,
/// packed by another implementation.
#[test]
fn the_drafts_example() {
    let packed = b"\xa2\x63lst\x4a\x78\xda\xdb\xb9\x18\x00\x02\x17\x01\x5d\x64bits\x01";
    let bits: StatusBits = cbor::from_slice(packed, cbor::LIST).unwrap();
    let values: Vec<u8> = (0..16).map(|idx| u8::from(bits.is_set(idx).unwrap())).collect();
    assert_eq!(values, [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
    assert_eq!(bits.is_set(16), None);
    assert_eq!(cbor::to_vec(&bits), packed);
}

#[test]
fn a_list_comes_back_as_the_draft_lays_it_out() {
    let bytes = list().sign(&key(12)).unwrap();
    assert!(bytes.starts_with(b"\xd2\x84\x58\x26\xa3\x01\x32\x04\x44"), "{bytes:02x?}");
    let opened = open(&bytes).unwrap();
    assert_eq!(
        (opened.uri.as_str(), opened.iat, opened.exp, opened.ttl),
        ("https://credit.example/20777/3", UnixTime(3000), UnixTime(7000), 60)
    );
    assert_eq!(opened.city(), Some(330_800));
    assert_eq!(
        [7, 8, 4242, 65_535, 65_536].map(|idx| opened.is_revoked(idx)),
        [Some(true), Some(false), Some(true), Some(false), None]
    );
    assert_eq!(opened.bits.count_set(), 2);
}

#[test]
fn only_a_citys_status_key_is_believed() {
    let by = |byte| open(&list().sign(&key(byte)).unwrap()).map(|_| ());
    let kid = |byte: u8| key(byte).public().kid();
    assert_eq!(by(12), Ok(()));
    assert_eq!(by(11), Err(StatusError::WrongUse(kid(11))));
    assert_eq!(by(13), Err(StatusError::Revoked(kid(13))));
    assert_eq!(by(14), Err(StatusError::UnknownKey(kid(14))));
    for (iat, exp) in [(999, 7000), (9000, 9001)] {
        let list = StatusList { iat: UnixTime(iat), exp: UnixTime(exp), ..list() };
        assert_eq!(open(&list.sign(&key(12)).unwrap()).map(|_| ()), Err(StatusError::Period));
    }
}

fn signed(header: Header<'_>, domain: Domain, payload: &[u8]) -> Vec<u8> {
    [vec![0xd2], Sign1::sign(&cbor::to_vec(&header), domain, payload, &key(12))].concat()
}

fn header() -> Header<'static> {
    Header { typ: Some(STATUS_TYPE), ..Header::of(key(12).public().kid()) }
}

#[test]
fn another_form_is_refused() {
    let payload = cbor::to_vec(&list());
    let shape = Err(StatusError::Decode(DecodeError::Shape));
    let check = |bytes: &[u8]| open(bytes).map(|_| ());
    assert_eq!(check(&signed(header(), Domain::Status, &payload)), Ok(()));
    assert_eq!(check(&signed(header(), Domain::Status, &payload)[1..]), shape, "without its tag");
    assert_eq!(check(&signed(Header { typ: None, ..header() }, Domain::Status, &payload)), shape);
    assert_eq!(
        check(&signed(Header { typ: Some("statuslist+cwt"), ..header() }, Domain::Status, &payload)),
        shape
    );
    assert_eq!(
        check(&signed(Header { alg: -8, ..header() }, Domain::Status, &payload)),
        Err(StatusError::Alg(-8))
    );
    assert_eq!(check(&signed(header(), Domain::Issuer, &payload)), Err(StatusError::Signature));
    assert_eq!(check(&[]), shape);
    assert_eq!(check(&[0xd8, 18, 0x80]), shape, "a tag longer than needed");
    assert_eq!(check(&vec![0xd2; StatusList::MAX_BYTES + 1]), Err(StatusError::Decode(DecodeError::Size)));
}

/// A list whose packed bits are these bytes.
fn packed(bytes: &[u8], bits: u8) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    e.map(2)
        .unwrap()
        .str("lst")
        .unwrap()
        .encode(Bytes(bytes))
        .unwrap()
        .str("bits")
        .unwrap()
        .u8(bits)
        .unwrap();
    e.into_writer()
}

#[test]
fn inflating_is_capped_and_whole() {
    let read = |bytes: &[u8], bits| cbor::from_slice::<StatusBits>(&packed(bytes, bits), cbor::LIST);
    let full = compress_to_vec_zlib(&[0; 1 << 17], 9);
    assert_eq!(read(&full, 1).map(|bits| bits.len()), Ok(1 << 20));
    assert_eq!(read(&full, 2), Err(DecodeError::Shape), "two bits a token");
    let bomb = compress_to_vec_zlib(&vec![0; (1 << 17) + 1], 9);
    assert_eq!(read(&bomb, 1), Err(DecodeError::Shape));
    let large = compress_to_vec_zlib(&vec![0; 1 << 24], 9);
    assert_eq!(read(&large, 1), Err(DecodeError::Shape));
    assert_eq!(read(&full[..full.len() - 1], 1), Err(DecodeError::Shape), "cut off");
    assert_eq!(read(&[&full[..], &[0]].concat(), 1), Err(DecodeError::Shape), "a byte too many");
    let mut wrong = full;
    *wrong.last_mut().unwrap() ^= 1;
    assert_eq!(read(&wrong, 1), Err(DecodeError::Shape), "a wrong checksum");
    assert_eq!(read(&[], 1), Err(DecodeError::Shape));
}

/// The design's figure: a million holders, eight tokens a day each, a thousand revoked.
#[test]
fn a_days_lists_are_small() {
    let mut word = 1_u64;
    let mut next = || {
        word = word.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(word >> 44).unwrap()
    };
    let total: usize = (0..8)
        .map(|_| {
            let mut bits = StatusBits::new(1 << 20);
            for _ in 0..125 * 8 {
                bits.set(next());
            }
            StatusList { bits, ..list() }.sign(&key(12)).unwrap().len()
        })
        .sum();
    assert!((8 * 1024..24 * 1024).contains(&total), "{total}");
}

#[test]
fn every_flipped_bit_is_refused() {
    let good = list().sign(&key(12)).unwrap();
    let trust = trust();
    for bit in 0..good.len() * 8 {
        let mut bad = good.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        assert!(StatusList::open(&bad, &trust).is_err(), "bit {bit}");
    }
}

proptest! {
    #[test]
    fn bits_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let compressed = compress_to_vec_zlib(&bytes, 6);
        let bits: StatusBits = cbor::from_slice(&packed(&compressed, 1), cbor::LIST).unwrap();
        prop_assert_eq!(bits.len(), bytes.len() * 8);
        for (idx, byte) in bytes.iter().enumerate() {
            prop_assert_eq!(bits.is_set(u32::try_from(idx * 8 + 3).unwrap()), Some(byte >> 3 & 1 == 1));
        }
    }

    #[test]
    fn noise_is_no_list(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open(&bytes).is_err());
        prop_assert!(open(&[vec![0xd2], bytes.clone()].concat()).is_err());
        let _ = cbor::from_slice::<StatusBits>(&packed(&bytes, 1), cbor::LIST);
        let _ = cbor::from_slice::<StatusList>(&bytes, cbor::LIST);
    }
}
