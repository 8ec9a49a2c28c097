//! Whole-system tests: the real server, real browsers, a camera that sees what the test draws.
//!
//! A test starts a [`World`] and lets people with phones and tills act in it:
//!
//! ```no_run
//! # use tests::{Res, World};
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Res {
//! let world = World::start("j00-sign-in").await?;
//! let phone = world.phone("/sign-in").await?;
//! phone.tap("account-wang-ming").await?;
//! phone.wait_text("score-total", "8").await?;
//! phone.screens("home").await?;
//! world.server().stop().await?;
//! # Ok(())
//! # }
//! ```
//!
//! Elements are named by their `data-testid`. Nothing waits implicitly: every wait polls and ends with what it saw last.

mod browser;
mod camera;
mod chromedriver;
pub mod code;
mod emulation;
mod gun;
pub mod office;
mod phone;
pub mod picture;
mod process;
mod screens;
mod server;
mod till;
mod wait;
mod workspace;
mod world;

pub use browser::{Browser, BrowserOptions, css};
pub use camera::{Camera, FRAME_HEIGHT, FRAME_WIDTH, Scene};
pub use gun::Gun;
pub use phone::Phone;
pub use server::{Server, ServerOptions};
pub use till::{Said, Till};
pub use wait::{PATIENCE, until};
pub use workspace::{root, server_binary, target};
pub use world::World;

/// A test's result: any error ends it.
pub type Res<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
