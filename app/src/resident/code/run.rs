//! What the code screen does: takes a token, draws, redraws every 15 seconds, and knows why it cannot.

use crate::context::{Wallet, use_client, use_now, use_wallet};
use api::codes::Shown;
use client::{
    Client,
    keys::KeyError,
    platform::{self, WakeLock},
    tokens::{self, MintError, ShowError, Showing, Stock, WALLET},
};
use credit_code::qr::{self, Ecc};
use domain::disclosure::Purpose;
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*, task::spawn_local};
use std::time::Duration;
use ui::QrPath;

/// A code is redrawn with a new proof after this long, seconds.
pub const REFRESH_S: u32 = 15;
/// A till's digits are used this long, seconds.
const TILL_S: i64 = 180;

/// Where the screen stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// The first moment.
    Preparing,
    /// Tokens are being fetched.
    Refilling,
    /// A code is shown: [`Code::picture`].
    Ready,
    /// There is no code.
    None(NoCode),
}

/// Why there is no code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoCode {
    /// Nobody is signed in.
    SignedOut,
    /// No tokens and no memory of any: the first time, or the storage was wiped.
    Wiped,
    /// Too long without a network.
    Expired,
    /// The day's tokens of this purpose are gone, or never were.
    UsedUp,
    /// A stored token or key is damaged.
    Damaged,
    /// This browser keeps no keys.
    NoKeys,
    /// Fetching failed.
    Failed(MintError),
}

/// What is on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The modules.
    pub qr: QrPath,
    /// What the shop learns.
    pub shows: Shown,
    /// When the token ends, seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// Whether the token was shown before.
    pub reused: bool,
}

/// The digits of a till, and until when they are used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Till {
    /// As typed.
    pub digits: String,
    nonce: [u8; 8],
    until: i64,
}

/// The running screen. Every field is `Copy`.
#[derive(Clone, Copy)]
pub struct Code {
    wallet: Wallet,
    client: StoredValue<Client>,
    purpose: RwSignal<Purpose>,
    phase: RwSignal<Phase>,
    picture: RwSignal<Option<Picture>>,
    stock: RwSignal<Stock>,
    till: RwSignal<Option<Till>>,
    left: RwSignal<u32>,
    drawn_at: StoredValue<i64>,
    showing: StoredValue<Option<Showing>, LocalStorage>,
    awake: StoredValue<Option<WakeLock>, LocalStorage>,
}

/// Starts the screen; it ends with the page.
pub fn use_code() -> Code {
    let purpose = memory("purpose").and_then(|slug| tokens::from_slug(&slug)).unwrap_or(Purpose::Level);
    let code = Code {
        wallet: use_wallet(),
        client: StoredValue::new(use_client()),
        purpose: RwSignal::new(purpose),
        phase: RwSignal::new(Phase::Preparing),
        picture: RwSignal::new(None),
        stock: RwSignal::new(Stock::default()),
        till: RwSignal::new(None),
        left: RwSignal::new(REFRESH_S),
        drawn_at: StoredValue::new(0),
        showing: StoredValue::new_local(None),
        awake: StoredValue::new_local(None),
    };
    code.begin();
    code.stay_awake();
    let now = use_now();
    if let Ok(timer) = set_interval_with_handle(move || code.tick(now().seconds()), Duration::from_secs(1)) {
        on_cleanup(move || timer.clear());
    }
    on_cleanup(move || {
        if let Some(Some(lock)) = code.awake.try_get_value() {
            lock.release();
        }
    });
    // New tokens have come, or the session has become known: try again where there was no code.
    Effect::watch(
        move || (code.wallet.minted(), code.wallet.is_signed_in(), code.wallet.is_minting()),
        move |_, _, _| {
            if code.phase.get_untracked() != Phase::Ready {
                code.begin();
            } else {
                code.count();
            }
        },
        false,
    );
    // The one on the screen is among those that were revoked.
    Effect::watch(move || code.wallet.dropped(), move |_, _, _| code.begin(), false);
    code
}

impl Code {
    /// Where the screen stands.
    pub fn phase(self) -> RwSignal<Phase> {
        self.phase
    }

    /// What is on the screen.
    pub fn picture(self) -> RwSignal<Option<Picture>> {
        self.picture
    }

    /// What is chosen to be shown.
    pub fn purpose(self) -> Purpose {
        self.purpose.get()
    }

    /// How many unused tokens of the purpose are left.
    pub fn stock(self) -> Stock {
        self.stock.get()
    }

    /// Seconds until the next redrawing.
    pub fn left(self) -> ReadSignal<u32> {
        self.left.read_only()
    }

    /// The till's digits that the code answers.
    pub fn till(self) -> Option<Till> {
        self.till.get()
    }

    /// Shows something else from now on, with a token of its own.
    pub fn choose(self, purpose: Purpose) {
        remember("purpose", &tokens::slug(purpose));
        self.purpose.set(purpose);
        self.begin();
    }

    /// Takes six digits of a till, or none; false when they are not six digits.
    pub fn answer(self, digits: &str) -> bool {
        if digits.is_empty() {
            self.till.set(None);
        } else {
            let Some(nonce) = tokens::till_nonce(digits) else { return false };
            self.till.set(Some(Till { digits: digits.to_owned(), nonce, until: self.now_s() + TILL_S }));
        }
        spawn_local(self.draw());
        true
    }

