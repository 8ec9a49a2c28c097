use super::*;

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// RFC 8949 appendix A, as the RFC writes it (floats apart, which the format does not have).
#[test]
fn the_rfcs_examples() {
    for (hex, text) in [
        ("00", "0"),
        ("1bffffffffffffffff", "18446744073709551615"),
        ("3bffffffffffffffff", "-18446744073709551616"),
        ("c249010000000000000000", "2(h'010000000000000000')"),
        ("f4", "false"),
        ("f6", "null"),
        ("f7", "undefined"),
        ("f0", "simple(16)"),
        ("4401020304", "h'01020304'"),
        ("62225c", "\"\\\"\\\\\""),
        ("63e6b0b4", "\"水\""),
        ("8301820203820405", "[1, [2, 3], [4, 5]]"),
        ("a26161016162820203", "{\"a\": 1, \"b\": [2, 3]}"),
        ("a201020304", "{1: 2, 3: 4}"),
        ("9f018202039f0405ffff", "[_ 1, [2, 3], [_ 4, 5]]"),
        ("bf6346756ef563416d7421ff", "{_ \"Fun\": true, \"Amt\": -2}"),
        ("5f42010243030405ff", "(_ h'0102', h'030405')"),
        ("f93c00", "float'3c00'"),
        ("f8ff", "simple(ff)"),
    ] {
        assert_eq!(notation(&bytes(hex)), text, "{hex}");
    }
}

#[test]
fn headers_and_payloads_are_opened() {
    assert_eq!(notation(&bytes("8443a10126a043a101204102")), "[<<{1: -7}>>, {}, <<{1: -1}>>, h'02']");
    assert_eq!(notation(&bytes("8143a10101")), "[<<{1: 1}>>]");
    assert_eq!(notation(&bytes("8143a10118")), "[h'a10118']");
}

#[test]
fn what_cannot_be_read_is_told() {
    assert_eq!(notation(&bytes("830102")), "[1, 2 / not well-formed from byte 3 /");
    assert_eq!(notation(&bytes("0001")), "0 / 1 more bytes /");
    assert_eq!(notation(&[]), " / not well-formed from byte 0 /");
    assert_eq!(notation(&[0x81; 40]).matches('[').count(), 17);
    assert_eq!(inspect("CC1:BB?"), "/ not base45 /");
    assert_eq!(inspect(""), "/ unreadable /");
    assert_eq!(inspect("CC2:BB8"), "/ a credit code of a later version /");
}
