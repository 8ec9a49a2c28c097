//! The code as the shop scans it, with what it learns.

use super::run::{Code, Picture, REFRESH_S};
use crate::{
    context::{Loaded, use_kept, use_now, use_online},
    text::{Lang, wallet::CodeMessages},
};
use api::{
    codes::Shown,
    merchants::{ListMerchants, MerchantDirectory},
    score::{ReadScore, ScoreView},
};
use client::{
    local_time,
    tokens::{Stock, WALLET},
};
use leptos::prelude::*;
use ui::{Countdown, Icon, IconName, Notice, Qr, QrPath, Tone};

/// The white sheet with the code, and below it what there is to know.
#[component]
pub fn CodeFace(
    /// The running screen.
    code: Code,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.wallet().code;
    let (score, directory) = (use_kept(&WALLET, || ReadScore {}), use_kept(&WALLET, || ListMerchants {}));
    let picture = move || code.picture().get();
    let learns = Memo::new(move |_| {
        let Some(picture) = picture() else { return String::new() };
        score.with(|score| directory.with(|perks| learns(&picture.shows, here(score), here(perks), lang)))
    });
    let now = use_now();
    let until = Memo::new(move |_| {
        let Some(picture) = picture() else { return String::new() };
        until(picture.expires_at, now().ms, lang)
    });
    let online = use_online();
    let supply = move || {
        let reused = picture().is_some_and(|picture| picture.reused);
        supply(text, code.stock(), reused, online.get(), &until.get())
    };
    let qr = Signal::derive(move || picture().map_or_else(|| QrPath::new(0, &[]), |p: Picture| p.qr));
    view! {
        <section class="code-sheet">
            <Qr code=qr label=Signal::derive(move || (text.picture)(&learns.get(), &until.get())) testid="code-qr" />
            <Countdown
                left=code.left()
                whole=REFRESH_S
                text=Signal::derive(move || (text.refresh_in)(code.left().get()))
                testid="code-countdown"
            />
            <p class="code-hint"><Icon name=IconName::Sun />{text.brighten}</p>
        </section>
        <p class="code-learns" data-testid="code-learns">{move || learns.get()}</p>
        {move || supply().map(|(tone, line)| view! { <Notice tone=tone testid="code-supply"><p>{line}</p></Notice> })}
    }
}

/// What the shop learns, in one plain sentence.
pub fn learns(
    shown: &Shown,
    score: Option<&ScoreView>,
    perks: Option<&MerchantDirectory>,
    lang: Lang,
) -> String {
    let text = &lang.wallet().code;
    if let Some(number) = shown.perks.first() {
        let named = perks.and_then(|d| d.perks.iter().find(|perk| perk.id.number() == *number));
        let perk = named.map_or_else(|| (text.perk_number)(*number), |perk| lang.pick(&perk.name));
        return (text.learns_perk)(&perk);
    }
    let level = match shown.tier {
        None | Some(0) => text.learns_no_level.to_owned(),
        Some(tier) => match score {
            Some(score) if score.tier.number() == tier => {
                (lang.wallet().level_tier)(&lang.pick(&score.level), tier)
            }
            _ => (text.tier_number)(tier),
        },
    };
    match &shown.name {
        Some(name) => (text.learns_name)(&level, name),
        None => (text.learns_level)(&level),
    }
}

/// What to say about the stock; nothing while all is well.
pub fn supply(
    text: &CodeMessages,
    stock: Stock,
    reused: bool,
    online: bool,
    until: &str,
) -> Option<(Tone, String)> {
    match (reused, online) {
        (true, true) => Some((Tone::Warn, text.reused.to_owned())),
        (true, false) => Some((Tone::Warn, text.reused_offline.to_owned())),
        (false, true) => None,
        (false, false) if stock.today == 0 => Some((Tone::Warn, (text.last_one)(until))),
        (false, false) => Some((Tone::Info, (text.left)(stock.today, until))),
    }
}

fn until(expires_at: i64, now_ms: i64, lang: Lang) -> String {
    let text = &lang.wallet().code;
    let day = local_time::day(expires_at * 1000 - 1, lang.tag());
    if day == local_time::day(now_ms, lang.tag()) {
        text.until_today.to_owned()
    } else {
        (text.until_day)(&day)
    }
}

fn here<T>(loaded: &Loaded<T>) -> Option<&T> {
    match loaded {
        Loaded::Here(kept, _) => Some(&kept.value),
        Loaded::Loading | Loaded::Failed(_) => None,
    }
}
