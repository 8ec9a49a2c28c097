//! What the till draws, rendered natively.

use super::{
    context::{Face, Syncing},
    gun_test::{Trial, TrialView},
    judge::Judged,
    ledger::{DaysView, delivery::Result, entries::Entries},
    scan::{
        challenge::Digits,
        disclosed::{Disclosed, disclosed},
        stage::Start,
        status::{Ageing, clock_trouble},
        verdict::{VerdictView, said},
    },
};
use crate::{context::App, text::Lang};
use api::{
    Fixed,
    merchants::{MerchantCard, MerchantDirectory, PerkCard},
    scans::ScanOutcome,
    score::Localized,
    session::MerchantSession,
};
use client::{
    CallError,
    camera::CameraError,
    clock::Now,
    gun::Scan,
    ledger::{Counts, Delivered, Entry},
    lists::Ages,
};
use credit_code::{
    UnixTime,
    body::{MaskedName, NumberSet, Perks},
    verdict::{Colour, Kind, Shown, Verdict},
};
use domain::{
    disclosure::PerkId,
    ids::{MerchantId, ScanId, TillId},
    level::Tier,
};
use leptos::prelude::*;
use std::{collections::BTreeSet, fmt::Write};

/// A view's HTML, a tag a line.
fn draw<V: IntoView>(lang: Lang, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| {
        App::for_tests(lang);
        view().into_view().to_html().replace("<!>", "").replace("><", ">\n<")
    })
}

fn shown() -> Shown {
    Shown {
        kind: Kind::Phone,
        city: 330_800,
        city_name: "衢州".to_owned(),
        tier: None,
        perks: Perks::default(),
        name: None,
        birth_year: None,
        expires: UnixTime(0),
        status: None,
    }
}

fn accepted(shown: Shown) -> Judged {
    Judged { shown: Some(shown), token: Some([1; 32]), ..Judged::bare(Verdict::Valid) }
}

fn words(judged: &Judged, lang: Lang) -> Disclosed {
    disclosed(judged, Some(&directory()), Some(&session()), lang)
}

fn draw_verdict(judged: Judged, large: bool, lang: Lang) -> String {
    draw(lang, || {
        let known = words(&judged, lang);
        let face = Face { judged, at_ms: 0, number: 1 };
        view! { <VerdictView face known large=Signal::stored(large) since=Signal::stored((lang.common().ago)(3)) lang on_go=|| {} /> }
    })
}

fn name(zh: &str, en: &str) -> Localized {
    Localized { zh: zh.to_owned(), en: en.to_owned() }
}

fn directory() -> MerchantDirectory {
    let perk = |id: u8, zh: &str, en: &str, tier: u8, strict| PerkCard {
        id: PerkId::try_from(id).unwrap(),
        name: name(zh, en),
        benefit: name(&format!("{zh}。"), &format!("{en}.")),
        tier: Tier::new(tier).unwrap(),
        strict,
    };
    let shop = |number: u8, perks: &[u8]| MerchantCard {
        id: MerchantId::from_bytes([number; 16]),
        name: name("面馆", "Noodles"),
        category: name("餐饮", "Food"),
        address: name("街", "Street"),
        position: (0, 0),
        hours: String::new(),
        perks: perks.iter().map(|id| PerkId::try_from(*id).unwrap()).collect(),
    };
    MerchantDirectory {
        merchants: vec![shop(1, &[1, 2, 7]), shop(2, &[0])],
        perks: vec![
            perk(0, "免押金借阅", "Borrow without a deposit", 2, false),
            perk(1, "饮食九五折", "5 % off meals", 2, false),
            perk(2, "饮食九折", "10 % off meals", 4, true),
            perk(7, "敬老茶水", "Tea for everyone", 0, false),
        ],
    }
}

fn session() -> MerchantSession {
    MerchantSession {
        merchant: MerchantId::from_bytes([1; 16]),
        name: "面馆".to_owned(),
        till: TillId::from_bytes([3; 16]),
        demo: true,
    }
}

