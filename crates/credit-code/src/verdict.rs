//! What becomes of a code: one word, one colour, one next step.

mod colour;
mod next;
mod outcome;

pub use colour::Colour;
pub use next::NextStep;
pub use outcome::{Kind, Outcome, Shown, StatusPlace};
use std::{fmt, str::FromStr};

/// The result of verifying. A code that was not refreshed is [`Verdict::Stale`], never a forgery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every check passed.
    Valid,
    /// Nothing, or noise.
    Unreadable,
    /// Not a credit code.
    Prefix,
    /// A credit code of a later version.
    VersionNewer,
    /// Longer than any credit code.
    Size,
    /// Not base45.
    Base45,
    /// Not well-formed CBOR.
    Cbor,
    /// Not the one encoding of what it says.
    Noncanonical,
    /// Not the shape of a code.
    Shape,
    /// Another signature algorithm than the key's.
    Alg,
    /// The trust list does not have the issuer's key.
    KidUnknown,
    /// The issuer's key was revoked.
    KeyRevoked,
    /// The issuer did not sign this.
    IssuerSig,
    /// The issuer's key may not sign this.
    Scope,
    /// It begins later.
    NotYet,
    /// It has ended.
    Expired,
    /// The proof is older than 300 seconds: a screenshot, or a phone that did not refresh.
    Stale,
    /// The proof is from more than 300 seconds ahead.
    Future,
    /// Clocks differ: the till's is slow, or phone and till are apart by more than the tolerance and at most 300 seconds.
    VerifierClock,
    /// A phone's token without the phone's proof.
    ProofMissing,
    /// The phone's key proves nothing.
    KeyWeak,
    /// The phone did not sign this.
    HolderSig,
    /// Made for another till.
    Aud,
    /// The till's challenge is not answered.
    Nonce,
    /// Shown before at this till, in this session.
    Replay,
    /// Revoked.
    Revoked,
    /// No status list that is fit for saying whether it was revoked.
    StatusStale,
    /// Its place lies outside the status list.
    StatusRange,
    /// The trust list is too old.
    TrustStale,
    /// Genuine, but this till's rule asks for something else.
    Policy,
    /// A sample.
    Specimen,
}

/// Every verdict with its code, in the order of the table in `docs/credit-code.md`.
const CODES: [(Verdict, &str); 31] = [
    (Verdict::Valid, "VALID"),
    (Verdict::Unreadable, "UNREADABLE"),
    (Verdict::Prefix, "PREFIX"),
    (Verdict::VersionNewer, "VERSION_NEWER"),
    (Verdict::Size, "SIZE"),
    (Verdict::Base45, "BASE45"),
    (Verdict::Cbor, "CBOR"),
    (Verdict::Noncanonical, "NONCANONICAL"),
    (Verdict::Shape, "SHAPE"),
    (Verdict::Alg, "ALG"),
    (Verdict::KidUnknown, "KID_UNKNOWN"),
    (Verdict::KeyRevoked, "KEY_REVOKED"),
    (Verdict::IssuerSig, "ISSUER_SIG"),
    (Verdict::Scope, "SCOPE"),
    (Verdict::NotYet, "NOT_YET"),
    (Verdict::Expired, "EXPIRED"),
    (Verdict::Stale, "STALE"),
    (Verdict::Future, "FUTURE"),
    (Verdict::VerifierClock, "VERIFIER_CLOCK"),
    (Verdict::ProofMissing, "PROOF_MISSING"),
    (Verdict::KeyWeak, "KEY_WEAK"),
    (Verdict::HolderSig, "HOLDER_SIG"),
    (Verdict::Aud, "AUD"),
    (Verdict::Nonce, "NONCE"),
    (Verdict::Replay, "REPLAY"),
    (Verdict::Revoked, "REVOKED"),
    (Verdict::StatusStale, "STATUS_STALE"),
    (Verdict::StatusRange, "STATUS_RANGE"),
    (Verdict::TrustStale, "TRUST_STALE"),
    (Verdict::Policy, "POLICY"),
    (Verdict::Specimen, "SPECIMEN"),
];

impl Verdict {
    /// Every verdict, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.into_iter().map(|(verdict, _)| verdict)
    }

    /// Its code, as in `VERSION_NEWER`.
    pub fn code(self) -> &'static str {
        // safe: the table has them all in the order of the variants, which a test holds it to.
        CODES.get(self as usize).map_or("", |(_, code)| code)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Not the code of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the code of a verdict")]
pub struct VerdictError;

impl FromStr for Verdict {
    type Err = VerdictError;

    fn from_str(text: &str) -> Result<Self, VerdictError> {
        CODES.into_iter().find(|(_, code)| *code == text).map(|(verdict, _)| verdict).ok_or(VerdictError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verdict_has_its_own_code() {
        for (place, (verdict, code)) in CODES.into_iter().enumerate() {
            assert_eq!(verdict as usize, place);
            assert_eq!(verdict.code(), code);
            assert_eq!(code.parse(), Ok(verdict));
        }
        assert_eq!("valid".parse::<Verdict>(), Err(VerdictError));
    }
}
