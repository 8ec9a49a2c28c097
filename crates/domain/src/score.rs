//! The score: a dated, labelled scorecard and an engine of whole numbers.
//!
//! The same code runs on the server and on the phone, and every total is exactly the sum of its contributions.

mod card;
mod engine;
mod validate;

pub use card::{Dimension, Draft, Indicator, Level, Scorecard};
pub use engine::{Contribution, DimensionPoints, Record, Score};
pub use validate::{CardFault, ScorecardError};

#[cfg(test)]
mod tests;
