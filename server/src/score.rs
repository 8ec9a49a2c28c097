//! `GET /api/wallet/score`.

pub(crate) mod sql;

use crate::{
    auth::actor::Resident,
    clock::{date_of, day_at},
    http::error::ApiError,
    people,
    state::App,
};
use api::{
    ProblemCode,
    score::{DimensionView, Localized, ReadScore, ScoreView},
};
use domain::{
    ids::ResidentId,
    level::Tier,
    score::{Score, Scorecard},
    text::Bilingual,
};

/// My score today.
pub async fn read(app: App, resident: Resident, _: ReadScore) -> Result<ScoreView, ApiError> {
    let person = people::find(&app.db, resident.id).await?.ok_or(ProblemCode::SignedOut)?;
    let now = app.now();
    let score = if person.scored { Some(of(&app, resident.id, now).await?) } else { None };
    Ok(view(&app.scorecard, score.as_ref(), now))
}

/// The score of a person who has one.
pub(crate) async fn of(app: &App, resident: ResidentId, now: i64) -> Result<Score, ApiError> {
    let records = sql::records(&app.db, resident).await?;
    Ok(app.scorecard.score(&records, date_of(day_at(now))))
}

fn view(card: &Scorecard, score: Option<&Score>, now: i64) -> ScoreView {
    let level = score.and_then(|score| card.level(score.total));
    let next = score.and_then(|score| Some(card.next_level(score.total)?.from - score.total));
    let points = |key: &str| {
        score
            .and_then(|score| score.dimensions.iter().find(|part| part.key == key))
            .map_or(0, |part| part.points)
    };
    ScoreView {
        total: score.map(|score| score.total),
        maximum: card.maximum(),
        tier: score.map_or(Tier::NONE, |score| score.tier),
        level: level.map_or_else(unscored, |level| localized(&level.name)),
        points_to_next: next,
        dimensions: card
            .dimensions()
            .iter()
            .map(|dimension| DimensionView {
                key: dimension.key.clone(),
                name: localized(&dimension.name),
                points: points(&dimension.key),
                maximum: dimension.cap,
            })
            .collect(),
        edition: card.edition().to_owned(),
        sample: card.is_sample(),
        computed_at: now,
    }
}

/// Both languages, as the contract has them.
pub(crate) fn localized(text: &Bilingual) -> Localized {
    Localized { zh: text.zh.clone(), en: text.en.clone() }
}

fn unscored() -> Localized {
    Localized { zh: "\u{5c1a}\u{65e0}\u{4fe1}\u{7528}\u{5206}".to_owned(), en: "Not scored yet".to_owned() }
}
