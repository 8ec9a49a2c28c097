//! Codes that the crate does not make: built by hand, so that they can be wrong in one place.

use credit_code::key::SigningKey;
use minicbor::Encoder;
use std::convert::Infallible;

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The text of any bytes.
pub(crate) fn text(raw: &[u8]) -> String {
    let mut text = "CC1:".to_owned();
    for pair in raw.chunks(2) {
        let mut value = pair.iter().fold(0_usize, |value, byte| value * 256 + usize::from(*byte));
        for _ in 0..=pair.len() {
            text.push(char::from(ALPHABET[value % 45]));
            value /= 45;
        }
    }
    text
}

/// The bytes of a text that is right.
pub(crate) fn raw(text: &str) -> Vec<u8> {
    let digits: Vec<usize> = text
        .strip_prefix("CC1:")
        .expect("a code")
        .bytes()
        .map(|byte| ALPHABET.iter().position(|known| *known == byte).expect("a character of the alphabet"))
        .collect();
    let mut raw = Vec::new();
    for group in digits.chunks(3) {
        let value = group.iter().rev().fold(0, |value, digit| value * 45 + digit);
        if group.len() == 3 {
            raw.push(u8::try_from(value / 256).unwrap());
        }
        raw.push(u8::try_from(value % 256).unwrap());
    }
    raw
}

/// CBOR from calls.
pub(crate) fn cbor(
    write: impl FnOnce(&mut Encoder<Vec<u8>>) -> Result<(), minicbor::encode::Error<Infallible>>,
) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    write(&mut encoder).unwrap();
    encoder.into_writer()
}

/// `["Signature1", protected, external_aad, payload]`
pub(crate) fn to_be_signed(protected: &[u8], aad: &[u8], payload: &[u8]) -> Vec<u8> {
    cbor(|e| e.array(4)?.str("Signature1")?.bytes(protected)?.bytes(aad)?.bytes(payload)?.ok())
}

/// A COSE_Sign1 over whatever is given.
pub(crate) fn sign1(protected: &[u8], aad: &[u8], payload: &[u8], key: &SigningKey) -> Vec<u8> {
    let signature = key.sign(&to_be_signed(protected, aad, payload));
    assemble(protected, payload, &signature)
}

/// A COSE_Sign1 with any signature.
pub(crate) fn assemble(protected: &[u8], payload: &[u8], signature: &[u8]) -> Vec<u8> {
    cbor(|e| e.array(4)?.bytes(protected)?.map(0)?.bytes(payload)?.bytes(signature)?.ok())
}

/// `{1: alg, 4: kid}`
pub(crate) fn issuer_header(alg: i64, key: &SigningKey) -> Vec<u8> {
    cbor(|e| e.map(2)?.u8(1)?.i64(alg)?.u8(4)?.bytes(&key.public().kid().0)?.ok())
}

/// A token with any payload.
pub(crate) fn token(payload: &[u8], key: &SigningKey) -> Vec<u8> {
    sign1(&issuer_header(-19, key), b"CC1:I", payload, key)
}

/// `{1: alg, 13: token}`
pub(crate) fn holder_header(alg: i64, token: &[u8]) -> Vec<u8> {
    [cbor(|e| e.map(2)?.u8(1)?.i64(alg)?.u8(13)?.ok()), token.to_vec()].concat()
}

/// A phone code around any token, with any proof.
pub(crate) fn phone(token: &[u8], proof: &[u8], key: &SigningKey) -> Vec<u8> {
    sign1(&holder_header(-19, token), b"CC1:P", proof, key)
}

/// `{6: iat}`
pub(crate) fn proof(iat: i64) -> Vec<u8> {
    cbor(|e| e.map(1)?.u8(6)?.i64(iat)?.ok())
}

/// The claims of a phone token around any body.
pub(crate) fn phone_payload(exp: i64, x: &[u8; 32], body: &[u8]) -> Vec<u8> {
    let head = cbor(|e| {
        e.map(3)?.u8(4)?.i64(exp)?.u8(8)?.map(1)?.u8(1)?.map(3)?;
        e.u8(1)?.u8(1)?.i8(-1)?.u8(6)?.i8(-2)?.bytes(x)?.i64(-65537)?.ok()
    });
    [head, body.to_vec()].concat()
}
