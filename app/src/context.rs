//! What every page may use, provided once by each app's root: `provide_app()`, then `use_…()`.

mod kept;
mod look;
mod wallet;

pub use kept::{Loaded, use_kept};
pub use look::{Look, Mode, Theme};
pub use wallet::{Wallet, Who, provide_wallet, use_wallet};

use crate::text::Lang;
use client::{Client, Clock, clock::Now, net, pwa};
use leptos::prelude::*;

/// What the pages of an app share. Every field is `Copy`.
#[derive(Clone, Copy)]
pub struct App {
    client: StoredValue<Client>,
    look: Look,
    online: ReadSignal<bool>,
    update: RwSignal<Option<pwa::Update>, LocalStorage>,
    busy: RwSignal<u32>,
}

/// Provides the app's shared state and registers its service worker under `base` (`/`, `/merchant/`, `/desk/`).
pub fn provide_app(base: &'static str) -> App {
    let (online, set_online) = signal(net::is_online());
    net::watch(move |reached| set_online.set(reached));
    let update = RwSignal::new_local(None);
    pwa::register(base, move |offered| update.set(Some(offered)));
    let client = StoredValue::new(Client::new(Clock::start()));
    let app = App { client, look: Look::start(base), online, update, busy: RwSignal::new(0) };
    provide_context(app);
    app
}

impl App {
    /// Shared state for a view rendered without a browser.
    pub fn for_tests(lang: Lang) -> Self {
        let app = Self {
            client: StoredValue::new(Client::default()),
            look: Look::for_tests(lang),
            online: signal(true).0,
            update: RwSignal::new_local(None),
            busy: RwSignal::new(0),
        };
        provide_context(app);
        app
    }

    /// Language, theme and mode.
    pub fn look(self) -> Look {
        self.look
    }

    /// The update that waits, unless something runs that it must not interrupt.
    pub fn offered_update(self) -> Option<pwa::Update> {
        if self.busy.get() == 0 { self.update.get() } else { None }
    }

    /// Puts the offer away until the next start.
    pub fn dismiss_update(self) {
        self.update.set(None);
    }

    /// Holds back the offer of an update while the caller's owner lives: during a code, a scan, a form.
    pub fn hold_updates(self) {
        self.busy.update(|n| *n += 1);
        on_cleanup(move || self.busy.update(|n| *n = n.saturating_sub(1)));
    }
}

/// The app's shared state. Without a [`provide_app`] above it (a mistake of the caller) a fresh one is made.
pub fn use_app() -> App {
    use_context::<App>().unwrap_or_else(|| App::for_tests(Lang::Zh))
}

/// The client of the server.
pub fn use_client() -> Client {
    use_app().client.get_value()
}

/// The corrected time, as a function to call when needed.
pub fn use_now() -> impl Fn() -> Now + Clone + 'static {
    let clock = use_client().clock().clone();
    move || clock.now()
}

/// Whether the server can be reached.
pub fn use_online() -> ReadSignal<bool> {
    use_app().online
}

/// The language, as a signal: read it inside views.
pub fn use_lang() -> Signal<Lang> {
    use_app().look.lang.into()
}
