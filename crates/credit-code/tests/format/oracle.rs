//! A second opinion: `coset` reads what we write, and we read what it writes.

use crate::{
    city::{self, DAY_END, NOW, SHARD, key},
    craft,
    till::Lists,
};
use coset::{
    Algorithm, AsCborValue, CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder, Label,
    TaggedCborSerializable,
    cbor::value::Value,
    cwt::{ClaimName, ClaimsSet, Timestamp},
};
use credit_code::{
    key::{PublicKey, SigningKey},
    verdict::Verdict,
};

const ED25519: Algorithm = Algorithm::PrivateUse(-19);

fn check(message: &CoseSign1, aad: &[u8], key: &PublicKey) {
    let verify = |signature: &[u8], signed: &[u8]| match key.verify(signed, signature.try_into().unwrap()) {
        true => Ok(()),
        false => Err("the signature is wrong"),
    };
    message.verify_signature(aad, verify).unwrap();
}

/// By number, whether the library knows its name or not.
fn alg(message: &CoseSign1) -> Value {
    message.protected.header.alg.clone().unwrap().to_cbor_value().unwrap()
}

#[test]
fn coset_reads_a_phone_code() {
    let outer = CoseSign1::from_slice(&craft::raw(city::valid().as_str())).unwrap();
    check(&outer, b"CC1:P", &key("holder").public());
    assert_eq!(alg(&outer), Value::from(-19));
    let claims = ClaimsSet::from_slice(outer.payload.as_ref().unwrap()).unwrap();
    assert_eq!(claims.issued_at, Some(Timestamp::WholeSeconds(NOW.0 - 5)));
    let (label, token) = outer.protected.header.rest.first().unwrap();
    assert_eq!(*label, Label::Int(13));

    let inner = CoseSign1::from_cbor_value(token.clone()).unwrap();
    check(&inner, b"CC1:I", &key("home phone").public());
    assert_eq!(inner.protected.header.key_id, key("home phone").public().kid().0);
    let claims = ClaimsSet::from_slice(inner.payload.as_ref().unwrap()).unwrap();
    assert_eq!(claims.expiration_time, Some(Timestamp::WholeSeconds(DAY_END.0)));
    let names: Vec<_> = claims.rest.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names, [ClaimName::Assigned(coset::iana::CwtClaimName::Cnf), ClaimName::PrivateUse(-65537)]);
}

#[test]
fn coset_reads_the_lists() {
    let trust = CoseSign1::from_slice(&city::trust().sign(&key("root")).unwrap()).unwrap();
    check(&trust, b"CC1:T", &key("root").public());
    let status = CoseSign1::from_tagged_slice(&city::status().sign(&key("home status")).unwrap()).unwrap();
    check(&status, b"", &key("home status").public());
    let header = &status.protected.header;
    assert_eq!(header.rest, [(Label::Int(16), Value::from("application/statuslist+cwt"))]);
    // The library does not know the names of the claims 65533 and 65534 yet.
    let Value::Map(claims) = Value::from_slice(status.payload.as_ref().unwrap()).unwrap() else { panic!() };
    assert_eq!(claims[0], (Value::from(2), Value::from(city::status().uri)));
    assert_eq!(claims[1], (Value::from(4), Value::from(DAY_END.0)));
}

fn signed(header: coset::Header, aad: &[u8], payload: Vec<u8>, key: &SigningKey) -> CoseSign1 {
    let builder = CoseSign1Builder::new().protected(header).payload(payload);
    builder.create_signature(aad, |signed| key.sign(signed).to_vec()).build()
}

#[test]
fn we_read_what_coset_writes() {
    let int = |value: i64| Value::from(value);
    let x = key("holder").public().to_bytes().to_vec();
    let cnf = Value::Map(vec![(int(1), int(1)), (int(-1), int(6)), (int(-2), Value::from(x))]);
    let status = Value::Array(vec![int(SHARD.into()), int(city::IDX.into())]);
    let body = Value::Map(vec![(int(0), int(2)), (int(3), status)]);
    let claims = Value::Map(vec![
        (int(4), int(DAY_END.0)),
        (int(8), Value::Map(vec![(int(1), cnf)])),
        (int(-65537), body),
    ]);
    let issuer = key("home phone");
    let kid = issuer.public().kid().0.to_vec();
    let mut header = HeaderBuilder::new().key_id(kid).build();
    header.alg = Some(ED25519);
    let token = signed(header, b"CC1:I", claims.to_vec().unwrap(), &issuer).to_cbor_value().unwrap();
    let mut header = HeaderBuilder::new().value(13, token).build();
    header.alg = Some(ED25519);
    let proof = Value::Map(vec![(int(6), int(NOW.0))]).to_vec().unwrap();
    let code = signed(header, b"CC1:P", proof, &key("holder")).to_vec().unwrap();
    let outcome = Lists::today().outcome(&craft::text(&code), NOW);
    assert_eq!(outcome.verdict, Verdict::Valid);
    assert_eq!(outcome.shown.unwrap().tier, Some(2));
}
