//! What the desk's parts share: who is signed in, the overview, and what the officer has typed.

use super::revoke::Draft;
use crate::context::{use_client, use_online};
use api::{
    Endpoint, ProblemCode,
    issuing::{IssuingOverview, ReadIssuing},
    session::{DeskSession, ReadDeskSession},
};
use client::{
    CallError, Client,
    cache::{self, Kept},
    idb::Db,
    session,
};
use leptos::prelude::*;

/// What the desk keeps on this computer: the last session and overview. No personal data of residents.
const DB: Db = Db::new("desk", 1, &[cache::STORE]);

/// What is known, and whether the server said so just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<T> {
    /// It.
    pub value: T,
    /// When the server said it, milliseconds since 1970-01-01 UTC.
    pub at_ms: i64,
    /// Whether it is what an earlier answer left, because the server was not reached.
    pub kept: bool,
}

/// An answer, or why there is none.
pub type Answer<T> = Result<Seen<T>, CallError>;

/// What the desk's parts share.
#[derive(Clone, Copy)]
pub struct Desk {
    session: LocalResource<Answer<Option<DeskSession>>>,
    overview: LocalResource<Option<Answer<IssuingOverview>>>,
    /// Compared, so that an equal answer does not draw the page anew.
    session_seen: Memo<Option<Answer<Option<DeskSession>>>>,
    signed_in: Memo<bool>,
    expired: RwSignal<bool>,
    draft: Draft,
}

/// Provides it; once, at the app's root.
pub(super) fn provide_desk() {
    let client = use_client();
    let asking = client.clone();
    let session = LocalResource::new(move || ask_session(asking.clone()));
    let session_seen = Memo::new(move |_| session.get());
    let signed_in =
        Memo::new(move |_| session_seen.with(|seen| matches!(seen, Some(Ok(Seen { value: Some(_), .. })))));
    let overview = LocalResource::new(move || {
        let (asked, client) = (signed_in.get(), client.clone());
        async move { if asked { Some(ask_overview(client).await) } else { None } }
    });
    let desk = Desk {
        session,
        overview,
        session_seen,
        signed_in,
        expired: RwSignal::new(false),
        draft: Draft::default(),
    };
    let online = use_online();
    Effect::watch(
        move || online.get(),
        move |online, _, _| {
            if *online {
                desk.refresh();
            }
        },
        false,
    );
    Effect::new(move || {
        if let Some(Err(error)) = desk.overview() {
            desk.notice(&error);
        }
    });
    provide_context(desk);
}

/// What the desk's parts share. Without a [`provide_desk`] above it (a mistake of the caller) a fresh one is made.
pub(super) fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_else(|| {
        provide_desk();
        expect_context::<Desk>()
    })
}

impl Desk {
    /// Who is signed in, once known; `None` inside is nobody.
    pub(super) fn session(self) -> Option<Answer<Option<DeskSession>>> {
        self.session_seen.get()
    }

    /// Whether somebody is.
    pub(super) fn is_signed_in(self) -> bool {
        self.signed_in.get()
    }

    /// The overview, once known.
    pub(super) fn overview(self) -> Option<Answer<IssuingOverview>> {
        self.overview.get().flatten()
    }

    /// What the officer has typed.
    pub(super) fn draft(self) -> Draft {
        self.draft
    }

    /// Whether the session ended by itself.
    pub(super) fn has_expired(self) -> bool {
        self.expired.get()
    }

    /// Asks for the overview again.
    pub(super) fn refresh(self) {
        self.overview.refetch();
    }

    /// After a sign-in: asks the server who it is.
    pub(super) fn signed_in(self) {
        self.expired.set(false);
        self.session.refetch();
    }

    /// After a sign-out: nothing typed or kept stays for the next officer.
    pub(super) async fn signed_out(self) {
        self.draft.clear();
        self.expired.set(false);
        cache::forget::<ReadIssuing>(&DB).await;
        self.session.refetch();
    }

    /// Looks at a failed call: when the session has ended, the sign-in takes the page's place.
    pub(super) fn notice(self, error: &CallError) {
        let ended = matches!(error, CallError::Problem(problem) if problem.code == ProblemCode::SignedOut);
        if ended && self.signed_in.get_untracked() {
            self.expired.set(true);
            self.session.refetch();
        }
    }
}

async fn ask_session(client: Client) -> Answer<Option<DeskSession>> {
    match session::check(&client, &DB, &ReadDeskSession {}).await {
        Ok(Some(Kept { value, at_ms })) => Ok(Seen { value: Some(value), at_ms, kept: false }),
        Ok(None) => Ok(Seen { value: None, at_ms: client.clock().now().ms, kept: false }),
        Err(error) => last::<ReadDeskSession>(error).await.map(|seen| Seen {
            value: Some(seen.value),
            at_ms: seen.at_ms,
            kept: true,
        }),
    }
}

async fn ask_overview(client: Client) -> Answer<IssuingOverview> {
    match cache::fetch(&client, &DB, &ReadIssuing {}).await {
        Ok(Kept { value, at_ms }) => Ok(Seen { value, at_ms, kept: false }),
        Err(error) => last::<ReadIssuing>(error).await,
    }
}

/// What an earlier answer left, when the server was not reached.
async fn last<E: Endpoint>(error: CallError) -> Answer<E::Output> {
    let kept = if error == CallError::Offline { cache::kept::<E>(&DB).await } else { None };
    kept.map(|Kept { value, at_ms }| Seen { value, at_ms, kept: true }).ok_or(error)
}
