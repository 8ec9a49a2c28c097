//! A till of the tests, with lists as it holds them.

use crate::city::{self, key};
use credit_code::{
    UnixTime, Verified,
    status::StatusList,
    trust::{Anchor, TrustList},
    verdict::{Outcome, Verdict},
    verify::{SeenTokens, Till, Verifier},
};

pub(crate) struct Lists {
    pub(crate) trust: Verified<TrustList>,
    pub(crate) status: Vec<Verified<StatusList>>,
}

impl Lists {
    /// All lists of the home city, as of today.
    pub(crate) fn today() -> Self {
        Self::of(&city::trust(), &[city::status(), city::paper_status()])
    }

    pub(crate) fn of(trust: &TrustList, status: &[StatusList]) -> Self {
        let anchor = Anchor::pinned(key("root").public());
        let (trust, _) = TrustList::open(&trust.sign(&key("root")).unwrap(), &anchor).unwrap();
        let open =
            |list: &StatusList| StatusList::open(&list.sign(&key("home status")).unwrap(), &trust).unwrap();
        let status = status.iter().map(open).collect();
        Self { trust, status }
    }

    pub(crate) fn verifier(&self) -> Verifier<'_> {
        Verifier::new(&self.trust, &self.status)
    }

    /// In a session of its own.
    pub(crate) fn outcome(&self, text: &str, now: UnixTime) -> Outcome {
        self.verifier().verify(text, Till::new(now, &mut SeenTokens::new()))
    }

    pub(crate) fn verdict(&self, text: &str, now: UnixTime) -> Verdict {
        self.outcome(text, now).verdict
    }
}
