//! Six digits that the customer types, so that a code can only have been made here and now.

use crate::{merchant::context::use_till, text::Lang};
use leptos::prelude::*;
use ui::{Button, ButtonKind};

/// The digits, large, while strict mode is on.
#[component]
pub fn ChallengePanel(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let till = use_till();
    let challenge = till.challenge();
    move || {
        challenge.get().map(|challenge| {
            view! { <Digits digits=challenge.digits lang on_new=move || till.ask_digits(true) /> }
        })
    }
}

/// The digits from plain values.
#[component]
pub fn Digits(
    /// Six digits.
    digits: String,
    /// The language.
    lang: Lang,
    /// Other digits are wanted.
    on_new: impl Fn() + 'static,
) -> impl IntoView {
    let text = &lang.merchant().scan;
    let apart: Vec<String> = digits.chars().map(String::from).collect();
    let (left, right) =
        digits.split_at_checked(3).map(|(l, r)| (l.to_owned(), r.to_owned())).unwrap_or_default();
    view! {
        <section class="challenge">
            <h2 class="challenge-title">{text.challenge_title}</h2>
            <p class="challenge-digits" data-testid="challenge" role="img" aria-label=(text.challenge_label)(&apart.join(" "))>
                <span>{left}</span><span>{right}</span>
            </p>
            <p class="challenge-note">{text.challenge_note}</p>
            <Button kind=ButtonKind::Plain testid="challenge-new" on_click=move |_| on_new()>{text.challenge_new}</Button>
        </section>
    }
}
