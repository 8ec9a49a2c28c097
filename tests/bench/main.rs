//! Measures what the goals are about, prints one table and writes `target/bench.json`.
//!
//! `bench [WORD]` measures only the groups whose name holds the word. Both sides of a ratio are measured in the same run; the
//! command fails when a count (bytes) misses its goal, never for a time.

mod bundles;
mod city;
mod decode;
mod frames;
mod hello;
mod http;
mod load;
mod minting;
mod page;
mod reading;
mod scanning;
mod showing;
mod table;
mod verifying;

use std::process::ExitCode;
use table::Row;
use tests::Res;

/// One group of rows; it measures in a runtime of its own.
struct Group {
    name: &'static str,
    measure: fn() -> Res<Vec<Row>>,
}

const GROUPS: [Group; 7] = [
    Group { name: "bundles", measure: bundles::measure },
    Group { name: "verifying", measure: verifying::measure },
    Group { name: "minting", measure: minting::measure },
    Group { name: "decode", measure: decode::measure },
    Group { name: "showing", measure: showing::measure },
    Group { name: "reading", measure: reading::measure },
    Group { name: "scanning", measure: scanning::measure },
];

fn main() -> ExitCode {
    let word = std::env::args().nth(1).unwrap_or_default();
    if word == hello::COMMAND {
        return hello::serve();
    }
    let mut rows = Vec::new();
    for (number, group) in GROUPS.iter().filter(|group| group.name.contains(&word)).enumerate() {
        println!("[{}] {} …", number + 1, group.name);
        match (group.measure)() {
            Ok(measured) => rows.extend(measured),
            Err(error) => rows.push(Row::unmeasured(group.name, &error.to_string())),
        }
    }
    if rows.is_empty() {
        println!("no group's name holds {word}");
        return ExitCode::FAILURE;
    }
    table::print(&rows);
    match table::keep(&rows) {
        Ok(()) if rows.iter().all(Row::is_bearable) => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
