//! Makes the vectors. They are committed; a test makes them again and compares.

mod holder;
mod input;
mod issuer;
mod state;
mod time;
mod valid;

use crate::{
    city::{self, DAY_S, HOUR_S, NOW, SEEDS, key},
    vectors::Vector,
};
use credit_code::{
    UnixTime,
    status::{StatusBits, StatusList},
    trust::TrustList,
};
use jiff::Timestamp;

/// Every file of vectors.
pub(crate) fn vectors() -> Vec<(&'static str, Vec<Vector>)> {
    vec![
        ("valid.json", valid::vectors()),
        ("input.json", input::vectors()),
        ("issuer.json", issuer::vectors()),
        ("time.json", time::vectors()),
        ("holder.json", holder::vectors()),
        ("state.json", state::vectors()),
    ]
}

/// Every signed list that they name.
pub(crate) fn lists() -> Vec<(&'static str, Vec<u8>)> {
    let trust = |list: TrustList| list.sign(&key("root")).unwrap();
    let status = |list: StatusList| list.sign(&key("home status")).unwrap();
    let aged = |list: TrustList, hours: i64| TrustList { iat: NOW.plus(-hours * HOUR_S), ..list };
    let old = |list: StatusList, hours: i64| {
        StatusList::new(list.uri, NOW.plus(-hours * HOUR_S), list.exp, list.ttl, list.bits)
    };
    let mut short = city::status();
    short.bits = StatusBits::new(64);
    let mut ended = old(city::status(), 2);
    ended.exp = NOW;
    vec![
        ("trust.cbor", trust(city::trust())),
        ("trust-24h.cbor", trust(aged(city::trust(), 24))),
        ("trust-30h.cbor", trust(aged(city::trust(), 30))),
        ("trust-80h.cbor", trust(aged(city::trust(), 80))),
        ("trust-ended.cbor", trust(TrustList { exp: NOW, ..aged(city::trust(), 30) })),
        ("status.cbor", status(city::status())),
        ("status-30h.cbor", status(old(city::status(), 30))),
        ("status-ended.cbor", status(ended)),
        ("status-short.cbor", status(short)),
        ("status-by-away.cbor", city::status().sign(&key("away status")).unwrap()),
        ("status-paper.cbor", status(city::paper_status())),
        ("status-paper-30h.cbor", status(old(city::paper_status(), 30))),
        ("status-paper-80h.cbor", status(old(city::paper_status(), 80))),
    ]
}

/// The seeds, for people and for programs.
pub(crate) fn seeds() -> String {
    let mut text =
        "# Ed25519 seeds of every key in these vectors: 32 times one byte, and known to everyone.\n"
            .to_owned();
    for (name, byte) in SEEDS {
        let public = hex(&key(name).public().to_bytes());
        let seed = format!("{byte:02x}").repeat(32);
        let kid = key(name).public().kid();
        text.push_str(&format!(
            "\n[\"{name}\"]\nseed = \"{seed}\"\npublic = \"{public}\"\nkid = \"{kid}\"\n"
        ));
    }
    text
}

/// A vector with today's lists.
fn vector(name: &str, text: impl AsRef<str>, verdict: &str, colour: &str) -> Vector {
    Vector {
        name: name.to_owned(),
        text: text.as_ref().to_owned(),
        at: rfc3339(NOW),
        trust: "trust.cbor".to_owned(),
        status: vec!["status.cbor".to_owned()],
        challenge: None,
        aud: None,
        root: hex(&key("root").public().to_bytes()),
        verdict: verdict.to_owned(),
        colour: colour.to_owned(),
    }
}

impl Vector {
    fn at(self, at: UnixTime) -> Self {
        Self { at: rfc3339(at), ..self }
    }

    fn trust(self, file: &str) -> Self {
        Self { trust: file.to_owned(), ..self }
    }

    fn status(self, files: &[&str]) -> Self {
        Self { status: files.iter().map(|file| (*file).to_owned()).collect(), ..self }
    }

    fn challenge(self, challenge: [u8; 8]) -> Self {
        Self { challenge: Some(hex(&challenge)), ..self }
    }

    fn aud(self, aud: &str) -> Self {
        Self { aud: Some(aud.to_owned()), ..self }
    }
}

fn rfc3339(time: UnixTime) -> String {
    Timestamp::from_second(time.0).unwrap().to_string()
}

/// Days in seconds.
const fn days(days: i64) -> i64 {
    days * DAY_S
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
