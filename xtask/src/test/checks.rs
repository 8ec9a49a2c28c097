//! Checks that are one each: they hold or not.

use super::{count::Count, selection::Selection};
use crate::{failure::Failure, process::Program, tidy, tools};

/// Features that the whole workspace is checked and tested with.
pub(super) const FEATURES: [&str; 2] = ["--features", "credit-code/cli,tests/bench"];
/// The crates that only live in a browser, checked for it too.
const BROWSER_CRATES: [&str; 6] = ["--package", "app", "--package", "client", "--package", "ui"];

pub(super) fn fmt(_: &Selection) -> Result<Count, Failure> {
    holds(Program::cargo().args(["fmt", "--all", "--check"]))
}

pub(super) fn tidy(_: &Selection) -> Result<Count, Failure> {
    tidy::report().map(|()| Count::PASSED)
}

pub(super) fn clippy(_: &Selection) -> Result<Count, Failure> {
    let clippy = Program::cargo().args(["clippy", "--locked", "--workspace", "--all-targets"]).args(FEATURES);
    holds(clippy.args(["--", "-D", "warnings"]))
}

pub(super) fn clippy_wasm(_: &Selection) -> Result<Count, Failure> {
    tools::wasm_target()?;
    let clippy = Program::cargo().args(["clippy", "--locked", "--target", "wasm32-unknown-unknown"]);
    holds(clippy.args(BROWSER_CRATES).args(["--", "-D", "warnings"]))
}

/// The advisories come over the network; without it the rest is still checked, and the table says so.
pub(super) fn deny(_: &Selection) -> Result<Count, Failure> {
    tools::deny()?;
    let check = |what: &[&str]| Program::cargo().args(["deny", "check", "--hide-inclusion-graph"]).args(what);
    let rest = check(&["licenses", "bans", "sources"]).show()?;
    let rest = if rest.status.success() { Count::PASSED } else { Count::FAILED };
    let advisories = check(&["advisories"]).show()?;
    let loaded = !advisories.text.contains("failed to fetch advisory database");
    if advisories.status.success() {
        Ok(rest + Count::PASSED)
    } else if loaded {
        Ok(rest + Count::FAILED)
    } else {
        println!("The advisory database cannot be fetched from here: advisories are not checked.");
        Ok(rest + Count { skipped: 1, ..Count::default() })
    }
}

pub(super) fn doc(_: &Selection) -> Result<Count, Failure> {
    let doc =
        Program::cargo().args(["doc", "--locked", "--workspace", "--no-deps", "--document-private-items"]);
    holds(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn holds(program: Program) -> Result<Count, Failure> {
    program.run().map(|()| Count::PASSED)
}
