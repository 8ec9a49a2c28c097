//! Tests of the whole system: the built apps, the real server, a real browser.

use super::{
    checks::FEATURES,
    count::Count,
    runners::{JOURNEYS, counted, named, nextest},
    selection::Selection,
    web_checks,
};
use crate::{
    apps::{self, Profile},
    failure::Failure,
    process::Program,
    server, tools,
    workspace::{root, target},
};

/// What the journeys need.
pub(super) fn build(selection: &Selection) -> Result<Count, Failure> {
    apps::build(Profile::Release)?;
    match selection {
        // With the tests of all crates, whose features the server's dependencies are compiled with already.
        Selection::All => {
            Program::cargo()
                .args(["build", "--locked", "--workspace", "--bins", "--tests"])
                .args(FEATURES)
                .run()?;
        }
        Selection::Step(_) | Selection::Word { .. } => {
            server::build(false)?;
        }
    }
    web_checks::install()?;
    Ok(Count::PASSED)
}

pub(super) fn run(selection: &Selection) -> Result<Count, Failure> {
    tools::browser()?;
    tools::nextest()?;
    let packages = ["tests".to_owned()].into();
    // Compiled with the workspace's features when all runs, so that nothing is compiled twice.
    let packages = if matches!(selection, Selection::All) { None } else { Some(&packages) };
    counted(nextest(packages, &named(JOURNEYS, selection)))
}

/// `tests/interop/check.py` in a virtual environment of its own, with the versions that its requirements pin.
pub(super) fn interop(_: &Selection) -> Result<Count, Failure> {
    let folder = root().join("tests/interop");
    let script = folder.join("check.py");
    if !script.is_file() {
        return Err(Failure::Unexpected(format!("{} is missing", script.display())));
    }
    tools::python()?;
    let environment = target().join("interop");
    let python = environment.join("bin/python");
    if !python.is_file() {
        Program::new("python3").args(["-m", "venv"]).args([&environment]).run()?;
    }
    let python = python.display().to_string();
    Program::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .args([folder.join("requirements.txt")])
        .run()?;
    counted(Program::new(&python).args([script]))
}
