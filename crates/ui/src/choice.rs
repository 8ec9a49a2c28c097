//! One of several.

use leptos::prelude::*;

/// One option of a [`Choice`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceOption<T> {
    /// What choosing it sets.
    pub value: T,
    /// Its name.
    pub label: String,
    /// A second line, or nothing.
    pub note: String,
    /// For tests.
    pub testid: Option<String>,
}

/// One of several, as native radio buttons.
#[component]
pub fn Choice<T>(
    /// The group's name for the form; one a page.
    name: &'static str,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// The options.
    options: Vec<ChoiceOption<T>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<T>,
    /// Called with another choice.
    on_choose: impl Fn(T) + Clone + 'static,
    /// Side by side instead of one below another.
    #[prop(optional)]
    in_row: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let option = move |option: ChoiceOption<T>| {
        let (shown, on_choose) = (option.value.clone(), on_choose.clone());
        let checked = move || chosen.with(|now| *now == shown);
        let note =
            (!option.note.is_empty()).then(|| view! { <span class="choice-note">{option.note}</span> });
        view! {
            <label class="choice-option" data-testid=option.testid>
                <input
                    class="choice-input"
                    type="radio"
                    name=name
                    prop:checked=checked.clone()
                    checked=checked
                    on:change=move |_| on_choose(option.value.clone())
                />
                <span class="choice-text"><span>{option.label}</span>{note}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="choice-legend">{legend}</legend>
            <div class="choice" class:choice-row=in_row>{options.into_iter().map(option).collect_view()}</div>
        </fieldset>
    }
}
