//! The browser's input and output: calls, storage, clock, camera, keys.
//!
//! Nothing here draws. Everything also compiles natively, so that the apps' views can be tested without a browser;
//! calling a browser function there fails.

pub mod cache;
pub mod call;
pub mod camera;
pub mod clock;
pub mod gun;
pub mod idb;
pub mod install;
mod js;
pub mod keys;
pub mod ledger;
pub mod lists;
pub mod local_time;
pub mod locks;
pub mod measure;
pub mod net;
pub mod platform;
pub mod pwa;
pub mod scan;
pub mod session;
pub mod sound;
pub mod tokens;

pub use call::{CallError, Client};
pub use clock::Clock;
