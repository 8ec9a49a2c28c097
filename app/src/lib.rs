//! The wallet, merchant and desk apps: one library, one binary an app.
//!
//! | module | what it is |
//! |---|---|
//! | [`context`] | what every page may use: client, language, look, network, clock |
//! | [`text`] | every sentence that people read, in each language |
//! | [`routes`] | the wallet's addresses as types |
//! | [`shell`], [`resident`], [`elder`] | the wallet: frames, pages, and the elder's frame |
//! | [`widgets`] | views that several pages share |
//! | [`merchant`] | the merchant app (`merchant::App`) |
//! | [`desk`] | the desk app (`desk::App`) |
//!
//! Role folders never use each other. A page loads and wires; a view takes plain values and is tested natively.

pub mod context;
pub mod desk;
pub mod merchant;
pub mod text;
