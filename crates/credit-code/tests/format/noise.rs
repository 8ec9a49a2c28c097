//! Whatever comes in, something typed comes out, and nothing is shown that was not proven.

use crate::{
    city::{self, NOW, key},
    craft,
    till::Lists,
};
use credit_code::{
    bundle::Bundle, diag, present::Draft, status::StatusList, token::IssuerToken, trust::Anchor,
    trust::TrustList,
};
use proptest::prelude::*;
use std::sync::LazyLock;

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::today);
static VALID: LazyLock<Vec<u8>> = LazyLock::new(|| craft::raw(city::valid().as_str()));
static TRUST: LazyLock<Vec<u8>> = LazyLock::new(|| city::trust().sign(&key("root")).unwrap());
static STATUS: LazyLock<Vec<u8>> = LazyLock::new(|| city::status().sign(&key("home status")).unwrap());

fn noise(most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..most)
}

/// Good bytes, with a stretch of them replaced.
fn damaged(good: &'static LazyLock<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    (any::<prop::sample::Index>(), 0_usize..8, noise(8)).prop_map(|(place, length, other)| {
        let mut bytes = (**good).clone();
        let place = place.index(bytes.len());
        let end = (place + length).min(bytes.len());
        bytes.splice(place..end, other);
        bytes
    })
}

fn any_bytes(good: &'static LazyLock<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![noise(500), damaged(good)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_text(text in "\\PC{0,60}|CC[0-9]{0,3}:[0-9A-Z $%*+./:-]{0,700}|.{0,40}") {
        let outcome = LISTS.outcome(&text, NOW);
        prop_assert!(outcome.shown.is_none());
        prop_assert!(!diag::inspect(&text).is_empty());
    }

    #[test]
    fn a_code(bytes in any_bytes(&VALID)) {
        let outcome = LISTS.outcome(&craft::text(&bytes), NOW);
        prop_assert_eq!(outcome.shown.is_some(), bytes == *VALID);
        prop_assert!(!diag::inspect(&craft::text(&bytes)).is_empty());
        prop_assert!(!diag::notation(&bytes).is_empty());
    }

    #[test]
    fn a_token(bytes in any_bytes(&VALID)) {
        if let Ok(token) = IssuerToken::parse(&bytes) {
            prop_assert_eq!(token.as_bytes(), &bytes[..]);
            let _ = token.paper_text();
            let _ = Draft::new(token, city::proof(NOW)).finish([0; 64]);
        }
    }

    #[test]
    fn a_trust_list(bytes in any_bytes(&TRUST)) {
        let opened = TrustList::open(&bytes, &Anchor::pinned(key("root").public()));
        prop_assert_eq!(opened.is_ok(), bytes == *TRUST);
    }

    #[test]
    fn a_status_list(bytes in any_bytes(&STATUS)) {
        prop_assert_eq!(StatusList::open(&bytes, &LISTS.trust).is_ok(), bytes == *STATUS);
    }

    #[test]
    fn a_bundle(bytes in any_bytes(&TRUST)) {
        if let Ok(bundle) = Bundle::decode(&bytes) {
            prop_assert_eq!(bundle.encode(), bytes);
        }
    }
}
