//! Verifying a code, offline, in one fixed order; what it says comes out after the last check.
//!
//! size → prefix → base45 → canonical → shape → kid → issuer's signature → scope and time → `cnf` → holder's signature →
//! freshness → `aud` and nonce → status → replay → policy

mod accept;
mod limits;
mod steps;
mod till;

use crate::{
    UnixTime, Verified,
    code::Code,
    present,
    status::StatusList,
    trust::TrustList,
    verdict::{Colour, NextStep, Outcome, Shown, Verdict},
};
pub use limits::{AMBER_AGE_S, GREEN_AGE_S, PROOF_AGE_S, PROOF_AHEAD_S, SKEW_S};
use sha2::{Digest, Sha256};
pub use till::{Policy, SeenTokens, Till};

/// Verifies codes against lists that were checked.
#[derive(Debug, Clone, Copy)]
pub struct Verifier<'a> {
    trust: &'a Verified<TrustList>,
    status: &'a [Verified<StatusList>],
}

impl<'a> Verifier<'a> {
    /// A verifier that believes these lists. Status lists are to be opened with this very trust list.
    pub const fn new(trust: &'a Verified<TrustList>, status: &'a [Verified<StatusList>]) -> Self {
        Self { trust, status }
    }

    /// Verifies a code's text. An accepted token is remembered in the till's session.
    pub fn verify(&self, text: &str, till: Till<'_>) -> Outcome {
        let trust_age_s = till.now.since(self.trust.iat);
        let mut learnt = Learnt::default();
        let (Ending { verdict, colour, next }, shown) = match self.check(text, &till, &mut learnt) {
            Ok((verdict, shown)) => {
                till.session.extend(learnt.replay_key);
                (Ending::coloured(verdict, learnt.colour(verdict, trust_age_s)), Some(shown))
            }
            Err(ending) => (ending, None),
        };
        let Learnt { replay_key, proof_age_s, status_age_s } = learnt;
        Outcome { verdict, colour, next, shown, replay_key, proof_age_s, trust_age_s, status_age_s }
    }

    /// The order of the checks.
    fn check(&self, text: &str, till: &Till<'_>, learnt: &mut Learnt) -> Result<(Verdict, Shown), Ending> {
        let raw = present::decode_text(text)?;
        let code = Code::parse(&raw)?;
        let entry = self.issuer(&code, till)?;
        steps::scope(entry, &code.issuer.claims)?;
        steps::time(entry, &code.issuer.claims, till.now, self.clock_floor(till))?;
        let proof = steps::holder(&code)?;
        learnt.proof_age_s = proof.map(|proof| till.now.since(proof.iat));
        steps::freshness(proof, till)?;
        steps::audience(proof, till)?;
        let status = self.status(entry, &code, till, learnt)?;
        let replay_key = Sha256::digest(code.issuer.sign1.payload).into();
        learnt.replay_key = Some(replay_key);
        if till.session.contains(&replay_key) {
            return Err(Verdict::Replay.into());
        }
        accept::accept(self.trust.home, entry, code, status, &till.policy)
    }

    /// What was signed before now: a till whose clock stands before it is slow.
    fn clock_floor(&self, till: &Till<'_>) -> UnixTime {
        let lists = self.status.iter().map(|list| list.iat).chain([self.trust.iat]);
        lists.fold(till.clock_floor, UnixTime::max)
    }
}

/// Where it ends.
#[derive(Debug, Clone, Copy)]
struct Ending {
    verdict: Verdict,
    colour: Colour,
    next: NextStep,
}

impl Ending {
    const fn coloured(verdict: Verdict, colour: Colour) -> Self {
        Self { verdict, colour, next: NextStep::after(verdict, colour) }
    }
}

impl From<Verdict> for Ending {
    fn from(verdict: Verdict) -> Self {
        Self::coloured(verdict, verdict.colour())
    }
}

/// What was learnt on the way.
#[derive(Debug, Default)]
struct Learnt {
    replay_key: Option<[u8; 32]>,
    proof_age_s: Option<i64>,
    status_age_s: Option<i64>,
}

impl Learnt {
    /// Old lists turn green into amber.
    fn colour(&self, verdict: Verdict, trust_age_s: i64) -> Colour {
        let is_old = trust_age_s.max(self.status_age_s.unwrap_or(i64::MIN)) > GREEN_AGE_S;
        match verdict.colour() {
            Colour::Green if is_old => Colour::Amber,
            colour => colour,
        }
    }
}
