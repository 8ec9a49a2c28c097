//! What makes a scorecard sound.

use super::card::Draft;
use jiff::civil::Date;
use std::{collections::BTreeSet, fmt};

/// Everything that is wrong with a scorecard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ScorecardError(
    /// The faults, in the order of the file.
    pub Vec<CardFault>,
);

impl fmt::Display for ScorecardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&faults.join("; "))
    }
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CardFault {
    /// A date that is none, or an end before the start.
    #[error("valid_from and valid_until are not a span of days")]
    Validity,
    /// Dimensions do not add up.
    #[error("the caps of the dimensions add up to {0}, not to the maximum")]
    Caps(u64),
    /// More to start with than a dimension may hold.
    #[error("dimension {0} starts above its cap")]
    Base(String),
    /// A key or item twice.
    #[error("{0} is there twice")]
    Twice(String),
    /// A dimension that is not in the card.
    #[error("indicator {item} names dimension {dimension}, which is not in the card")]
    UnknownDimension {
        /// The indicator's item.
        item: String,
        /// The key that nothing has.
        dimension: String,
    },
    /// An indicator that can never count.
    #[error("indicator {0} has no points or never counts")]
    Idle(String),
    /// A number too large to add up safely.
    #[error("with indicator {0} the card can add up to too much")]
    TooLarge(String),
    /// Levels do not rise, or the first does not start at nought.
    #[error("the levels do not start at 0 and rise in points and in tier")]
    Levels,
    /// A level that nobody reaches.
    #[error("level {0} starts above the maximum")]
    OutOfReach(u8),
}

/// The most points that a card may have in all: far from where sums of 32 bits end.
const MOST: u32 = 100_000;
/// The most that all records together may add or take: sums stay within 32 bits.
const REACH: u64 = 1_000_000_000;

pub(super) fn check(card: &Draft) -> Result<(), ScorecardError> {
    let mut faults = Vec::new();
    match (date(&card.valid_from), date(&card.valid_until)) {
        (Some(from), Some(until)) if from <= until => {}
        _ => faults.push(CardFault::Validity),
    }
    let caps: u64 = card.dimensions.iter().map(|d| u64::from(d.cap)).sum();
    if caps != u64::from(card.maximum) || card.maximum == 0 || card.maximum > MOST {
        faults.push(CardFault::Caps(caps));
    }
    let mut keys = BTreeSet::new();
    for dimension in &card.dimensions {
        if dimension.base > dimension.cap {
            faults.push(CardFault::Base(dimension.key.clone()));
        }
        if !keys.insert(dimension.key.as_str()) {
            faults.push(CardFault::Twice(dimension.key.clone()));
        }
    }
    indicators(card, &keys, &mut faults);
    levels(card, &mut faults);
    if faults.is_empty() { Ok(()) } else { Err(ScorecardError(faults)) }
}

/// A date written as 2026-01-31.
pub(super) fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn indicators(card: &Draft, keys: &BTreeSet<&str>, faults: &mut Vec<CardFault>) {
    let mut items = BTreeSet::new();
    let mut reach = 0;
    for indicator in &card.indicators {
        let item = || indicator.item.clone();
        if !items.insert(&indicator.item) {
            faults.push(CardFault::Twice(item()));
        }
        if !keys.contains(indicator.dimension.as_str()) {
            faults.push(CardFault::UnknownDimension { item: item(), dimension: indicator.dimension.clone() });
        }
        if indicator.points == 0 || indicator.at_most == 0 {
            faults.push(CardFault::Idle(item()));
        }
        reach += u64::from(indicator.points.unsigned_abs()) * u64::from(indicator.at_most);
        if reach > REACH {
            faults.push(CardFault::TooLarge(item()));
        }
    }
}

fn levels(card: &Draft, faults: &mut Vec<CardFault>) {
    let rising =
        card.levels.windows(2).all(|pair| pair[0].from < pair[1].from && pair[0].tier < pair[1].tier);
    let starts = card.levels.first().is_some_and(|level| level.from == 0 && level.tier.number() > 0);
    if !rising || !starts {
        faults.push(CardFault::Levels);
    }
    for level in card.levels.iter().filter(|level| level.from > card.maximum) {
        faults.push(CardFault::OutOfReach(level.tier.number()));
    }
}
