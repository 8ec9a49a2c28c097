//! Four colours.

use super::Verdict;
use std::fmt;

/// What a cashier sees first. Never colour alone: a shape, a text and a sound go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Serve.
    Green,
    /// Genuine or perhaps genuine; one more step is needed, or lists are old.
    Amber,
    /// Do not rely on it.
    Red,
    /// Not a credit code, or one that counts for nothing.
    Grey,
}

impl Colour {
    /// Its name in the command line's output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Grey => "grey",
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Verdict {
    /// The colour where nothing else is known. [`Verdict::Valid`] turns amber when lists are old,
    /// [`Verdict::KidUnknown`] when the trust list is, and [`Verdict::StatusStale`] turns red for paper:
    /// [`super::Outcome`] has the colour that counts.
    pub const fn colour(self) -> Colour {
        match self {
            Self::Valid => Colour::Green,
            Self::Unreadable | Self::Prefix | Self::Size | Self::Specimen => Colour::Grey,
            Self::VersionNewer
            | Self::NotYet
            | Self::Expired
            | Self::Stale
            | Self::Future
            | Self::VerifierClock
            | Self::Nonce
            | Self::StatusStale
            | Self::Policy => Colour::Amber,
            Self::Base45
            | Self::Cbor
            | Self::Noncanonical
            | Self::Shape
            | Self::Alg
            | Self::KidUnknown
            | Self::KeyRevoked
            | Self::IssuerSig
            | Self::Scope
            | Self::ProofMissing
            | Self::KeyWeak
            | Self::HolderSig
            | Self::Aud
            | Self::Replay
            | Self::Revoked
            | Self::StatusRange
            | Self::TrustStale => Colour::Red,
        }
    }
}
