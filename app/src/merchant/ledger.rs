//! The ledger's page: counts, what waits to be delivered, and what came back.

pub mod delivery;
pub mod entries;
pub mod sign_in;

use super::context::use_till;
use crate::{
    context::{use_lang, use_now},
    text::Lang,
    widgets::Page,
};
use client::{ledger::Counts, local_time};
use credit_code::verdict::Colour;
use delivery::Delivery;
use entries::Entries;
use leptos::prelude::*;
use sign_in::Account;
use ui::{Notice, Tone};

/// The page.
#[component]
pub fn LedgerPage() -> impl IntoView {
    let (notes, lang, now) = (use_till().notes, use_lang().get_untracked(), use_now());
    let text = &lang.merchant().ledger;
    let counts = move || {
        let today = local_time::iso_day(now().ms);
        view! { <DaysView days=notes.days() today lang /> }
    };
    let broken = move || {
        (!notes.is_stored())
            .then(|| view! { <Notice tone=Tone::Warn testid="no-storage"><p>{text.no_storage}</p></Notice> })
    };
    view! {
        <Page title=text.title>
            <p class="quiet">{text.explained}</p>
            {broken}
            {counts}
            <Delivery lang />
            <Account lang />
            {move || view! { <Entries entries=notes.recent() lang /> }}
        </Page>
    }
}

/// Counts by day from plain values.
#[component]
pub fn DaysView(
    /// The newest first.
    days: Vec<(String, Counts)>,
    /// Today, as the days are written.
    today: String,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (text, verdict) = (&lang.merchant().ledger, &lang.merchant().verdict);
    let now = days.iter().find(|(day, _)| *day == today).map_or_else(Counts::default, |(_, counts)| *counts);
    let colours = [Colour::Green, Colour::Amber, Colour::Red, Colour::Grey];
    let heads =
        colours.map(|colour| view! { <th scope="col">{(verdict.colour)(colour)}</th> }).collect_view();
    let none = days.is_empty().then(|| view! { <p class="quiet">{text.none}</p> });
    let row = |(day, counts): (String, Counts)| {
        let cells =
            [counts.green, counts.amber, counts.red, counts.grey].map(|count| view! { <td>{count}</td> });
        // The year is clear: nothing older than 90 days is kept.
        let short = day.get(5..).unwrap_or(&day).to_owned();
        view! { <tr><th scope="row"><time datetime=day>{short}</time></th><td class="table-sum">{counts.total()}</td>{cells.collect_view()}</tr> }
    };
    let table = (!days.is_empty()).then(|| view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=text.title>
            <table class="table table-narrow">
                <thead><tr><th scope="col">{text.day}</th><th class="table-sum" scope="col">{text.total}</th>{heads}</tr></thead>
                <tbody>{days.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    });
    view! {
        <section class="card stack">
            <h2>{text.today}</h2>
            <p class="ledger-count" data-testid="ledger-count">{now.total()}</p>
            {none}
            {table}
        </section>
    }
}
