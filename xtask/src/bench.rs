//! `cargo xtask bench`: builds what is measured, then lets the package `tests` measure it.

use crate::{
    apps::{self, Profile},
    failure::Failure,
    process::Program,
    server, tools,
};

pub(crate) fn bench(word: Option<&str>) -> Result<(), Failure> {
    apps::build(Profile::Release)?;
    server::build(true)?;
    tools::browser()?;
    tools::cmake()?;
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
