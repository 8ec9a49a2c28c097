//! The desk app: officers at a wide screen, keyboard first.
//!
//! [`App`] asks who is signed in and shows the sign-in or the desk. What an officer has typed lives above both, so
//! that an expired session loses nothing.
//!
//! Hooks for tests (`data-testid`): `account-<key>`, `session-expired`, `officer`, `sign-out`, `theme`, `language`;
//! `desk-keys`, `desk-lists`, `desk-minted`, `refresh`, `overview-kept`, `overview-error`; `revoke-number`,
//! `revoke-find`, `revoke-find-error`, `revoke-found`, `revoke-reason` with `revoke-reason-lost` and its like,
//! `revoke-note`, `revoke-review`, `revoke-dialog`, `revoke-consequence`, `revoke-confirm`, `revoke-error`,
//! `revoke-receipt`, `revoke-next`.

pub mod context;
pub mod issuing;
pub mod revoke;
pub mod shell;
pub mod shortcuts;
pub mod sign_in;
pub mod time;

use crate::{
    context::{provide_app, use_lang},
    text::Lang,
};
use context::{Seen, provide_desk, use_desk};
use issuing::Issuing;
use leptos::prelude::*;
use shell::Shell;
use sign_in::SignIn;
use ui::{Notice, Spinner, Tone};

/// The desk app.
#[component]
pub fn App() -> impl IntoView {
    provide_app("/desk/");
    provide_desk();
    let lang = use_lang();
    // Another language draws the page anew; what was typed is in the context.
    move || view! { <Screen lang=lang.get() /> }
}

/// The sign-in, or the desk.
#[component]
fn Screen(lang: Lang) -> impl IntoView {
    let desk = use_desk();
    let common = lang.common();
    view! {
        <Shell lang=lang>
            {move || match desk.session() {
                None => view! { <Spinner label=common.loading /> }.into_any(),
                Some(Ok(Seen { value: Some(_), .. })) => view! { <Issuing lang=lang /> }.into_any(),
                Some(Ok(_)) => view! { <SignIn lang=lang /> }.into_any(),
                Some(Err(error)) => {
                    view! { <Notice tone=Tone::Danger>{common.call_error(&error)}</Notice> }.into_any()
                }
            }}
        </Shell>
    }
}

#[cfg(test)]
mod tests;
