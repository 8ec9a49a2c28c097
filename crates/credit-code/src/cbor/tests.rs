use super::*;
use minicbor::Encoder;
use proptest::prelude::*;

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// RFC 8949 appendix A: what is deterministic, and of kinds that the format has.
#[test]
fn the_rfcs_deterministic_examples_pass() {
    for hex in [
        "00",
        "01",
        "0a",
        "17",
        "1818",
        "1819",
        "1864",
        "1903e8",
        "1a000f4240",
        "1b000000e8d4a51000",
        "1bffffffffffffffff",
        "3bffffffffffffffff",
        "20",
        "29",
        "3863",
        "3903e7",
        "f4",
        "f5",
        "40",
        "4401020304",
        "60",
        "6161",
        "6449455446",
        "62225c",
        "62c3bc",
        "63e6b0b4",
        "64f0908591",
        "80",
        "83010203",
        "8301820203820405",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
        "a0",
        "a201020304",
        "a26161016162820203",
        "826161a161626163",
        "a56161614161626142616361436164614461656145",
    ] {
        assert_eq!(check(&bytes(hex), CODE), Ok(()), "{hex}");
    }
}

/// RFC 8949 appendix A: big numbers, floats, `null`, other simple values, tags, indefinite lengths.
#[test]
fn the_rfcs_other_examples_are_refused() {
    for hex in [
        "c249010000000000000000",
        "c349010000000000000000",
        "f90000",
        "f98000",
        "f93c00",
        "fb3ff199999999999a",
        "f93e00",
        "f97bff",
        "fa47c35000",
        "fa7f7fffff",
        "fb7e37e43c8800759c",
        "f90001",
        "f90400",
        "f9c400",
        "fbc010666666666666",
        "f97c00",
        "f97e00",
        "f9fc00",
        "fa7f800000",
        "fa7fc00000",
        "faff800000",
        "fb7ff0000000000000",
        "fb7ff8000000000000",
        "fbfff0000000000000",
        "f6",
        "f7",
        "f0",
        "f8ff",
        "c074323031332d30332d32315432303a30343a30305a",
        "c11a514b67b0",
        "c1fb41d452d9ec200000",
        "d74401020304",
        "d818456449455446",
        "d82076687474703a2f2f7777772e6578616d706c652e636f6d",
        "5f42010243030405ff",
        "7f657374726561646d696e67ff",
        "9fff",
        "9f018202039f0405ffff",
        "9f01820203820405ff",
        "83018202039f0405ff",
        "83019f0203ff820405",
        "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff",
        "bf61610161629f0203ffff",
        "826161bf61626163ff",
        "bf6346756ef563416d7421ff",
    ] {
        assert_eq!(check(&bytes(hex), CODE), Err(DecodeError::NonCanonical), "{hex}");
    }
}

/// RFC 8949 appendix F.1: floats and simple values that were cut off, like every other head.
#[test]
fn cut_off_floats_are_malformed() {
    for hex in ["f8", "f9", "f900", "fa0000", "fb000000", "81f9", "a101fb00"] {
        assert_eq!(check(&bytes(hex), CODE), Err(DecodeError::Cbor), "{hex}");
    }
}

/// RFC 8949 appendix F: not well-formed.
#[test]
fn the_rfcs_malformed_examples_are_refused() {
    for hex in [
        "",
        "18",
        "19",
        "1a",
        "1b",
        "1901",
        "1a0102",
        "1b01020304050607",
        "38",
        "58",
        "78",
        "98",
        "9a01ff00",
        "b8",
        "41",
        "61",
        "5affffffff00",
        "5bffffffffffffffff010203",
        "7affffffff00",
        "7b7fffffffffffffff010203",
        "81",
        "818181818181",
        "8200",
        "a1",
        "a20102",
        "a100",
        "1c",
        "1d",
        "1e",
        "3c",
        "3d",
        "3e",
        "5c",
        "5d",
        "5e",
        "7c",
        "7d",
        "7e",
        "9c",
        "9d",
        "9e",
        "bc",
        "bd",
        "be",
        "dc",
        "dd",
        "de",
        "fc",
        "fd",
        "fe",
        "ff",
        "81ff",
        "8200ff",
        "a1ff",
        "a1ff00",
        "a100ff",
        "1f",
        "3f",
        "df",
        "61ff",
        "62c328",
    ] {
        assert_eq!(check(&bytes(hex), CODE), Err(DecodeError::Cbor), "{hex}");
    }
}

