//! Rules and states of public credit: pure, without I/O and without a clock.
//!
//! Time and randomness come in as values; every rule set is dated data that the caller passes in.

pub mod disclosure;
pub mod ids;
pub mod level;
pub mod resident_number;
