//! The frame of a page's content.

use crate::context::use_lang;
use leptos::{html, prelude::*};
use std::sync::atomic::{AtomicBool, Ordering};
use ui::{Icon, IconName};

/// Whether a page was shown before: only then the heading takes the focus, so that a screen reader reads it.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// A page: its title in the window and as a heading, a way back, and the content.
#[component]
pub fn Page(
    /// The heading.
    title: &'static str,
    /// The page above this one, when there is one.
    #[prop(optional, into)]
    back: Option<&'static str>,
    /// What stands beside the heading.
    #[prop(optional)]
    beside: Option<ViewFn>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let text = use_lang().get_untracked().common();
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move || {
        let Some(heading) = heading.get() else { return };
        document().set_title(&format!("{title} · {}", text.product));
        if SHOWN.swap(true, Ordering::Relaxed) {
            // A heading that cannot take the focus leaves it where it is.
            let _ = heading.focus();
        }
    });
    let back = back.map(|href| {
        view! { <a class="page-back" href=href aria-label=text.back><Icon name=IconName::Back /></a> }
    });
    view! {
        <main id="main" class="page">
            <div class="page-head">
                {back}
                <h1 node_ref=heading tabindex="-1">{title}</h1>
                {beside.map(|beside| move || beside.run())}
            </div>
            <div class="stack-l">{children()}</div>
        </main>
    }
}
