//! What becomes of a text at this till: the format's verdict, and what the till itself asks for.

use client::lists::{BUILT_AT_S, Lists};
use credit_code::{
    PREFIX, UnixTime,
    body::Perks,
    verdict::{Colour, Shown, Verdict},
    verify::{SeenTokens, Till},
};

use super::flow::TokenKey;

/// What the till knows and asks for at this moment.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Its lists.
    pub lists: Option<&'a Lists>,
    /// Its time.
    pub now: UnixTime,
    /// Its challenge, when it shows one.
    pub challenge: Option<[u8; 8]>,
    /// Perks that it gives only for an answered challenge.
    pub strict: Perks,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// Its colour.
    pub colour: Colour,
    /// What an accepted code says.
    pub shown: Option<Shown>,
    /// The token, once it was found genuine.
    pub token: Option<TokenKey>,
    /// Genuine, but for a perk that wants the challenge, and none was shown.
    pub wants_digits: bool,
    /// It answers the challenge.
    pub answered: bool,
    /// Another city issued it.
    pub is_guest: bool,
}

/// Judges texts; remembers the tokens accepted in this till's session.
#[derive(Debug, Clone, Default)]
pub struct Judge {
    session: SeenTokens,
}

impl Judge {
    /// Remembers tokens that were accepted before this page was loaded.
    pub fn remember(&mut self, tokens: impl IntoIterator<Item = TokenKey>) {
        self.session.extend(tokens);
    }

    /// Judges a text.
    pub fn judge(&mut self, text: &str, asked: Asked<'_>) -> Judged {
        let Some(lists) = asked.lists else { return Judged::bare(without_lists(text)) };
        // A code that is not accepted in the end must not count as shown.
        let mut session = self.session.clone();
        let till = Till {
            clock_floor: UnixTime(BUILT_AT_S),
            challenge: asked.challenge,
            ..Till::new(asked.now, &mut session)
        };
        let outcome = lists.verifier().verify(text, till);
        let accepted = outcome.verdict == Verdict::Valid;
        let wants_digits = accepted
            && asked.challenge.is_none()
            && outcome.shown.as_ref().is_some_and(|shown| shown.perks.0 & asked.strict.0 != 0);
        let is_guest = outcome.shown.as_ref().is_some_and(|shown| shown.city != lists.trust().home);
        if wants_digits {
            let (verdict, colour) = (Verdict::Nonce, Verdict::Nonce.colour());
            return Judged {
                token: outcome.replay_key,
                wants_digits,
                ..Judged::bare(verdict).in_colour(colour)
            };
        }
        if accepted {
            self.session = session;
        }
        Judged {
            shown: outcome.shown,
            token: outcome.replay_key,
            answered: accepted && asked.challenge.is_some(),
            is_guest,
            ..Judged::bare(outcome.verdict).in_colour(outcome.colour)
        }
    }
}

impl Judged {
    /// A verdict without more.
    pub fn bare(verdict: Verdict) -> Self {
        Self {
            verdict,
            colour: verdict.colour(),
            shown: None,
            token: None,
            wants_digits: false,
            answered: false,
            is_guest: false,
        }
    }

    /// Whether the code counts: it is noted, and its token is used.
    pub fn is_accepted(&self) -> bool {
        self.verdict == Verdict::Valid
    }

    fn in_colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }
}

/// Without lists nothing can be believed, but what is no credit code can still be told.
fn without_lists(text: &str) -> Verdict {
    if text.is_empty() {
        Verdict::Unreadable
    } else if text.starts_with(PREFIX) {
        Verdict::TrustStale
    } else {
        Verdict::Prefix
    }
}

#[cfg(test)]
mod tests;
