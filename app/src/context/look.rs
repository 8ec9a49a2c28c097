//! Language, theme and mode: kept in `localStorage`, applied to `<html>`. `public/boot.js` does the same before the
//! first paint; keys and values are the same there.

use crate::text::Lang;
use leptos::prelude::*;

/// Light, dark, or as the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The standard frame or the elder's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The standard frame.
    #[default]
    Standard,
    /// Large and simple.
    Elder,
}

/// How the app looks; setting a signal applies and keeps it.
#[derive(Clone, Copy)]
pub struct Look {
    /// The language.
    pub lang: RwSignal<Lang>,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// The mode.
    pub mode: RwSignal<Mode>,
}

impl Theme {
    /// All, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Mode {
    const fn word(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Elder => "elder",
        }
    }
}

impl Look {
    /// What was kept, applied at every change. The mode is kept for each app: a till on a phone whose owner reads large
    /// text is not large by itself.
    pub(super) fn start(base: &'static str) -> Self {
        let theme = match read("theme").as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        };
        let mode =
            if read(mode_key(base)).as_deref() == Some("elder") { Mode::Elder } else { Mode::Standard };
        let lang = read("lang").map_or_else(Lang::default, |tag| Lang::from_tag(&tag));
        let look = Self { lang: RwSignal::new(lang), theme: RwSignal::new(theme), mode: RwSignal::new(mode) };
        Effect::watch(
            move || (look.lang.get(), look.theme.get(), look.mode.get()),
            move |&(lang, theme, mode), _, _| apply(base, lang, theme, mode),
            false,
        );
        look
    }

    pub(super) fn for_tests(lang: Lang) -> Self {
        Self { lang: RwSignal::new(lang), theme: RwSignal::default(), mode: RwSignal::default() }
    }

    /// Whether the elder's frame is on.
    pub fn is_elder(self) -> bool {
        self.mode.get() == Mode::Elder
    }
}

fn mode_key(base: &str) -> &'static str {
    match base {
        "/merchant/" => "merchant-mode",
        "/desk/" => "desk-mode",
        _ => "mode",
    }
}

fn apply(base: &str, lang: Lang, theme: Theme, mode: Mode) {
    for (key, value) in [("lang", lang.tag()), ("theme", theme.word()), (mode_key(base), mode.word())] {
        if let Some(storage) = storage() {
            // A full or forbidden storage means that the choice lasts until the page is closed.
            let _ = storage.set_item(key, value);
        }
    }
    let dark = match theme {
        Theme::Auto => system_is_dark(),
        Theme::Light => false,
        Theme::Dark => true,
    };
    let theme = if dark { "dark" } else { "light" };
    if let Some(html) = document().document_element() {
        for (name, value) in [("lang", lang.tag()), ("data-theme", theme), ("data-mode", mode.word())] {
            // These names and values are always valid.
            let _ = html.set_attribute(name, value);
        }
    }
}

fn system_is_dark() -> bool {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
