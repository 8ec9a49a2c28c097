//! What the table of verdicts promises beyond the verdict itself.

use crate::{
    city::{self, DAY_S, HOUR_S, NOW, body, card, key, paper_claims, proof, show, token},
    till::Lists,
    vectors::committed,
};
use credit_code::{
    UnixTime,
    body::Body,
    present::Proof,
    verdict::{Colour, Kind, NextStep, Verdict},
    verify::{Policy, SeenTokens, Till},
};
use std::{collections::BTreeMap, fs};

/// Each verdict, its colours and the next steps, as the vectors show them, are rows of the page.
#[test]
fn the_pages_table_says_what_the_vectors_show() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/credit-code.md")).unwrap();
    let mut seen: BTreeMap<Verdict, Vec<(Colour, NextStep)>> = BTreeMap::new();
    for vector in committed() {
        let outcome = vector.outcome();
        let rows = seen.entry(outcome.verdict).or_default();
        if !rows.contains(&(outcome.colour, outcome.next)) {
            rows.push((outcome.colour, outcome.next));
        }
    }
    for verdict in Verdict::all() {
        // Other tables begin rows with verdicts too; the table of verdicts is the page's last.
        let row = page.lines().rfind(|line| line.starts_with(&format!("| `{verdict}` |")));
        let row = row.unwrap_or_else(|| panic!("no row of {verdict}"));
        for (colour, next) in &seen[&verdict] {
            assert!(row.contains(colour.name()), "{row}: {colour}");
            assert!(row.contains(&format!("`{}`", next.name())), "{row}: {}", next.name());
        }
    }
}

#[test]
fn an_accepted_code_says_all_it_holds() {
    let outcome = Lists::today().outcome(city::valid().as_str(), NOW);
    let shown = outcome.shown.unwrap();
    assert_eq!((shown.kind, shown.city, shown.city_name.as_str()), (Kind::Phone, city::HOME, "衢州"));
    assert_eq!((shown.tier, shown.perks), (Some(3), body().perks.unwrap()));
    assert_eq!((shown.name, shown.birth_year, shown.expires), (body().name, None, city::DAY_END));
    let place = shown.status.unwrap();
    assert_eq!((place.uri, place.idx), (city::status().uri, city::IDX));
    assert_eq!((outcome.next, outcome.proof_age_s), (NextStep::Serve, Some(5)));
    assert_eq!((outcome.trust_age_s, outcome.status_age_s), (HOUR_S, Some(HOUR_S / 2)));
}

#[test]
fn a_token_keeps_its_replay_key_and_no_two_share_one() {
    let lists = Lists::today();
    let key_of = |text: &str| lists.outcome(text, NOW).replay_key.expect("a key");
    let first = key_of(show(token(body()), proof(NOW)).as_str());
    assert_eq!(first, key_of(show(token(body()), proof(NOW.plus(-20))).as_str()));
    assert_ne!(first, key_of(show(token(Body { tier: Some(2), ..body() }), proof(NOW)).as_str()));
}

/// Only what was accepted is remembered: a stale code can be refreshed, a skewed one answered by challenge.
#[test]
fn only_accepted_tokens_are_remembered() {
    let lists = Lists::today();
    let mut session = SeenTokens::new();
    let show_at = |iat: i64, cnonce| show(token(body()), Proof { cnonce, ..proof(NOW.plus(iat)) });
    let challenge = Some([7; 8]);
    let mut shown = |text: &str, challenge, policy| {
        let till = Till { challenge, policy, ..Till::new(NOW, &mut session) };
        let outcome = lists.verifier().verify(text, till);
        (outcome.verdict, outcome.next, outcome.replay_key.is_some())
    };
    let any = Policy::default();
    let high = Policy { min_tier: Some(4), perk: None };
    let skewed = show_at(-200, None);
    assert_eq!(shown(skewed.as_str(), None, any), (Verdict::VerifierClock, NextStep::UseChallenge, false));
    assert_eq!(
        shown(show_at(-400, None).as_str(), None, any),
        (Verdict::Stale, NextStep::RefreshCode, false)
    );
    let answered = show_at(-200, challenge);
    assert_eq!(shown(answered.as_str(), challenge, high), (Verdict::Policy, NextStep::UsualTerms, true));
    assert_eq!(shown(answered.as_str(), challenge, any), (Verdict::Valid, NextStep::Serve, true));
    assert_eq!(shown(answered.as_str(), challenge, any), (Verdict::Replay, NextStep::AskForNew, true));
    assert_eq!(shown(answered.as_str(), challenge, high), (Verdict::Replay, NextStep::AskForNew, true));
    assert_eq!(session.len(), 1);
}

#[test]
fn a_slow_till_is_told_to_set_its_clock() {
    let lists = Lists::today();
    let mut session = SeenTokens::new();
    let built = NOW.plus(1000);
    let code = show(token(body()), proof(NOW));
    let mut at = |now: UnixTime| {
        let till = Till { clock_floor: built, ..Till::new(now, &mut session) };
        let outcome = lists.verifier().verify(code.as_str(), till);
        (outcome.verdict, outcome.next)
    };
    assert_eq!(at(NOW), (Verdict::VerifierClock, NextStep::SetClock));
    assert_eq!(at(built.plus(-301)), (Verdict::VerifierClock, NextStep::SetClock));
    assert_eq!(at(built.plus(-300)).0, Verdict::Stale);
}

/// A holder's time never moves the till's: a code from the future does not make the till believe it.
#[test]
fn the_holders_clock_is_no_evidence() {
    let outcome = Lists::today().outcome(show(token(body()), proof(NOW.plus(3000))).as_str(), NOW);
    assert_eq!((outcome.verdict, outcome.proof_age_s), (Verdict::Future, Some(-3000)));
}

#[test]
fn ages_of_lists_are_inclusive() {
    let card = paper_claims(Body { status: None, ..card() }).sign(&key("home paper")).unwrap().paper_text();
    let aged = |age: i64| {
        let mut trust = city::trust();
        trust.iat = NOW.plus(-age);
        Lists::of(&trust, &[])
    };
    for (age, verdict, colour) in [
        (DAY_S, Verdict::Valid, Colour::Green),
        (DAY_S + 1, Verdict::Valid, Colour::Amber),
        (3 * DAY_S, Verdict::Valid, Colour::Amber),
        (3 * DAY_S + 1, Verdict::TrustStale, Colour::Red),
    ] {
        let outcome = aged(age).outcome(card.as_str(), NOW);
        assert_eq!((outcome.verdict, outcome.colour), (verdict, colour), "{age}");
    }
}

#[test]
fn a_till_without_lists_of_status_still_serves_what_needs_none() {
    let lists = Lists::of(&city::trust(), &[]);
    let plain = show(token(Body { status: None, ..body() }), proof(NOW));
    assert_eq!(lists.verdict(plain.as_str(), NOW), Verdict::Valid);
    assert_eq!(lists.verdict(city::valid().as_str(), NOW), Verdict::StatusStale);
}
