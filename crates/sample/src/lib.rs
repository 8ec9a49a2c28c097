//! A synthetic city from one seed.
