//! The signed lists that tills verify with: made here, kept up to date, and published.
//!
//! [`renew`] makes whatever is not up to date; [`upkeep()`] calls it when something changed or an hour is over.

pub mod answer;
pub mod bundle;
pub mod root;
pub mod signed;
pub mod status;
pub mod trust;
mod upkeep;

use crate::{
    clock::{day_at, day_ends},
    db::Db,
    failure::Failure,
    keys::{self, Ring, Vault},
    state::App,
};
use root::Root;
use signed::Signed;
use std::sync::Arc;
use tokio::sync::{Mutex, watch};
use trust::Trust;
pub use upkeep::upkeep;

/// A list is signed anew when it is this old.
pub const RENEW_S: i64 = 3_600;

/// What signs and what is published.
#[derive(Debug)]
pub struct Lists {
    /// The private halves at rest.
    pub vault: Vault,
    root: Root,
    renewing: Mutex<()>,
    current: watch::Sender<Arc<Current>>,
}

/// Everything as it stands; replaced as a whole, so that nobody sees half of a change.
#[derive(Debug, Default)]
pub struct Current {
    /// The count of changes that this takes in.
    version: i64,
    /// From when on something is to be signed anew.
    due_at: i64,
    /// The issuing keys.
    pub ring: Ring,
    /// What tills believe; none until the root has signed a list.
    pub trust: Option<Trust>,
    /// Every status list.
    pub status: status::Published,
    /// All of it in one download; none without a trust list.
    pub bundle: Option<Signed>,
}

impl Lists {
    /// Nothing published yet.
    pub fn new(vault: Vault, root: Root) -> Self {
        Self { vault, root, renewing: Mutex::default(), current: watch::Sender::default() }
    }

    /// Everything as it stands.
    pub fn current(&self) -> Arc<Current> {
        self.current.borrow().clone()
    }
}

impl Current {
    /// Whether tills believe a key.
    pub fn is_trusted(&self, kid: credit_code::key::Kid) -> bool {
        self.trust.as_ref().is_some_and(|trust| keys::is_trusted(&trust.list, kid))
    }
}

/// Takes in every change, signs anew what has become too old, and publishes the result.
///
/// # Errors
/// When a key, the trust list or the database is not what it must be; then everything stays as published.
pub async fn renew(app: &App) -> Result<(), Failure> {
    let _one_at_a_time = app.lists.renewing.lock().await;
    let (now, old) = (app.now(), app.lists.current());
    // Read first: a change that comes later is noticed later.
    let version = keys::sql::version(app.db.read()).await?;
    let stored = keys::sql::all(app.db.read()).await?;
    let ring = Ring::open(stored, &app.lists.vault, now)?;
    let trust = match app.lists.root {
        Root::Demo => Some(trust::sign_as_demo(app, ring.keys(), now).await?),
        Root::Pinned(root) => trust::read(&app.config.data, root)?,
    };
    let status = status::renew(app, &ring, trust.as_ref(), &old.status, now).await?;
    let bundle = trust.as_ref().map(|trust| bundle::of(trust, &status)).transpose()?;
    let signed_at = [trust.as_ref().filter(|_| app.lists.root.is_demo()).map(|trust| trust.signed.iat)];
    let oldest = signed_at.into_iter().flatten().chain(status.values().map(|list| list.signed.iat)).min();
    let due_at = oldest.map_or(now + RENEW_S, |iat| iat + RENEW_S).min(day_ends(day_at(now)));
    app.lists.current.send_replace(Arc::new(Current { version, due_at, ring, trust, status, bundle }));
    Ok(())
}

/// Whether [`renew`] has something to do.
async fn is_due(db: &Db, current: &Current, now: i64) -> Result<bool, sqlx::Error> {
    Ok(now >= current.due_at || keys::sql::version(db.read()).await? != current.version)
}
