//! Too early, too late, and clocks that differ.

use super::{Vector, days, vector};
use crate::city::{self, DAY_END, NOW, body, card, key, paper_claims, phone_claims, proof, show, token};
use credit_code::{
    UnixTime,
    body::Body,
    token::{PaperClaims, PhoneClaims},
};

pub(super) fn vectors() -> Vec<Vector> {
    let aged = |age: i64| show(token(body()), proof(NOW.plus(-age)));
    let begins = DAY_END.plus(days(-1));
    let at = |now: UnixTime| show(token(body()), proof(now));
    let tomorrow = PhoneClaims { exp: DAY_END.plus(days(1)), ..phone_claims(body()) };
    let tomorrow = |now| show(tomorrow.sign(&key("home phone")).unwrap(), proof(now));
    let later = PaperClaims { nbf: NOW.plus(days(10)), ..paper_claims(Body { status: None, ..card() }) };
    let ended = PaperClaims { exp: NOW, ..paper_claims(card()) };
    let printed = |claims: &PaperClaims| claims.sign(&key("home paper")).unwrap().paper_text();
    let early = DAY_END.plus(-300);
    vec![
        vector("300 seconds before the token begins", tomorrow(early), "NOT_YET", "amber").at(early),
        vector("a second before the token begins", tomorrow(DAY_END.plus(-1)), "NOT_YET", "amber")
            .at(DAY_END.plus(-1)),
        vector("a card that begins in ten days", printed(&later), "NOT_YET", "amber"),
        vector("a phone code at its end", at(DAY_END), "EXPIRED", "amber").at(DAY_END),
        vector("yesterday's phone code", city::yesterday(), "EXPIRED", "amber"),
        vector("a card at its end", printed(&ended), "EXPIRED", "amber"),
        vector("a proof 301 seconds old", aged(301), "STALE", "amber"),
        vector("an hour-old screenshot", aged(3600), "STALE", "amber"),
        vector("a proof 301 seconds ahead", aged(-301), "FUTURE", "amber"),
        vector("a proof 91 seconds old", aged(91), "VERIFIER_CLOCK", "amber"),
        vector("a proof 300 seconds old", aged(300), "VERIFIER_CLOCK", "amber"),
        vector("a proof 31 seconds ahead", aged(-31), "VERIFIER_CLOCK", "amber"),
        vector("a proof 300 seconds ahead", aged(-300), "VERIFIER_CLOCK", "amber"),
        vector("301 seconds before the token begins", tomorrow(early.plus(-1)), "VERIFIER_CLOCK", "amber")
            .at(early.plus(-1)),
        vector(
            "301 seconds before the status list was signed",
            at(NOW.plus(-2101)),
            "VERIFIER_CLOCK",
            "amber",
        )
        .at(NOW.plus(-2101)),
        vector("300 seconds before the status list was signed", at(NOW.plus(-2100)), "VALID", "green")
            .at(NOW.plus(-2100)),
        vector("before the day, and before the lists", at(begins), "VERIFIER_CLOCK", "amber").at(begins),
    ]
}