/// Every verdict in every colour that it comes in, with its code for tests, its mark and its words.
#[test]
fn every_verdict_in_both_languages() {
    for lang in Lang::ALL {
        let mut all = String::new();
        for verdict in Verdict::all() {
            let mut judged = Judged::bare(verdict);
            if verdict == Verdict::Valid {
                judged = accepted(Shown { tier: Some(4), ..shown() });
            }
            let html = draw_verdict(judged, true, lang);
            assert!(html.contains(&format!("data-code=\"{verdict}\"")), "{html}");
            assert!(html.contains(&format!("data-colour=\"{}\"", verdict.colour())), "{html}");
            let text = html.lines().filter(|line| !["path", "svg"].iter().any(|mark| line.contains(mark)));
            writeln!(all, "{}\n", text.collect::<Vec<_>>().join("\n")).unwrap();
        }
        insta::assert_snapshot!(format!("verdicts_{}", lang.tag()), all);
    }
}

#[test]
fn every_verdict_says_what_is_so_and_what_to_do_and_accuses_nobody() {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for verdict in Verdict::all() {
            for colour in [Colour::Green, Colour::Amber, Colour::Red, Colour::Grey] {
                let judged = Judged { colour, ..Judged::bare(verdict) };
                let said = said(&judged, lang);
                assert!(
                    !said.say.is_empty() && said.next.ends_with(['。', '.']),
                    "{verdict} {colour}: {said:?}"
                );
                let both = format!("{}{}", said.say, said.next).to_lowercase();
                let accuses = ["假", "伪", "骗", "冒", "fake", "forg", "cheat", "fraud"]
                    .iter()
                    .any(|word| both.contains(word));
                assert!(!accuses, "{verdict}: {said:?}");
            }
            assert!(
                seen.insert(said(&Judged::bare(verdict), lang).say),
                "{verdict} has no sentence of its own"
            );
        }
    }
    assert!(said(&Judged::bare(Verdict::Stale), Lang::Zh).say.contains("刷新"));
    let asking = Judged { wants_digits: true, ..Judged::bare(Verdict::Nonce) };
    assert_ne!(said(&asking, Lang::Zh), said(&Judged::bare(Verdict::Nonce), Lang::Zh));
}

#[test]
fn each_colour_has_a_shape_of_its_own() {
    let shape = |verdict| {
        let html = draw_verdict(Judged::bare(verdict), true, Lang::Zh);
        html.lines().filter(|line| line.contains("<path")).collect::<Vec<_>>().join("\n")
    };
    let shapes: BTreeSet<String> =
        [Verdict::Valid, Verdict::Stale, Verdict::Revoked, Verdict::Prefix].map(shape).into();
    assert_eq!(shapes.len(), 4);
}

#[test]
fn what_a_code_says_is_shown_and_nothing_else() {
    let say = |shown: Shown| words(&accepted(shown), Lang::Zh);
    let level = say(Shown { tier: Some(4), ..shown() });
    assert_eq!(level.tier.as_deref(), Some("4 级以上"));
    assert_eq!(level.can_have.as_deref(), Some("可享：饮食九五折、饮食九折（需核对数字）、敬老茶水"));
    assert_eq!((level.name, level.paper, level.perks.len()), (None, None, 0));
    let low = say(Shown { tier: Some(1), ..shown() });
    assert_eq!(low.can_have.as_deref(), Some("可享：敬老茶水"));
    let unscored = say(Shown { tier: Some(0), ..shown() });
    assert_eq!((unscored.tier.as_deref(), unscored.can_have), (Some("暂无等级"), None));
    let perk = say(Shown { perks: NumberSet(1 << 1), ..shown() });
    assert_eq!((perk.perks[0].0.as_str(), perk.perks_elsewhere, perk.tier), ("饮食九五折", false, None));
    assert!(say(Shown { perks: NumberSet(1), ..shown() }).perks_elsewhere, "another shop's perk");
    assert_eq!(
        say(Shown { perks: NumberSet(1 << 30), ..shown() }).perks[0].0,
        "30 号优惠",
        "one that this till has not heard of"
    );
    let named = say(Shown { tier: Some(3), name: MaskedName::new("王*明").ok(), ..shown() });
    assert_eq!(named.summary(Lang::Zh).as_deref(), Some("3 级以上、王*明"));
    let refused = words(&Judged::bare(Verdict::Revoked), Lang::Zh);
    assert_eq!((refused.clone(), refused.summary(Lang::Zh)), (Disclosed::default(), None));
}

