//! The annotated bytes of `docs/credit-code.md`, built from nothing but hexadecimal digits and signatures.

use crate::{
    city::{self, key},
    craft,
};
use std::fs;

/// Offsets and bytes of a phone code; what differs from code to code is in words.
const PHONE: [(usize, &str); 16] = [
    (0, "84"),
    (1, "58 9f"),
    (3, "a2 01 32"),
    (6, "0d"),
    (7, "84"),
    (8, "49 a2 01 32 04 44 kid"),
    (18, "a0"),
    (19, "58 4b"),
    (21, "a3 04 1a exp"),
    (28, "08 a1 01 a3 01 01 20 06 21 58 20 holder"),
    (71, "3a 00 01 00 00"),
    (76, "a4 00 03 01 06 02 67 e7 8e 8b 2a e6 98 8e 03 82 03 19 75 30"),
    (96, "58 40 issuer"),
    (162, "a0"),
    (163, "47 a1 06 1a iat"),
    (171, "58 40 proof"),
];

/// And of a paper code.
const PAPER: [(usize, &str); 7] = [
    (0, "84"),
    (1, "49 a2 01 32 04 44 kid"),
    (11, "a0"),
    (12, "58 2a"),
    (14, "a3 04 1a exp 05 1a nbf"),
    (27, "3a 00 01 00 00 a5 00 03 01 02 02 67 e7 8e 8b 2a e6 98 8e 03 82 03 19 75 30 05 19 07 9a"),
    (56, "58 40 issuer"),
];

fn assemble(rows: &[(usize, &str)], words: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (offset, row) in rows {
        assert_eq!(bytes.len(), *offset, "{row}");
        for item in row.split(' ') {
            match words.iter().find(|(word, _)| *word == item) {
                Some((_, value)) => bytes.extend(value),
                None => bytes.push(u8::from_str_radix(item, 16).expect("a byte or a word")),
            }
        }
    }
    bytes
}

fn time(seconds: i64) -> Vec<u8> {
    u32::try_from(seconds).unwrap().to_be_bytes().to_vec()
}

#[test]
fn a_phone_code_is_these_bytes() {
    let raw = craft::raw(city::valid().as_str());
    let words = [
        ("kid", key("home phone").public().kid().0.to_vec()),
        ("exp", time(city::DAY_END.0)),
        ("holder", key("holder").public().to_bytes().to_vec()),
        ("issuer", raw[98..162].to_vec()),
        ("iat", time(city::NOW.0 - 5)),
        ("proof", raw[173..].to_vec()),
    ];
    assert_eq!(assemble(&PHONE, &words), raw);
    let signed = craft::to_be_signed(&raw[9..18], b"CC1:I", &raw[21..96]);
    assert!(key("home phone").public().verify(&signed, raw[98..162].try_into().unwrap()));
    let signed = craft::to_be_signed(&raw[3..162], b"CC1:P", &raw[164..171]);
    assert!(key("holder").public().verify(&signed, raw[173..].try_into().unwrap()));
}

#[test]
fn a_paper_code_is_these_bytes() {
    let claims = city::paper_claims(city::card());
    let raw = craft::raw(claims.sign(&key("home paper")).unwrap().paper_text().as_str());
    let words = [
        ("kid", key("home paper").public().kid().0.to_vec()),
        ("exp", time(claims.exp.0)),
        ("nbf", time(claims.nbf.0)),
        ("issuer", raw[58..].to_vec()),
    ];
    assert_eq!(assemble(&PAPER, &words), raw);
}

/// The page shows the same rows.
#[test]
fn the_page_has_these_rows() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/credit-code.md");
    let page = fs::read_to_string(page).unwrap();
    for (offset, row) in PHONE.iter().chain(&PAPER) {
        let line = format!("{offset:03}  ");
        let is_there = page.lines().any(|text| {
            text.starts_with(&line) && text.split_whitespace().collect::<Vec<_>>().join(" ").contains(row)
        });
        assert!(is_there, "{offset:03}  {row}");
    }
}
