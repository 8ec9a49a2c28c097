//! Which steps and tests were asked for, found by reading the sources, so that only what is needed is compiled.

use crate::{failure::Failure, sources};
use std::collections::BTreeSet;

/// What `cargo xtask test [WORD]` asks for.
#[derive(Debug)]
pub(super) enum Selection {
    All,
    /// One step, all of it.
    Step(String),
    /// Every test whose name holds the word.
    Word {
        word: String,
        found: Found,
    },
}

/// Where tests of that name may be. A false hit only costs compiling; the runners filter by the whole name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Packages with native tests.
    pub(super) native: BTreeSet<String>,
    /// Packages with tests that run in a browser as WASM.
    pub(super) wasm: BTreeSet<String>,
    /// Whether a whole-system test is among them.
    pub(super) journeys: bool,
}

impl Selection {
    pub(super) fn new(word: Option<&str>) -> Result<Selection, Failure> {
        let Some(word) = word else { return Ok(Selection::All) };
        if super::steps::ALL.iter().any(|step| step.name == word) {
            return Ok(Selection::Step(word.to_owned()));
        }
        Ok(Selection::Word { word: word.to_owned(), found: Found::search(word)? })
    }

    /// The word to filter tests by.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Selection::Word { word, .. } => Some(word),
            Selection::All | Selection::Step(_) => None,
        }
    }

    pub(super) fn found(&self) -> Option<&Found> {
        match self {
            Selection::Word { found, .. } => Some(found),
            Selection::All | Selection::Step(_) => None,
        }
    }
}

impl Found {
    /// Looks through all sources; every name holds the empty word.
    pub(super) fn search(word: &str) -> Result<Found, Failure> {
        let mut found = Found::default();
        for path in sources::files()?.iter().filter(|path| path.ends_with(".rs")) {
            if let Some(text) = sources::text(path)? {
                found.add(path, &text, word);
            }
        }
        Ok(found)
    }

    fn add(&mut self, path: &str, text: &str, word: &str) {
        let starts = |marks: &[&str]| {
            text.lines().any(|line| marks.iter().any(|mark| line.trim_start().starts_with(mark)))
        };
        let in_browser = starts(&["#[wasm_bindgen_test"]);
        let native = starts(&["#[test]", "#[tokio::test", "proptest!"]);
        let named = path.contains(word) || names(text).any(|name| name.contains(word));
        let Some(package) = package(path).filter(|_| named) else { return };
        if is_journey(path) {
            self.journeys |= native;
            return;
        }
        if in_browser {
            self.wasm.insert(package.to_owned());
        }
        if native {
            self.native.insert(package.to_owned());
        }
    }
}

/// Whether a file holds tests of the whole system: everything in `tests/tests` but the check of the arrows.
fn is_journey(path: &str) -> bool {
    path.strip_prefix("tests/tests/").is_some_and(|file| file != "arrows.rs")
}

/// A package is named like its folder.
fn package(path: &str) -> Option<&str> {
    path.strip_prefix("crates/").unwrap_or(path).split('/').next()
}

/// Names of functions and modules.
fn names(text: &str) -> impl Iterator<Item = &str> {
    ["fn ", "mod "].into_iter().flat_map(move |keyword| {
        text.split(keyword).skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            &rest[..end]
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str, word: &str) -> Found {
        let mut found = Found::default();
        found.add(path, text, word);
        found
    }

    #[test]
    fn a_native_test_is_found_by_its_function_or_file() {
        let text = "#[test]\nfn tells_ages_apart() {}";
        for word in ["ages", "base45"] {
            let expected = Found { native: ["credit-code".to_owned()].into(), ..Found::default() };
            assert_eq!(found("crates/credit-code/src/base45.rs", text, word), expected, "{word}");
        }
        assert_eq!(found("crates/credit-code/src/base45.rs", text, "nothing"), Found::default());
        assert_eq!(found("server/src/base45.rs", "fn ages() {}", "ages"), Found::default(), "no test in it");
    }

    #[test]
    fn journeys_and_browser_tests_are_told_apart() {
        let journey = found("tests/tests/j01_show_code.rs", "#[tokio::test]\nasync fn shows() {}", "j01");
        assert!(journey.journeys && journey.native.is_empty());
        let arrows = found("tests/tests/arrows.rs", "#[test]\nfn no_cycles() {}", "cycles");
        assert!(!arrows.journeys && arrows.native.contains("tests"));
        let wasm =
            found("crates/client/tests/idb.rs", "#[wasm_bindgen_test]\nasync fn idb_keeps() {}", "idb");
        assert!(wasm.wasm.contains("client") && wasm.native.is_empty());
    }
}