#[test]
fn paper_and_other_cities_are_marked() {
    let paper = Shown {
        kind: Kind::Paper,
        tier: Some(3),
        birth_year: Some(1946),
        name: MaskedName::new("孙*").ok(),
        ..shown()
    };
    insta::assert_snapshot!(draw_verdict(accepted(paper), false, Lang::Zh));
    let guest = Judged {
        is_guest: true,
        ..accepted(Shown { tier: Some(3), city: 331_100, city_name: "丽水".to_owned(), ..shown() })
    };
    let html = draw_verdict(guest, false, Lang::Zh);
    assert!(html.contains("外地码 · 丽水") && html.contains("data-guest=\"true\""), "{html}");
}

#[test]
fn an_answered_challenge_opens_perks_of_value() {
    let judged = Judged { answered: true, ..accepted(Shown { tier: Some(5), ..shown() }) };
    assert_eq!(
        words(&judged, Lang::En).can_have.as_deref(),
        Some("May have: 5 % off meals, 10 % off meals, Tea for everyone")
    );
}

#[test]
fn the_digits_are_read_out_one_by_one() {
    let html = draw(Lang::Zh, || view! { <Digits digits="042137".to_owned() lang=Lang::Zh on_new=|| {} /> });
    assert!(
        html.contains("aria-label=\"六位数字：0 4 2 1 3 7\"")
            && html.contains("<span>042</span>\n<span>137</span>"),
        "{html}"
    );
}

#[test]
fn old_lists_and_wrong_clocks_are_named_with_what_to_do() {
    let ages = Ages { signed_at: 1_000, green_until: 1_000 + 86_400, works_until: 1_000 + 3 * 86_400 };
    let line =
        |now_s| draw(Lang::Zh, move || view! { <Ageing ages=Some(ages) loaded=true now_s lang=Lang::Zh /> });
    let (fresh, old, over) = (line(8_200), line(100_000), line(300_000));
    assert!(
        fresh.contains("2 小时前更新") && fresh.contains("离线可用至") && !fresh.contains("till-old"),
        "{fresh}"
    );
    assert!(old.contains("till-old") && old.contains("离线可用至"), "{old}");
    assert!(over.contains("请联网更新"), "{over}");
    let none = draw(Lang::Zh, || view! { <Ageing ages=None loaded=true now_s=0 lang=Lang::Zh /> });
    assert!(none.contains("还没有名单"), "{none}");

    let (text, common) = (&Lang::Zh.merchant().scan, Lang::Zh.common());
    let trouble = |ms, correction_ms| {
        clock_trouble(Now { ms, correction_age_ms: None, correction_ms }, Some(1_000), text, common)
    };
    assert_eq!(trouble(1_100_000, 0), None);
    assert_eq!(trouble(1_100_000, 59_000), None);
    assert!(
        trouble(1_100_000, 3_600_000).is_some_and(|words| words.contains("慢了 1 小时")),
        "{:?}",
        trouble(1_100_000, 3_600_000)
    );
    assert!(trouble(1_100_000, -7_300_000).is_some_and(|words| words.contains("快了 2 小时")));
    assert_eq!(trouble(900_000, 0).as_deref(), Some(text.clock_behind_lists));
}

