//! Lists on this device: the last good ones, or those that the service worker fetched when the app was installed.

use super::{Lists, ListsError, STORE, pinned};
use crate::{CallError, Client, idb::Db, js};
use api::lists::BUNDLE_PATH;
use credit_code::{UnixTime, key::PublicKey, trust::Anchor};
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const BYTES: &str = "bundle";
const ANCHOR: &str = "anchor";

/// Where lists came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Kept by an earlier run.
    Kept,
    /// Fetched when the app was installed, and not renewed since.
    Install,
    /// The server, just now.
    Server,
}

/// Lists and how they came here.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The lists.
    pub lists: Lists,
    /// Where from.
    pub origin: Origin,
    anchor: Anchor,
}

/// Why there is nothing newer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The server did not give any.
    #[error(transparent)]
    Call(#[from] CallError),
    /// What it gave is not believed.
    #[error(transparent)]
    Lists(#[from] ListsError),
}

/// What an [`Anchor`] is kept as; keys as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptAnchor {
    /// The root of the build that kept it.
    pinned: [u8; 32],
    root: [u8; 32],
    next: Option<[u8; 32]>,
    seq: u64,
}

/// The lists on this device, checked again; nothing without any. A storage that fails is as one that is empty.
pub async fn load(db: &Db, now: UnixTime) -> Option<Held> {
    let pinned = pinned()?;
    let kept: Option<KeptAnchor> = db.get(STORE, ANCHOR).await.ok().flatten();
    let anchor = kept.map_or(Anchor::pinned(pinned), |kept| kept.under(pinned));
    let kept =
        db.get_js(STORE, BYTES).await.ok().flatten().and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    let kept = kept.and_then(|bytes| Lists::open(&bytes.to_vec(), &anchor).ok());
    let anchor = kept.as_ref().map_or(anchor, |(_, anchor)| *anchor);
    let installed = match from_install().await {
        Some(bytes) => Lists::open(&bytes, &anchor).ok(),
        None => None,
    };
    match (kept, installed) {
        // The worker keeps what it fetches, so its copy may be newer than ours.
        (Some((old, _)), Some((new, anchor))) if new.trust().seq > old.trust().seq => {
            Some(Held { lists: new.over(&old, now), origin: Origin::Kept, anchor })
        }
        (Some((lists, anchor)), _) => Some(Held { lists, origin: Origin::Kept, anchor }),
        (None, Some((lists, anchor))) => Some(Held { lists, origin: Origin::Install, anchor }),
        (None, None) => None,
    }
}

/// Asks the server for newer lists, checks them and keeps them. Lists that are the same come back, too.
///
/// # Errors
/// [`FetchError`]; what is held stays good.
pub async fn fetch(client: &Client, db: &Db, held: Option<&Held>) -> Result<Held, FetchError> {
    let anchor = match held {
        Some(held) => held.anchor,
        None => Anchor::pinned(pinned().ok_or(ListsError::NoRoot)?),
    };
    let bytes = client.bytes(BUNDLE_PATH).await?;
    let (lists, anchor) = Lists::open(&bytes, &anchor)?;
    let now = UnixTime(client.clock().now().seconds());
    let lists = match held {
        Some(held) => lists.over(&held.lists, now),
        None => lists,
    };
    let held = Held { lists, origin: Origin::Server, anchor };
    // Without storage they last until the page is closed, and the worker's copy stays.
    let _ = keep(db, &held).await;
    Ok(held)
}

async fn keep(db: &Db, held: &Held) -> Option<()> {
    let bytes = Uint8Array::from(held.lists.to_bytes().as_slice());
    // The anchor first: lists newer than it are taken, older ones are not.
    db.put(STORE, ANCHOR, &KeptAnchor::of(&held.anchor, pinned()?)).await.ok()?;
    db.put_js(STORE, BYTES, &bytes).await.ok()
}

/// The copy in the service worker's cache.
async fn from_install() -> Option<Vec<u8>> {
    let caches = js::part(&js_sys::global(), "caches")?;
    let answer = js::wait(&caches, "match", &[BUNDLE_PATH.into()]).await.filter(JsValue::is_object)?;
    let buffer: Promise = js::call(&answer, "arrayBuffer", &[])?.dyn_into().ok()?;
    let buffer: ArrayBuffer = JsFuture::from(buffer).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

impl KeptAnchor {
    pub(super) fn of(anchor: &Anchor, pinned: PublicKey) -> Self {
        Self {
            pinned: pinned.to_bytes(),
            root: anchor.root().to_bytes(),
            next: anchor.next().map(|key| key.to_bytes()),
            seq: anchor.seq(),
        }
    }

    /// For a build that believes this root: what was kept by a build with another root does not count.
    pub(super) fn under(self, pinned: PublicKey) -> Anchor {
        let key = |bytes: &[u8; 32]| PublicKey::from_bytes(bytes).ok();
        match key(&self.root) {
            Some(root) if self.pinned == pinned.to_bytes() => {
                Anchor::kept(root, self.next.as_ref().and_then(key), self.seq)
            }
            _ => Anchor::pinned(pinned),
        }
    }
}
