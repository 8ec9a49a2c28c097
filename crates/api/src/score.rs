//! The resident's score, as the home page shows it.

use crate::endpoint::endpoint;
use domain::level::Tier;
use serde::{Deserialize, Serialize};

/// `GET /api/wallet/score`: my score today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadScore {}
endpoint!(Get "/api/wallet/score" Wallet: ReadScore => ScoreView, "My score");

/// A score with what it consists of; the parts add up exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScoreView {
    /// The sum of the dimensions, or nothing for a person who is not scored yet.
    pub total: Option<u32>,
    /// The most there is.
    pub maximum: u32,
    /// The level's tier.
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub tier: Tier,
    /// The level's name in the scorecard, by language.
    pub level: Localized,
    /// Points to the next level, when there is one.
    pub points_to_next: Option<u32>,
    /// One entry a dimension.
    pub dimensions: Vec<DimensionView>,
    /// The scorecard's edition, such as `sample-2026`.
    pub edition: String,
    /// Whether the scorecard is a labelled sample and not the city's own.
    pub sample: bool,
    /// When it was computed, seconds since 1970-01-01 UTC.
    pub computed_at: i64,
}

/// One dimension's part of the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DimensionView {
    /// Its key in the scorecard.
    pub key: String,
    /// Its name.
    pub name: Localized,
    /// Points held.
    pub points: u32,
    /// The most there is.
    pub maximum: u32,
}

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Localized {
    /// 简体中文.
    pub zh: String,
    /// English.
    pub en: String,
}
