//! The elder's start page: four large tiles, the code first.

use crate::{
    context::{Mode, use_app, use_lang},
    routes::Route,
};
use leptos::prelude::*;
use ui::{Button, ButtonKind, IconName, Tile};

/// Four tiles and the way back to the standard view.
#[component]
pub fn ElderHome() -> impl IntoView {
    let look = use_app().look();
    let lang = use_lang().get_untracked();
    let text = lang.wallet();
    view! {
        <nav class="tiles" aria-label=text.tab_home>
            <Tile
                href=Route::Code.href()
                icon=IconName::Code
                label=text.show_code
                note=text.show_code_note
                main=true
                testid="show-code"
            />
            <Tile href=Route::Score.href() icon=IconName::Gauge label=text.my_score />
            <Tile href=Route::Shops.href() icon=IconName::Shop label=text.nearby />
            <Tile href=Route::Settings.href() icon=IconName::Settings label=lang.common().settings />
        </nav>
        <Button kind=ButtonKind::Secondary wide=true testid="elder-off" on_click=move |_| look.mode.set(Mode::Standard)>
            {text.elder_off}
        </Button>
    }
}
