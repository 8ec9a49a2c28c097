use super::*;
use crate::{
    UnixTime,
    body::{Body, MaskedName, NumberSet, StatusRef},
    key::SigningKey,
    present::{Draft, Proof},
    token::{PaperClaims, PhoneClaims},
};

fn key(byte: u8) -> SigningKey {
    SigningKey::from_seed(&[byte; 32])
}

/// Tier, perks, name, and a status with a shard of one byte and an index of two.
fn body() -> Body {
    Body {
        tier: Some(3),
        perks: Some(NumberSet::from_iter([1, 5])),
        name: Some(MaskedName::new("王*明").unwrap()),
        status: Some(StatusRef { list: 23, idx: 65_535 }),
        ..Body::default()
    }
}

#[test]
fn a_phone_code_is_a_version_11_m() {
    let claims = PhoneClaims { exp: UnixTime(1_795_190_400), holder: key(2).public(), body: body() };
    let proof = Proof { iat: UnixTime(1_795_147_200), aud: None, cnonce: None };
    let draft = Draft::new(claims.sign(&key(1)).unwrap(), proof);
    let signature = key(2).sign(&draft.to_be_signed());
    let qr = for_screen(&draft.finish(signature).unwrap()).unwrap();
    assert_eq!((qr.size, qr.version(), qr.modules.len()), (61, 11, 61 * 61));
}

#[test]
fn a_paper_code_is_a_version_9_q() {
    let body = Body { perks: Some(NumberSet::from_iter([1])), birth_year: Some(1946), ..body() };
    let claims = PaperClaims { exp: UnixTime(1_821_067_200), nbf: UnixTime(1_795_147_200), body };
    let qr = for_paper(&claims.sign(&key(1)).unwrap().paper_text()).unwrap();
    assert_eq!((qr.size, qr.version()), (53, 9));
}

#[test]
fn the_finder_patterns_are_where_they_belong() {
    let qr = encode("CC1:BB8", Ecc::Q).unwrap();
    assert_eq!(qr.size, 21);
    for (x, y) in [(0, 0), (14, 0), (0, 14)] {
        assert!(qr.is_dark(x, y) && !qr.is_dark(x + 1, y + 1) && qr.is_dark(x + 3, y + 3));
    }
    assert!(!qr.is_dark(21, 0) && !qr.is_dark(0, 21));
    assert_eq!(encode(&"A".repeat(5000), Ecc::M), Err(QrError));
}
