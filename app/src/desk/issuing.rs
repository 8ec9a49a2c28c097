//! The first page: keys, lists and counts at a glance, and revoking beside them.

pub mod freshness;
pub mod keys;
pub mod lists;
pub mod minted;

use super::{
    context::{Answer, use_desk},
    revoke::Revoke,
    shortcuts::{Shortcut, focus, listen},
    time,
};
use crate::{context::use_now, text::Lang};
use api::issuing::IssuingOverview;
use keys::Keys;
use leptos::prelude::*;
use lists::Lists;
use minted::Minted;
use ui::{Button, ButtonKind, Icon, IconName, Notice, Spinner, Tone};

/// The page.
#[component]
pub fn Issuing(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (desk, text, common, now) = (use_desk(), lang.desk(), lang.common(), use_now());
    listen(move |shortcut| match shortcut {
        Shortcut::Number => focus("revoke-number"),
        Shortcut::Refresh => desk.refresh(),
        Shortcut::Review => desk.draft().review(),
    });
    view! {
        <div class="desk-page">
            <section class="stack" aria-labelledby="overview">
                <div class="spread">
                    <h1 id="overview">{text.overview}</h1>
                    <Button kind=ButtonKind::Secondary testid="refresh".to_owned() on_click=move |_| desk.refresh()>
                        <Icon name=IconName::Refresh />{text.refresh}" "<kbd class="key">{Shortcut::Refresh.keys()}</kbd>
                    </Button>
                </div>
                {move || match desk.overview() {
                    None => view! { <Spinner label=common.loading /> }.into_any(),
                    Some(answer) => view! { <Overview lang=lang answer=answer now_s=now().ms / 1000 /> }.into_any(),
                }}
            </section>
            <Revoke lang=lang />
        </div>
    }
}

/// The overview, or why there is none.
#[component]
pub fn Overview(
    /// The language.
    lang: Lang,
    /// What the server said, or why it did not.
    answer: Answer<IssuingOverview>,
    /// The time, seconds since 1970-01-01 UTC: ages are counted to it.
    now_s: i64,
) -> impl IntoView {
    let (text, common) = (lang.desk(), lang.common());
    let seen = match answer {
        Ok(seen) => seen,
        Err(error) => {
            return view! { <Notice tone=Tone::Danger testid="overview-error">{common.call_error(&error)}</Notice> }
                .into_any();
        }
    };
    let at_s = seen.at_ms / 1000;
    // What the server said just now is aged by its own clock.
    let now_s = if seen.kept { now_s } else { seen.value.now };
    let IssuingOverview { keys, lists, minted, .. } = seen.value;
    let as_of = if seen.kept {
        let sentence = (text.kept_overview)(&time::minute(at_s), &(common.ago)(now_s - at_s));
        view! { <Notice tone=Tone::Warn testid="overview-kept">{sentence}</Notice> }.into_any()
    } else {
        view! { <p class="quiet small" role="status">{(text.as_of)(&time::minute(now_s))}</p> }.into_any()
    };
    // Boxed one by one, or the type of the whole grows too deep for the compiler.
    vec![
        as_of,
        view! { <Keys lang=lang keys=keys /> }.into_any(),
        view! { <Lists lang=lang lists=lists now_s=now_s /> }.into_any(),
        view! { <Minted lang=lang hours=minted /> }.into_any(),
    ]
    .into_any()
}