    /// Begins a new showing: a token of its own.
    pub fn begin(self) {
        spawn_local(async move {
            let purpose = self.purpose.get_untracked();
            match Showing::begin(WALLET, purpose, self.now_s()).await {
                Ok(Some(showing)) => {
                    if self.showing.try_set_value(Some(showing)).is_none() {
                        self.draw().await;
                        self.count();
                    }
                }
                Ok(None) => self.explain(purpose).await,
                Err(error) => self.stop(no_code(&error)),
            }
        });
    }

    /// Fetches tokens at the person's wish.
    pub fn reissue(self) {
        self.phase.set(Phase::Refilling);
        spawn_local(async move {
            let Some(client) = self.client.try_get_value() else { return };
            self.wallet.mint(&client).await;
            self.begin();
        });
    }

    /// Draws the code with a proof of now.
    async fn draw(self) {
        let Some(Some(showing)) = self.showing.try_get_value() else { return };
        let now_s = self.now_s();
        let till = self.till.try_get_untracked().flatten().filter(|till| till.until > now_s);
        let text = match showing.code(now_s, till.as_ref().map(|till| till.nonce)).await {
            Ok(text) => text,
            Err(error) => return self.stop(no_code(&error)),
        };
        let Ok(qr) = qr::encode(text.as_str(), Ecc::M) else { return self.stop(NoCode::Damaged) };
        let picture = Picture {
            qr: QrPath::new(qr.size, &qr.modules),
            shows: showing.shows().clone(),
            expires_at: showing.expires_at(),
            reused: showing.is_reused(),
        };
        // The page may have been left meanwhile; then nobody sees it.
        let _ = self.drawn_at.try_set_value(now_s);
        let _ = self.picture.try_set(Some(picture));
        let _ = self.left.try_set(REFRESH_S);
        let _ = self.phase.try_update(|phase| *phase = Phase::Ready);
        if memory("code-shown").is_none() {
            remember("code-shown", "1");
        }
    }

    /// Once a second: counts down, redraws when due, takes another token when this one has ended.
    fn tick(self, now_s: i64) {
        if self.phase.get_untracked() != Phase::Ready || !platform::is_visible() {
            return;
        }
        if self.picture.with_untracked(|p| p.as_ref().is_some_and(|p| p.expires_at <= now_s)) {
            return self.begin();
        }
        if self.till.with_untracked(|till| till.as_ref().is_some_and(|till| till.until <= now_s)) {
            self.till.set(None);
        }
        let passed = u32::try_from(now_s - self.drawn_at.get_value()).unwrap_or(REFRESH_S);
        if passed >= REFRESH_S {
            spawn_local(self.draw());
            self.stay_awake();
        } else {
            self.left.set(REFRESH_S - passed);
        }
    }

    /// Why there is no token: fetches some where that may help.
    async fn explain(self, purpose: Purpose) {
        let plan = tokens::plan(&WALLET).await;
        if self.wallet.is_minting_untracked() {
            return self.to(Phase::Refilling);
        }
        let now_s = self.now_s();
        let why = match (self.wallet.is_signed_in_untracked(), self.wallet.mint_error_untracked(), plan) {
            (None, ..) => return self.to(Phase::Preparing),
            (Some(false), ..) => NoCode::SignedOut,
            (_, Some(MintError::Key(KeyError::Unsupported)), _) => NoCode::NoKeys,
            (_, Some(error), None) => NoCode::Failed(error),
            (_, None, None) => NoCode::Wiped,
            (_, _, Some(plan)) => {
                let current = plan.allowances.iter().any(|a| a.expires_at > now_s && a.starts_at <= now_s);
                let offered = plan.allowances.iter().any(|a| a.purpose == purpose && a.expires_at > now_s);
                if current && offered {
                    NoCode::Wiped
                } else if current {
                    NoCode::UsedUp
                } else {
                    NoCode::Expired
                }
            }
        };
        self.stop(why);
    }

    fn stop(self, why: NoCode) {
        let _ = self.showing.try_set_value(None);
        self.to(Phase::None(why));
    }

    fn to(self, phase: Phase) {
        // The page may have been left meanwhile.
        let _ = self.phase.try_set(phase);
    }

    /// Counts the stock, after the code is on the screen.
    fn count(self) {
        spawn_local(async move {
            let Some(purpose) = self.purpose.try_get_untracked() else { return };
            if let Ok(stock) = tokens::stock(&WALLET, purpose, self.now_s()).await {
                let _ = self.stock.try_set(stock);
            }
        });
    }

    /// Asks that the screen stay on; asked again with each redrawing, as hiding the page ends it.
    fn stay_awake(self) {
        spawn_local(async move {
            if let Some(lock) = WakeLock::ask().await
                && let Some(lock) = self.awake.try_set_value(Some(lock)).flatten()
            {
                lock.release();
            }
        });
    }

    fn now_s(self) -> i64 {
        self.client.try_get_value().map_or(0, |client| client.clock().now().seconds())
    }
}

fn no_code(error: &ShowError) -> NoCode {
    match error {
        ShowError::Key(KeyError::Unsupported) => NoCode::NoKeys,
        ShowError::Key(_) | ShowError::Damaged => NoCode::Damaged,
    }
}

/// A small thing that this browser remembers.
pub(super) fn memory(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

fn remember(key: &str, value: &str) {
    if let Some(storage) = window().local_storage().ok().flatten() {
        // Without storage the choice lasts until the page is closed.
        let _ = storage.set_item(key, value);
    }
}