#[test]
fn a_camera_that_fails_leaves_other_ways() {
    let all = [
        CameraError::Unsupported,
        CameraError::Denied,
        CameraError::Missing,
        CameraError::Busy,
        CameraError::Failed("X".to_owned()),
    ];
    for lang in Lang::ALL {
        for error in all.clone() {
            let html = draw(lang, || view! { <Start failed=Some(error.clone()) lang on_start=|| {} /> });
            assert!(html.contains("camera-failed") && html.contains("scan-start"), "{html}");
            assert!(html.contains(lang.merchant().scan.camera_else), "{error:?}");
        }
    }
}

#[test]
fn a_gun_is_told_what_to_mend() {
    let scan = |text: &str| Scan { text: text.to_owned(), longest_gap_ms: 7.6, ended_ms: 0.0 };
    let state = |trial| draw(Lang::Zh, || view! { <TrialView trial lang=Lang::Zh /> });
    let good = state(Trial::of(scan("CC1:ABC")));
    assert!(
        good.contains("data-state=\"good\"") && good.contains("读到 7 个字符") && good.contains("8 毫秒"),
        "{good}"
    );
    assert!(state(Trial::of(scan("CC1;ABC"))).contains("data-state=\"shift\""));
    assert!(state(Trial::of(scan("HTTPS://X"))).contains("data-state=\"other\""));
    assert!(state(Trial::Slow).contains("data-state=\"slow\""));
    assert!(state(Trial::Waiting).contains("data-state=\"waiting\""));
}

fn entry(number: u8, outcome: Option<ScanOutcome>) -> Entry {
    Entry {
        id: ScanId::from_bytes([number; 16]),
        token: Fixed([0xa0 + number; 32]),
        status: None,
        at: 1_795_000_000,
        perk: None,
        verdict: "VALID".to_owned(),
        outcome,
    }
}

#[test]
fn what_came_back_for_each_scan_is_a_sentence() {
    let outcomes = [
        None,
        Some(ScanOutcome::Recorded),
        Some(ScanOutcome::Replayed { first_at: 1_794_000_000, elsewhere: true }),
        Some(ScanOutcome::Replayed { first_at: 1_794_000_000, elsewhere: false }),
        Some(ScanOutcome::Revoked),
        Some(ScanOutcome::Refused),
    ];
    let entries: Vec<Entry> = (1..).zip(outcomes).map(|(number, outcome)| entry(number, outcome)).collect();
    insta::assert_snapshot!(draw(Lang::Zh, || view! { <Entries entries lang=Lang::Zh /> }));
    let troubled = vec![entry(1, Some(ScanOutcome::Revoked))];
    let done = Syncing::Done(Some(Delivered { count: 3, troubled }));
    let html = draw(Lang::Zh, || view! { <Result syncing=done lang=Lang::Zh /> });
    assert!(
        html.contains("已同步 3 条") && html.contains("1 条需要留意") && html.contains("不用追回"),
        "{html}"
    );
    let offline =
        draw(Lang::Zh, || view! { <Result syncing=Syncing::Failed(CallError::Offline) lang=Lang::Zh /> });
    assert!(offline.contains("连不上服务器"), "{offline}");
}

#[test]
fn days_are_counted_by_colour() {
    let days = vec![
        ("2026-11-21".to_owned(), Counts { green: 12, amber: 2, red: 1, grey: 3 }),
        ("2026-11-20".to_owned(), Counts { green: 40, ..Counts::default() }),
    ];
    insta::assert_snapshot!(draw(
        Lang::Zh,
        || view! { <DaysView days today="2026-11-21".to_owned() lang=Lang::Zh /> }
    ));
    let none = draw(Lang::Zh, || view! { <DaysView days=Vec::new() today=String::new() lang=Lang::Zh /> });
    assert!(none.contains(">0</p>") && none.contains("还没有扫过码"), "{none}");
}
