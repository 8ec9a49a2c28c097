//! Files and standard input.

use crate::Failure;
use std::{
    fs,
    io::{self, Read, Write},
    path::Path,
};

/// A file's bytes; its name goes into the message when it cannot be read.
pub(crate) fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|why| named(path, why))
}

/// Writes bytes to a file, or to standard output.
pub(crate) fn put(path: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    match path {
        Some(path) => fs::write(path, bytes).map_err(|why| named(path, why)),
        None => Ok(io::stdout().write_all(bytes)?),
    }
}

/// All of standard input, or of a file.
pub(crate) fn text(path: Option<&Path>) -> Result<String, Failure> {
    match path {
        Some(path) => String::from_utf8(file(path)?).map_err(|why| named(path, why)),
        None => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text)?;
            Ok(text)
        }
    }
}

/// The lines of standard input, as they come; without their ends. Lines that are not UTF-8 keep replacement characters.
pub(crate) fn lines(mut each: impl FnMut(&str) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        if io::BufRead::read_until(&mut input, b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let line = line.strip_suffix(b"\n").unwrap_or(&line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        each(&String::from_utf8_lossy(line))?;
    }
}

/// A failure that names its file.
pub(crate) fn named(path: &Path, why: impl std::fmt::Display) -> Failure {
    format!("{}: {why}", path.display()).into()
}
