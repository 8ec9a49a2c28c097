//! The score page: the score and what it consists of.

use crate::{
    context::{Loaded, use_kept, use_lang, use_now},
    routes::Route,
    text::Lang,
    widgets::{Failure, Page, ScoreCard, ScoreFace},
};
use api::score::{ReadScore, ScoreView};
use client::{local_time, tokens::WALLET};
use leptos::prelude::*;
use ui::{Spinner, chart::Bar};

/// Total, level and dimensions.
#[component]
pub fn ScorePage() -> impl IntoView {
    let lang = use_lang().get_untracked();
    let score = use_kept(&WALLET, || ReadScore {});
    let now = use_now();
    let content = move || match score.get() {
        Loaded::Loading => view! { <Spinner label=lang.common().loading /> }.into_any(),
        Loaded::Failed(error) => view! { <Failure error /> }.into_any(),
        Loaded::Here(kept, error) => {
            let age_s = (now().ms - kept.at_ms) / 1000;
            let age = if error.is_some() { (lang.common().ago)(age_s) } else { String::new() };
            let computed = local_time::minute(kept.value.computed_at * 1000, lang.tag());
            view! {
                <ScoreCard face=ScoreFace::new(&kept.value, lang, age) lang />
                <Dimensions score=kept.value lang computed />
            }
            .into_any()
        }
    };
    view! { <Page title=lang.wallet().my_score back=Route::Home.href()>{content}</Page> }
}

/// The dimensions, each with its points, and where they come from.
#[component]
pub fn Dimensions(
    /// The score.
    score: ScoreView,
    /// The language.
    lang: Lang,
    /// When it was computed, in words.
    computed: String,
) -> impl IntoView {
    let text = lang.wallet();
    let dimensions = score.dimensions.clone();
    let dimension = move |part: api::score::DimensionView| {
        view! {
            <li class="dimension" data-testid=format!("dimension-{}", part.key)>
                <div class="spread">
                    <span>{lang.pick(&part.name)}</span>
                    <span class="numerals quiet">{(text.points_of)(part.points, part.maximum)}</span>
                </div>
                <Bar value=part.points maximum=part.maximum />
            </li>
        }
    };
    let list = (!dimensions.is_empty()).then(|| {
        view! {
            <section class="card stack-s">
                <h2>{text.dimensions}</h2>
                <ul role="list">{dimensions.into_iter().map(dimension).collect_view()}</ul>
            </section>
        }
    });
    let sample = score.sample.then(|| view! { <p class="small quiet">{text.sample_explained}</p> });
    view! {
        {list}
        <div class="stack-s">
            {sample}
            <p class="small quiet">
                {text.edition} " " {score.edition} " · " {(text.computed)(&computed)}
            </p>
        </div>
    }
}
