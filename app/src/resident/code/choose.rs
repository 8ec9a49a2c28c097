//! Choosing what to show.

use super::run::Code;
use crate::{
    context::{Loaded, use_kept, use_wallet},
    text::Lang,
};
use api::merchants::{ListMerchants, MerchantDirectory};
use client::tokens::{self, WALLET, slug};
use domain::disclosure::Purpose;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Choice, ChoiceOption, Dialog};

/// What is shown now, and a dialog to change it.
#[component]
pub fn PurposeChooser(
    /// The running screen.
    code: Code,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.wallet().code;
    let open = RwSignal::new(false);
    let wallet = use_wallet();
    let directory = use_kept(&WALLET, || ListMerchants {});
    let plan = LocalResource::new(move || {
        let _ = wallet.minted();
        async move { tokens::plan(&WALLET).await }
    });
    let named = move |purpose| directory.with(|directory| label(purpose, known(directory), lang));
    let options = move || {
        let offered = plan.get().flatten().map_or_else(Vec::new, |plan| {
            plan.allowances.into_iter().map(|allowance| allowance.purpose).collect()
        });
        offers(offered).into_iter().map(|purpose| option(purpose, named(purpose), lang)).collect::<Vec<_>>()
    };
    let choose = move |purpose| {
        open.set(false);
        super::to_the_code();
        code.choose(purpose);
    };
    view! {
        <div class="spread">
            <span class="code-title">{move || named(code.purpose())}</span>
            <Button kind=ButtonKind::Secondary testid="code-choose" on_click=move |_| open.set(true)>{text.change}</Button>
        </div>
        <Dialog open title=text.choose close=lang.common().close testid="purposes">
            {move || view! {
                <Choice
                    name="purpose"
                    legend=text.choose
                    options=options()
                    chosen=Signal::derive(move || code.purpose())
                    on_choose=choose
                />
            }}
        </Dialog>
    }
}

/// Level first, then name, then perks; the two first are always there.
fn offers(mut offered: Vec<Purpose>) -> Vec<Purpose> {
    offered.extend([Purpose::Level, Purpose::LevelAndName]);
    offered.sort_unstable();
    offered.dedup();
    offered
}

fn option(purpose: Purpose, label: String, lang: Lang) -> ChoiceOption<Purpose> {
    let text = &lang.wallet().code;
    let note = match purpose {
        Purpose::Level => text.purpose_level_note,
        Purpose::LevelAndName => text.purpose_name_note,
        Purpose::Perk(_) => text.purpose_perk_note,
    };
    ChoiceOption {
        value: purpose,
        label,
        note: note.to_owned(),
        testid: Some(format!("purpose-{}", slug(purpose))),
    }
}

fn label(purpose: Purpose, directory: Option<&MerchantDirectory>, lang: Lang) -> String {
    let text = &lang.wallet().code;
    match purpose {
        Purpose::Level => text.purpose_level.to_owned(),
        Purpose::LevelAndName => text.purpose_name.to_owned(),
        Purpose::Perk(id) => {
            let card = directory.and_then(|directory| directory.perks.iter().find(|perk| perk.id == id));
            let name = card.map_or_else(|| (text.perk_number)(id.number()), |card| lang.pick(&card.name));
            (text.purpose_perk)(&name)
        }
    }
}

fn known(loaded: &Loaded<MerchantDirectory>) -> Option<&MerchantDirectory> {
    match loaded {
        Loaded::Here(kept, _) => Some(&kept.value),
        Loaded::Loading | Loaded::Failed(_) => None,
    }
}
