//! Issuing keys: sealed seeds in files, everything else about them in the database.

pub mod file;
pub mod vault;
