//! Two synthetic cities, their keys from fixed seeds, and their lists at one fixed moment.

use credit_code::{
    UnixTime,
    body::{Body, MaskedName, NumberSet, StatusRef},
    key::SigningKey,
    present::{Aud, CodeText, Draft, Proof},
    status::{StatusBits, StatusList},
    token::{IssuerToken, PaperClaims, PhoneClaims},
    trust::{TierMap, TrustEntry, TrustList, Use},
};

/// 2026-11-20T04:00:00Z, noon in Shanghai.
pub(crate) const NOW: UnixTime = UnixTime(1_795_147_200);
pub(crate) const HOUR_S: i64 = 3600;
pub(crate) const DAY_S: i64 = 24 * HOUR_S;
/// The end of the civil day in Shanghai.
pub(crate) const DAY_END: UnixTime = UnixTime(NOW.0 + 12 * HOUR_S);

pub(crate) const HOME: u32 = 330_800;
pub(crate) const AWAY: u32 = 331_100;

/// Every key of the vectors; its seed is 32 times one byte.
pub(crate) const SEEDS: [(&str, u8); 15] = [
    ("root", 0x01),
    ("next root", 0x02),
    ("home phone", 0x11),
    ("home paper", 0x12),
    ("home status", 0x13),
    ("home phone, revoked", 0x14),
    ("home phone, from version 2 on", 0x15),
    ("away phone", 0x21),
    ("away paper", 0x22),
    ("away status", 0x23),
    ("holder", 0x31),
    ("holder, second token", 0x32),
    ("other holder", 0x33),
    ("unknown issuer", 0x41),
    ("unknown root", 0x42),
];

pub(crate) fn key(name: &str) -> SigningKey {
    let (_, byte) = SEEDS.into_iter().find(|(known, _)| *known == name).expect("a key of the table");
    SigningKey::from_seed(&[byte; 32])
}

/// The trust list: an hour old, good for 30 days.
pub(crate) fn trust() -> TrustList {
    let revoked = TrustEntry { revoked_at: Some(NOW.plus(-2 * DAY_S)), ..phone("home phone, revoked", HOME) };
    let later = TrustEntry { min_version: 2, ..phone("home phone, from version 2 on", HOME) };
    let tiers = [(1, 0), (2, 1), (3, 2)].into_iter().collect();
    let away = TrustEntry { tier_map: TierMap(tiers), ..phone("away phone", AWAY) };
    let away_paper = TrustEntry { tier_map: TierMap::default(), ..paper("away paper", AWAY) };
    TrustList {
        seq: 7,
        iat: NOW.plus(-HOUR_S),
        exp: NOW.plus(30 * DAY_S),
        home: HOME,
        next_root: Some(key("next root").public()),
        entries: vec![
            phone("home phone", HOME),
            paper("home paper", HOME),
            status_entry("home status", HOME),
            revoked,
            later,
            away,
            away_paper,
            status_entry("away status", AWAY),
        ],
    }
}

fn entry(name: &str, city: u32, usage: Use, lifetime_s: u32) -> TrustEntry {
    let x = key(name).public();
    TrustEntry {
        kid: x.kid(),
        x,
        city,
        city_name: if city == HOME { "衢州" } else { "丽水" }.to_owned(),
        usage,
        nbf: NOW.plus(-30 * DAY_S),
        exp: NOW.plus(400 * DAY_S),
        lifetime_s,
        tiers: NumberSet::from_iter(0..=4),
        perks: NumberSet::from_iter(0..=9),
        status_uri: None,
        tier_map: TierMap::default(),
        min_version: 1,
        revoked_at: None,
    }
}

fn phone(name: &str, city: u32) -> TrustEntry {
    let uri = format!("https://credit.example/lists/status/{city}/{{day}}/{{list}}");
    TrustEntry { status_uri: Some(uri), ..entry(name, city, Use::Phone, 86_400) }
}

