//! Big entries of a start page.

use crate::{Icon, IconName};
use leptos::prelude::*;

/// A big link with an icon; a row of them is a `<nav class="tiles">`.
#[component]
pub fn Tile(
    /// Where it leads.
    href: &'static str,
    /// Its icon.
    icon: IconName,
    /// Its name.
    #[prop(into)]
    label: String,
    /// A second line, or nothing.
    #[prop(optional, into)]
    note: String,
    /// The one that must be found at once.
    #[prop(optional)]
    main: bool,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let note = (!note.is_empty()).then(|| view! { <span class="tile-note">{note}</span> });
    view! {
        <a class="tile" class:tile-main=main href=href data-testid=testid>
            <Icon name=icon large=true />
            <span class="tile-label">{label}</span>
            {note}
        </a>
    }
}
