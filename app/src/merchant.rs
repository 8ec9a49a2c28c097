//! The merchant app.
