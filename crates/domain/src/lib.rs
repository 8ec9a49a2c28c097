//! Rules and states of public credit: pure, without I/O and without a clock.
//!
//! Time and randomness come in as values; every rule set is dated data that the caller passes in.

pub mod alliance;
pub mod credit_number;
pub mod disclosure;
pub mod ids;
pub mod level;
pub mod person;
pub mod region;
pub mod resident_number;
pub mod score;
pub mod text;
