//! The scanning page.

pub mod announce;
pub mod challenge;
pub mod disclosed;
pub mod gun_field;
pub mod photo;
pub mod stage;
pub mod status;
pub mod tools;
pub mod verdict;

use super::context::use_till;
use crate::context::{use_app, use_lang};
use announce::Announce;
use challenge::ChallengePanel;
use gun_field::GunField;
use leptos::prelude::*;
use stage::Stage;
use status::{ClockWarning, StatusLine};
use tools::Tools;
use verdict::LastVerdict;

/// Camera, verdict, and what the till asks for.
#[component]
pub fn ScanPage() -> impl IntoView {
    let (app, till, lang) = (use_app(), use_till(), use_lang().get_untracked());
    app.hold_updates();
    let kiosk = till.prefs.kiosk;
    Effect::new(move || document().set_title(lang.merchant().title));
    view! {
        <main id="main" class="till" class:till-kiosk=move || kiosk.get()>
            <h1 class="visually-hidden">{lang.merchant().tab_scan}</h1>
            <div class="till-head"><StatusLine lang /><ClockWarning lang /></div>
            <Stage lang />
            <div class="till-side">
                <ChallengePanel lang />
                <LastVerdict lang />
                <Tools lang />
            </div>
            <GunField lang />
            <Announce lang />
        </main>
    }
}
