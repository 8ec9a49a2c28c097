//! The verdict: colour, shape and words. It fills the screen for a moment, then stays small below the camera.

use super::disclosed::{Disclosed, disclosed};
use crate::{
    context::use_now,
    merchant::{
        context::{Face, use_till},
        judge::Judged,
    },
    text::{Lang, merchant::Said},
};
use credit_code::verdict::Colour;
use leptos::prelude::*;
use ui::Button;

/// What there is to say about a verdict.
pub fn said(judged: &Judged, lang: Lang) -> Said {
    let text = &lang.merchant().verdict;
    if judged.wants_digits { text.needs_digits } else { (text.of)(judged.verdict, judged.colour) }
}

/// The last verdict; each new one is drawn anew, so that it is seen to be new.
#[component]
pub fn LastVerdict(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let till = use_till();
    let (face, large, shop) = (till.face(), till.is_large(), till.shop);
    let now = use_now();
    let ago = move |face: &Face| (lang.common().ago)((now().ms - face.at_ms) / 1000);
    let tick = super::status::use_tick();
    move || {
        face.get().map(|face| {
            let known =
                disclosed(&face.judged, shop.directory().get().as_ref(), shop.session().get().as_ref(), lang);
            let (ago, at) = (ago.clone(), face.clone());
            let since = Signal::derive(move || {
                tick.track();
                ago(&at)
            });
            view! { <VerdictView face known large since lang on_go=move || till.go_on() /> }
        })
    }
}

/// A verdict from plain values.
#[component]
pub fn VerdictView(
    /// The verdict.
    face: Face,
    /// What the code says.
    known: Disclosed,
    /// Whether it fills the screen.
    #[prop(into)]
    large: Signal<bool>,
    /// How long ago, in words.
    #[prop(into)]
    since: Signal<String>,
    /// The language.
    lang: Lang,
    /// The person wants to go on.
    on_go: impl Fn() + 'static,
) -> impl IntoView {
    let (text, judged) = (lang.merchant(), &face.judged);
    let Said { say, next } = said(judged, lang);
    let (code, colour) = (judged.verdict.code(), judged.colour);
    view! {
        <section
            class=class(colour)
            class:verdict-large=move || large.get()
            aria-label=(text.verdict.colour)(colour)
            data-testid="verdict"
            data-code=code
            data-colour=colour.name()
            data-number=face.number.to_string()
            data-large=move || large.get().to_string()
        >
            <Mark colour />
            <div class="verdict-words">
                <p class="verdict-say" data-testid="verdict-text">{say}</p>
                <Facts known lang />
                <p class="verdict-next" data-testid="verdict-next">{next}</p>
                <p class="verdict-since">{move || (text.scan.last)(&since.get())}</p>
            </div>
            <div class="verdict-go"><Button testid="verdict-go-on" on_click=move |_| on_go()>{text.scan.go_on}</Button></div>
        </section>
    }
}

/// What the code says, the most important first and largest.
#[component]
fn Facts(known: Disclosed, lang: Lang) -> impl IntoView {
    let text = &lang.merchant().verdict;
    let fact = |class: &'static str, id: &'static str, words: String| view! { <p class=class data-testid=id>{words}</p> };
    // One perk is what the code is for; of many, as on a printed card, the names are enough.
    let last = known.perks.len().saturating_sub(1);
    let many = last > 0;
    let benefit = known.perks.first().filter(|_| !many).map(|(_, benefit)| benefit.clone());
    let names = known.perks.into_iter().enumerate().map(|(at, (name, _))| {
        let name = if at < last { format!("{name}{}", text.separator) } else { name };
        // Each name in a piece: a line ends between two of them.
        view! { <span class="verdict-name">{name}</span> }
    });
    let names: Vec<_> = names.collect();
    let perks = (!names.is_empty()).then(|| {
        view! {
            <p class="verdict-fact" class:verdict-many=many data-testid="verdict-perk">{names}</p>
            {benefit.map(|benefit| view! { <p class="verdict-detail">{benefit}</p> })}
        }
    });
    view! {
        {known.tier.map(|tier| fact("verdict-fact", "verdict-tier", tier))}
        {perks}
        {known.perks_elsewhere.then(|| fact("verdict-mark", "verdict-elsewhere", text.perk_elsewhere.to_owned()))}
        {known.name.map(|name| fact("verdict-fact", "verdict-name", name))}
        {known.paper.map(|paper| view! {
            <p class="verdict-mark" data-testid="verdict-paper">{paper}</p>
            <p class="verdict-detail">{text.born_check}</p>
        })}
        {known.city.map(|city| view! {
            <p class="verdict-detail" class:verdict-mark=known.is_guest data-testid="verdict-city" data-guest=known.is_guest.to_string()>{city}</p>
        })}
        {known.can_have.map(|line| fact("verdict-detail", "verdict-can-have", line))}
    }
}

/// A shape of its own for each colour: ✓ in a disc, ! in a triangle, ✕ in an octagon, an empty ring.
#[component]
fn Mark(colour: Colour) -> impl IntoView {
    let (outline, sign) = match colour {
        Colour::Green => ("M50 4a46 46 0 1 1 0 92a46 46 0 1 1 0-92z", "M28 52l16 16l30-34"),
        Colour::Amber => ("M50 6L97 92H3z", "M50 36v28M50 78v.5"),
        Colour::Red => ("M31 4h38l27 27v38l-27 27H31L4 69V31z", "M32 32l36 36M68 32L32 68"),
        Colour::Grey => ("M50 10a40 40 0 1 1 0 80a40 40 0 1 1 0-80z", ""),
    };
    view! {
        <svg class="verdict-shape" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
            <path class="verdict-outline" d=outline />
            <path class="verdict-sign" d=sign />
        </svg>
    }
}

const fn class(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "verdict verdict-green",
        Colour::Amber => "verdict verdict-amber",
        Colour::Red => "verdict verdict-red",
        Colour::Grey => "verdict verdict-grey",
    }
}
