//! From records to a score.

use super::card::{Dimension, Indicator, Scorecard};
use crate::level::Tier;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A record as far as the score is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its item of the catalogue.
    pub item: String,
    /// The first day on which it counts.
    pub from: Date,
    /// The last day on which it counts, when it ends.
    pub until: Option<Date>,
}

/// A score. `total` is the sum of all contributions, and of all dimensions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// All points.
    pub total: u32,
    /// The tier that they reach.
    pub tier: Tier,
    /// One entry a dimension, in the card's order.
    pub dimensions: Vec<DimensionPoints>,
}

/// A dimension's part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionPoints {
    /// Its key.
    pub key: String,
    /// What it holds, from nought to its cap.
    pub points: u32,
    /// What it holds it for; the points add up to `points`.
    pub contributions: Vec<Contribution>,
}

/// One reason for points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contribution {
    /// What everyone starts with.
    Base(i32),
    /// A record, by its place in the input.
    Record {
        /// Which.
        record: usize,
        /// How much it adds or takes.
        points: i32,
    },
    /// What the cap cuts off (below zero), or the floor gives back.
    Bound(i32),
}

impl Contribution {
    /// Its points.
    pub fn points(&self) -> i32 {
        match self {
            Self::Base(points) | Self::Bound(points) | Self::Record { points, .. } => *points,
        }
    }
}

impl Scorecard {
    /// The score of these records on a day. Records whose item the card does not know count nothing.
    pub fn score(&self, records: &[Record], on: Date) -> Score {
        let counting = self.counting(records, on);
        let dimensions: Vec<DimensionPoints> = self
            .dimensions()
            .iter()
            .map(|dimension| {
                bounded(dimension, counting.get(dimension.key.as_str()).cloned().unwrap_or_default())
            })
            .collect();
        let total = dimensions.iter().map(|dimension| dimension.points).sum();
        let tier = self.level(total).map_or(Tier::NONE, |level| level.tier);
        Score { total, tier, dimensions }
    }

    /// The records that count, by dimension: of each item the earliest, as many as the card lets count.
    fn counting(&self, records: &[Record], on: Date) -> BTreeMap<&str, Vec<Contribution>> {
        let indicators = self.indicators();
        let mut in_force: Vec<(usize, &Record, &Indicator)> = records
            .iter()
            .enumerate()
            .filter(|(_, record)| record.from <= on && record.until.is_none_or(|until| on <= until))
            .filter_map(|(at, record)| Some((at, record, *indicators.get(record.item.as_str())?)))
            .collect();
        in_force.sort_by_key(|(at, record, _)| (record.from, *at));
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        let mut counting: BTreeMap<&str, Vec<Contribution>> = BTreeMap::new();
        for (record, _, indicator) in in_force {
            let count = seen.entry(indicator.item.as_str()).or_default();
            *count += 1;
            if *count <= indicator.at_most {
                let reason = Contribution::Record { record, points: indicator.points };
                counting.entry(indicator.dimension.as_str()).or_default().push(reason);
            }
        }
        counting
    }
}

/// Puts the base in front, and behind what the cap or the floor changes.
fn bounded(dimension: &Dimension, records: Vec<Contribution>) -> DimensionPoints {
    let base = i64::from(dimension.base);
    let sum = base + records.iter().map(|reason| i64::from(reason.points())).sum::<i64>();
    let points = sum.clamp(0, i64::from(dimension.cap));
    // safe: a sound card adds up to 10^9 at most, so this never saturates.
    let small = |n: i64| i32::try_from(n).unwrap_or(if n < 0 { i32::MIN } else { i32::MAX });
    let mut contributions = vec![Contribution::Base(small(base))];
    contributions.extend(records);
    if points != sum {
        contributions.push(Contribution::Bound(small(points - sum)));
    }
    DimensionPoints { key: dimension.key.clone(), points: u32::try_from(points).unwrap_or(0), contributions }
}
