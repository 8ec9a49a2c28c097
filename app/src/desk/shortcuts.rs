//! Keys of the desk. Function keys, because officers type Chinese: an input method takes letters for itself.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Puts the cursor into the number field.
    Number,
    /// Asks for the overview again.
    Refresh,
    /// Reviews what is typed before revoking.
    Review,
}

impl Shortcut {
    /// The shortcut of a key press.
    fn of(key: &str, ctrl: bool) -> Option<Self> {
        match (key, ctrl) {
            ("F2", false) => Some(Self::Number),
            ("F8", false) => Some(Self::Refresh),
            ("Enter", true) => Some(Self::Review),
            _ => None,
        }
    }

    /// As it is written on keyboards.
    pub(super) const fn keys(self) -> &'static str {
        match self {
            Self::Number => "F2",
            Self::Refresh => "F8",
            Self::Review => "Ctrl+Enter",
        }
    }

    /// As `aria-keyshortcuts` wants it.
    pub(super) const fn aria(self) -> &'static str {
        match self {
            Self::Review => "Control+Enter",
            other => other.keys(),
        }
    }
}

/// Calls back at each shortcut while the caller's owner lives. An open dialog has the keys for itself.
pub(super) fn listen(pressed: impl Fn(Shortcut) + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let shortcut = Shortcut::of(&event.key(), event.ctrl_key() || event.meta_key());
        if let Some(shortcut) = shortcut
            && !event.is_composing()
            && !has_open_dialog()
        {
            event.prevent_default();
            pressed(shortcut);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Moves the focus, when there is such an element.
pub(super) fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Moves the focus once what is being drawn is on the page.
pub(super) fn focus_soon(id: &'static str) {
    request_animation_frame(move || focus(id));
}

fn has_open_dialog() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_what_the_page_says_they_are() {
        assert_eq!(Shortcut::of(Shortcut::Number.keys(), false), Some(Shortcut::Number));
        assert_eq!(Shortcut::of(Shortcut::Refresh.keys(), false), Some(Shortcut::Refresh));
        assert_eq!(Shortcut::of("Enter", true), Some(Shortcut::Review));
        assert_eq!(Shortcut::of("Enter", false), None);
        assert_eq!(Shortcut::of("F2", true), None);
    }
}
