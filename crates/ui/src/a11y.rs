//! What only assistive technology notices.

pub mod live;

pub use live::{Live, Urgency};
