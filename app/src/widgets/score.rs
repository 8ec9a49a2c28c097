//! The score as a gauge.

use crate::text::Lang;
use api::score::ScoreView;
use leptos::prelude::*;
use ui::{Badge, Notice, chart::Gauge};

/// What the score card shows, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreFace {
    /// The sum, or nothing for a person who is not scored.
    pub total: Option<u32>,
    /// The most there is.
    pub maximum: u32,
    /// The level's name.
    pub level: String,
    /// Points to the next level, when there is one.
    pub to_next: Option<u32>,
    /// Whether the scorecard is a labelled sample.
    pub sample: bool,
    /// How old the figures are, in words; empty when they are fresh.
    pub age: String,
}

impl ScoreFace {
    /// From the server's answer.
    pub fn new(score: &ScoreView, lang: Lang, age: String) -> Self {
        Self {
            total: score.total,
            maximum: score.maximum,
            level: match score.tier.number() {
                0 => lang.pick(&score.level),
                tier => (lang.wallet().level_tier)(&lang.pick(&score.level), tier),
            },
            to_next: score.points_to_next,
            sample: score.sample,
            age,
        }
    }
}

/// The score: figure, level, what is missing to the next; the same as a table for screen readers.
#[component]
pub fn ScoreCard(
    /// What to show.
    face: ScoreFace,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = lang.wallet();
    let sample = face.sample.then(|| view! { <Badge>{text.sample_scorecard}</Badge> });
    let age = (!face.age.is_empty())
        .then(|| view! { <small data-testid="score-age">{(text.kept)(&face.age)}</small> });
    let body = match face.total {
        Some(total) => scored(total, &face, lang).into_any(),
        None => view! {
            <div class="center stack-s">
                <Gauge value=None maximum=face.maximum>
                    <span class="score-level" data-testid="level">{text.not_scored}</span>
                </Gauge>
            </div>
            <Notice testid="not-scored"><p>{text.not_scored_explained}</p></Notice>
        }
        .into_any(),
    };
    view! {
        <section class="card stack" aria-label=text.score>
            {body}
            <div class="cluster">{sample}{age}</div>
        </section>
    }
}

fn scored(total: u32, face: &ScoreFace, lang: Lang) -> impl IntoView + use<> {
    let text = lang.wallet();
    let next = face.to_next.map_or_else(|| text.top_level.to_owned(), text.to_next);
    let (maximum, level) = (face.maximum, face.level.clone());
    let named = level.clone();
    let caption = (text.score_label)(total, maximum, &level);
    view! {
        <Gauge value=Some(total) maximum=maximum>
            <small>{text.score}</small>
            <span class="score-number" data-testid="score-total">{total}</span>
            <span class="score-level" data-testid="level">{named}</span>
        </Gauge>
        <p class="center quiet">{next}</p>
        <div class="visually-hidden"><table>
            <caption>{caption}</caption>
            <tbody>
                <tr><th scope="row">{text.score}</th><td>{total}</td></tr>
                <tr><th scope="row">{(text.score_of)(maximum)}</th><td>{maximum}</td></tr>
                <tr><th scope="row">{text.level}</th><td>{level}</td></tr>
            </tbody>
        </table></div>
    }
}
