//! The steps, cheapest first.

use super::{checks, count::Count, journeys, runners, selection::Selection, web_checks};
use crate::failure::Failure;

/// One step of the test command.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) wanted: fn(&Selection, &str) -> bool,
    pub(super) work: fn(&Selection) -> Result<Count, Failure>,
}

/// In the order in which they run.
pub(super) const ALL: [Step; 13] = [
    Step { name: "fmt", what: "cargo fmt --check", wanted: only_by_name, work: checks::fmt },
    Step { name: "tidy", what: "styles, words, file sizes", wanted: only_by_name, work: checks::tidy },
    Step { name: "clippy", what: "warnings denied, native", wanted: only_by_name, work: checks::clippy },
    Step {
        name: "clippy-wasm",
        what: "warnings denied, WASM",
        wanted: only_by_name,
        work: checks::clippy_wasm,
    },
    Step { name: "deny", what: "licences, sources, advisories", wanted: only_by_name, work: checks::deny },
    Step { name: "doc", what: "cargo doc, warnings denied", wanted: only_by_name, work: checks::doc },
    Step { name: "unit", what: "native tests", wanted: natives, work: runners::unit },
    Step {
        name: "doctest",
        what: "examples in the documentation",
        wanted: only_by_name,
        work: runners::doctest,
    },
    Step { name: "wasm", what: "WASM tests in Chromium", wanted: in_wasm, work: runners::wasm },
    Step { name: "apps", what: "build the apps and the server", wanted: systems, work: journeys::build },
    Step { name: "journeys", what: "whole system in Chromium", wanted: systems, work: journeys::run },
    Step {
        name: "lighthouse",
        what: "the served apps, judged",
        wanted: systems,
        work: web_checks::lighthouse,
    },
    Step {
        name: "interop",
        what: "a third party's CWT library agrees",
        wanted: only_by_name,
        work: journeys::interop,
    },
];

/// A step that has no tests to choose from.
fn only_by_name(selection: &Selection, name: &str) -> bool {
    match selection {
        Selection::All => true,
        Selection::Step(step) => step == name,
        Selection::Word { .. } => false,
    }
}

fn natives(selection: &Selection, name: &str) -> bool {
    selection.found().map_or_else(|| only_by_name(selection, name), |found| !found.native.is_empty())
}

fn in_wasm(selection: &Selection, name: &str) -> bool {
    selection.found().map_or_else(|| only_by_name(selection, name), |found| !found.wasm.is_empty())
}

/// The journeys and the interoperability script need what `apps` builds.
fn systems(selection: &Selection, name: &str) -> bool {
    match selection {
        Selection::Step(step) => {
            step == name || (name == "apps" && ["journeys", "interop", "lighthouse"].contains(&step.as_str()))
        }
        Selection::All => true,
        Selection::Word { found, .. } => found.journeys && name != "lighthouse",
    }
}
