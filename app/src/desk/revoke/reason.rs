//! Why: a reason and a note.

use super::{
    Draft,
    draft::{NoteError, check_note},
};
use crate::{desk::shortcuts::Shortcut, text::Lang};
use api::issuing::RevocationReason::{self, DataCorrected, Deceased, DeviceLost, HolderAsked};
use leptos::{ev::SubmitEvent, prelude::*};
use ui::{Button, ButtonKind, Choice, ChoiceOption, Icon, IconName};

/// The reasons, in the order to offer them, with the names that tests use.
const REASONS: [(RevocationReason, &str); 4] =
    [(DeviceLost, "lost"), (HolderAsked, "asked"), (DataCorrected, "corrected"), (Deceased, "deceased")];

/// Reason, note and the way on; shown once somebody with live tokens is found.
#[component]
pub fn Why(
    /// The language.
    lang: Lang,
    /// What is typed.
    draft: Draft,
) -> impl IntoView {
    let ready = Memo::new(move |_| draft.found().is_some());
    move || ready.get().then(|| view! { <Form lang=lang draft=draft /> })
}

#[component]
fn Form(lang: Lang, draft: Draft) -> impl IntoView {
    let text = lang.desk();
    let option = |(reason, name)| ChoiceOption {
        value: Some(reason),
        label: (text.reason_of)(reason).to_owned(),
        note: String::new(),
        testid: Some(format!("revoke-reason-{name}")),
    };
    let options: Vec<_> = REASONS.into_iter().map(option).collect();
    let no_reason = move || draft.tried_review.get() && draft.reason.get().is_none();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        draft.review();
    };
    view! {
        <form class="stack" aria-keyshortcuts=Shortcut::Review.aria() novalidate on:submit=submit>
            <div data-testid="revoke-reason">
                <Choice
                    name="reason"
                    legend=text.reason
                    options=options
                    chosen=draft.reason
                    in_row=true
                    on_choose=move |reason| draft.reason.set(reason)
                />
                <Show when=no_reason><Wrong id="revoke-reason-error" sentence=text.reason_missing /></Show>
            </div>
            <Note lang=lang draft=draft />
            <div class="cluster">
                <Button kind=ButtonKind::Danger submit=true testid="revoke-review".to_owned() on_click=|_| {}>
                    {text.review}" "<kbd class="key">{Shortcut::Review.keys()}</kbd>
                </Button>
                <Button kind=ButtonKind::Plain on_click=move |_| draft.clear()>{text.start_over}</Button>
            </div>
        </form>
    }
}

#[component]
fn Note(lang: Lang, draft: Draft) -> impl IntoView {
    let text = lang.desk();
    let wrong = Memo::new(move |_| {
        let error = draft.note.with(|note| check_note(note)).err();
        // Too long is said at once, too short only when the officer wants to go on.
        error.filter(|error| *error == NoteError::Long || draft.tried_review.get())
    });
    let sentence = move |error| match error {
        NoteError::Short => text.note_short,
        NoteError::Long => text.note_long,
    };
    let count = move || draft.note.with(|note| note.trim().chars().count());
    view! {
        <div class="field">
            <label class="field-label" for="revoke-note">{text.note}</label>
            <span class="field-hint" id="revoke-note-hint">{move || (text.note_hint)(count())}</span>
            <textarea
                class="field-input desk-note"
                id="revoke-note"
                data-testid="revoke-note"
                rows="4"
                aria-invalid=move || wrong.get().is_some().to_string()
                aria-describedby=move || if wrong.get().is_some() { "revoke-note-error" } else { "revoke-note-hint" }
                prop:value=move || draft.note.get()
                on:input=move |event| draft.note.set(event_target_value(&event))
            ></textarea>
            {move || wrong.get().map(|error| view! { <Wrong id="revoke-note-error" sentence=sentence(error) /> })}
        </div>
    }
}

#[component]
fn Wrong(id: &'static str, sentence: &'static str) -> impl IntoView {
    view! { <span class="field-error" id=id role="alert"><Icon name=IconName::Alert />{sentence}</span> }
}
