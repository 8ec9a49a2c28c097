//! Lists that were checked, with the bytes that they came as.

use credit_code::{
    DecodeError, UnixTime, Verified,
    bundle::Bundle,
    status::StatusList,
    trust::{Anchor, TrustError, TrustList},
    verify::{AMBER_AGE_S, GREEN_AGE_S, Verifier},
};
use std::collections::BTreeMap;

/// A status list that has ended is kept so long, in case it is the clock that is wrong; seconds.
const GRACE_S: i64 = 2 * 86_400;

/// What a till holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Lists {
    trust: Verified<TrustList>,
    status: Vec<Verified<StatusList>>,
    /// As they came, to be kept.
    raw: Bundle,
    refused: usize,
}

/// Why lists are not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListsError {
    /// The download is not what it should be.
    #[error("the lists could not be read: {0}")]
    Decode(#[from] DecodeError),
    /// The trust list is not believed.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// This build believes no root.
    #[error("this build has no root")]
    NoRoot,
}

impl ListsError {
    /// Whether the lists are genuine, but older than what was seen before.
    pub fn is_older(&self) -> bool {
        matches!(self, Self::Trust(TrustError::RolledBack { .. }))
    }
}

/// How old lists are, and how long they are good for. Times in seconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// When the oldest of them was signed that a code of today may need.
    pub signed_at: i64,
    /// Until then verdicts need not be amber for the lists' sake.
    pub green_until: i64,
    /// Until then codes can be verified without a network, printed cards included.
    pub works_until: i64,
}

impl Lists {
    /// Checks a download. A status list in it that is not believed is left out: codes that need it are then amber, and
    /// all others are not held up.
    ///
    /// # Errors
    /// [`ListsError`]
    pub fn open(bytes: &[u8], anchor: &Anchor) -> Result<(Self, Anchor), ListsError> {
        let Bundle { trust: trust_bytes, status: status_bytes } = Bundle::decode(bytes)?;
        let (trust, anchor) = TrustList::open(&trust_bytes, anchor)?;
        let offered = status_bytes.len();
        let mut lists = Self {
            trust,
            status: Vec::new(),
            raw: Bundle { trust: trust_bytes, status: Vec::new() },
            refused: 0,
        };
        lists.take(status_bytes);
        lists.refused = offered - lists.status.len();
        Ok((lists, anchor))
    }

    /// These lists, and of older ones the status lists that these lack or have in an older edition.
    #[must_use]
    pub fn over(mut self, older: &Self, now: UnixTime) -> Self {
        self.take(older.raw.status.clone());
        let is_over = |list: &StatusList| list.exp.plus(GRACE_S) <= now;
        let kept: Vec<bool> = self.status.iter().map(|list| !is_over(list)).collect();
        let (mut lists, mut bytes) = (kept.iter(), kept.iter());
        self.status.retain(|_| lists.next().copied().unwrap_or(true));
        self.raw.status.retain(|_| bytes.next().copied().unwrap_or(true));
        self
    }

    /// Opens status lists with this trust list; of several editions the latest stays.
    fn take(&mut self, offered: Vec<Vec<u8>>) {
        // By city, too: a list that one city signed under another's address replaces nothing.
        let name = |list: &StatusList| (list.city(), list.uri.clone());
        let mut at: BTreeMap<_, usize> =
            self.status.iter().enumerate().map(|(at, list)| (name(list), at)).collect();
        for bytes in offered {
            let Ok(list) = StatusList::open(&bytes, &self.trust) else { continue };
            match at.get(&name(&list)) {
                None => {
                    at.insert(name(&list), self.status.len());
                    self.status.push(list);
                    self.raw.status.push(bytes);
                }
                Some(&place) if self.status[place].iat < list.iat => {
                    self.status[place] = list;
                    self.raw.status[place] = bytes;
                }
                Some(_) => {}
            }
        }
    }

    /// The trust list.
    pub fn trust(&self) -> &TrustList {
        &self.trust
    }

    /// The status lists.
    pub fn status(&self) -> impl Iterator<Item = &StatusList> {
        self.status.iter().map(|list| &**list)
    }

    /// How many status lists of the download were not believed.
    pub fn refused(&self) -> usize {
        self.refused
    }

    /// A verifier that believes them.
    pub fn verifier(&self) -> Verifier<'_> {
        Verifier::new(&self.trust, &self.status)
    }

    /// As one download, to be kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.raw.encode()
    }

    /// The cities whose codes are recognised, each once.
    pub fn cities(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for entry in &self.trust.entries {
            if !names.contains(&entry.city_name.as_str()) {
                names.push(&entry.city_name);
            }
        }
        names
    }

    /// How old they are and how long they are good for.
    pub fn ages(&self, now: UnixTime) -> Ages {
        let current = || self.status.iter().filter(|list| list.exp > now);
        let signed = current().map(|list| list.iat).chain([self.trust.iat]).min().unwrap_or(self.trust.iat);
        let last_end = current().map(|list| list.exp).max().unwrap_or(self.trust.exp);
        let works = self.trust.iat.plus(AMBER_AGE_S).min(self.trust.exp).min(last_end);
        let green = signed.plus(GREEN_AGE_S).min(works);
        Ages { signed_at: signed.0, green_until: green.0, works_until: works.0 }
    }
}
