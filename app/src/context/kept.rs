//! Reading an endpoint in two steps: at once what was kept, then what the server says.

use super::{use_app, use_client};
use api::Endpoint;
use client::{
    CallError,
    cache::{self, Kept},
    idb::Db,
};
use leptos::{prelude::*, task::spawn_local};

/// What is known of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded<T> {
    /// Nothing yet.
    Loading,
    /// An answer, and what went wrong when a newer one was asked for.
    Here(Kept<T>, Option<CallError>),
    /// Nothing kept, and the server did not answer.
    Failed(CallError),
}

/// Reads an endpoint now, and again whenever the network comes back.
pub fn use_kept<E>(db: &'static Db, request: fn() -> E) -> ReadSignal<Loaded<E::Output>>
where
    E: Endpoint,
    E::Output: Clone + Send + Sync,
{
    let (loaded, set_loaded) = signal(Loaded::Loading);
    let (client, online) = (use_client(), use_app().online);
    Effect::new(move |_| {
        online.track();
        let client = client.clone();
        spawn_local(async move {
            if let Some(kept) = cache::kept::<E>(db).await {
                // The page may be gone by now; then nobody waits for this.
                let _ = set_loaded.try_update(|loaded| {
                    if !matches!(loaded, Loaded::Here(..)) {
                        *loaded = Loaded::Here(kept, None);
                    }
                });
            }
            let answer = cache::fetch(&client, db, &request()).await;
            let _ = set_loaded.try_update(|loaded| match answer {
                Ok(kept) => *loaded = Loaded::Here(kept, None),
                Err(error) => match loaded {
                    Loaded::Here(_, failed) => *failed = Some(error),
                    Loaded::Loading | Loaded::Failed(_) => *loaded = Loaded::Failed(error),
                },
            });
        });
    });
    loaded
}
