//! No code: why, and what to do.

use super::run::{Code, NoCode};
use crate::{routes::Route, text::Lang};
use client::tokens::MintError;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, IconName};

/// What a person reads, and the one thing to do.
#[component]
pub fn NoCodeView(
    /// Why.
    why: NoCode,
    /// The running screen.
    code: Code,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (title, sentence) = explain(&why, lang);
    let text = &lang.wallet().code;
    let action = match why {
        NoCode::SignedOut => view! {
            <a class=ButtonKind::Primary.class() href=Route::SignIn.href()>{lang.common().sign_in}</a>
        }
        .into_any(),
        NoCode::NoKeys | NoCode::UsedUp => ().into_any(),
        NoCode::Damaged => {
            view! { <Button on_click=move |_| code.begin()>{lang.common().retry}</Button> }.into_any()
        }
        NoCode::Wiped | NoCode::Expired | NoCode::Failed(_) => view! {
            <Button testid="code-reissue" on_click=move |_| code.reissue()>
                <Icon name=IconName::Refresh />
                {text.reissue}
            </Button>
        }
        .into_any(),
    };
    view! {
        <section class="card code-empty" role="status" data-testid="code-none">
            <h2>{title}</h2>
            <p>{sentence}</p>
            {action}
            <p class="small quiet">{text.way_out}</p>
        </section>
    }
}

/// The heading and the sentence.
pub fn explain(why: &NoCode, lang: Lang) -> (&'static str, &'static str) {
    let (text, common) = (&lang.wallet().code, lang.common());
    match why {
        NoCode::SignedOut => (text.signed_out_title, text.signed_out),
        NoCode::Wiped => (text.wiped_title, text.wiped),
        NoCode::Expired => (text.expired_title, text.expired),
        NoCode::UsedUp => (text.used_up_title, text.used_up),
        NoCode::Damaged => (text.wiped_title, text.damaged),
        NoCode::NoKeys => (text.wiped_title, text.no_keys),
        NoCode::Failed(MintError::Call(error)) => (text.wiped_title, common.call_error(error)),
        NoCode::Failed(MintError::Key(_)) => (text.wiped_title, text.no_keys),
        NoCode::Failed(MintError::Mismatch) => (text.wiped_title, common.call_garbled),
    }
}
