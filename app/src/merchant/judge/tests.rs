use super::*;
use credit_code::{
    body::{Body, StatusRef, Tiers},
    bundle::Bundle,
    key::SigningKey,
    present::{Draft, Proof},
    status::{StatusBits, StatusList},
    token::PhoneClaims,
    trust::{Anchor, TierMap, TrustEntry, TrustList, Use},
};

const END: UnixTime = UnixTime(20_800 * 86_400);
const NOW: UnixTime = UnixTime(END.0 - 36_000);
const STRICT: Perks = Perks { 0: 1 << 3 };

fn key(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

fn entry(signer: u8, usage: Use, city: u32) -> TrustEntry {
    TrustEntry {
        kid: key(signer).public().kid(),
        x: key(signer).public(),
        city,
        city_name: format!("city {city}"),
        usage,
        nbf: NOW.plus(-40 * 86_400),
        exp: NOW.plus(40 * 86_400),
        lifetime_s: if usage == Use::Phone { 86_400 } else { 0 },
        tiers: Tiers::ALL,
        perks: Perks::ALL,
        status_uri: Some("https://x.example/{day}/{list}".to_owned()),
        tier_map: TierMap([(4, 3)].into()),
        min_version: 1,
        revoked_at: None,
    }
}

fn lists() -> Lists {
    let entries = vec![
        entry(2, Use::Phone, 330_800),
        entry(3, Use::Status, 330_800),
        entry(4, Use::Phone, 331_100),
        entry(5, Use::Status, 331_100),
    ];
    let iat = NOW.plus(-3_600);
    let trust =
        TrustList { seq: 1, iat, exp: iat.plus(10 * 86_400), home: 330_800, next_root: None, entries };
    let status = |signer: u8| {
        let mut bits = StatusBits::new(1024);
        assert!(bits.set(13));
        let uri = format!("https://x.example/{}/0", END.token_day());
        StatusList::new(uri, iat, END.plus(86_400), 3600, bits).sign(&key(signer)).unwrap()
    };
    let bundle = Bundle { trust: trust.sign(&key(1)).unwrap(), status: vec![status(3)] };
    Lists::open(&bundle.encode(), &Anchor::pinned(key(1).public())).unwrap().0
}

/// A code that shows this, its proof made now, for this challenge.
fn code(issuer: u8, body: Body, cnonce: Option<[u8; 8]>) -> String {
    let holder = key(9);
    let token = PhoneClaims { exp: END, holder: holder.public(), body }.sign(&key(issuer)).unwrap();
    let draft = Draft::new(token, Proof { iat: NOW, aud: None, cnonce });
    let signature = holder.sign(&draft.to_be_signed());
    draft.finish(signature).unwrap().as_str().to_owned()
}

fn level(idx: u32) -> Body {
    Body { tier: Some(4), status: Some(StatusRef { list: 0, idx }), ..Body::default() }
}

fn perk(number: u8) -> Body {
    Body {
        perks: Some([number].into_iter().collect()),
        status: Some(StatusRef { list: 0, idx: 1 }),
        ..Body::default()
    }
}

fn asked(lists: &Lists) -> Asked<'_> {
    Asked { lists: Some(lists), now: NOW, challenge: None, strict: STRICT }
}

#[test]
fn an_accepted_code_shows_what_it_says_and_counts_once() {
    let (lists, mut judge) = (lists(), Judge::default());
    let first = judge.judge(&code(2, level(1), None), asked(&lists));
    assert_eq!((first.verdict, first.colour), (Verdict::Valid, Colour::Green));
    assert_eq!(first.shown.as_ref().and_then(|shown| shown.tier), Some(4));
    assert!(first.is_accepted() && !first.is_guest && !first.answered);
    let again = judge.judge(&code(2, level(1), None), asked(&lists));
    assert_eq!((again.verdict, again.token), (Verdict::Replay, first.token));
    assert!(!again.is_accepted() && again.shown.is_none());
    // Another till, or this one after a reload that has not read its ledger yet.
    let mut reloaded = Judge::default();
    assert!(reloaded.clone().judge(&code(2, level(1), None), asked(&lists)).is_accepted());
    reloaded.remember(first.token);
    assert_eq!(reloaded.judge(&code(2, level(1), None), asked(&lists)).verdict, Verdict::Replay);
}

#[test]
fn a_perk_of_value_wants_the_digits_and_is_not_used_up_by_asking() {
    let (lists, mut judge) = (lists(), Judge::default());
    let asking = judge.judge(&code(2, perk(3), None), asked(&lists));
    assert_eq!((asking.verdict, asking.colour, asking.wants_digits), (Verdict::Nonce, Colour::Amber, true));
    assert!(asking.shown.is_none() && !asking.is_accepted());
    let challenge = [7; 8];
    let with = Asked { challenge: Some(challenge), ..asked(&lists) };
    assert_eq!(judge.judge(&code(2, perk(3), None), with).verdict, Verdict::Nonce);
    assert_eq!(judge.judge(&code(2, perk(3), Some([8; 8])), with).verdict, Verdict::Nonce);
    let answered = judge.judge(&code(2, perk(3), Some(challenge)), with);
    assert!(answered.is_accepted() && answered.answered && !answered.wants_digits);
    let plain = judge.judge(&code(2, perk(2), None), asked(&lists));
    assert!(plain.is_accepted() && !plain.answered, "a perk of no great value is given at once");
}

#[test]
fn another_city_is_named_or_clearly_refused() {
    let (lists, mut judge) = (lists(), Judge::default());
    let guest = Body { status: None, ..level(0) };
    let mapped = judge.judge(&code(4, guest.clone(), None), asked(&lists));
    assert!(mapped.is_accepted() && mapped.is_guest);
    assert_eq!(mapped.shown.and_then(|shown| shown.tier), Some(3), "mapped into the home city's tiers");
    let refused = judge.judge(&code(4, Body { tier: Some(5), ..guest }, None), asked(&lists));
    assert_eq!((refused.verdict, refused.colour), (Verdict::Policy, Colour::Amber));
}

#[test]
fn what_is_refused_is_not_used_up() {
    let (lists, mut judge) = (lists(), Judge::default());
    for _ in 0..2 {
        assert_eq!(judge.judge(&code(2, level(13), None), asked(&lists)).verdict, Verdict::Revoked);
        assert_eq!(judge.judge("HTTPS://EXAMPLE.ORG", asked(&lists)).verdict, Verdict::Prefix);
        let late = Asked { now: NOW.plus(1_000), ..asked(&lists) };
        assert_eq!(judge.judge(&code(2, level(2), None), late).verdict, Verdict::Stale);
    }
    assert!(judge.judge(&code(2, level(2), None), asked(&lists)).is_accepted());
}

#[test]
fn without_lists_nothing_is_believed() {
    let mut judge = Judge::default();
    let asked = Asked { lists: None, now: NOW, challenge: None, strict: STRICT };
    assert_eq!(judge.judge(&code(2, level(1), None), asked).verdict, Verdict::TrustStale);
    assert_eq!(judge.judge("hello", asked).verdict, Verdict::Prefix);
    assert_eq!(judge.judge("", asked).verdict, Verdict::Unreadable);
}
