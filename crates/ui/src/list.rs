//! Lists of rows.

use leptos::prelude::*;

/// A list of [`Row`]s.
#[component]
pub fn List(
    /// Its name for screen readers, where no heading stands above it.
    #[prop(optional, into)]
    label: Option<String>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <ul class="list" role="list" aria-label=label>{children()}</ul> }
}

/// A row: an icon, a text with a note, and something at the end. Inside a link or button give that `class="row-body"`
/// and put it in a plain `<li class="row">`.
#[component]
pub fn Row(
    /// The text.
    #[prop(into)]
    title: Signal<String>,
    /// A second line.
    #[prop(optional, into)]
    note: Signal<String>,
    /// What stands at the end.
    #[prop(optional)]
    end: Option<ViewFn>,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<String>,
) -> impl IntoView {
    view! {
        <li class="row" data-testid=testid>
            <div class="row-body">
                <span class="row-text">
                    <span>{move || title.get()}</span>
                    <Show when=move || !note.with(String::is_empty)>
                        <span class="row-note">{move || note.get()}</span>
                    </Show>
                </span>
                {end.map(|end| view! { <span class="row-end">{end.run()}</span> })}
            </div>
        </li>
    }
}
