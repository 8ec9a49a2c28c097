//! The server's binary.

use crate::{failure::Failure, process::Program, workspace::target};
use std::path::PathBuf;

/// Compiles it and tells where it is.
pub(crate) fn build(optimised: bool) -> Result<PathBuf, Failure> {
    let mut cargo = Program::cargo().args(["build", "--locked", "--package", "server"]);
    if optimised {
        cargo = cargo.args(["--release"]);
    }
    cargo.run()?;
    Ok(target().join(if optimised { "release" } else { "debug" }).join("server"))
}
