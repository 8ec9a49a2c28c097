//! Budgets: bytes of a phone code and of a paper code.

use crate::{
    city::{self, card, key, paper_claims, proof, show, token},
    craft,
};
use credit_code::body::{Body, StatusRef};

#[test]
fn a_phone_code_is_at_most_237_bytes() {
    let status = Some(StatusRef { list: 23, idx: 65_535 });
    let text = show(token(Body { status, ..city::body() }), proof(city::NOW));
    assert_eq!(craft::raw(text.as_str()).len(), 237);
    assert_eq!(text.as_str().len(), 360);
}

#[test]
fn a_paper_code_is_at_most_122_bytes() {
    let status = Some(StatusRef { list: 23, idx: 65_535 });
    let text = paper_claims(Body { status, ..card() }).sign(&key("home paper")).unwrap().paper_text();
    assert_eq!(craft::raw(text.as_str()).len(), 122);
}

/// The largest code that can be made stays inside the format's limits.
#[test]
fn the_largest_code_can_be_shown() {
    let body = Body {
        tier: Some(31),
        perks: Some(credit_code::body::NumberSet::ALL),
        name: Some(credit_code::body::MaskedName::new(&"*".repeat(24)).unwrap()),
        status: Some(StatusRef { list: StatusRef::MAX_LIST, idx: StatusRef::END_IDX - 1 }),
        birth_year: Some(2199),
        specimen: true,
    };
    let proof =
        credit_code::present::Proof { aud: city::aud("12345678"), cnonce: Some([0; 8]), ..proof(city::NOW) };
    let text = show(token(body), proof);
    assert!(craft::raw(text.as_str()).len() <= 300, "{}", craft::raw(text.as_str()).len());
}
