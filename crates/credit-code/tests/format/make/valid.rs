//! What is accepted.

use super::{Vector, vector};
use crate::city::{self, NOW, aud, body, card, key, paper_claims, phone_claims, proof, show, token};
use credit_code::{
    body::{Body, NumberSet, StatusRef},
    present::Proof,
    token::{PaperClaims, PhoneClaims},
};

const CHALLENGE: [u8; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

pub(super) fn vectors() -> Vec<Vector> {
    let plain = |body: Body| show(token(Body { status: None, ..body }), proof(NOW));
    let printed = |body: Body| paper_claims(body).sign(&key("home paper")).unwrap().paper_text();
    let two = [city::valid().to_string(), second()].join("\n");
    let away = |tier| Body { tier: Some(tier), status: None, ..body() };
    let mapped = phone_claims(away(3)).sign(&key("away phone")).unwrap();
    let answered = |iat| Proof { cnonce: Some(CHALLENGE), ..proof(NOW.plus(iat)) };
    vec![
        vector("a phone code with tier, perks, name and status", city::valid(), "VALID", "green"),
        vector("tier alone", plain(Body { tier: Some(3), ..Body::default() }), "VALID", "green").status(&[]),
        vector(
            "a perk alone",
            plain(Body { perks: Some(NumberSet(1 << 5)), ..Body::default() }),
            "VALID",
            "green",
        ),
        vector("a body that says nothing", plain(Body::default()), "VALID", "green"),
        vector("a proof 90 seconds old", show(token(body()), proof(NOW.plus(-90))), "VALID", "green"),
        vector("a proof 30 seconds ahead", show(token(body()), proof(NOW.plus(30))), "VALID", "green"),
        vector(
            "made for this till",
            show(token(body()), Proof { aud: aud("TILL-7"), ..proof(NOW) }),
            "VALID",
            "green",
        )
        .aud("TILL-7"),
        vector("answers the challenge", show(token(body()), answered(0)), "VALID", "green")
            .challenge(CHALLENGE),
        vector(
            "answers the challenge, its clock a day behind",
            show(token(body()), answered(-86_400)),
            "VALID",
            "green",
        )
        .challenge(CHALLENGE),
        vector(
            "answers the challenge, its clock a day ahead",
            show(token(body()), answered(86_400)),
            "VALID",
            "green",
        )
        .challenge(CHALLENGE),
        vector("an answer where nothing was asked", show(token(body()), answered(0)), "VALID", "green"),
        vector("two tokens of one session", two, "VALID", "green"),
        vector("a stale code, refreshed", refreshed(), "VALID", "green"),
        vector("a trust list of exactly 24 hours", city::valid(), "VALID", "green").trust("trust-24h.cbor"),
        vector("an old trust list", city::valid(), "VALID", "amber").trust("trust-30h.cbor"),
        vector("a phone code with a very old trust list", city::valid(), "VALID", "amber")
            .trust("trust-80h.cbor"),
        vector("an old status list", city::valid(), "VALID", "amber").status(&["status-30h.cbor"]),
        vector("the newer of two status lists", city::valid(), "VALID", "green")
            .status(&["status-30h.cbor", "status.cbor"]),
        vector("another city's code, its tier mapped", show(mapped, proof(NOW)), "VALID", "green"),
        vector("a paper code", printed(card()), "VALID", "green").status(&["status-paper.cbor"]),
        vector("a paper code without a status", printed(Body { status: None, ..card() }), "VALID", "green"),
        vector("a paper code with an old status list", printed(card()), "VALID", "amber")
            .status(&["status-paper-30h.cbor"]),
        vector("a paper code from its first second", first_second(), "VALID", "green"),
        vector("a phone code to its last second", city::valid_at_end(), "VALID", "green")
            .at(city::DAY_END.plus(-1)),
    ]
}

/// Another token of the same person.
fn second() -> String {
    let status = Some(StatusRef { list: city::SHARD, idx: city::IDX + 1 });
    let claims = PhoneClaims { body: Body { status, ..body() }, ..phone_claims(body()) };
    show(claims.sign(&key("home phone")).unwrap(), proof(NOW)).to_string()
}

fn refreshed() -> String {
    [show(token(body()), proof(NOW.plus(-400))), show(token(body()), proof(NOW))].map(String::from).join("\n")
}

fn first_second() -> String {
    let claims = PaperClaims { nbf: NOW, ..paper_claims(Body { status: None, ..card() }) };
    claims.sign(&key("home paper")).unwrap().paper_text().into()
}
