//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder of the root `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The server under test: the unoptimised one, or what `SERVER` names.
pub fn server_binary() -> PathBuf {
    env::var_os("SERVER").map_or_else(|| target().join("debug/server"), PathBuf::from)
}
