//! Who makes a request: sessions, and the actors that handlers ask for.

pub mod actor;
pub mod demo;
pub mod session;
pub mod sign_out;
