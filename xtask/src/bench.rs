//! `cargo xtask bench`: builds what is measured, then lets the package `tests` measure it.

use crate::{
    apps::{self, Profile},
    failure::Failure,
    process::Program,
    server, tools,
    workspace::target,
};

pub(crate) fn bench(word: Option<&str>) -> Result<(), Failure> {
    apps::build(Profile::Release)?;
    server::build(true)?;
    tools::browser()?;
    tools::cmake()?;
    subject()?;
    Program::cargo()
        .args([
            "run",
            "--locked",
            "--release",
            "--package",
            "tests",
            "--features",
            "oracle",
            "--bin",
            "bench",
            "--",
        ])
        .args(word)
        .run()
}

/// What verification is measured with, as WASM for a page: the same profile as the apps'.
fn subject() -> Result<(), Failure> {
    const TARGET: &str = "wasm32-unknown-unknown";
    Program::cargo()
        .args(["build", "--locked", "--package", "subject", "--target", TARGET, "--profile", "wasm-release"])
        .run()?;
    let built = target().join(TARGET).join("wasm-release/subject.wasm");
    Program::new("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .args([target().join("bench/subject"), built])
        .run()
}
