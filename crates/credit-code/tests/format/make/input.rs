//! What is no code, or a damaged one.

use super::{Vector, vector};
use crate::{
    city::{self, DAY_END, NOW, key},
    craft,
};

pub(super) fn vectors() -> Vec<Vector> {
    let valid = city::valid().to_string();
    let raw = craft::raw(&valid);
    let from = |raw: &[u8]| craft::text(raw);
    let mut vectors = vec![
        vector("noise from a decoder", "CC1:\u{fffd}\u{fffd}", "UNREADABLE", "grey"),
        vector("a control character", "CC1:6BF\u{1}", "UNREADABLE", "grey"),
        vector("a web address", "https://credit.example/", "PREFIX", "grey"),
        vector("Han text", "扫码支付", "PREFIX", "grey"),
        vector("lower case", valid.to_lowercase(), "PREFIX", "grey"),
        vector("version 0", "CC0:BB8", "PREFIX", "grey"),
        vector("a leading zero", "CC02:BB8", "PREFIX", "grey"),
        vector("version 2", "CC2:BB8", "VERSION_NEWER", "amber"),
        vector("version 10", "CC10:BB8", "VERSION_NEWER", "amber"),
        vector("701 characters", format!("CC1:{}", "0".repeat(697)), "SIZE", "grey"),
        vector("701 characters of something else", "A".repeat(701), "SIZE", "grey"),
        vector("461 bytes", from(&[0; 461]), "SIZE", "grey"),
        vector("a payload of 257 bytes", from(&large_payload()), "SIZE", "grey"),
        vector("a character outside the alphabet", "CC1:BB?", "BASE45", "red"),
        vector("lower case after the prefix", "CC1:bb8", "BASE45", "red"),
        vector("a length of 1 modulo 3", "CC1:BB8B", "BASE45", "red"),
        vector("three characters above 65535", "CC1:GGW", "BASE45", "red"),
        vector("two characters above 255", "CC1:::", "BASE45", "red"),
        vector("nothing after the prefix", "CC1:", "CBOR", "red"),
        vector("cut off", from(&raw[..raw.len() - 1]), "CBOR", "red"),
        vector("a reserved head", from(&[0x1c]), "CBOR", "red"),
        vector("a text that is not UTF-8", from(&[0x61, 0xff]), "CBOR", "red"),
        vector("a byte too many", from(&[raw.as_slice(), &[0]].concat()), "NONCANONICAL", "red"),
        vector("a tag", from(&[&[0xd2], raw.as_slice()].concat()), "NONCANONICAL", "red"),
        vector("an indefinite length", from(&[&[0x9f], &raw[1..], &[0xff]].concat()), "NONCANONICAL", "red"),
        vector("a float", from(&[0xf9, 0x3c, 0x00]), "NONCANONICAL", "red"),
        vector("null", from(&[0xf6]), "NONCANONICAL", "red"),
        vector("a head longer than needed", from(&[0x18, 0x17]), "NONCANONICAL", "red"),
        vector("keys out of order", from(&[0xa2, 0x02, 0x00, 0x01, 0x00]), "NONCANONICAL", "red"),
        vector("a key twice", from(&[0xa2, 0x01, 0x00, 0x01, 0x00]), "NONCANONICAL", "red"),
        vector("nine entries", from(&nine_entries()), "SHAPE", "red"),
        vector("seven arrays deep", from(&[0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x80]), "SHAPE", "red"),
        vector("a number", from(&[0x01]), "SHAPE", "red"),
        vector("three items", from(&[0x83, 0x40, 0xa0, 0x40]), "SHAPE", "red"),
    ];
    vectors.extend(shapes());
    vectors
}

