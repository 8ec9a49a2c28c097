//! The lists as published, and how old they are.

use super::freshness::{Freshness, FreshnessMark};
use crate::{desk::time, text::Lang, text::desk::Messages};
use api::{
    issuing::ListView,
    lists::{STATUS_PREFIX, TRUST_PATH},
};
use leptos::prelude::*;

/// The lists.
#[component]
pub fn Lists(
    /// The language.
    lang: Lang,
    /// The lists.
    lists: Vec<ListView>,
    /// The time, seconds since 1970-01-01 UTC: ages are counted to it.
    now_s: i64,
) -> impl IntoView {
    let (text, common) = (lang.desk(), lang.common());
    let none = lists.is_empty().then(|| view! { <p>{text.no_lists}</p> });
    let row = move |list: ListView| {
        let age_s = now_s - list.issued_at;
        view! {
            <tr>
                <th scope="row" title=list.path.clone()>{name(text, &list.path)}</th>
                <td>
                    <div class="cluster">
                        <FreshnessMark lang=lang freshness=Freshness::of(age_s) />
                        <span class="small">{(common.ago)(age_s)}</span>
                    </div>
                </td>
                <td>{time::near(list.issued_at)}</td>
                <td class="table-number">{list.entries}</td>
                <td class="table-number">{(text.bytes)(list.bytes)}</td>
            </tr>
        }
    };
    let heads = [
        (text.list, false),
        (text.age, false),
        (text.signed_at, false),
        (text.revoked_entries, true),
        (text.size, true),
    ];
    view! {
        <section class="card stack-s" aria-labelledby="lists">
            <h2 id="lists">{text.lists}</h2>
            <p class="quiet small">{text.lists_note}</p>
            {none}
            <div class="table-frame" role="group" tabindex="0" aria-labelledby="lists">
                <table class="table" data-testid="desk-lists">
                    <thead>
                        <tr>{heads.map(|(head, number)| view! { <th scope="col" class:table-number=number>{head}</th> })}</tr>
                    </thead>
                    <tbody>{lists.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

/// A list's name: what it is, and for a status list its city, day and number as in its path.
fn name(text: &Messages, path: &str) -> String {
    if path == TRUST_PATH {
        return text.trust_list.to_owned();
    }
    status_place(path).map_or_else(|| path.to_owned(), |place| (text.status_list)(&place))
}

/// `330800 · 2026-11-20 · 0` of a status list's path; a paper key's has no day.
fn status_place(path: &str) -> Option<String> {
    let mut parts: Vec<String> = path
        .strip_prefix(STATUS_PREFIX)?
        .split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    if let [_, day, _] = parts.as_mut_slice() {
        let number: i64 = day.parse().ok()?;
        *day = time::day(number.checked_mul(86_400)?);
    }
    Some(parts.join(" · "))
}
