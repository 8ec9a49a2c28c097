//! `cargo xtask test`: every check and every test, one table at the end, nothing stopped by the first failure.

mod checks;
mod count;
mod journeys;
mod runners;
mod selection;
mod steps;
mod summary;
mod web_checks;

use crate::{failure::Failure, progress::Progress};
use count::Count;
use selection::Selection;
use steps::Step;
use summary::Row;

pub(crate) fn test(word: Option<&str>) -> Result<(), Failure> {
    let selection = Selection::new(word)?;
    let steps: Vec<&Step> = steps::ALL.iter().filter(|step| (step.wanted)(&selection, step.name)).collect();
    if steps.is_empty() {
        let word = word.unwrap_or_default();
        return Err(Failure::Unexpected(format!("no step is called {word}, and no test's name holds it")));
    }
    let mut progress = Progress::new(steps.len());
    let mut rows = Vec::new();
    for step in steps {
        let label = format!("{} ({})", step.name, step.what);
        let (result, took) = progress.step(&label, || (step.work)(&selection));
        let (count, note) = match result {
            Ok(count) => (count, String::new()),
            Err(failure) => {
                println!("{failure}");
                (Count::FAILED, first_line(&failure))
            }
        };
        rows.push(Row { name: step.name, count, took, note });
    }
    summary::print(&rows, progress.elapsed());
    if rows.iter().all(|row| row.count.failed == 0) { Ok(()) } else { Err(Failure::Tests) }
}

fn first_line(failure: &Failure) -> String {
    failure.to_string().lines().next().unwrap_or_default().to_owned()
}
