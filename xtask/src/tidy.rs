//! What neither the compiler nor clippy checks.

mod classes;
mod han;
mod words;

use crate::{failure::Failure, sources};

/// Files longer than this are asked about, not refused.
const LONG_LINES: usize = 400;

/// Something to mend, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) what: String,
}

/// One source file.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// A finding in a line, counted from 0.
    pub(crate) fn at(&self, line: usize, what: String) -> Finding {
        Finding { path: self.path.clone(), line: line + 1, what }
    }
}

/// Prints all findings; fails when there is one.
pub(crate) fn report() -> Result<(), Failure> {
    let files = files()?;
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        let lines = file.text.lines().count();
        if lines > LONG_LINES {
            println!("warning: {} has {lines} lines: is it still one idea?", file.path);
        }
    }
    let mut findings = words::check(&files);
    findings.extend(han::check(&files));
    findings.extend(classes::check(&files));
    for Finding { path, line, what } in &findings {
        println!("{path}:{line}: {what}");
    }
    match findings.len() {
        0 => Ok(()),
        some => Err(Failure::Unexpected(format!("tidy: {some} to mend"))),
    }
}

fn files() -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    for path in sources::files()? {
        if let Some(text) = sources::text(&path)? {
            files.push(File { path, text });
        }
    }
    Ok(files)
}
