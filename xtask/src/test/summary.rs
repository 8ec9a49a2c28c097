//! The table and the closing line.

use super::count::Count;
use crate::progress::short;
use std::time::Duration;

/// One step's result.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) count: Count,
    pub(super) took: Duration,
    pub(super) note: String,
}

/// Prints the table, and last the sum on a line of its own.
pub(super) fn print(rows: &[Row], took: Duration) {
    print!("{}", table(rows, took));
}

fn table(rows: &[Row], took: Duration) -> String {
    let mut text =
        format!("\n{:<10} {:>7} {:>7} {:>8} {:>14}\n", "step", "passed", "failed", "skipped", "time");
    let mut sum = Count::default();
    for Row { name, count, took, note } in rows {
        sum = sum + *count;
        let Count { passed, failed, skipped } = count;
        let line = format!("{name:<10} {passed:>7} {failed:>7} {skipped:>8} {:>14}  {note}", short(*took));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let skipped = if sum.skipped > 0 { format!(", {} skipped", sum.skipped) } else { String::new() };
    text.push_str(&format!("{:<34} {:>14}\n\n", "all", short(took)));
    text.push_str(&format!("{} passed, {} failed{skipped}\n", sum.passed, sum.failed));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_sum_alone() {
        let row = |passed, failed, skipped| Row {
            name: "unit",
            count: Count { passed, failed, skipped },
            took: Duration::from_secs(3),
            note: "why".to_owned(),
        };
        let text = table(&[row(5, 1, 0), row(2, 0, 0)], Duration::from_secs(70));
        assert_eq!(text.lines().last(), Some("7 passed, 1 failed"));
        let text = table(&[row(5, 1, 3)], Duration::from_secs(70));
        assert_eq!(text.lines().last(), Some("5 passed, 1 failed, 3 skipped"));
    }
}
