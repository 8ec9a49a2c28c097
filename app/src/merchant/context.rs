//! What the merchant app's pages share: provided once at the root, `Copy` everywhere.

mod holdings;
mod lens;
mod notes;
mod prefs;
mod shop;

pub use holdings::{Holdings, Trouble};
pub use lens::{Lens, LensState};
pub use notes::{Notes, Syncing};
pub use prefs::{Facing, Prefs};
pub use shop::Shop;
pub(crate) use shop::{card, perk};

use super::{
    flow::{By, Flow, Sight},
    judge::{Asked, Judge, Judged},
};
use crate::context::use_client;
use client::{
    Client, cache,
    idb::Db,
    keys, ledger, lists,
    sound::{self, Sound},
    tokens,
};
use credit_code::{
    UnixTime,
    verdict::{Colour, Verdict},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// What this till keeps: lists, hashes of scans, counts. No name, no tier.
pub const TILL: Db =
    Db::new("credit-code-till", 1, &[cache::STORE, ledger::SCANS, ledger::DAYS, lists::STORE]);

/// A token is "already shown" at this till for so long, also over a reload; seconds. No phone's token lives longer.
const SESSION_S: i64 = 86_400;

/// A verdict as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// It.
    pub judged: Judged,
    /// When, milliseconds since 1970-01-01 UTC.
    pub at_ms: i64,
    /// Counts up, so that two equal verdicts are two.
    pub number: u32,
}

/// Six digits that the till shows, and what a code signs for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// As shown.
    pub digits: String,
    nonce: [u8; 8],
}

/// The till.
#[derive(Clone, Copy)]
pub struct Till {
    client: StoredValue<Client>,
    judge: StoredValue<Judge>,
    flow: StoredValue<Flow>,
    face: RwSignal<Option<Face>>,
    large: RwSignal<bool>,
    challenge: RwSignal<Option<Challenge>>,
    /// Its lists.
    pub holdings: Holdings,
    /// What it has scanned.
    pub notes: Notes,
    /// Its settings.
    pub prefs: Prefs,
    /// Its camera and readers.
    pub lens: Lens,
    /// The shop, when somebody has signed in, and what shops give.
    pub shop: Shop,
}

/// Provides the till and sets it to work: lists, ledger, session, readers.
pub fn provide_till() -> Till {
    let client = use_client();
    let till = Till::idle(client.clone());
    provide_context(till);
    till.holdings.start(&client);
    till.notes.start(&client, till.shop);
    till.shop.start(&client);
    till.lens.start();
    let now_s = client.clock().now().seconds();
    spawn_local(async move {
        let seen = ledger::tokens_since(&TILL, now_s - SESSION_S).await.unwrap_or_default();
        let _ = till.judge.try_update_value(|judge| judge.remember(seen.into_iter().map(|token| token.0)));
    });
    till
}

/// The till. Without a [`provide_till`] above it (a mistake of the caller) an idle one is made.
pub fn use_till() -> Till {
    use_context::<Till>().unwrap_or_else(|| Till::idle(use_client()))
}

impl Till {
    fn idle(client: Client) -> Self {
        Self {
            client: StoredValue::new(client),
            judge: StoredValue::default(),
            flow: StoredValue::default(),
            face: RwSignal::new(None),
            large: RwSignal::new(false),
            challenge: RwSignal::new(None),
            holdings: Holdings::default(),
            notes: Notes::default(),
            prefs: Prefs::start(),
            lens: Lens::default(),
            shop: Shop::default(),
        }
    }

    /// The last verdict.
    pub fn face(self) -> ReadSignal<Option<Face>> {
        self.face.read_only()
    }

    /// Whether it is large just now.
    pub fn is_large(self) -> ReadSignal<bool> {
        self.large.read_only()
    }

    /// The digits on the screen, in strict mode.
    pub fn challenge(self) -> ReadSignal<Option<Challenge>> {
        self.challenge.read_only()
    }