fn paper(name: &str, city: u32) -> TrustEntry {
    let uri = format!("https://credit.example/lists/status/{city}/paper/{{list}}");
    let perks = NumberSet::from_iter(0..=3);
    TrustEntry { status_uri: Some(uri), perks, ..entry(name, city, Use::Paper, 366 * 86_400) }
}

fn status_entry(name: &str, city: u32) -> TrustEntry {
    let empty = NumberSet::default();
    TrustEntry { tiers: empty, perks: empty, ..entry(name, city, Use::Status, 0) }
}

/// The shard of the tests, and the token in it that was revoked.
pub(crate) const SHARD: u32 = 3;
pub(crate) const REVOKED_IDX: u32 = 4242;
pub(crate) const IDX: u32 = 30_000;

/// A shard of today: 2^16 tokens, one revoked; half an hour old, good until the day ends.
pub(crate) fn status() -> StatusList {
    let day = DAY_END.token_day();
    status_at(&format!("https://credit.example/lists/status/{HOME}/{day}/{SHARD}"))
}

/// The shard of the home city's printed cards.
pub(crate) fn paper_status() -> StatusList {
    let mut list = status_at(&format!("https://credit.example/lists/status/{HOME}/paper/{SHARD}"));
    list.exp = NOW.plus(7 * DAY_S);
    list
}

fn status_at(uri: &str) -> StatusList {
    let mut bits = StatusBits::new(1 << 16);
    assert!(bits.set(REVOKED_IDX));
    StatusList::new(uri.to_owned(), NOW.plus(-HOUR_S / 2), DAY_END, 3600, bits)
}

/// "Tier at least 3, perks 1 and 2", with a name and a status: the largest thing that a phone shows.
pub(crate) fn body() -> Body {
    Body {
        tier: Some(3),
        perks: Some(NumberSet::from_iter([1, 2])),
        name: Some(MaskedName::new("王*明").unwrap()),
        status: Some(StatusRef { list: SHARD, idx: IDX }),
        ..Body::default()
    }
}

/// What a printed card says.
pub(crate) fn card() -> Body {
    Body {
        tier: Some(3),
        perks: Some(NumberSet::from_iter([1])),
        name: Some(MaskedName::new("王*明").unwrap()),
        status: Some(StatusRef { list: SHARD, idx: IDX }),
        birth_year: Some(1946),
        specimen: false,
    }
}

pub(crate) fn phone_claims(body: Body) -> PhoneClaims {
    PhoneClaims { exp: DAY_END, holder: key("holder").public(), body }
}

pub(crate) fn paper_claims(body: Body) -> PaperClaims {
    PaperClaims { exp: NOW.plus(300 * DAY_S), nbf: NOW.plus(-30 * DAY_S), body }
}

/// A token of the home city for the holder's phone.
pub(crate) fn token(body: Body) -> IssuerToken {
    phone_claims(body).sign(&key("home phone")).unwrap()
}

pub(crate) fn proof(iat: UnixTime) -> Proof {
    Proof { iat, aud: None, cnonce: None }
}

pub(crate) fn aud(text: &str) -> Option<Aud> {
    Some(Aud::new(text).unwrap())
}

/// A code as the holder's phone shows it.
pub(crate) fn show(token: IssuerToken, proof: Proof) -> CodeText {
    let draft = Draft::new(token, proof);
    let signature = key("holder").sign(&draft.to_be_signed());
    draft.finish(signature).unwrap()
}

/// The code that is valid now.
pub(crate) fn valid() -> CodeText {
    show(token(body()), proof(NOW.plus(-5)))
}

/// A code of the day's last second.
pub(crate) fn valid_at_end() -> CodeText {
    let body = Body { status: None, ..body() };
    show(token(body), proof(DAY_END.plus(-1)))
}

/// Yesterday's token, shown now.
pub(crate) fn yesterday() -> CodeText {
    let claims = PhoneClaims { exp: DAY_END.plus(-DAY_S), ..phone_claims(body()) };
    show(claims.sign(&key("home phone")).unwrap(), proof(NOW))
}
