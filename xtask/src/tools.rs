//! The tools that are not in every Rust installation: found, or installed, or named with the command to install them.

use crate::{failure::Failure, process::Program, workspace::root};
use std::{env, fs, path::PathBuf};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// 0.22 needs a newer Rust.
const TRUNK: &str = "0.21.14";
const NEXTEST: &str = "0.9.143";
const DENY: &str = "0.20.2";

/// What building the apps takes.
pub(crate) fn for_apps() -> Result<(), Failure> {
    wasm_target()?;
    trunk()?;
    wasm_bindgen()
}

/// rustup's WASM target.
pub(crate) fn wasm_target() -> Result<(), Failure> {
    let folder =
        Program::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]).output()?;
    if PathBuf::from(folder.trim()).is_dir() {
        return Ok(());
    }
    let add = Program::new("rustup").args(["target", "add", WASM_TARGET]);
    installed("Rust's WASM target", add)
}

/// Trunk. Unoptimised it builds in half the time and is fast enough.
fn trunk() -> Result<(), Failure> {
    if says("trunk", TRUNK) {
        return Ok(());
    }
    installed("Trunk", cargo_install("trunk", TRUNK).args(["--debug"]).env("CARGO_PROFILE_DEV_DEBUG", "0"))
}

/// wasm-bindgen with its test runner, at the version of the lock file: the two must be the same.
pub(crate) fn wasm_bindgen() -> Result<(), Failure> {
    let version = locked("wasm-bindgen")?;
    if says("wasm-bindgen", &version) {
        return Ok(());
    }
    installed("wasm-bindgen", cargo_install("wasm-bindgen-cli", &version))
}

/// cargo-nextest, of any version.
pub(crate) fn nextest() -> Result<(), Failure> {
    if Program::cargo().args(["nextest", "--version"]).works() {
        return Ok(());
    }
    installed("cargo-nextest", cargo_install("cargo-nextest", NEXTEST))
}

/// cargo-deny, of any version.
pub(crate) fn deny() -> Result<(), Failure> {
    if Program::cargo().args(["deny", "--version"]).works() {
        return Ok(());
    }
    let install = cargo_install("cargo-deny", DENY).args(["--debug"]).env("CARGO_PROFILE_DEV_DEBUG", "0");
    installed("cargo-deny", install)
}

/// A browser with its driver, and a font that has Chinese characters for the screenshots.
pub(crate) fn browser() -> Result<(), Failure> {
    if chromium().is_some() && Program::new("chromedriver").args(["--version"]).works() {
        return Ok(());
    }
    debian("Chromium with ChromeDriver", &["chromium", "chromium-driver", "fonts-noto-cjk"])
}

/// Where Chromium is.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROME") {
        return Some(PathBuf::from(named));
    }
    on_path("chromium").or_else(|| on_path("google-chrome")).or_else(|| on_path("chromium-browser"))
}

/// npm, for the one package that is not Rust. Without it the merchant app still scans.
pub(crate) fn npm() -> Result<(), Failure> {
    if on_path("npm").is_some() { Ok(()) } else { debian("npm", &["nodejs", "npm"]) }
}

/// A Python that can make virtual environments.
pub(crate) fn python() -> Result<(), Failure> {
    if Program::new("python3").args(["-c", "import venv, ensurepip"]).works() {
        return Ok(());
    }
    debian("Python", &["python3", "python3-venv"])
}

/// CMake and a C++ compiler, for the decoder that ours is measured against.
pub(crate) fn cmake() -> Result<(), Failure> {
    if on_path("cmake").is_some() && on_path("c++").is_some() {
        Ok(())
    } else {
        debian("CMake", &["cmake", "g++"])
    }
}

fn debian(what: &'static str, packages: &[&str]) -> Result<(), Failure> {
    let by_hand = format!("sudo apt-get install {}", packages.join(" "));
    let root_here = Program::new("id").args(["-u"]).output().is_ok_and(|id| id.trim() == "0");
    if !root_here || on_path("apt-get").is_none() {
        return Err(Failure::Missing(what, by_hand));
    }
    println!("installing {what} …");
    let apt = || Program::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive");
    apt()
        .args(["update", "-q"])
        .run()
        .and_then(|()| apt().args(["install", "-y", "-q", "--no-install-recommends"]).args(packages).run())
        .map_err(|_| Failure::Missing(what, by_hand))
}

fn cargo_install(name: &str, version: &str) -> Program {
    // A target folder of its own would be rebuilt by every tool; cargo's default is a temporary one.
    Program::cargo().args(["install", name, "--locked", "--version", version]).env_remove("CARGO_TARGET_DIR")
}

fn installed(what: &'static str, install: Program) -> Result<(), Failure> {
    println!("installing {what} (some minutes, once) …");
    let line = install.line();
    install.run().map_err(|_| Failure::Missing(what, line))
}

fn says(program: &str, version: &str) -> bool {
    on_path(program).is_some()
        && Program::new(program)
            .args(["--version"])
            .env_remove("NO_COLOR")
            .output()
            .is_ok_and(|said| said.split_whitespace().any(|word| word == version))
}

/// The file that a bare program name would start.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The version of a package in `Cargo.lock`.
fn locked(package: &str) -> Result<String, Failure> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Failure::file(path))?;
    version_in(&lock, package)
        .ok_or_else(|| Failure::Unexpected(format!("{package} is not in Cargo.lock: run `cargo fetch`")))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    let name = format!("name = \"{package}\"");
    lines.find(|line| *line == name)?;
    Some(lines.next()?.strip_prefix("version = \"")?.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_found_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
