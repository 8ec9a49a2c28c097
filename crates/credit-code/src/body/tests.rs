use super::*;
use crate::cbor::{CODE, from_slice, to_vec};
use proptest::prelude::*;

fn name(text: &str) -> Option<MaskedName> {
    Some(MaskedName::new(text).unwrap())
}

#[test]
fn a_body_is_written_as_documented() {
    let body = Body {
        tier: Some(3),
        perks: Some(NumberSet::from_iter([1, 5])),
        name: name("王*明"),
        status: Some(StatusRef { list: 3, idx: 30_000 }),
        birth_year: Some(1946),
        specimen: true,
    };
    let bytes = b"\xa6\x00\x03\x01\x18\x22\x02\x67\xe7\x8e\x8b*\xe6\x98\x8e\x03\x82\x03\x19\x75\x30\x05\x19\x07\x9a\x09\xf5";
    assert_eq!(to_vec(&body), bytes);
    assert_eq!(from_slice(bytes, CODE), Ok(body));
    assert_eq!(to_vec(&Body::default()), [0xa0]);
}

#[test]
fn fields_out_of_range_are_named() {
    for (body, error) in [
        (Body { tier: Some(32), ..Body::default() }, EncodeError::Range("tier")),
        (Body { birth_year: Some(1899), ..Body::default() }, EncodeError::Range("birth year")),
        (Body { birth_year: Some(2200), ..Body::default() }, EncodeError::Range("birth year")),
        (
            Body { status: Some(StatusRef { list: 0, idx: 1 << 20 }), ..Body::default() },
            EncodeError::Range("status"),
        ),
        (
            Body { status: Some(StatusRef { list: 1 << 16, idx: 0 }), ..Body::default() },
            EncodeError::Range("status"),
        ),
    ] {
        assert_eq!(body.check(), Err(error));
    }
}

#[test]
fn a_name_is_short_and_seen() {
    assert!(MaskedName::new("王*明").is_ok());
    assert!(MaskedName::new("\u{20164}*\u{7c89}").is_ok(), "rare characters");
    for (text, error) in [
        ("", NameError::Length),
        ("1234567890123456789012345", NameError::Length),
        ("a\u{0}", NameError::Character),
        ("a\u{7f}", NameError::Character),
        ("\u{202e}a", NameError::Character),
        ("a\u{200b}b", NameError::Character),
        ("a\u{fffd}", NameError::Character),
        // e and a combining acute accent
        ("e\u{301}", NameError::NotNfc),
        // a compatibility ideograph
        ("\u{f900}", NameError::NotNfc),
    ] {
        assert_eq!(MaskedName::new(text), Err(error), "{text:?}");
    }
}

/// The normal form binds issuers: a verifier need not know an edition of Unicode.
#[test]
fn a_verifier_reads_a_name_in_another_normal_form() {
    let bytes = b"\xa1\x02\x63e\xcc\x81";
    let body: Body = from_slice(bytes, CODE).unwrap();
    assert_eq!(body.check(), Err(EncodeError::NotNfc("name")));
}

#[test]
fn a_set_holds_32_numbers() {
    let set = NumberSet::from_iter([0, 5, 31, 32, 255]);
    assert_eq!(set.iter().collect::<Vec<_>>(), [0, 5, 31]);
    assert!(set.contains(31) && !set.contains(32) && !set.contains(1));
    assert!(NumberSet(0b101).is_within(NumberSet(0b111)) && !NumberSet(0b1001).is_within(NumberSet(0b111)));
    assert!(NumberSet::ALL.contains(0));
}

pub(crate) fn any_body() -> impl Strategy<Value = Body> {
    let status =
        (0..=StatusRef::MAX_LIST, 0..StatusRef::END_IDX).prop_map(|(list, idx)| StatusRef { list, idx });
    let name = "[\u{4e00}-\u{9fa5}*]{1,8}".prop_map(|text| MaskedName::new(&text).unwrap());
    (
        proptest::option::of(0..=Body::MAX_TIER),
        proptest::option::of(any::<u32>().prop_map(NumberSet)),
        proptest::option::of(name),
        proptest::option::of(status),
        proptest::option::of(Body::BIRTH_YEARS),
        any::<bool>(),
    )
        .prop_map(|(tier, perks, name, status, birth_year, specimen)| Body {
            tier,
            perks,
            name,
            status,
            birth_year,
            specimen,
        })
}

proptest! {
    #[test]
    fn a_body_comes_back(body in any_body()) {
        prop_assert_eq!(from_slice(&to_vec(&body), CODE), Ok(body));
    }

    #[test]
    fn what_is_read_is_written_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        if let Ok(body) = from_slice::<Body>(&bytes, CODE) {
            prop_assert_eq!(to_vec(&body), bytes);
        }
    }
}
