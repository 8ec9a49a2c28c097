//! What the officer has typed. It lives as long as the app, so that nothing is lost when the session ends or a call
//! fails; it is never written to the computer's storage.

use api::issuing::{FoundResident, RevocationReason, RevokeTokens, Revoked};
use domain::{ids::RevocationId, resident_number::ResidentNumber};
use leptos::prelude::*;

/// The fewest characters of a note.
pub(super) const NOTE_LEAST: usize = 4;
/// The most characters of a note.
pub(super) const NOTE_MOST: usize = 500;

/// The form's state; every field is a signal.
#[derive(Clone, Copy, Default)]
pub struct Draft {
    /// The number as typed.
    pub(super) number: RwSignal<String>,
    /// Why, once chosen.
    pub(super) reason: RwSignal<Option<RevocationReason>>,
    /// The note as typed.
    pub(super) note: RwSignal<String>,
    /// Whether the officer wanted to find: from then on the number's error is shown.
    pub(super) tried_find: RwSignal<bool>,
    /// Whether the officer wanted to go on: from then on missing fields are named.
    pub(super) tried_review: RwSignal<bool>,
    /// Whether the confirmation is open.
    pub(super) confirming: RwSignal<bool>,
    found: RwSignal<Option<(ResidentNumber, FoundResident)>>,
    sent: RwSignal<Option<RevokeTokens>>,
    done: RwSignal<Option<Done>>,
}

/// A revocation that was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Whose.
    pub masked_name: String,
    /// What the server said.
    pub revoked: Revoked,
}

/// What is wrong with a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteError {
    /// Fewer than `NOTE_LEAST` characters.
    Short,
    /// More than `NOTE_MOST` characters.
    Long,
}

impl Draft {
    /// Whether nothing was typed.
    pub(in crate::desk) fn is_empty(self) -> bool {
        self.number.with_untracked(String::is_empty) && self.note.with_untracked(String::is_empty)
    }

    /// Starts over.
    pub(in crate::desk) fn clear(self) {
        self.number.set(String::new());
        self.reason.set(None);
        self.note.set(String::new());
        self.tried_find.set(false);
        self.tried_review.set(false);
        self.confirming.set(false);
        self.found.set(None);
        self.sent.set(None);
        self.done.set(None);
    }

    /// Opens the confirmation when the form is complete; otherwise the form says what is missing.
    pub(in crate::desk) fn review(self) {
        self.tried_review.set(true);
        let wrong = check_note(&self.note.get_untracked()).is_err() || self.reason.get_untracked().is_none();
        self.confirming.set(!wrong && self.found_untracked().is_some());
    }

    /// Takes the person that the server found for a number.
    pub(super) fn take_found(self, number: ResidentNumber, found: FoundResident) {
        self.found.set(Some((number, found)));
    }

    /// The person found, while the number is still theirs.
    pub(super) fn found(self) -> Option<FoundResident> {
        let number = self.number.with(|typed| typed.parse::<ResidentNumber>()).ok()?;
        self.found.with(|found| found.clone().filter(|(of, _)| *of == number).map(|(_, found)| found))
    }

    /// The end of the number of the person found, enough to notice a wrong one.
    pub(super) fn number_end(self) -> Option<String> {
        let found = self.found.get();
        found.map(|(number, _)| format!("… {}", &number.as_str()[ResidentNumber::LENGTH - 4..]))
    }

    fn found_untracked(self) -> Option<FoundResident> {
        untrack(|| self.found())
    }

    /// The request to send. An equal one sent before keeps its id, so that a repetition is recognised.
    pub(super) fn request(self, draw: impl FnOnce() -> Option<RevocationId>) -> Option<RevokeTokens> {
        let resident = self.found_untracked()?.resident;
        let (reason, note) = (self.reason.get_untracked()?, self.note.get_untracked().trim().to_owned());
        let sent = self.sent.get_untracked();
        let same = sent.filter(|s| s.resident == resident && s.reason == reason && s.note == note);
        let id = match same {
            Some(sent) => sent.id,
            None => draw()?,
        };
        let request = RevokeTokens { id, resident, reason, note };
        self.sent.set(Some(request.clone()));
        Some(request)
    }

    /// Takes the server's answer: the form gives way to the receipt.
    pub(super) fn finish(self, revoked: Revoked) {
        let masked_name = self.found_untracked().map(|found| found.masked_name).unwrap_or_default();
        self.clear();
        self.done.set(Some(Done { masked_name, revoked }));
    }

    /// What was carried out last.
    pub(super) fn done(self) -> Option<Done> {
        self.done.get()
    }
}

/// Whether a note can be sent.
pub(super) fn check_note(note: &str) -> Result<(), NoteError> {
    match note.trim().chars().count() {
        ..NOTE_LEAST => Err(NoteError::Short),
        NOTE_LEAST..=NOTE_MOST => Ok(()),
        _ => Err(NoteError::Long),
    }
}

#[cfg(test)]
mod tests;
