use super::*;
use proptest::prelude::*;

fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    encode_into(&mut text, bytes);
    text
}

/// RFC 9285 §4.3 and §4.4.
#[test]
fn the_rfcs_examples() {
    for (bytes, text) in [
        (b"AB".as_slice(), "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"", ""),
    ] {
        assert_eq!(encode(bytes), text);
        assert_eq!(decode(text).unwrap(), bytes);
    }
}

/// RFC 9285 §4.2 and §6: what must be refused. `::` would be 2024, `GGW` is 65536.
#[test]
fn the_rfcs_refusals() {
    assert_eq!(decode("FGW").unwrap(), [0xff, 0xff]);
    assert_eq!(decode("U5").unwrap(), [0xff]);
    for wrong in ["GGW", ":::", "::", "V5", "0", "BB80", "bb8", "BB?", "B\u{e9}", "BB8\n", "_00"] {
        assert_eq!(decode(wrong), Err(DecodeError::Base45), "{wrong:?}");
    }
}

proptest! {
    #[test]
    fn bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(decode(&encode(&bytes)).unwrap(), bytes);
    }

    #[test]
    fn what_decodes_is_the_one_text_of_its_bytes(text in "[0-9A-Z $%*+./:-]{0,60}") {
        if let Ok(bytes) = decode(&text) {
            prop_assert_eq!(encode(&bytes), text);
        }
    }
}
