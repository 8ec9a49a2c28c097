//! Builds the three apps into `dist/` with Trunk, and leaves alone what has not changed.

use crate::{
    failure::Failure,
    hook,
    process::Program,
    progress::Progress,
    sources::{self, digest},
    tools,
    workspace::{APPS, App, root, target},
};
use std::{env, fs, path::PathBuf};

/// How to compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small, as served.
    Release,
    /// Quick to compile, large.
    Dev,
}

/// Builds what has changed since the last time.
pub(crate) fn build(profile: Profile) -> Result<(), Failure> {
    let mut progress = Progress::new(2 + APPS.len());
    progress.step("tools for the apps", tools::for_apps).0?;
    progress.step("the QR reader from npm", hook::reader::fetch).0?;
    let stamp = target().join("xtask/apps.stamp");
    let digest = digest(is_source, &salt(profile))?;
    let built = fs::read_to_string(&stamp).is_ok_and(|old| old == digest);
    if built && APPS.iter().all(|app| app.dist().join("index.html").is_file()) {
        println!("the apps are up to date");
        return Ok(());
    }
    Program::cargo().args(["fetch", "--locked"]).run()?;
    compile(profile)?;
    for app in &APPS {
        progress.step(&format!("app {}", app.name), || trunk(app, profile)).0?;
    }
    sources::write(&stamp, digest)
}

/// One cargo call for all binaries: the links, each with its own optimisation over everything, run side by side.
fn compile(profile: Profile) -> Result<(), Failure> {
    let mut cargo = Program::cargo().args([
        "build",
        "--locked",
        "--package",
        "app",
        "--bins",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    if profile == Profile::Release {
        cargo = cargo.args(["--profile", "wasm-release"]);
    }
    cargo.run()
}

fn trunk(app: &App, profile: Profile) -> Result<(), Failure> {
    let page = root().join("app").join(format!("{}.html", app.name));
    if !page.is_file() {
        return Err(Failure::Unexpected(format!("{} is missing", page.display())));
    }
    let mut trunk = Program::new("trunk")
        .env_remove("NO_COLOR")
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .args(["build", "--public-url", app.public_url, "--dist"])
        .args([app.dist()]);
    if profile == Profile::Release {
        trunk = trunk.args(["--release", "--cargo-profile", "wasm-release"]);
    }
    trunk.args([page]).run()
}

/// What an app is made from.
fn is_source(path: &str) -> bool {
    const FOLDERS: [&str; 4] = ["app/", "public/", "style/", "xtask/src/hook"];
    const CRATES: [&str; 5] = ["api", "client", "credit-code", "domain", "ui"];
    const ROOT: [&str; 5] =
        [".cargo/config.toml", "Cargo.toml", "Cargo.lock", "Trunk.toml", "rust-toolchain.toml"];
    FOLDERS.iter().any(|folder| path.starts_with(folder))
        || path.starts_with("data/")
        || ROOT.contains(&path)
        || path
            .strip_prefix("crates/")
            .and_then(|rest| rest.split_once('/'))
            .is_some_and(|(name, rest)| CRATES.contains(&name) && !rest.starts_with("tests/"))
}

/// What else decides the result: the profile, the pinned root, whether npm's reader is there.
fn salt(profile: Profile) -> String {
    let pinned = env::var("CREDIT_CODE_ROOT").unwrap_or_default();
    format!("{profile:?} {pinned} {}", hook::reader::folder().is_dir())
}

/// Every built file of an app that a browser may ask for, as paths.
pub(crate) fn built_files(folder: &PathBuf) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        let path = entry.map_err(Failure::file(folder))?.path();
        if path.is_dir() {
            found.extend(built_files(&path)?);
        } else if !path.extension().is_some_and(|e| e == "br" || e == "gz") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_is_rebuilt_for_what_it_is_made_from_and_nothing_else() {
        for path in ["app/src/lib.rs", "crates/ui/src/qr.rs", "style/base.css", "public/sw.js", "Cargo.lock"]
        {
            assert!(is_source(path), "{path}");
        }
        for path in [
            "server/src/main.rs",
            "crates/sample/src/lib.rs",
            "crates/credit-code/tests/vectors/a.json",
            "README.md",
        ] {
            assert!(!is_source(path), "{path}");
        }
    }
}
