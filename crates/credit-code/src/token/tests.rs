use super::*;
use crate::{
    UnixTime,
    body::{Body, tests::any_body},
    key::PublicKey,
};
use proptest::prelude::*;

const HOUR: UnixTime = UnixTime(3600 * 498_000);

fn issuer() -> SigningKey {
    SigningKey::from_seed(&[1; 32])
}

fn holder() -> PublicKey {
    SigningKey::from_seed(&[2; 32]).public()
}

fn phone(exp: UnixTime) -> PhoneClaims {
    PhoneClaims { exp, holder: holder(), body: Body::default() }
}

#[test]
fn a_phones_token_ends_at_a_full_hour() {
    assert!(phone(HOUR).sign(&issuer()).is_ok());
    assert_eq!(phone(HOUR.plus(1)).sign(&issuer()), Err(EncodeError::WholeHour));
    assert_eq!(phone(UnixTime(0)).sign(&issuer()), Err(EncodeError::Time));
    assert_eq!(phone(UnixTime(-3600)).sign(&issuer()), Err(EncodeError::Time));
    assert_eq!(phone(UnixTime(3600 * 100_000_000)).sign(&issuer()), Err(EncodeError::Time));
}

#[test]
fn a_paper_token_has_a_birth_year_and_an_order() {
    let body = Body { birth_year: Some(1946), ..Body::default() };
    let paper = |nbf, body| PaperClaims { exp: HOUR, nbf, body }.sign(&issuer());
    assert!(paper(HOUR.plus(-1), body.clone()).is_ok());
    assert_eq!(paper(HOUR, body), Err(EncodeError::Time));
    assert_eq!(paper(HOUR.plus(-1), Body::default()), Err(EncodeError::BirthYear));
}

#[test]
fn a_token_knows_its_kind_and_its_key() {
    let token = phone(HOUR).sign(&issuer()).unwrap();
    assert!(token.is_phone());
    assert_eq!(token.kid(), issuer().public().kid());
    assert_eq!(IssuerToken::parse(token.as_bytes()), Ok(token.clone()));
    let longer = [token.as_bytes(), &[0]].concat();
    assert_eq!(IssuerToken::parse(&longer), Err(DecodeError::NonCanonical));
    assert_eq!(IssuerToken::parse(&[0; 461]), Err(DecodeError::Size));
}

proptest! {
    #[test]
    fn a_token_comes_back(body in any_body(), hour in 1_i64..9_000_000) {
        let claims = PhoneClaims { body, ..phone(UnixTime(hour * 3600)) };
        let token = claims.sign(&issuer()).unwrap();
        let parts = IssuerParts::from_checked(token.as_bytes()).unwrap();
        prop_assert_eq!(&parts.claims, &RawClaims::from(&claims));
        prop_assert!(parts.sign1.is_by(&issuer().public(), Domain::Issuer));
        prop_assert!(!parts.sign1.is_by(&issuer().public(), Domain::Holder));
        prop_assert_eq!(cbor::to_vec(&parts.sign1), token.as_bytes());
    }

    #[test]
    fn a_card_comes_back(body in any_body(), nbf in 0_i64..4_000_000_000, length in 1_i64..4_000_000_000) {
        let body = Body { birth_year: Some(body.birth_year.unwrap_or(1946)), ..body };
        let claims = PaperClaims { nbf: UnixTime(nbf), exp: UnixTime(nbf + length), body };
        let token = claims.sign(&issuer()).unwrap();
        let parts = IssuerParts::from_checked(token.as_bytes()).unwrap();
        prop_assert_eq!(&parts.claims, &RawClaims::from(&claims));
        prop_assert!(!token.is_phone());
    }
}
