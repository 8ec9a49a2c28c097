//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder of the root `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The apps, as Trunk's pages and the server name them: app, page, path on the server.
pub(crate) const APPS: [App; 3] = [
    App { name: "wallet", public_url: "/" },
    App { name: "merchant", public_url: "/merchant/" },
    App { name: "desk", public_url: "/desk/" },
];

/// One of the three apps.
pub(crate) struct App {
    /// Its binary in the package `app`, its page in `app/`, its folder in `dist/`.
    pub(crate) name: &'static str,
    /// Where the server mounts it.
    pub(crate) public_url: &'static str,
}

impl App {
    /// The folder it is built into.
    pub(crate) fn dist(&self) -> PathBuf {
        root().join("dist").join(self.name)
    }
}
