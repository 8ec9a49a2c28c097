//! Buttons.

use leptos::{ev::MouseEvent, prelude::*};

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing to do here.
    #[default]
    Primary,
    /// Another thing.
    Secondary,
    /// Text alone.
    Plain,
    /// Something that cannot be taken back.
    Danger,
}

impl ButtonKind {
    /// The classes, for a link that looks like a button.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Plain => "button button-plain",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button.
#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// What it does.
    on_click: impl FnMut(MouseEvent) + 'static,
    /// Whether it can be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// As wide as its place.
    #[prop(optional)]
    wide: bool,
    /// Submits its form instead of being a plain button.
    #[prop(optional)]
    submit: bool,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<String>,
    /// Its text, with or without an icon.
    children: Children,
) -> impl IntoView {
    let kind_of = if submit { "submit" } else { "button" };
    view! {
        <button
            type=kind_of
            class=kind.class()
            class:button-wide=wide
            data-testid=testid
            disabled=move || disabled.get()
            on:click=on_click
        >
            {children()}
        </button>
    }
}