/// Well signed, and still not a code.
fn shapes() -> Vec<Vector> {
    let issuer = key("home phone");
    let holder = key("holder");
    let x = holder.public().to_bytes();
    let code = |payload: &[u8]| {
        craft::text(&craft::phone(&craft::token(payload, &issuer), &craft::proof(NOW.0), &holder))
    };
    let body = |body: &[u8]| code(&craft::phone_payload(DAY_END.0, &x, body));
    let proof = |proof: &[u8]| {
        let token = craft::token(&craft::phone_payload(DAY_END.0, &x, &[0xa0]), &issuer);
        craft::text(&craft::phone(&token, proof, &holder))
    };
    let unordered = craft::cbor(|e| e.map(2)?.u8(1)?.u8(0)?.u8(0)?.u8(3)?.ok());
    let unprotected = {
        let token = craft::token(&craft::phone_payload(DAY_END.0, &x, &[0xa0]), &issuer);
        let mut raw = craft::phone(&token, &craft::proof(NOW.0), &holder);
        let place = raw.len() - 66 - 7 - 2;
        assert_eq!(raw[place], 0xa0);
        raw.splice(place..=place, [0xa1, 0x04, 0x00]);
        craft::text(&raw)
    };
    let pair = |key: u8, value: &[u8]| [&[0xa1, key], value].concat();
    vec![
        vector("keys out of order inside the payload", body(&unordered), "NONCANONICAL", "red"),
        vector("an unprotected header", unprotected, "SHAPE", "red"),
        vector("an unknown field in the body", body(&pair(4, &[0x01])), "SHAPE", "red"),
        vector("tier 32", body(&pair(0, &[0x18, 0x20])), "SHAPE", "red"),
        vector("a perk above 31", body(&pair(1, &[0x1b, 0, 0, 0, 1, 0, 0, 0, 0])), "SHAPE", "red"),
        vector("an empty name", body(&pair(2, &[0x60])), "SHAPE", "red"),
        vector(
            "a name of 25 bytes",
            body(&pair(2, &[&[0x78, 25], [b'x'; 25].as_slice()].concat())),
            "SHAPE",
            "red",
        ),
        vector("a name that is turned round", body(&pair(2, "\u{63}\u{202e}".as_bytes())), "SHAPE", "red"),
        vector("an index of 2^20", body(&pair(3, &[0x82, 0x00, 0x1a, 0x00, 0x10, 0, 0])), "SHAPE", "red"),
        vector("shard 65536", body(&pair(3, &[0x82, 0x1a, 0x00, 0x01, 0, 0, 0x00])), "SHAPE", "red"),
        vector("a specimen that is none", body(&pair(9, &[0xf4])), "SHAPE", "red"),
        vector("no body", code(&craft::cbor(|e| e.map(1)?.u8(4)?.i64(DAY_END.0)?.ok())), "SHAPE", "red"),
        vector("a proof without a time", proof(&[0xa0]), "SHAPE", "red"),
        vector("an unknown claim in the proof", proof(&[0xa2, 0x06, 0x00, 0x07, 0x00]), "SHAPE", "red"),
        vector("a till's name of 9 characters", proof(&long_aud()), "SHAPE", "red"),
        vector("an answer of 7 bytes", proof(&short_nonce()), "SHAPE", "red"),
        vector("a paper token inside a phone code", wrapped_paper(), "SHAPE", "red"),
        vector("a paper token without a birth year", bare_paper(), "SHAPE", "red"),
    ]
}

fn large_payload() -> Vec<u8> {
    craft::assemble(&craft::issuer_header(-19, &key("home phone")), &[0; 257], &[0; 64])
}

fn nine_entries() -> Vec<u8> {
    [vec![0xa9], (0..9).flat_map(|key| [key, 0]).collect()].concat()
}

fn long_aud() -> Vec<u8> {
    craft::cbor(|e| e.map(2)?.u8(3)?.str("TILL-0007")?.u8(6)?.i64(NOW.0)?.ok())
}

fn short_nonce() -> Vec<u8> {
    craft::cbor(|e| e.map(2)?.u8(6)?.i64(NOW.0)?.u8(39)?.bytes(&[0; 7])?.ok())
}

fn wrapped_paper() -> String {
    let token = city::paper_claims(city::card()).sign(&key("home paper")).unwrap();
    craft::text(&craft::phone(token.as_bytes(), &craft::proof(NOW.0), &key("holder")))
}

fn bare_paper() -> String {
    let payload =
        craft::cbor(|e| e.map(3)?.u8(4)?.i64(DAY_END.0)?.u8(5)?.i64(NOW.0)?.i64(-65537)?.map(0)?.ok());
    craft::text(&craft::token(&payload, &key("home paper")))
}
