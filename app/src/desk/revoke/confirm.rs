//! The last question, which states the consequence.

use super::Draft;
use crate::{
    context::use_client,
    desk::{context::use_desk, shortcuts::focus_soon},
    text::Lang,
};
use api::issuing::RevokeTokens;
use client::{CallError, keys};
use domain::ids::RevocationId;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Dialog, Notice, Tone};

/// The dialog.
#[component]
pub fn Confirm(
    /// The language.
    lang: Lang,
    /// What is typed.
    draft: Draft,
) -> impl IntoView {
    let (desk, client, text, common) = (use_desk(), use_client(), lang.desk(), lang.common());
    let revoke = Action::new_local(move |request: &RevokeTokens| {
        let (client, request) = (client.clone(), request.clone());
        async move {
            let revoked = client.call(&request).await.inspect_err(|error| desk.notice(error))?;
            draft.finish(revoked);
            desk.refresh();
            focus_soon("receipt");
            Ok::<(), CallError>(())
        }
    });
    // The button stays enabled while a call is under way: a disabled one would lose the focus.
    let send = move |_| {
        if revoke.pending().get_untracked() {
            return;
        }
        // Without the browser's random numbers there are no keys either, and no demo to sign in to.
        if let Some(request) = draft.request(|| keys::random().ok().map(RevocationId::from_bytes)) {
            revoke.dispatch(request);
        }
    };
    let consequence =
        move || draft.found().map(|found| (text.consequence)(&found.masked_name, found.live_tokens));
    let failed = move || revoke.value().get().and_then(Result::err).filter(|_| !revoke.pending().get());
    view! {
        <Dialog open=draft.confirming title=text.confirm_title close=common.close testid="revoke-dialog">
            <div class="stack">
                <p><strong data-testid="revoke-consequence">{consequence}</strong></p>
                <p>{move || draft.reason.get().map(text.consequence_rest)}</p>
                <dl class="desk-facts">
                    <dt>{text.number}</dt>
                    <dd class="numerals">{move || draft.number_end()}</dd>
                    <dt>{text.reason}</dt>
                    <dd>{move || draft.reason.get().map(text.reason_of)}</dd>
                    <dt>{text.note}</dt>
                    <dd>{move || draft.note.get()}</dd>
                </dl>
                {move || failed().map(|error| view! {
                    <Notice tone=Tone::Danger title=text.not_revoked testid="revoke-error">
                        <p>{common.call_error(&error)}</p>
                        <p>{text.nothing_lost}</p>
                    </Notice>
                })}
                <div class="cluster">
                    <Button kind=ButtonKind::Secondary on_click=move |_| draft.confirming.set(false)>{common.cancel}</Button>
                    <Button kind=ButtonKind::Danger testid="revoke-confirm".to_owned() on_click=send>
                        {move || if revoke.pending().get() { text.revoking } else { text.confirm_revoke }}
                    </Button>
                </div>
            </div>
        </Dialog>
    }
}
