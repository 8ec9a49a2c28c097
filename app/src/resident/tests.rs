//! What the wallet draws, rendered natively.

use super::{
    code::{
        face::{learns, supply},
        none::explain,
        run::NoCode,
    },
    score::Dimensions,
    sign_in::Accounts,
};
use crate::{
    context::App,
    text::Lang,
    widgets::{Failure, ScoreCard, ScoreFace},
};
use api::{
    Problem, ProblemCode,
    codes::Shown,
    demo::DemoAccount,
    score::{DimensionView, Localized, ScoreView},
};
use client::{
    CallError,
    keys::KeyError,
    tokens::{MintError, Stock},
};
use domain::level::Tier;
use leptos::prelude::*;
use ui::Tone;

/// A view's HTML, a tag a line.
fn draw<V: IntoView>(lang: Lang, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| {
        App::for_tests(lang);
        view().into_view().to_html().replace("<!>", "").replace("><", ">\n<")
    })
}

fn name(zh: &str, en: &str) -> Localized {
    Localized { zh: zh.to_owned(), en: en.to_owned() }
}

fn score() -> ScoreView {
    ScoreView {
        total: Some(782),
        maximum: 1000,
        tier: Tier::new(4).unwrap(),
        level: name("优秀", "Excellent"),
        points_to_next: Some(38),
        dimensions: vec![DimensionView {
            key: "law".to_owned(),
            name: name("遵纪守法", "Law"),
            points: 190,
            maximum: 200,
        }],
        edition: "sample-2026".to_owned(),
        sample: true,
        computed_at: 1_795_000_000,
    }
}

#[test]
fn a_score_is_a_figure_a_level_and_a_table() {
    let face = ScoreFace::new(&score(), Lang::Zh, "3 小时前".to_owned());
    insta::assert_snapshot!(draw(Lang::Zh, || view! { <ScoreCard face lang=Lang::Zh /> }));
}

#[test]
fn a_person_without_a_score_is_not_refused() {
    let unscored = ScoreView { total: None, tier: Tier::NONE, points_to_next: None, ..score() };
    let face = ScoreFace::new(&unscored, Lang::En, String::new());
    let html = draw(Lang::En, || view! { <ScoreCard face lang=Lang::En /> });
    assert!(html.contains("Not scored yet") && html.contains("No basic service depends on it"), "{html}");
    assert!(!html.contains("score-total"));
}

#[test]
fn dimensions_show_their_points_as_text() {
    let computed = "11月20日 10:15".to_owned();
    insta::assert_snapshot!(draw(Lang::Zh, || view! { <Dimensions score=score() lang=Lang::Zh computed /> }));
}

#[test]
fn accounts_are_buttons_and_marked_as_demo() {
    let account =
        DemoAccount {
            key: "wang-ming".to_owned(), name: "王小明".to_owned(), note: "高等级".to_owned()
        };
    let html = draw(Lang::Zh, || {
        view! { <Accounts accounts=vec![account] choose=Callback::new(|_| ()) pending=false lang=Lang::Zh /> }
    });
    assert!(html.contains("data-testid=\"account-wang-ming\"") && html.contains("data-testid=\"demo-mark\""));
}

#[test]
fn the_shop_learns_what_the_token_holds_and_no_more() {
    let shown = |tier, name: Option<&str>, perks| Shown { tier, name: name.map(str::to_owned), perks };
    let say = |shown: Shown| learns(&shown, Some(&score()), None, Lang::Zh);
    assert!(say(shown(Some(4), None, vec![])).contains("至少是“优秀（4 级）”"));
    assert!(say(shown(Some(4), Some("王*明"), vec![])).contains("“王*明”"));
    assert!(say(shown(Some(3), None, vec![])).contains("3 级"), "another level than today's");
    assert!(say(shown(None, None, vec![5])).contains("5 号优惠"));
    assert!(say(shown(Some(0), None, vec![])).contains("还未评级"));
}

#[test]
fn the_stock_is_mentioned_only_when_it_matters() {
    let text = &Lang::Zh.wallet().code;
    let stock = |today| Stock { today, all: today + 8, until: 0 };
    assert_eq!(supply(text, stock(3), false, true, "今天 24 点"), None);
    let (tone, line) = supply(text, stock(3), false, false, "今天 24 点").unwrap();
    assert!(tone == Tone::Info && line.contains("3 次"), "{line}");
    assert!(supply(text, stock(0), false, false, "").unwrap().1.contains("最后一个"));
    assert!(supply(text, stock(0), true, true, "").unwrap().1.contains("明天零点"));
    assert!(supply(text, stock(0), true, false, "").unwrap().1.contains("连上网络"));
}

#[test]
fn every_reason_for_no_code_has_a_sentence_in_both_languages() {
    let reasons = [
        NoCode::SignedOut,
        NoCode::Wiped,
        NoCode::Expired,
        NoCode::UsedUp,
        NoCode::Damaged,
        NoCode::NoKeys,
        NoCode::Failed(MintError::Call(CallError::Offline)),
        NoCode::Failed(MintError::Key(KeyError::Damaged)),
        NoCode::Failed(MintError::Mismatch),
    ];
    for why in &reasons {
        for lang in Lang::ALL {
            let (title, sentence) = explain(why, lang);
            assert!(!title.is_empty() && sentence.ends_with(['。', '.']), "{why:?}: {sentence}");
        }
    }
}

#[test]
fn every_problem_has_a_sentence_that_says_what_to_do() {
    for code in ProblemCode::ALL {
        for lang in Lang::ALL {
            let sentence = (lang.common().problem)(*code);
            assert!(sentence.ends_with(['。', '.']), "{code:?}: {sentence}");
        }
    }
    let problem = CallError::Problem(Problem::new(ProblemCode::TooManyRequests));
    let html = draw(Lang::En, || view! { <Failure error=problem /> });
    assert!(html.contains("Please wait a little"), "{html}");
}

#[test]
fn ages_and_distances_read_as_people_say_them() {
    let (zh, en) = (Lang::Zh.common(), Lang::En.common());
    assert_eq!((zh.ago)(5), "刚刚");
    assert_eq!((zh.ago)(7_300), "2 小时前");
    assert_eq!((en.ago)(60), "1 minute ago");
    assert_eq!((en.span)(3 * 86_400), "3 days");
    assert_eq!((zh.distance)(342), "350 米");
    assert_eq!((en.distance)(1_250), "1.2 km");
}
