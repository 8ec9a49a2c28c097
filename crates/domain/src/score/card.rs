//! What a scorecard says.

use super::validate::{self, ScorecardError};
use crate::{level::Tier, text::Bilingual};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One edition of the rules that turn records into points. Made only by [`Scorecard::new`], so it is always sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard(Draft);

/// A scorecard as its file holds it, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub(super) edition: String,
    pub(super) sample: bool,
    pub(super) valid_from: String,
    pub(super) valid_until: String,
    pub(super) maximum: u32,
    #[serde(rename = "dimension")]
    pub(super) dimensions: Vec<Dimension>,
    #[serde(rename = "indicator")]
    pub(super) indicators: Vec<Indicator>,
    #[serde(rename = "level")]
    pub(super) levels: Vec<Level>,
}

/// One of the five dimensions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Its key, such as `performance`.
    pub key: String,
    /// Its name.
    pub name: Bilingual,
    /// Points that everyone starts with.
    pub base: u32,
    /// The most it can hold; all caps add up to the card's maximum.
    pub cap: u32,
}

/// A kind of record, by its item of the catalogue, and what one is worth.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The catalogue item.
    pub item: String,
    /// The dimension's key.
    pub dimension: String,
    /// What it is called.
    pub name: Bilingual,
    /// Points of one record; below zero for adverse ones.
    pub points: i32,
    /// The most records of this item that count.
    pub at_most: u32,
}

/// A level: from this many points on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its tier, as a code states it.
    pub tier: Tier,
    /// Its name.
    pub name: Bilingual,
    /// The least points.
    pub from: u32,
}

impl Scorecard {
    /// Checks a draft.
    ///
    /// # Errors
    /// [`ScorecardError`] names everything that is wrong, not only the first.
    pub fn new(draft: Draft) -> Result<Self, ScorecardError> {
        validate::check(&draft)?;
        Ok(Self(draft))
    }

    /// Its edition, such as `sample-2026`.
    pub fn edition(&self) -> &str {
        &self.0.edition
    }

    /// Whether it is a labelled sample and not a city's own.
    pub fn is_sample(&self) -> bool {
        self.0.sample
    }

    /// The most points there are.
    pub fn maximum(&self) -> u32 {
        self.0.maximum
    }

    /// Whether it is in force on a day.
    pub fn is_valid_on(&self, day: Date) -> bool {
        validate::date(&self.0.valid_from).is_some_and(|from| from <= day)
            && validate::date(&self.0.valid_until).is_some_and(|until| day <= until)
    }

    /// Its dimensions, in the order to show them.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.0.dimensions
    }

    /// Its levels, lowest first.
    pub fn levels(&self) -> &[Level] {
        &self.0.levels
    }

    /// Its indicators by catalogue item.
    pub(super) fn indicators(&self) -> BTreeMap<&str, &Indicator> {
        self.0.indicators.iter().map(|indicator| (indicator.item.as_str(), indicator)).collect()
    }

    /// The level that a total reaches.
    pub fn level(&self, total: u32) -> Option<&Level> {
        self.0.levels.iter().rev().find(|level| level.from <= total)
    }

    /// The level above a total.
    pub fn next_level(&self, total: u32) -> Option<&Level> {
        self.0.levels.iter().find(|level| level.from > total)
    }
}
