//! How many passed and failed, read from what the runners say of themselves.

use std::ops::Add;

/// Tests, or checks that are one each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Count {
    pub(super) passed: u64,
    pub(super) failed: u64,
    pub(super) skipped: u64,
}

impl Count {
    /// One check that held.
    pub(super) const PASSED: Count = Count { passed: 1, failed: 0, skipped: 0 };
    /// One check that did not.
    pub(super) const FAILED: Count = Count { passed: 0, failed: 1, skipped: 0 };

    /// The sum of every summary line in a runner's output. A runner that ended badly failed, whatever it counted.
    pub(super) fn read(text: &str, ended_well: bool) -> Count {
        let sum = text.lines().filter_map(line).fold(Count::default(), Count::add);
        if !ended_well && sum.failed == 0 { sum + Count::FAILED } else { sum }
    }
}

impl Add for Count {
    type Output = Count;
    fn add(self, other: Count) -> Count {
        Count {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

/// `Summary [ 1.2s] 5 tests run: 4 passed (1 slow), 1 failed, 1 timed out, 2 skipped` (nextest),
/// `test result: ok. 3 passed; 0 failed; 1 ignored; …` (cargo test, wasm-bindgen), or `3 passed, 0 failed` alone.
fn line(line: &str) -> Option<Count> {
    // What nextest shows of a failed test is indented, and ends with a summary of its own.
    let is_quoted = line.starts_with(' ');
    let line = line.trim();
    let parts = if let Some((_, parts)) = line.split_once("run: ").filter(|_| line.starts_with("Summary")) {
        parts
    } else if let Some(rest) = line.strip_prefix("test result: ").filter(|_| !is_quoted) {
        rest.split_once(". ")?.1
    } else if line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(" passed, ") {
        line
    } else {
        return None;
    };
    let mut count = Count::default();
    for part in parts.split([',', ';']) {
        let mut words = part.split_whitespace();
        let Some(Ok(number)) = words.next().map(str::parse::<u64>) else { continue };
        match words.next() {
            Some("passed") => count.passed += number,
            // `filtered out` were not asked for.
            Some("skipped" | "ignored") => count.skipped += number,
            Some("failed" | "timed" | "exec") => count.failed += number,
            _ => {}
        }
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: u64, failed: u64, skipped: u64) -> Count {
        Count { passed, failed, skipped }
    }

    #[test]
    fn nextest_is_read() {
        let text =
            "     Summary [   0.021s] 34 tests run: 33 passed (1 slow, 2 flaky), 1 failed, 2 skipped\n";
        assert_eq!(Count::read(text, false), count(33, 1, 2));
        let quoted =
            format!("    test result: FAILED. 0 passed; 1 failed; 0 ignored; 9 filtered out\n{text}");
        assert_eq!(Count::read(&quoted, false), count(33, 1, 2));
        let text = "     Summary [   9.000s] 3 tests run: 1 passed, 1 timed out, 1 exec failed, 0 skipped\n";
        assert_eq!(Count::read(text, false), count(1, 2, 0));
    }

    #[test]
    fn cargo_and_wasm_are_read_and_summed() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.1s\n\
                    noise: 9 passed nothing\n\
                    test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 filtered out\n";
        assert_eq!(Count::read(text, false), count(5, 1, 1));
    }

    #[test]
    fn a_plain_line_is_read() {
        assert_eq!(Count::read("12 passed, 0 failed\n", true), count(12, 0, 0));
    }

    #[test]
    fn a_runner_that_ended_badly_has_failed() {
        assert_eq!(Count::read("error: could not compile\n", false), Count::FAILED);
        assert_eq!(Count::read("12 passed, 0 failed\n", false), count(12, 1, 0));
    }
}
