//! The code screen: what to show, the code, and every way on when there is none.

pub mod choose;
pub mod face;
pub mod none;
pub mod run;
pub mod till;

use crate::{
    context::{use_app, use_lang, use_wallet},
    routes::Route,
    text::Lang,
    widgets::Page,
};
use choose::PurposeChooser;
use face::CodeFace;
use leptos::prelude::*;
use none::NoCodeView;
use run::{Code, NoCode, Phase, use_code};
use till::TillDialog;
use ui::{Button, ButtonKind, Spinner};

/// Shows a code at once, with what was chosen last; nothing here waits for the network. Above the code is only the
/// choice, so that it is in sight on the smallest screen and with the largest text.
#[component]
pub fn CodePage() -> impl IntoView {
    use_app().hold_updates();
    let code = use_code();
    let lang = use_lang().get_untracked();
    let text = &lang.wallet().code;
    let wallet = use_wallet();
    let back = if wallet.is_signed_in_untracked() == Some(false) { Route::SignIn } else { Route::Home };
    // The frame stays while the code renews itself: only another phase builds it anew.
    let phase = Memo::new(move |_| code.phase().get());
    let body = move || match phase.get() {
        Phase::Preparing => view! { <Waiting label=text.preparing /> }.into_any(),
        Phase::Refilling => view! { <Waiting label=text.refilling /> }.into_any(),
        Phase::Ready => view! { <CodeFace code lang /> }.into_any(),
        Phase::None(why) => view! { <NoCodeView why code lang /> }.into_any(),
    };
    view! {
        <Page title=text.title back=back.href()>
            <div class="stack">
                <Show when=move || phase.get() != Phase::None(NoCode::SignedOut)><PurposeChooser code lang /></Show>
                {body}
                <Actions code lang />
            </div>
        </Page>
    }
}

/// Whether this browser has ever shown a code: then installing is worth a hint.
pub fn was_shown() -> bool {
    run::memory("code-shown").is_some()
}

/// Brings the code back into sight, for whoever scrolled down to change it: the next thing is to show it.
fn to_the_code() {
    request_animation_frame(|| window().scroll_to_with_x_and_y(0.0, 0.0));
}

#[component]
fn Waiting(label: &'static str) -> impl IntoView {
    view! { <div class="code-sheet"><div class="code-empty"><Spinner label=label /></div></div> }
}

/// A till's digits, and a new code for another shop.
#[component]
fn Actions(code: Code, lang: Lang) -> impl IntoView {
    let text = &lang.wallet().code;
    let till_open = RwSignal::new(false);
    let ready = Memo::new(move |_| code.phase().get() == Phase::Ready);
    view! {
        <TillDialog open=till_open code lang />
        <Show when=move || ready.get()>
            <div class="stack-s">
                <Button kind=ButtonKind::Secondary wide=true testid="till-open" on_click=move |_| till_open.set(true)>
                    {text.till_ask}
                </Button>
                <Button kind=ButtonKind::Secondary wide=true testid="code-fresh" on_click=move |_| { code.begin(); to_the_code(); }>
                    {text.fresh_code}
                </Button>
                <p class="small quiet">{text.fresh_code_note}</p>
            </div>
        </Show>
    }
}
