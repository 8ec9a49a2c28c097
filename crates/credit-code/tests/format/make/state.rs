//! Revoked, too old, not enough, or a sample.

use super::{Vector, vector};
use crate::city::{self, NOW, body, card, key, paper_claims, phone_claims, proof, show, token};
use credit_code::body::{Body, NumberSet, StatusRef};

pub(super) fn vectors() -> Vec<Vector> {
    let revoked = Some(StatusRef { list: city::SHARD, idx: city::REVOKED_IDX });
    let last = Some(StatusRef { list: city::SHARD, idx: 65_535 });
    let beyond = Some(StatusRef { list: city::SHARD, idx: 65_536 });
    let at = |status| show(token(Body { status, ..body() }), proof(NOW));
    let other_shard = Some(StatusRef { list: city::SHARD + 1, idx: 0 });
    let printed = |body: Body| paper_claims(body).sign(&key("home paper")).unwrap().paper_text();
    let away = |body: Body| {
        show(phone_claims(Body { status: None, ..body }).sign(&key("away phone")).unwrap(), proof(NOW))
    };
    let perk = Body { perks: Some(NumberSet(1)), ..Body::default() };
    let later = phone_claims(body()).sign(&key("home phone, from version 2 on")).unwrap();
    let sample = Body { specimen: true, ..body() };
    let no_status = Body { status: None, ..card() };
    vec![
        vector("revoked", at(revoked), "REVOKED", "red"),
        vector("revoked in an ended list", at(revoked), "REVOKED", "red").status(&["status-ended.cbor"]),
        vector("a revoked card", printed(Body { status: revoked, ..card() }), "REVOKED", "red")
            .status(&["status-paper.cbor"]),
        vector("no status list", city::valid(), "STATUS_STALE", "amber").status(&[]),
        vector("another shard's list", at(other_shard), "STATUS_STALE", "amber"),
        vector("an ended status list", city::valid(), "STATUS_STALE", "amber").status(&["status-ended.cbor"]),
        vector("a list signed by another city", city::valid(), "STATUS_STALE", "amber")
            .status(&["status-by-away.cbor"]),
        vector("a card without its status list", printed(card()), "STATUS_STALE", "red"),
        vector("a card with a list of 80 hours", printed(card()), "STATUS_STALE", "red")
            .status(&["status-paper-80h.cbor"]),
        vector("the last place of the list", at(last), "VALID", "green"),
        vector("a place after the last", at(beyond), "STATUS_RANGE", "red"),
        vector("a place outside a short list", city::valid(), "STATUS_RANGE", "red")
            .status(&["status-short.cbor"]),
        vector("an ended trust list", city::valid(), "TRUST_STALE", "red").trust("trust-ended.cbor"),
        vector("a card with a trust list of 80 hours", printed(no_status), "TRUST_STALE", "red")
            .trust("trust-80h.cbor"),
        vector(
            "another city's tier that is not recognised",
            away(Body { tier: Some(4), ..body() }),
            "POLICY",
            "amber",
        ),
        vector("another city's perk", away(perk), "POLICY", "amber"),
        vector("another city's card, which none recognises", away_card(), "POLICY", "amber"),
        vector("a key for later versions only", show(later, proof(NOW)), "POLICY", "amber"),
        vector("a sample", show(token(sample.clone()), proof(NOW)), "SPECIMEN", "grey"),
        vector("a sample, shown twice", twice(sample), "REPLAY", "red"),
    ]
}

fn away_card() -> String {
    paper_claims(Body { status: None, ..card() }).sign(&key("away paper")).unwrap().paper_text().into()
}

fn twice(body: Body) -> String {
    let text = String::from(show(token(body), proof(NOW)));
    [text.clone(), text].join("\n")
}
