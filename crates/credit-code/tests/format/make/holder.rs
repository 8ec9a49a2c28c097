//! Who shows it, to whom, and for the how-manieth time.

use super::{Vector, vector};
use crate::{
    city::{self, DAY_END, NOW, aud, body, card, key, paper_claims, proof, show, token},
    craft,
};
use credit_code::{body::Body, present::Proof};

const CHALLENGE: [u8; 8] = *b"\x7d\x6f\x1f\x0c\xe0\x6f\xe4\x3f";

pub(super) fn vectors() -> Vec<Vector> {
    let answer = |cnonce: Option<[u8; 8]>| show(token(body()), Proof { cnonce, ..proof(NOW) });
    let made_for = |name: &str| show(token(body()), Proof { aud: aud(name), ..proof(NOW) });
    let twice = |first: String, second: String| [first, second].join("\n");
    let fresh = |iat| show(token(body()), proof(NOW.plus(iat))).to_string();
    let printed =
        paper_claims(Body { status: None, ..card() }).sign(&key("home paper")).unwrap().paper_text();
    vec![
        vector("a phone's token alone", token(body()).paper_text(), "PROOF_MISSING", "red"),
        vector("the holder signs with -8, EdDSA", algorithm(), "ALG", "red"),
        vector("a key of order 8", weak(ORDER_8), "KEY_WEAK", "red"),
        vector("the neutral element as a key", weak(NEUTRAL), "KEY_WEAK", "red"),
        vector("a key that is no point", weak(NO_POINT), "KEY_WEAK", "red"),
        vector("a key in another encoding", weak(UNREDUCED), "KEY_WEAK", "red"),
        vector("another phone's proof", stolen(), "HOLDER_SIG", "red"),
        vector("a proof signed as a token", wrong_domain(), "HOLDER_SIG", "red"),
        vector("a proof whose time was changed", moved(), "HOLDER_SIG", "red"),
        vector("made for another till", made_for("TILL-8"), "AUD", "red").aud("TILL-7"),
        vector("made for a till, shown where none is named", made_for("TILL-7"), "AUD", "red"),
        vector("made for no till, where one is asked for", city::valid(), "AUD", "red").aud("TILL-7"),
        vector("paper where a till is asked for", printed.clone(), "AUD", "red").aud("TILL-7"),
        vector("no answer to the challenge", city::valid(), "NONCE", "amber").challenge(CHALLENGE),
        vector("another answer", answer(Some([0; 8])), "NONCE", "amber").challenge(CHALLENGE),
        vector("paper where a challenge is asked", printed.clone(), "NONCE", "amber").challenge(CHALLENGE),
        vector("another answer, and stale", stale_answer(), "STALE", "amber").challenge(CHALLENGE),
        vector("the same code twice", twice(fresh(0), fresh(0)), "REPLAY", "red"),
        vector("the same token with a new proof", twice(fresh(-15), fresh(0)), "REPLAY", "red"),
        vector("the same card twice", twice(printed.to_string(), printed.into()), "REPLAY", "red"),
    ]
}

/// Points of small order (RFC 7748 §6.1, in Edwards form), a `y` that no point has, and `y = p + 3`.
const ORDER_8: [u8; 32] = *b"\xc7\x17\x6a\x70\x3d\x4d\xd8\x4f\xba\x3c\x0b\x76\x0d\x10\x67\x0f\x2a\x20\x53\xfa\x2c\x39\xcc\xc6\x4e\xc7\xfd\x77\x92\xac\x03\x7a";
const NEUTRAL: [u8; 32] = *b"\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
const NO_POINT: [u8; 32] = *b"\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
const UNREDUCED: [u8; 32] = *b"\xf0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f";

fn weak(x: [u8; 32]) -> String {
    let token = craft::token(&craft::phone_payload(DAY_END.0, &x, &[0xa1, 0x00, 0x03]), &key("home phone"));
    craft::text(&craft::phone(&token, &craft::proof(NOW.0), &key("holder")))
}

fn algorithm() -> String {
    let header = craft::holder_header(-8, token(body()).as_bytes());
    craft::text(&craft::sign1(&header, b"CC1:P", &craft::proof(NOW.0), &key("holder")))
}

fn stolen() -> String {
    craft::text(&craft::phone(token(body()).as_bytes(), &craft::proof(NOW.0), &key("other holder")))
}

fn wrong_domain() -> String {
    let header = craft::holder_header(-19, token(body()).as_bytes());
    craft::text(&craft::sign1(&header, b"CC1:I", &craft::proof(NOW.0), &key("holder")))
}

/// An old code with a new time, without a new signature.
fn moved() -> String {
    let mut raw = craft::raw(show(token(body()), proof(NOW.plus(-4000))).as_str());
    let place = raw.len() - 66 - 4;
    raw.splice(place..place + 4, u32::try_from(NOW.0).unwrap().to_be_bytes());
    craft::text(&raw)
}

fn stale_answer() -> String {
    show(token(body()), Proof { cnonce: Some([0; 8]), ..proof(NOW.plus(-400)) }).into()
}
