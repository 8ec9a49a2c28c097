//! The merchant app's strong QR reader: an npm package, pinned by `app/vendor/package-lock.json`, copied beside the app.

use crate::{
    failure::Failure,
    process::Program,
    sources, tools,
    workspace::{root, target},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The files of the package that the app loads: from, to. The module imports `../share.js`, so the folders stay.
const FILES: [(&str, &str); 3] = [
    ("dist/es/reader/index.js", "reader/index.js"),
    ("dist/es/share.js", "share.js"),
    ("dist/reader/zxing_reader.wasm", "zxing_reader.wasm"),
];

/// Where npm puts it.
pub(crate) fn folder() -> PathBuf {
    target().join("vendor/node_modules/zxing-wasm")
}

/// Installs the package when it is not there at the locked version. Without npm it says so and goes on: the app
/// is built without this reader and still scans.
pub(crate) fn fetch() -> Result<(), Failure> {
    let vendor = root().join("app/vendor");
    let lock = vendor.join("package-lock.json");
    let Ok(locked) = fs::read(&lock) else {
        return Ok(());
    };
    let work = target().join("vendor");
    let stamp = work.join("package-lock.json");
    if folder().is_dir() && fs::read(&stamp).is_ok_and(|old| old == locked) {
        return Ok(());
    }
    if let Err(missing) = tools::npm() {
        println!("{missing}\nGoing on without it: the merchant app scans with its own reader only.");
        return Ok(());
    }
    for name in ["package.json", "package-lock.json"] {
        let from = vendor.join(name);
        sources::write(&work.join(name), fs::read(&from).map_err(Failure::file(from))?)?;
    }
    let npm = Program::new("npm").folder(&work);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]).run().or_else(|failure| {
        // Next time it is tried again.
        fs::remove_file(&stamp).map_err(Failure::file(&stamp))?;
        println!("{failure}\nGoing on without it: the merchant app scans with its own reader only.");
        Ok(())
    })
}

/// Copies the files that the app loads into `zxing/`.
pub(super) fn copy(staging: &Path) -> Result<(), Failure> {
    if !folder().is_dir() {
        return Ok(());
    }
    for (from, to) in FILES {
        let from = folder().join(from);
        let bytes = fs::read(&from).map_err(Failure::file(from))?;
        sources::write(&staging.join("zxing").join(to), bytes)?;
    }
    Ok(())
}
