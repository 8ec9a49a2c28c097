//! The start page.

use crate::{
    context::{Loaded, Mode, Who, use_app, use_kept, use_lang, use_now, use_wallet},
    elder::ElderHome,
    routes::Route,
    text::Lang,
    widgets::{DemoMark, Failure, Page, ScoreCard, ScoreFace},
};
use api::score::{ReadScore, ScoreView};
use client::tokens::WALLET;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, IconName, Spinner, Tile};

/// Score, the way to the code, and what else there is; in elder mode four tiles.
#[component]
pub fn HomePage() -> impl IntoView {
    let (app, wallet) = (use_app(), use_wallet());
    let lang = use_lang().get_untracked();
    let text = lang.wallet();
    let is_elder = Memo::new(move |_| app.look().is_elder());
    let who = Memo::new(move |_| wallet.who());
    let look = app.look();
    let beside = move || {
        let demo = matches!(who.get(), Who::Someone(person) if person.demo).then(|| view! { <DemoMark /> });
        let entry = (!is_elder.get()).then(|| {
            view! {
                <Button kind=ButtonKind::Secondary testid="elder-on" on_click=move |_| look.mode.set(Mode::Elder)>
                    <Icon name=IconName::Large />
                    {text.elder_on}
                </Button>
            }
        });
        view! { {demo} {entry} }
    };
    let title = lang.common().product;
    let greeting = move || match who.get() {
        Who::Someone(person) => (text.hello)(&person.masked_name),
        Who::Unknown | Who::Nobody => String::new(),
    };
    view! {
        <Page title beside=beside.into()>
            <div class="stack">
            <p class="quiet" data-testid="greeting">{greeting}</p>
            {move || if is_elder.get() { view! { <ElderHome /> }.into_any() } else { view! { <StandardHome lang /> }.into_any() }}
            </div>
        </Page>
    }
}

#[component]
fn StandardHome(lang: Lang) -> impl IntoView {
    let text = lang.wallet();
    view! {
        <ScoreLoaded lang />
        <a class="button button-primary button-wide button-main" href=Route::Code.href() data-testid="show-code">
            <Icon name=IconName::Code />
            {text.show_code}
        </a>
        <nav class="tiles" aria-label=text.tab_services>
            <Tile href=Route::Shops.href() icon=IconName::Shop label=text.nearby note=text.nearby_note testid="tile-shops" />
            <Tile href=Route::Settings.href() icon=IconName::Settings label=lang.common().settings note=text.settings_note />
        </nav>
    }
}

/// The score as it was kept, then as the server says.
#[component]
pub fn ScoreLoaded(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let score = use_kept(&WALLET, || ReadScore {});
    let now = use_now();
    move || match score.get() {
        Loaded::Loading => view! { <Spinner label=lang.common().loading /> }.into_any(),
        Loaded::Failed(error) => view! { <Failure error /> }.into_any(),
        Loaded::Here(kept, error) => {
            let age_s = (now().ms - kept.at_ms) / 1000;
            let age = if error.is_some() { (lang.common().ago)(age_s) } else { String::new() };
            view! { <ScoreCard face=face(&kept.value, lang, age) lang /> }.into_any()
        }
    }
}

fn face(score: &ScoreView, lang: Lang, age: String) -> ScoreFace {
    ScoreFace::new(score, lang, age)
}