    /// Turns strict mode on or off.
    pub fn ask_digits(self, on: bool) {
        self.challenge.set(if on { Challenge::draw() } else { None });
    }

    /// A text came in; `at_ms` is when, by the page's clock. Judges it unless it is still in sight.
    pub fn scanned(self, text: &str, by: By, at_ms: f64) {
        let now_ms = page_ms();
        if self.flow.try_update_value(|flow| flow.sight(text, by, now_ms)) != Some(Sight::New) {
            return;
        }
        let Some(judged) = self.judge(text) else { return };
        let replayed = judged.token.filter(|_| judged.verdict == Verdict::Replay && by == By::Camera);
        let in_sight = |token| self.flow.try_update_value(|flow| flow.is_in_sight(&token, now_ms));
        if replayed.and_then(in_sight) != Some(true) {
            self.show(judged, text, now_ms);
            measure(at_ms);
        }
    }

    /// There was no code in what a person picked.
    pub fn unreadable(self) {
        self.show(Judged::bare(Verdict::Unreadable), "", page_ms());
    }

    /// The person wants to go on at once.
    pub fn go_on(self) {
        self.flow.update_value(Flow::go_on);
        self.large.set(false);
    }

    fn judge(self, text: &str) -> Option<Judged> {
        let now = UnixTime(self.client.try_get_value()?.clock().now().seconds());
        let challenge = self.challenge.try_get_untracked()?.map(|challenge| challenge.nonce);
        let held = self.holdings.held().try_get_untracked()?;
        let asked = Asked {
            lists: held.as_ref().map(|held| &held.lists),
            now,
            challenge,
            strict: self.shop.strict_perks(),
        };
        self.judge.try_update_value(|judge| judge.judge(text, asked))
    }

    fn show(self, judged: Judged, text: &str, now_ms: f64) {
        let token = judged.token.filter(|_| judged.is_accepted());
        self.flow.update_value(|flow| flow.show(text, token, judged.colour, now_ms));
        if judged.wants_digits || judged.answered {
            self.challenge.set(Challenge::draw());
        }
        let at_ms = self.client.with_value(|client| client.clock().now().ms);
        self.notes.record(&judged, at_ms / 1000);
        self.signal(judged.colour);
        let number = self.face.with_untracked(|face| face.as_ref().map_or(0, |face| face.number)) + 1;
        self.face.set(Some(Face { judged, at_ms, number }));
        self.large.set(true);
        self.shrink();
    }

    fn signal(self, colour: Colour) {
        if !self.prefs.sound.get_untracked() {
            return;
        }
        let sound = match colour {
            Colour::Green => Sound::Ok,
            Colour::Amber => Sound::Warn,
            Colour::Red => Sound::Bad,
            Colour::Grey => Sound::Neutral,
        };
        sound::play(sound);
        sound::vibrate(sound);
    }

    /// Makes the verdict small when its time is over.
    fn shrink(self) {
        match self.flow.try_with_value(|flow| flow.small_in(page_ms())).flatten() {
            Some(ms) => set_timeout(move || self.shrink(), Duration::from_secs_f64(ms.max(20.0) / 1000.0)),
            None => drop(self.large.try_set(false)),
        }
    }
}

impl Challenge {
    /// Six digits that nobody knew before; nothing where the browser draws no random numbers.
    fn draw() -> Option<Self> {
        let number = u64::from_be_bytes(keys::random().ok()?) % 1_000_000;
        Self::of(&format!("{number:06}"))
    }

    /// These six digits.
    pub fn of(digits: &str) -> Option<Self> {
        Some(Self { digits: digits.to_owned(), nonce: tokens::till_nonce(digits)? })
    }
}

/// Milliseconds since the page started.
pub fn page_ms() -> f64 {
    window().performance().map_or(0.0, |page| page.now())
}

/// Notes how long it took from the frame to the verdict on the screen, for whoever looks at the browser's own
/// measurements: `frame-to-verdict`.
fn measure(from_ms: f64) {
    request_animation_frame(move || client::measure::span("frame-to-verdict", from_ms));
}
