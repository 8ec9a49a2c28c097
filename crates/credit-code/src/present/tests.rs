use super::*;
use crate::{
    DecodeError, UnixTime,
    body::Body,
    key::SigningKey,
    token::{PaperClaims, PhoneClaims},
};
use proptest::prelude::*;

fn key(byte: u8) -> SigningKey {
    SigningKey::from_seed(&[byte; 32])
}

fn phone_token() -> IssuerToken {
    let body = Body { tier: Some(2), ..Body::default() };
    PhoneClaims { exp: UnixTime(3_600_000), holder: key(2).public(), body }.sign(&key(1)).unwrap()
}

fn proof(iat: i64) -> Proof {
    Proof { iat: UnixTime(iat), aud: None, cnonce: None }
}

#[test]
fn what_is_wrong_with_a_text_is_found_in_order() {
    for (text, error) in [
        ("", TextError::Unreadable),
        ("CC1:\u{fffd}", TextError::Unreadable),
        ("CC1:BB8\n", TextError::Unreadable),
        (&format!("{}\n", "A".repeat(800)), TextError::Unreadable),
        (&"A".repeat(701), TextError::Size),
        ("cc1:BB8", TextError::Prefix),
        ("CC:BB8", TextError::Prefix),
        ("CC1", TextError::Prefix),
        ("CC01:BB8", TextError::Prefix),
        ("CC1000:BB8", TextError::Prefix),
        ("CC+2:BB8", TextError::Prefix),
        (" CC1:BB8", TextError::Prefix),
        ("CC2:", TextError::Newer),
        ("CC999:BB8", TextError::Newer),
        ("CC1:bb8", TextError::Decode(DecodeError::Base45)),
    ] {
        assert_eq!(decode_text(text), Err(error), "{text:?}");
    }
    assert_eq!(decode_text("CC1:BB8"), Ok(b"AB".to_vec()));
    assert_eq!(decode_text(CodeText::of(&[7; 460]).as_str()), Ok(vec![7; 460]));
    assert_eq!(decode_text(CodeText::of(&[7; 461]).as_str()), Err(TextError::Size));
}

#[test]
fn a_draft_is_for_a_phone_and_a_time_that_can_be_written() {
    let card = PaperClaims {
        exp: UnixTime(9),
        nbf: UnixTime(1),
        body: Body { birth_year: Some(1946), ..Body::default() },
    };
    let card = card.sign(&key(1)).unwrap();
    assert_eq!(Draft::new(card, proof(0)).finish([0; 64]), Err(EncodeError::NotPhone));
    assert_eq!(Draft::new(phone_token(), proof(-1)).finish([0; 64]), Err(EncodeError::Time));
    assert!(Draft::new(phone_token(), proof(0)).finish([0; 64]).is_ok());
}

#[test]
fn a_tills_name_is_short() {
    assert!(Aud::new("TILL-7 ~").is_ok());
    for wrong in ["", "123456789", "a\n", "\u{e9}"] {
        assert_eq!(Aud::new(wrong), Err(AudError), "{wrong:?}");
    }
}

proptest! {
    #[test]
    fn a_proof_comes_back(
        iat in 0..=UnixTime::MAX.0,
        aud in proptest::option::of("[ -~]{1,8}"),
        cnonce in proptest::option::of(any::<[u8; 8]>()),
    ) {
        let aud = aud.map(|aud| Aud::new(&aud).unwrap());
        let proof = Proof { iat: UnixTime(iat), aud, cnonce };
        prop_assert_eq!(cbor::from_slice(&cbor::to_vec(&proof), cbor::CODE), Ok(proof));
    }

    #[test]
    fn what_is_read_is_written_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..24)) {
        if let Ok(proof) = cbor::from_slice::<Proof>(&bytes, cbor::CODE) {
            prop_assert_eq!(cbor::to_vec(&proof), bytes);
        }
    }
}
