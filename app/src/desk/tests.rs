//! What the desk's views draw, from plain values.

use super::{
    context::Seen,
    issuing::Overview,
    revoke::{draft::Done, find::Found, receipt::Receipt},
    sign_in::Accounts,
};
use crate::{context::App, text::Lang};
use api::{
    Fixed, Problem, ProblemCode,
    demo::DemoAccount,
    issuing::{FoundResident, HourCount, IssuingOverview, KeyState, KeyUsage, KeyView, ListView, Revoked},
};
use client::CallError;
use domain::ids::ResidentId;
use leptos::prelude::*;

/// 2026-11-20 10:00 in Shanghai.
const NOW: i64 = 1_795_140_000;
const HOUR: i64 = 3_600;

/// The HTML that a view draws, one tag a line.
fn html<V: IntoView + 'static>(lang: Lang, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        App::for_tests(lang);
        view().to_html()
    });
    html.replace("<!>", "").replace("><", ">\n<")
}

fn overview() -> IssuingOverview {
    let key = |kid: &str, usage, state| KeyView {
        kid: kid.to_owned(),
        city: "衢州".to_owned(),
        usage,
        state,
        not_before: NOW - 24 * HOUR,
        expires_at: NOW + 6 * 24 * HOUR,
    };
    let list = |path: &str, age_h| ListView {
        path: path.to_owned(),
        issued_at: NOW - age_h * HOUR,
        bytes: 1_024,
        entries: 2,
    };
    IssuingOverview {
        keys: vec![
            key("0a1b2c3d", KeyUsage::Phone, KeyState::Active),
            key("4e5f6071", KeyUsage::Status, KeyState::Next),
            key("8293a4b5", KeyUsage::Paper, KeyState::Revoked),
        ],
        lists: vec![
            list("/lists/trust.cbor", 1),
            list("/lists/status/330800/20777/0", 30),
            list("/lists/x", 80),
        ],
        minted: (0..24)
            .map(|i| HourCount { starts_at: NOW - (23 - i) * HOUR, count: u32::try_from(i * i).unwrap() })
            .collect(),
        now: NOW,
    }
}

#[test]
fn the_overview_names_every_key_list_and_hour() {
    let seen = Seen { value: overview(), at_ms: NOW * 1000, kept: false };
    insta::assert_snapshot!(html(
        Lang::Zh,
        || view! { <Overview lang=Lang::Zh answer=Ok(seen) now_s=NOW /> }
    ));
}

#[test]
fn a_kept_overview_says_so_and_its_lists_grow_old() {
    let seen = Seen { value: overview(), at_ms: NOW * 1000, kept: true };
    let later = NOW + 48 * HOUR;
    let html = html(Lang::En, || view! { <Overview lang=Lang::En answer=Ok(seen) now_s=later /> });
    assert!(html.contains("The server cannot be reached."), "{html}");
    assert!(!html.contains("Fresh"), "49, 78 and 128 hours: {html}");
    assert_eq!(html.matches("Out of date").count(), 2, "{html}");
}

#[test]
fn every_problem_of_the_overview_has_a_sentence() {
    for &code in ProblemCode::ALL {
        let error = CallError::Problem(Problem::new(code));
        let html = html(Lang::Zh, || view! { <Overview lang=Lang::Zh answer=Err(error) now_s=NOW /> });
        assert!(html.contains((Lang::Zh.common().problem)(code)), "{code:?}");
    }
}

#[test]
fn a_person_without_tokens_has_nothing_to_revoke() {
    let found = |live_tokens| FoundResident {
        resident: ResidentId::from_bytes([1; 16]),
        masked_name: "李*".to_owned(),
        live_tokens,
    };
    let draw = |n| html(Lang::Zh, move || view! { <Found lang=Lang::Zh found=found(n) /> });
    assert!(draw(0).contains(Lang::Zh.desk().nothing_to_revoke));
    assert!(draw(24).contains("24 个凭证还没到期"));
}

#[test]
fn the_receipt_is_in_groups_to_read_out() {
    let done =
        Done { masked_name: "李*".to_owned(), revoked: Revoked { tokens: 24, receipt: Fixed([0xa7; 32]) } };
    insta::assert_snapshot!(html(Lang::Zh, || view! { <Receipt lang=Lang::Zh done=done again=|| {} /> }));
}

#[test]
fn accounts_are_buttons() {
    let account =
        DemoAccount { key: "xu-officer".to_owned(), name: "徐*".to_owned(), note: "信用办".to_owned() };
    let view = || view! { <Accounts accounts=vec![account] busy=false chosen=|_| {} /> };
    insta::assert_snapshot!(html(Lang::Zh, view));
}
