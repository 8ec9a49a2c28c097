//! What to do now.

use super::{Colour, Verdict};

/// The cashier's next step. Sentences for it are the app's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NextStep {
    /// Serve.
    Serve,
    /// Serve; bring the till online when possible, its lists are old.
    ServeThenUpdate,
    /// Scan again; this is no credit code, or was not read.
    ScanAgain,
    /// Update this app.
    UpdateApp,
    /// Ask the holder to let the code refresh, or to fetch a new one, and scan again.
    RefreshCode,
    /// Let the holder answer the till's challenge, and scan again.
    UseChallenge,
    /// Set the till's clock, or go online once.
    SetClock,
    /// Go online once: the lists are too old or one is missing.
    UpdateLists,
    /// Serve on the usual terms: the code is genuine, but not enough for this.
    UsualTerms,
    /// Serve on the usual terms: nothing here can be relied on.
    DoNotRely,
    /// This very code was shown here before: ask for a new one.
    AskForNew,
    /// A sample: good for practice only.
    Practice,
}

impl NextStep {
    /// The step after a verdict of this colour.
    pub const fn after(verdict: Verdict, colour: Colour) -> Self {
        match (verdict, colour) {
            (Verdict::Valid, Colour::Green) => Self::Serve,
            (Verdict::Valid, _) => Self::ServeThenUpdate,
            (Verdict::Unreadable | Verdict::Prefix | Verdict::Size, _) => Self::ScanAgain,
            (Verdict::VersionNewer, _) => Self::UpdateApp,
            (Verdict::NotYet | Verdict::Expired | Verdict::Stale, _) => Self::RefreshCode,
            (Verdict::Future | Verdict::Nonce, _) => Self::UseChallenge,
            (Verdict::VerifierClock, _) => Self::SetClock,
            (Verdict::TrustStale | Verdict::StatusStale, _) | (Verdict::KidUnknown, Colour::Amber) => {
                Self::UpdateLists
            }
            (Verdict::Policy, _) => Self::UsualTerms,
            (Verdict::Replay | Verdict::Aud, _) => Self::AskForNew,
            (Verdict::Specimen, _) => Self::Practice,
            _ => Self::DoNotRely,
        }
    }

    /// Its name in the command line's output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::ServeThenUpdate => "serve_then_update",
            Self::ScanAgain => "scan_again",
            Self::UpdateApp => "update_app",
            Self::RefreshCode => "refresh_code",
            Self::UseChallenge => "use_challenge",
            Self::SetClock => "set_clock",
            Self::UpdateLists => "update_lists",
            Self::UsualTerms => "usual_terms",
            Self::DoNotRely => "do_not_rely",
            Self::AskForNew => "ask_for_new",
            Self::Practice => "practice",
        }
    }
}
