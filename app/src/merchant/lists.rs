//! The lists' page: how old each is, until when the till works, and what reads codes.

use super::{
    context::{Trouble, use_till},
    scan::status::{minute, use_tick},
};
use crate::{
    context::{use_client, use_lang, use_now},
    text::Lang,
    widgets::Page,
};
use client::{
    lists::{Held, Lists, Origin},
    scan::Reader,
};
use credit_code::{
    UnixTime,
    verify::{AMBER_AGE_S, GREEN_AGE_S},
};
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*};
use std::time::Duration;
use ui::{Badge, Button, ButtonKind, List, Notice, Row, Spinner, Tone};

/// The page.
#[component]
pub fn ListsPage() -> impl IntoView {
    let (till, lang, client, now, tick) =
        (use_till(), use_lang().get_untracked(), use_client(), use_now(), use_tick());
    let text = &lang.merchant().lists;
    let holdings = till.holdings;
    let held = holdings.held();
    let renew = Action::new_local(move |(): &()| holdings.renew(client.clone()));
    let clock = now.clone();
    let body = move || {
        tick.track();
        match held.get() {
            Some(held) => view! { <HeldView held=(*held).clone() now_s=now().seconds() lang /> }.into_any(),
            None if holdings.is_loaded() => view! {
                <Notice tone=Tone::Danger title=text.none_title testid="lists-none"><p>{text.none}</p></Notice>
            }
            .into_any(),
            None => view! { <Spinner label=lang.common().loading /> }.into_any(),
        }
    };
    let rows = move || {
        tick.track();
        held.get().map(|held| view! { <Rows lists=held.lists.clone() now_s=clock().seconds() lang /> })
    };
    let trouble = move || {
        let trouble = holdings.trouble().filter(|_| !holdings.is_asking())?;
        Some(view! { <Notice tone=Tone::Warn testid="lists-trouble"><p>{why(&trouble, lang)}</p></Notice> })
    };
    let asked = move || renew.version().get() > 0 && !holdings.is_asking() && holdings.trouble().is_none();
    view! {
        <Page title=text.title>
            <p>{text.explained}</p>
            {body}
            <div class="stack">
                {trouble}
                <div class="cluster">
                    <Button
                        kind=ButtonKind::Secondary
                        testid="lists-refresh"
                        disabled=Signal::derive(move || holdings.is_asking())
                        on_click=move |_| { renew.dispatch_local(()); }
                    >
                        {move || if holdings.is_asking() { text.refreshing } else { text.refresh }}
                    </Button>
                    <span role="status">{move || asked().then_some(text.refreshed)}</span>
                </div>
            </div>
            {rows}
            <Readers lang />
        </Page>
    }
}

/// How long the lists serve, from plain values.
#[component]
pub fn HeldView(
    /// What is held.
    held: Held,
    /// The time, seconds since 1970-01-01 UTC.
    now_s: i64,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (text, scan) = (&lang.merchant().lists, &lang.merchant().scan);
    let ages = held.lists.ages(UnixTime(now_s));
    let over = now_s >= ages.works_until;
    let until = if over {
        scan.offline_over.to_owned()
    } else {
        (scan.offline_until)(&minute(ages.works_until, lang))
    };
    let tone = if over {
        Tone::Danger
    } else if now_s >= ages.green_until {
        Tone::Warn
    } else {
        Tone::Ok
    };
    let next = match tone {
        Tone::Ok => Some((text.green_until)(&minute(ages.green_until, lang))),
        Tone::Warn => Some(text.amber.to_owned()),
        _ => None,
    };
    let next = next.map(|next| view! { <p>{next}</p> });
    let install = (held.origin == Origin::Install).then(|| view! { <p>{text.from_install}</p> });
    view! {
        <Notice tone=tone>
            <p class="notice-title" data-testid="offline-until">{until}</p>
            {next}
            {install}
        </Notice>
    }
}

/// One row a list.
#[component]
pub fn Rows(
    /// All of them.
    lists: Lists,
    /// The time, seconds since 1970-01-01 UTC.
    now_s: i64,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.merchant().lists;
    let cities = (text.cities)(&lists.cities().join(lang.merchant().verdict.separator));
    let trust = lists.trust();
    let first = row(
        text.trust.to_owned(),
        format!("{} · {cities}", (text.edition)(trust.seq)),
        trust.iat,
        now_s,
        "list-trust",
        lang,
    );
    let status: Vec<_> = lists
        .status()
        .map(|list| {
            let name = list.uri.rsplit("/status/").next().unwrap_or(&list.uri).to_owned();
            let count = usize::try_from(list.bits.count_set()).unwrap_or(usize::MAX);
            row((text.status)(&name), (text.revoked)(count), list.iat, now_s, "list-status", lang)
        })
        .collect();
    view! { <List label=text.title>{first}{status}</List> }
}

/// A list's name, age and state.
fn row(title: String, note: String, iat: UnixTime, now_s: i64, testid: &'static str, lang: Lang) -> AnyView {
    let (text, age) = (&lang.merchant().lists, now_s - iat.0);
    let signed = (text.signed)(&minute(iat.0, lang), &(lang.common().ago)(age));
    let (tone, state) = match age {
        _ if age <= GREEN_AGE_S => (Tone::Ok, text.fresh),
        _ if age <= AMBER_AGE_S => (Tone::Warn, text.ageing),
        _ => (Tone::Danger, text.old),
    };
    let end = ViewFn::from(move || view! { <Badge tone=tone>{state}</Badge> });
    view! { <Row title=title note=format!("{note} · {signed}") end=end testid=testid /> }.into_any()
}

/// What reads codes here.
#[component]
fn Readers(lang: Lang) -> impl IntoView {
    let (text, lens) = (&lang.merchant().lists, use_till().lens);
    let readers = RwSignal::new(lens.readers());
    // They start one by one within the first seconds.
    let look = move || drop(readers.try_set(lens.readers()));
    if let Ok(handle) = set_interval_with_handle(look, Duration::from_secs(1)) {
        on_cleanup(move || handle.clear());
    }
    let readers = Memo::new(move |_| readers.get());
    let badge = move |reader: Reader| {
        let id = format!("reader-{}", format!("{reader:?}").to_lowercase());
        view! { <span data-testid=id><Badge tone=Tone::Ok>{(text.reader)(reader)}</Badge></span> }
    };
    let none = move || readers.with(Vec::is_empty).then_some(text.reader_waiting);
    view! {
        <p class="cluster small quiet">
            <span>{text.readers}</span>
            {none}
            {move || readers.get().into_iter().map(badge).collect_view()}
        </p>
    }
}

fn why(trouble: &Trouble, lang: Lang) -> &'static str {
    let text = &lang.merchant().lists;
    match trouble {
        Trouble::Call(error) => lang.common().call_error(error),
        Trouble::Older => text.refused_older,
        Trouble::Forged => text.refused_forged,
    }
}
