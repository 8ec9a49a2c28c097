//! The newest accepted scans, and what the server said of each.

use crate::{merchant::scan::status::minute, text::Lang};
use api::scans::ScanOutcome;
use client::ledger::Entry;
use leptos::prelude::*;

/// The scans from plain values.
#[component]
pub fn Entries(
    /// The newest first.
    entries: Vec<Entry>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.merchant().ledger;
    let row = |entry: Entry| {
        let (word, sentence) = outcome(entry.outcome, lang);
        let token: String = entry.token.0.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        view! {
            <li class="row" data-testid="entry" data-outcome=word>
                <div class="row-body">
                    <span class="row-text">
                        <span>{minute(entry.at, lang)}</span>
                        <span class="row-note">{sentence}</span>
                    </span>
                    <code class="row-end small">{token}</code>
                </div>
            </li>
        }
    };
    (!entries.is_empty()).then(|| {
        view! {
            <section class="stack-s">
                <h2>{text.recent}</h2>
                <ul class="list" role="list">{entries.into_iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}

/// What the server said: a word for tests, a sentence for people.
fn outcome(outcome: Option<ScanOutcome>, lang: Lang) -> (&'static str, String) {
    let text = &lang.merchant().ledger;
    match outcome {
        None => ("waiting", text.outcome_waiting.to_owned()),
        Some(ScanOutcome::Recorded) => ("recorded", text.outcome_recorded.to_owned()),
        Some(ScanOutcome::Replayed { first_at, elsewhere: false }) => {
            ("replayed", (text.outcome_replayed_here)(&minute(first_at, lang)))
        }
        Some(ScanOutcome::Replayed { first_at, elsewhere: true }) => {
            ("replayed", (text.outcome_replayed_elsewhere)(&minute(first_at, lang)))
        }
        Some(ScanOutcome::Revoked) => ("revoked", text.outcome_revoked.to_owned()),
        Some(ScanOutcome::Refused) => ("refused", text.outcome_refused.to_owned()),
    }
}
