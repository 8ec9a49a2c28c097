//! Trying a scanner gun: what it typed, how fast, and what to set when it is wrong.

use super::{routes::Route, scan::gun_field};
use crate::{
    context::use_lang,
    text::{Lang, merchant::GunMessages},
    widgets::Page,
};
use client::gun::Scan;
use credit_code::PREFIX;
use leptos::prelude::*;
use ui::{Notice, Tone};

/// Keys that a hand typed before Enter, this many at least, are a gun that is too slow.
const SLOW: usize = 8;

/// What the gun did.
#[derive(Debug, Clone, PartialEq)]
pub enum Trial {
    /// Nothing yet.
    Waiting,
    /// A credit code came through.
    Good(Scan),
    /// Something else came through.
    Other(Scan),
    /// The colon of `CC1:` came as a semicolon.
    ShiftLost(Scan),
    /// It typed as slowly as a hand.
    Slow,
}

impl Trial {
    /// What a scan says about the gun.
    pub fn of(scan: Scan) -> Self {
        if scan.text.starts_with(PREFIX) {
            Self::Good(scan)
        } else if scan.text.starts_with("CC1;") {
            Self::ShiftLost(scan)
        } else {
            Self::Other(scan)
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Good(_) => "good",
            Self::Other(_) => "other",
            Self::ShiftLost(_) => "shift",
            Self::Slow => "slow",
        }
    }
}

/// The page.
#[component]
pub fn GunPage() -> impl IntoView {
    let lang = use_lang().get_untracked();
    let text = &lang.merchant().gun;
    let (trial, typed) = (RwSignal::new(Trial::Waiting), StoredValue::new(0_usize));
    gun_field::listen(
        move |scan| {
            typed.set_value(0);
            trial.set(Trial::of(scan));
        },
        move |event| match event.code().as_str() {
            "Enter" | "NumpadEnter" | "Tab" => {
                if typed.get_value() >= SLOW {
                    trial.set(Trial::Slow);
                }
                typed.set_value(0);
            }
            code if code.starts_with("Key") || code.starts_with("Digit") => typed.update_value(|n| *n += 1),
            _ => {}
        },
    );
    view! {
        <Page title=text.title back=Route::Settings.href()>
            <p>{text.explained}</p>
            {move || view! { <TrialView trial=trial.get() lang /> }}
            <section class="card stack-s">
                <h2>{text.set_up_title}</h2>
                <ul>{text.set_up.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </section>
        </Page>
    }
}

/// A trial from plain values.
#[component]
pub fn TrialView(
    /// What the gun did.
    trial: Trial,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.merchant().gun;
    let state = trial.word();
    let (tone, title, scan) = match trial {
        Trial::Waiting => (Tone::Info, text.waiting, None),
        Trial::Good(scan) => (Tone::Ok, text.good, Some(scan)),
        Trial::Other(scan) => (Tone::Info, text.other, Some(scan)),
        Trial::ShiftLost(scan) => (Tone::Warn, text.shift_lost, Some(scan)),
        Trial::Slow => (Tone::Warn, text.too_slow, None),
    };
    view! {
        <div data-testid="gun-test" data-state=state aria-live="polite">
            <Notice tone=tone title=title>{scan.map(|scan| scanned(scan, text))}</Notice>
        </div>
    }
}

fn scanned(scan: Scan, text: &GunMessages) -> impl IntoView + use<> {
    let gap = format!("{:.0}", scan.longest_gap_ms).parse().unwrap_or(0);
    let count = scan.text.chars().count();
    view! {
        <p>{(text.read)(count)}" · "{(text.gap)(gap)}</p>
        <p class="gun-text" data-testid="gun-text">{scan.text}</p>
    }
}
