//! The table of results.

use serde_json::{Value, json};
use std::fs;
use tests::{Res, target};

/// What is to be reached.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

/// One measured thing.
pub(crate) struct Row {
    what: String,
    goal: Option<Goal>,
    figure: Option<f64>,
    unit: &'static str,
    note: String,
    /// Counts are the same on every machine: a miss fails the command.
    is_count: bool,
}

impl Row {
    /// A figure with its goal, in a unit; `note` says what it was measured against.
    pub(crate) fn new(what: &str, goal: Goal, figure: f64, unit: &'static str, note: String) -> Row {
        Row { what: what.to_owned(), goal: Some(goal), figure: Some(figure), unit, note, is_count: false }
    }

    /// A figure that depends on no machine.
    #[must_use]
    pub(crate) fn count(self) -> Row {
        Row { is_count: true, ..self }
    }

    /// What could not be measured, and why.
    pub(crate) fn unmeasured(what: &str, why: &str) -> Row {
        let note = format!("not measured: {why}");
        Row { what: what.to_owned(), goal: None, figure: None, unit: "", note, is_count: false }
    }

    /// Whether the command may end well in spite of it.
    pub(crate) fn is_bearable(&self) -> bool {
        !self.is_count || self.met() == Some(true)
    }

    fn met(&self) -> Option<bool> {
        Some(match self.goal? {
            Goal::AtMost(limit) => self.figure? <= limit,
            Goal::AtLeast(limit) => self.figure? >= limit,
        })
    }

    /// How much of the goal: over 1 is better than asked.
    fn ratio(&self) -> Option<f64> {
        Some(match self.goal? {
            Goal::AtMost(limit) => limit / self.figure?,
            Goal::AtLeast(limit) => self.figure? / limit,
        })
    }

    fn goal_text(&self) -> String {
        match self.goal {
            None => "–".to_owned(),
            Some(Goal::AtMost(limit)) => format!("≤ {limit} {}", self.unit),
            Some(Goal::AtLeast(limit)) => format!("≥ {limit} {}", self.unit),
        }
    }

    fn json(&self) -> Value {
        json!({
            "what": self.what, "goal": self.goal_text(), "figure": self.figure, "unit": self.unit,
            "ratio": self.ratio(), "met": self.met(), "note": self.note,
        })
    }
}

pub(crate) fn print(rows: &[Row]) {
    let line = |a: &str, b: &str, c: &str, d: &str, e: &str, f: &str| {
        println!("{}", format!("{a:<44} {b:>12} {c:>12} {d:>6} {e:<5} {f}").trim_end());
    };
    println!();
    line("what", "goal", "figure", "ratio", "met", "");
    for row in rows {
        let figure = row.figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.2} {}", row.unit));
        let ratio = row.ratio().map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.2}"));
        let met = row.met().map_or("–", |met| if met { "yes" } else { "NO" });
        line(&row.what, &row.goal_text(), &figure, &ratio, met, &row.note);
    }
    println!("\nratio: over 1 is better than the goal.");
}

/// Writes `target/bench.json`.
pub(crate) fn keep(rows: &[Row]) -> Res {
    let all: Vec<Value> = rows.iter().map(Row::json).collect();
    Ok(fs::write(target().join("bench.json"), serde_json::to_vec_pretty(&all)?)?)
}

/// The middle of some measurements.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
