//! The contract between the apps and the server: one type an endpoint, built for both sides.
//!
//! A request type *is* the endpoint: the client calls it, the server routes on it. `GET` requests travel as a
//! query string, `POST` requests as JSON. Failures are [`Problem`]s (RFC 9457).

mod bytes;
mod endpoint;
mod problem;

pub mod codes;
pub mod demo;
pub mod issuing;
pub mod lists;
pub mod merchants;
pub mod scans;
pub mod score;
pub mod session;

pub use bytes::{Base64, Bytes32, Bytes64, Fixed};
pub use endpoint::{Audience, Endpoint, Method};
pub use problem::{FieldProblem, Problem, ProblemCode};
