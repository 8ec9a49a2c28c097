//! HTTP: how requests come in, how answers and failures go out.

pub mod document;
pub mod endpoint;
pub mod error;
pub mod files;
pub mod guard;
pub mod headers;
pub mod input;
pub mod limits;
