//! Finding the person by the resident number.

use super::Draft;
use crate::{
    context::use_client,
    desk::{
        context::use_desk,
        shortcuts::{Shortcut, focus_soon},
    },
    text::Lang,
};
use api::{
    ProblemCode,
    issuing::{FindResident, FoundResident},
};
use client::CallError;
use domain::resident_number::ResidentNumber;
use leptos::{ev::SubmitEvent, prelude::*};
use ui::{Button, ButtonKind, Field, Icon, IconName, Notice, Tone};

/// The field, and the person found.
#[component]
pub fn Find(
    /// The language.
    lang: Lang,
    /// What is typed.
    draft: Draft,
) -> impl IntoView {
    let (desk, client, text, common) = (use_desk(), use_client(), lang.desk(), lang.common());
    let find = Action::new_local(move |number: &ResidentNumber| {
        let (client, number) = (client.clone(), *number);
        async move {
            let request = FindResident { resident_number: number.as_str().to_owned() };
            let found = client.call(&request).await.inspect_err(|error| desk.notice(error))?;
            draft.take_found(number, found);
            focus_soon("found");
            Ok::<(), CallError>(())
        }
    });
    let parsed = move || draft.number.with(|typed| typed.parse::<ResidentNumber>());
    let error = Signal::derive(move || match (draft.tried_find.get(), parsed()) {
        (true, Err(wrong)) => (text.number_error)(wrong),
        _ => String::new(),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        draft.tried_find.set(true);
        if let Ok(number) = untrack(parsed) {
            find.dispatch(number);
        }
    };
    let failed = move || find.value().get().and_then(Result::err).filter(|_| !find.pending().get());
    let sentence = move |error: &CallError| match error {
        CallError::Problem(problem) if problem.code == ProblemCode::NotFound => text.not_found,
        other => common.call_error(other),
    };
    view! {
        <form class="stack-s" aria-keyshortcuts=Shortcut::Number.aria() novalidate on:submit=submit>
            <Field id="revoke-number" label=text.number value=draft.number hint=text.number_hint error=error max_length=24 />
            <div class="cluster">
                <Button kind=ButtonKind::Secondary submit=true disabled=find.pending() testid="revoke-find".to_owned() on_click=|_| {}>
                    <Icon name=IconName::Search />
                    {move || if find.pending().get() { text.finding } else { text.find }}
                </Button>
                <span class="quiet small"><kbd class="key">{Shortcut::Number.keys()}</kbd>" "{text.key_number}</span>
            </div>
        </form>
        {move || failed().map(|error| view! {
            <Notice tone=Tone::Danger testid="revoke-find-error">{sentence(&error)}</Notice>
        })}
        {move || draft.found().map(|found| view! { <Found lang=lang found=found /> })}
    }
}

/// As much of the person as the officer needs to be sure.
#[component]
pub fn Found(
    /// The language.
    lang: Lang,
    /// The person.
    found: FoundResident,
) -> impl IntoView {
    let text = lang.desk();
    let tokens = if found.live_tokens == 0 {
        text.nothing_to_revoke.to_owned()
    } else {
        (text.live_tokens)(found.live_tokens)
    };
    view! {
        <div class="desk-found" id="found" tabindex="-1" role="group" aria-label=text.found data-testid="revoke-found">
            <Icon name=IconName::Person large=true />
            <span class="row-text"><strong>{found.masked_name}</strong><span class="row-note">{tokens}</span></span>
        </div>
    }
}
