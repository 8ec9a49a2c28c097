//! Lines of text.

use crate::{Icon, IconName};
use leptos::prelude::*;

/// Which keyboard a phone shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keyboard {
    /// Letters.
    #[default]
    Text,
    /// Digits.
    Digits,
    /// For searching.
    Search,
}

/// A line of text with its label, hint and error.
#[component]
pub fn Field(
    /// The id of the input; one a page.
    id: &'static str,
    /// What belongs in it.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    value: RwSignal<String>,
    /// A line below the label.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it, or empty.
    #[prop(optional, into)]
    error: Signal<String>,
    /// Which keyboard a phone shows.
    #[prop(optional)]
    keyboard: Keyboard,
    /// The longest text.
    #[prop(optional)]
    max_length: Option<u32>,
) -> impl IntoView {
    let (kind, mode) = match keyboard {
        Keyboard::Text => ("text", "text"),
        Keyboard::Digits => ("text", "numeric"),
        Keyboard::Search => ("search", "search"),
    };
    let wrong = move || !error.with(String::is_empty);
    let described = move || match (wrong(), hint.with(String::is_empty)) {
        (true, _) => Some(format!("{id}-error")),
        (false, false) => Some(format!("{id}-hint")),
        (false, true) => None,
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>{move || label.get()}</label>
            <Show when=move || !hint.with(String::is_empty)>
                <span class="field-hint" id=format!("{id}-hint")>{move || hint.get()}</span>
            </Show>
            <input
                class="field-input"
                id=id
                type=kind
                inputmode=mode
                autocomplete="off"
                maxlength=max_length
                data-testid=id
                aria-invalid=move || wrong().to_string()
                aria-describedby=described
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            <Show when=wrong>
                <span class="field-error" id=format!("{id}-error") role="alert">
                    <Icon name=IconName::Alert />
                    {move || error.get()}
                </span>
            </Show>
        </div>
    }
}
