//! Verdicts for people who do not see them.

use super::disclosed::{Disclosed, disclosed};
use crate::{
    merchant::{context::use_till, judge::Judged},
    text::Lang,
};
use leptos::prelude::*;
use ui::a11y::{Live, Urgency};

/// Says each verdict at once, and the strict mode's digits when they change.
#[component]
pub fn Announce(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let till = use_till();
    let (face, shop) = (till.face(), till.shop);
    let said = Signal::derive(move || {
        let Some(face) = face.get() else { return String::new() };
        let known = disclosed(
            &face.judged,
            shop.directory().get_untracked().as_ref(),
            shop.session().get_untracked().as_ref(),
            lang,
        );
        let words = sentence(&face.judged, &known, lang);
        // Two equal verdicts are two: a different text is announced anew.
        if face.number % 2 == 0 { words } else { format!("{words}\u{a0}") }
    });
    view! { <Live text=said urgency=Urgency::Assertive /> }
}

/// A verdict in one breath.
fn sentence(judged: &Judged, known: &Disclosed, lang: Lang) -> String {
    let text = &lang.merchant().verdict;
    let said = super::verdict::said(judged, lang);
    let parts = [
        Some((text.colour)(judged.colour).to_owned()),
        Some(said.say.to_owned()),
        known.summary(lang),
        Some(said.next.to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(text.stop)
}
