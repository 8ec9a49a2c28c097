//! How old, how far apart.

/// A proof may be this old, inclusive; seconds.
pub const PROOF_AGE_S: i64 = 90;
/// A proof may be this far ahead, inclusive; seconds.
pub const PROOF_AHEAD_S: i64 = 30;
/// Clocks may be this far apart, inclusive, before it is more than "clocks differ"; seconds.
pub const SKEW_S: i64 = 300;
/// Lists up to this age, inclusive, leave a verdict green; seconds.
pub const GREEN_AGE_S: i64 = 24 * 3600;
/// Lists up to this age, inclusive, are good enough for paper; seconds.
pub const AMBER_AGE_S: i64 = 72 * 3600;