/// RFC 8949 §4.2.1: the shortest argument, keys in bytewise order of their encodings.
#[test]
fn other_encodings_of_the_same_are_refused() {
    for hex in [
        "1800",
        "1817",
        "190000",
        "1900ff",
        "1a00000000",
        "1a0000ffff",
        "1b0000000000000000",
        "1b00000000ffffffff",
        "3817",
        "5800",
        "581761",
        "7800",
        "9800",
        "b800",
        "a2020301",
        "a201000100",
        "a2616200616100",
        "0000",
        // By length first, as in RFC 7049, −1 would come before 39.
        "a220001827",
    ] {
        let error = check(&bytes(hex), CODE);
        assert!(matches!(error, Err(DecodeError::NonCanonical | DecodeError::Cbor)), "{hex}");
    }
    assert_eq!(check(&bytes("a2182700206161"), CODE), Ok(()));
    assert_eq!(check(&bytes("a2206161182700"), CODE), Err(DecodeError::NonCanonical));
}

#[test]
fn limits_are_inclusive() {
    assert_eq!(check(&bytes("818181818180"), CODE), Ok(()));
    assert_eq!(check(&bytes("81818181818180"), CODE), Err(DecodeError::Shape));
    assert_eq!(check(&bytes("a80000010002000300040005000600070000"), CODE), Err(DecodeError::NonCanonical));
    assert_eq!(check(&bytes("a800000100020003000400050006000700"), CODE), Ok(()));
    assert_eq!(check(&bytes("a9000001000200030004000500060007000800"), CODE), Err(DecodeError::Shape));
}

/// What the check accepts, in a form that can be written.
#[derive(Debug, Clone, PartialEq)]
enum Item {
    Int(i64),
    Bytes(Vec<u8>),
    Text(String),
    Bool(bool),
    Array(Vec<Item>),
    Map(std::collections::BTreeMap<i64, Item>),
}

impl Item {
    fn write(&self, e: &mut Encoder<Vec<u8>>) -> Result<(), encode::Error<std::convert::Infallible>> {
        match self {
            Self::Int(value) => e.i64(*value)?.ok(),
            Self::Bytes(bytes) => e.bytes(bytes)?.ok(),
            Self::Text(text) => e.str(text)?.ok(),
            Self::Bool(value) => e.bool(*value)?.ok(),
            Self::Array(items) => {
                e.array(items.len() as u64)?;
                items.iter().try_for_each(|item| item.write(e))
            }
            Self::Map(entries) => {
                e.map(entries.len() as u64)?;
                let mut sorted: Vec<_> = entries.iter().map(|(key, value)| (to_vec(key), value)).collect();
                sorted.sort();
                for (key, value) in sorted {
                    e.writer_mut().extend(key);
                    value.write(e)?;
                }
                Ok(())
            }
        }
    }
}

impl Eq for Item {}

impl PartialOrd for Item {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Keys differ, so values are never compared.
impl Ord for Item {
    fn cmp(&self, _: &Self) -> std::cmp::Ordering {
        std::cmp::Ordering::Equal
    }
}

fn item() -> impl Strategy<Value = Item> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Item::Int),
        (-30_i64..300).prop_map(Item::Int),
        proptest::collection::vec(any::<u8>(), 0..300).prop_map(Item::Bytes),
        ".{0,30}".prop_map(Item::Text),
        any::<bool>().prop_map(Item::Bool),
    ];
    leaf.prop_recursive(5, 40, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Item::Array),
            proptest::collection::btree_map(any::<i64>(), inner, 0..8).prop_map(Item::Map),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_in_order_passes(item in item()) {
        let mut encoder = Encoder::new(Vec::new());
        item.write(&mut encoder).unwrap();
        prop_assert_eq!(check(encoder.writer(), CODE), Ok(()));
    }

    #[test]
    fn noise_gets_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let _ = check(&bytes, CODE);
        let _ = check(&bytes, LIST);
    }
}
