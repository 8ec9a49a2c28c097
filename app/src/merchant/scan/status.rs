//! How old the lists are, and whether the clock can be right.

use crate::{
    context::{use_client, use_now},
    merchant::{context::use_till, routes::Route},
    text::{Lang, common, merchant::ScanMessages},
};
use client::{
    clock::Now,
    lists::{Ages, IS_DEMO_ROOT},
    local_time,
};
use credit_code::UnixTime;
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*};
use std::time::Duration;
use ui::{Icon, IconName, Notice, Tone};

/// Clocks this far apart are worth a word, milliseconds.
const WRONG_MS: i64 = 60_000;

/// Changes every 15 seconds, for what says "3 minutes ago"; stops with the caller's owner.
pub(in crate::merchant) fn use_tick() -> ReadSignal<u32> {
    let (tick, set_tick) = signal(0_u32);
    let handle = set_interval_with_handle(
        move || set_tick.update(|n| *n = n.wrapping_add(1)),
        Duration::from_secs(15),
    );
    if let Ok(handle) = handle {
        on_cleanup(move || handle.clear());
    }
    tick
}

/// The lists' age, and until when the till works without a network.
#[component]
pub fn StatusLine(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (till, now, tick) = (use_till(), use_now(), use_tick());
    let held = till.holdings.held();
    let line = move || {
        tick.track();
        let now = now();
        let ages = held.with(|held| held.as_ref().map(|held| held.lists.ages(UnixTime(now.seconds()))));
        let loaded = till.holdings.is_loaded();
        view! { <Ageing ages loaded now_s=now.seconds() lang /> }
    };
    let name = till.prefs.name;
    view! {
        <div class="till-status">
            {IS_DEMO_ROOT.then(|| view! { <crate::widgets::DemoMark /> })}
            <span class="till-name">{move || name.get()}</span>
            <a class="till-ages" href=Route::Lists.href()>{line}</a>
        </div>
    }
}

/// The line from plain values.
#[component]
pub fn Ageing(
    /// How old the lists are; nothing without any.
    ages: Option<Ages>,
    /// Whether one knows by now.
    loaded: bool,
    /// The time, seconds since 1970-01-01 UTC.
    now_s: i64,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (text, common) = (&lang.merchant().scan, lang.common());
    match ages {
        None if !loaded => view! { <span data-testid="list-age">{common.loading}</span> }.into_any(),
        None => view! {
            <span class="till-old" data-testid="list-age"><Icon name=IconName::Alert />{text.list_none}</span>
        }
        .into_any(),
        Some(ages) => {
            let (old, over) = (now_s >= ages.green_until, now_s >= ages.works_until);
            let until = if over {
                text.offline_over.to_owned()
            } else {
                (text.offline_until)(&minute(ages.works_until, lang))
            };
            view! {
                <span class:till-old=old data-testid="list-age">
                    {old.then(|| view! { <Icon name=IconName::Alert /> })}
                    {(text.list_age)(&(common.ago)(now_s - ages.signed_at))}
                </span>
                <span class:till-old=over data-testid="offline-until">{until}</span>
            }
            .into_any()
        }
    }
}

/// A time in words. Natively, where views are tested, there is no calendar: then the seconds.
pub(in crate::merchant) fn minute(seconds: i64, lang: Lang) -> String {
    if cfg!(target_arch = "wasm32") {
        local_time::minute(seconds.saturating_mul(1000), lang.tag())
    } else {
        seconds.to_string()
    }
}

/// Says that the clock may be wrong, and what to do.
#[component]
pub fn ClockWarning(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (till, client, tick) = (use_till(), use_client(), use_tick());
    let held = till.holdings.held();
    let clock = client.clock().clone();
    let wrong = Memo::new(move |_| {
        tick.track();
        let signed_at = held.with(|held| held.as_ref().map(|held| held.lists.trust().iat.0));
        clock_trouble(clock.now(), signed_at, &lang.merchant().scan, lang.common())
    });
    move || {
        wrong.get().map(|what| {
            let text = &lang.merchant().scan;
            view! {
                <Notice tone=Tone::Warn title=text.clock_title testid="clock-wrong"><p>{what}</p><p>{text.clock_fix}</p></Notice>
            }
        })
    }
}

/// What is wrong with the clock, when something is.
pub(in crate::merchant) fn clock_trouble(
    now: Now,
    signed_at: Option<i64>,
    text: &ScanMessages,
    common: &common::Messages,
) -> Option<String> {
    // To the nearest minute: an hour less a second is an hour.
    let span = || (common.span)((now.correction_ms.abs() + 30_000) / 60_000 * 60);
    if signed_at.is_some_and(|at| now.seconds() + WRONG_MS / 1000 < at) {
        Some(text.clock_behind_lists.to_owned())
    } else if now.correction_ms > WRONG_MS {
        Some((text.clock_slow)(&span()))
    } else if now.correction_ms < -WRONG_MS {
        Some((text.clock_fast)(&span()))
    } else {
        None
    }
}
