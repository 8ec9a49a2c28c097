//! A till's six digits.

use super::run::Code;
use crate::text::Lang;
use leptos::{ev::SubmitEvent, prelude::*};
use ui::{Button, ButtonKind, Dialog, Field, Keyboard};

/// Takes the digits; then the code is made anew with them.
#[component]
pub fn TillDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The running screen.
    code: Code,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.wallet().code;
    let (digits, wrong) = (RwSignal::new(String::new()), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let taken = !digits.with(String::is_empty) && code.answer(&digits.get());
        wrong.set(!taken);
        if taken {
            digits.set(String::new());
            open.set(false);
            super::to_the_code();
        }
    };
    let error = Signal::derive(move || if wrong.get() { text.till_wrong.to_owned() } else { String::new() });
    let done = move || {
        code.till().map(|till| {
            view! {
                <div class="spread" role="status">
                    <span>{(text.till_done)(&till.digits)}</span>
                    <Button kind=ButtonKind::Plain on_click=move |_| { code.answer(""); }>{text.till_clear}</Button>
                </div>
            }
        })
    };
    view! {
        {done}
        <Dialog open title=text.till_title close=lang.common().close>
            <form class="stack" on:submit=submit>
                <Field
                    id="till-digits"
                    label=text.till_label
                    hint=text.till_hint
                    value=digits
                    error
                    keyboard=Keyboard::Digits
                    max_length=7
                />
                <Button kind=ButtonKind::Primary submit=true testid="till-confirm" on_click=|_| ()>
                    {lang.common().confirm}
                </Button>
            </form>
        </Dialog>
    }
}
