//! The checks after shape, one a function, in their order.

use super::{AMBER_AGE_S, Ending, GREEN_AGE_S, Learnt, PROOF_AGE_S, PROOF_AHEAD_S, SKEW_S, Till, Verifier};
use crate::{
    DecodeError, UnixTime, Verified,
    code::Code,
    cose::{Domain, ED25519},
    key::PublicKey,
    present::{Proof, TextError},
    status::StatusList,
    token::{Holder, RawClaims},
    trust::{TrustEntry, Use},
    verdict::{Colour, NextStep, StatusPlace, Verdict},
};

impl From<TextError> for Ending {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Unreadable => Verdict::Unreadable.into(),
            TextError::Size => Verdict::Size.into(),
            TextError::Prefix => Verdict::Prefix.into(),
            TextError::Newer => Verdict::VersionNewer.into(),
            TextError::Decode(error) => error.into(),
        }
    }
}

impl From<DecodeError> for Ending {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Size => Verdict::Size.into(),
            DecodeError::Base45 => Verdict::Base45.into(),
            DecodeError::Cbor => Verdict::Cbor.into(),
            DecodeError::NonCanonical => Verdict::Noncanonical.into(),
            DecodeError::Shape => Verdict::Shape.into(),
        }
    }
}

impl<'a> Verifier<'a> {
    /// kid, and the issuer's signature.
    pub(super) fn issuer(&self, code: &Code<'_>, till: &Till<'_>) -> Result<&'a TrustEntry, Ending> {
        let issuer = &code.issuer;
        let Some(entry) = self.trust.find(issuer.kid) else {
            let is_old = till.now.since(self.trust.iat) > GREEN_AGE_S;
            let colour = if is_old { Colour::Amber } else { Colour::Red };
            return Err(Ending::coloured(Verdict::KidUnknown, colour));
        };
        if entry.revoked_at.is_some() {
            return Err(Verdict::KeyRevoked.into());
        }
        if issuer.alg != entry.alg() {
            return Err(Verdict::Alg.into());
        }
        if !issuer.sign1.is_by(&entry.x, Domain::Issuer) {
            return Err(Verdict::IssuerSig.into());
        }
        Ok(entry)
    }

    /// The age of the trust list, then the token's place in its status list.
    pub(super) fn status(
        &self,
        entry: &TrustEntry,
        code: &Code<'_>,
        till: &Till<'_>,
        learnt: &mut Learnt,
    ) -> Result<Option<StatusPlace>, Ending> {
        let claims = &code.issuer.claims;
        let is_paper = !claims.holder.is_phone();
        let is_too_old = |iat, exp| till.now >= exp || is_paper && till.now.since(iat) > AMBER_AGE_S;
        if is_too_old(self.trust.iat, self.trust.exp) {
            return Err(Verdict::TrustStale.into());
        }
        let Some(status) = claims.body.status else { return Ok(None) };
        let stale =
            Ending::coloured(Verdict::StatusStale, if is_paper { Colour::Red } else { Colour::Amber });
        let uri = entry.status_list_uri(claims.exp, status.list).ok_or(stale)?;
        let is_its = |list: &&Verified<StatusList>| list.uri == uri && list.city() == Some(entry.city);
        let list = self.status.iter().filter(is_its).max_by_key(|list| list.iat).ok_or(stale)?;
        learnt.status_age_s = Some(till.now.since(list.iat));
        match list.is_revoked(status.idx) {
            None => Err(Verdict::StatusRange.into()),
            Some(true) => Err(Verdict::Revoked.into()),
            Some(false) if is_too_old(list.iat, list.exp) => Err(stale),
            Some(false) => Ok(Some(StatusPlace { uri, idx: status.idx })),
        }
    }
}

/// Whether the key may sign such a token: for this kind, within its time, its tiers and its perks; and for paper, not
/// for longer than it may.
pub(super) fn scope(entry: &TrustEntry, claims: &RawClaims) -> Result<(), Ending> {
    let body = &claims.body;
    let is_fit = match claims.holder {
        Holder::Key(_) => entry.usage == Use::Phone,
        Holder::Bearer(nbf) => {
            entry.usage == Use::Paper && claims.exp.since(nbf) <= i64::from(entry.lifetime_s)
        }
    };
    let is_in_time = entry.nbf < claims.exp && claims.exp <= entry.exp;
    let has_tier = body.tier.is_none_or(|tier| entry.tiers.contains(tier));
    let has_perks = body.perks.is_none_or(|perks| perks.is_within(entry.perks));
    if is_fit && is_in_time && has_tier && has_perks { Ok(()) } else { Err(Verdict::Scope.into()) }
}

/// Whether the till's clock can be right, and the token has begun and not ended.
pub(super) fn time(
    entry: &TrustEntry,
    claims: &RawClaims,
    now: UnixTime,
    floor: UnixTime,
) -> Result<(), Ending> {
    let (begin, is_phone) = match claims.holder {
        Holder::Key(_) => (claims.exp.plus(-i64::from(entry.lifetime_s)), true),
        Holder::Bearer(nbf) => (nbf, false),
    };
    let slow = now.plus(SKEW_S);
    if slow < floor || is_phone && slow < begin {
        return Err(Verdict::VerifierClock.into());
    }
    if now < begin {
        return Err(Verdict::NotYet.into());
    }
    if now >= claims.exp { Err(Verdict::Expired.into()) } else { Ok(()) }
}

/// The proof of possession, where the token names a key: it must be there, and be good.
pub(super) fn holder<'c>(code: &'c Code<'_>) -> Result<Option<&'c Proof>, Ending> {
    let Holder::Key(x) = code.issuer.claims.holder else { return Ok(None) };
    let holder = code.holder.as_ref().ok_or(Verdict::ProofMissing)?;
    if holder.alg != ED25519 {
        return Err(Verdict::Alg.into());
    }
    let key = PublicKey::from_bytes(&x).map_err(|_| Verdict::KeyWeak)?;
    if holder.sign1.is_by(&key, Domain::Holder) {
        Ok(Some(&holder.proof))
    } else {
        Err(Verdict::HolderSig.into())
    }
}

/// Whether the proof was made now; an answer to this till's challenge was, whatever the phone's clock says.
pub(super) fn freshness(proof: Option<&Proof>, till: &Till<'_>) -> Result<(), Ending> {
    let Some(proof) = proof else { return Ok(()) };
    if proof.cnonce.is_some() && proof.cnonce == till.challenge {
        return Ok(());
    }
    let age_s = till.now.since(proof.iat);
    if (-PROOF_AHEAD_S..=PROOF_AGE_S).contains(&age_s) {
        Ok(())
    } else if age_s > SKEW_S {
        Err(Verdict::Stale.into())
    } else if age_s < -SKEW_S {
        Err(Verdict::Future.into())
    } else {
        Err(Ending { next: NextStep::UseChallenge, ..Verdict::VerifierClock.into() })
    }
}

/// Whether it was made for this till, and answers its challenge. Paper can do neither.
pub(super) fn audience(proof: Option<&Proof>, till: &Till<'_>) -> Result<(), Ending> {
    if proof.and_then(|proof| proof.aud.as_ref()) != till.aud.as_ref() {
        return Err(Verdict::Aud.into());
    }
    match till.challenge {
        Some(challenge) if proof.and_then(|proof| proof.cnonce) != Some(challenge) => {
            Err(Verdict::Nonce.into())
        }
        _ => Ok(()),
    }
}
