//! Who signed, and whether they may.

use super::{Vector, days, vector};
use crate::{
    city::{self, DAY_END, NOW, body, card, key, paper_claims, phone_claims, proof, show, token},
    craft,
};
use credit_code::{
    body::{Body, NumberSet},
    token::{PaperClaims, PhoneClaims},
};

pub(super) fn vectors() -> Vec<Vector> {
    let signed = |claims: PhoneClaims, by: &str| show(claims.sign(&key(by)).unwrap(), proof(NOW));
    let scoped = |body: Body| signed(phone_claims(body), "home phone");
    let printed = |claims: PaperClaims| claims.sign(&key("home paper")).unwrap().paper_text();
    let tier = |tier| Body { tier: Some(tier), ..body() };
    vec![
        vector("signed with -8, EdDSA", algorithm(-8), "ALG", "red"),
        vector("signed with -7, ES256", algorithm(-7), "ALG", "red"),
        vector("an unknown issuer", signed(phone_claims(body()), "unknown issuer"), "KID_UNKNOWN", "red"),
        vector(
            "an unknown issuer, an old trust list",
            signed(phone_claims(body()), "unknown issuer"),
            "KID_UNKNOWN",
            "amber",
        )
        .trust("trust-30h.cbor"),
        vector("a revoked key", signed(phone_claims(body()), "home phone, revoked"), "KEY_REVOKED", "red"),
        vector("a changed tier", tampered(), "ISSUER_SIG", "red"),
        vector("another key under a known name", misnamed(), "ISSUER_SIG", "red"),
        vector("signed as a proof", wrong_domain(), "ISSUER_SIG", "red"),
        vector("a tier that the key may not sign", scoped(tier(5)), "SCOPE", "red"),
        vector(
            "a perk that the key may not sign",
            scoped(Body { perks: Some(NumberSet(1 << 10)), ..body() }),
            "SCOPE",
            "red",
        ),
        vector("a phone's token by a paper key", signed(phone_claims(body()), "home paper"), "SCOPE", "red"),
        vector(
            "a phone's token by a status key",
            signed(phone_claims(Body::default()), "home status"),
            "SCOPE",
            "red",
        ),
        vector(
            "a paper token by a phone's key",
            paper_claims(card()).sign(&key("home phone")).unwrap().paper_text(),
            "SCOPE",
            "red",
        ),
        vector("a token that ends after its key", printed(late()), "SCOPE", "red"),
        vector("a token that ended before its key began", printed(early()), "SCOPE", "red"),
        vector("a card for longer than the key may", printed(long()), "SCOPE", "red"),
        vector(
            "a perk that is not for paper",
            printed(paper_claims(Body { perks: Some(NumberSet(1 << 5)), ..card() })),
            "SCOPE",
            "red",
        ),
    ]
}

fn algorithm(alg: i64) -> String {
    let (issuer, holder) = (key("home phone"), key("holder"));
    let payload = craft::phone_payload(DAY_END.0, &holder.public().to_bytes(), &[0xa1, 0x00, 0x03]);
    let token = craft::sign1(&craft::issuer_header(alg, &issuer), b"CC1:I", &payload, &issuer);
    craft::text(&craft::phone(&token, &craft::proof(NOW.0), &holder))
}

/// The holder raises the tier, and signs the code anew.
fn tampered() -> String {
    let mut token = token(body()).as_bytes().to_vec();
    let place = token.windows(4).position(|w| w == [0xa4, 0x00, 0x03, 0x01]).expect("the tier") + 2;
    token[place] = 4;
    craft::text(&craft::phone(&token, &craft::proof(NOW.0), &key("holder")))
}

fn misnamed() -> String {
    let payload = craft::phone_payload(DAY_END.0, &key("holder").public().to_bytes(), &[0xa1, 0x00, 0x03]);
    let header = craft::issuer_header(-19, &key("home phone"));
    let token = craft::sign1(&header, b"CC1:I", &payload, &key("unknown issuer"));
    craft::text(&craft::phone(&token, &craft::proof(NOW.0), &key("holder")))
}

fn wrong_domain() -> String {
    let issuer = key("home phone");
    let payload = craft::phone_payload(DAY_END.0, &key("holder").public().to_bytes(), &[0xa1, 0x00, 0x03]);
    let token = craft::sign1(&craft::issuer_header(-19, &issuer), b"CC1:P", &payload, &issuer);
    craft::text(&craft::phone(&token, &craft::proof(NOW.0), &key("holder")))
}

fn late() -> PaperClaims {
    PaperClaims { exp: NOW.plus(days(400) + 1), nbf: NOW.plus(days(100)), ..paper_claims(card()) }
}

fn early() -> PaperClaims {
    PaperClaims { exp: NOW.plus(days(-30)), nbf: NOW.plus(days(-60)), ..paper_claims(card()) }
}

fn long() -> PaperClaims {
    PaperClaims { exp: NOW.plus(days(337)), nbf: NOW.plus(days(-29) - 1), ..paper_claims(city::card()) }
}
