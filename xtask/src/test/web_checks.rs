//! Checks that come from npm: axe-core, which the journeys inject, and Lighthouse.

use super::{count::Count, runners::counted, selection::Selection};
use crate::{
    failure::Failure,
    process::{Program, Server},
    sources, tools,
    workspace::{root, target},
};
use std::{fs, path::PathBuf};

fn folder() -> PathBuf {
    root().join("tests/web-checks")
}

/// Installs what the lock file pins, once.
pub(super) fn install() -> Result<(), Failure> {
    let lock = folder().join("package-lock.json");
    let locked = fs::read(&lock).map_err(Failure::file(&lock))?;
    let stamp = folder().join("node_modules/.installed.lock");
    if fs::read(&stamp).is_ok_and(|old| old == locked) {
        return Ok(());
    }
    tools::npm()?;
    let npm = Program::new("npm").folder(&folder());
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]).run()?;
    sources::write(&stamp, locked)
}

/// Lighthouse on the served apps. One run: what may fail here does not depend on the machine's speed.
pub(super) fn lighthouse(_: &Selection) -> Result<Count, Failure> {
    tools::browser()?;
    install()?;
    let data = target().join("xtask/lighthouse");
    let server = Server::start(&data)?;
    let script = folder().join("lighthouse.mjs");
    let chromium = tools::chromium().unwrap_or_default();
    let node = Program::new("node").args([script]).args([server.origin(), "--runs", "1"]);
    counted(node.env("CHROME_PATH", chromium))
        .map(|count| if count == Count::default() { Count::PASSED } else { count })
}
