//! Issuing one-time tokens.

mod bodies;
mod challenge;
mod mint;
pub mod paper;
pub mod plan;
pub mod shuffle;
pub mod sql;
pub mod status_uri;

pub use challenge::ask;
pub use mint::mint;

use crate::{
    http::error::ApiError,
    merchants,
    people::{self, Person},
    score,
    state::App,
};
use api::ProblemCode;
use domain::{disclosure::Purpose, ids::ResidentId, level::Tier};

/// A person as far as tokens state anything about them.
pub struct Holder {
    /// Name and city.
    pub person: Person,
    /// The level; none for a person who is not scored.
    pub tier: Tier,
    /// What tokens may be asked for.
    pub purposes: Vec<Purpose>,
}

/// What is true of a person now.
///
/// # Errors
/// `SignedOut` when there is no such person any more.
pub async fn holder(app: &App, id: ResidentId, now: i64) -> Result<Holder, ApiError> {
    let person = people::find(&app.db, id).await?.ok_or(ProblemCode::SignedOut)?;
    let tier = if person.scored { score::of(app, id, now).await?.tier } else { Tier::NONE };
    // Perks are of the catalogue of the city whose tills these are.
    let perks = if app.is_home(person.city) { merchants::sql::perks(&app.db).await? } else { Vec::new() };
    let perks: Vec<_> = perks.iter().map(|perk| (perk.id, perk.tier)).collect();
    Ok(Holder { person, tier, purposes: plan::purposes(tier, &perks) })
}
