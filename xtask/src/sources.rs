//! The project's own files: what git tracks or would track, so that built and ignored files stay out.

use crate::{failure::Failure, process::Program, workspace::root};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// Paths relative to the workspace, in order.
pub(crate) fn files() -> Result<Vec<String>, Failure> {
    let listed =
        Program::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).output()?;
    let mut files: Vec<String> =
        listed.lines().map(str::to_owned).filter(|path| root().join(path).is_file()).collect();
    files.sort();
    files.dedup();
    Ok(files)
}

/// The text of a file; none when it is no text.
pub(crate) fn text(path: &str) -> Result<Option<String>, Failure> {
    let full = root().join(path);
    let bytes = fs::read(&full).map_err(Failure::file(full))?;
    Ok(String::from_utf8(bytes).ok())
}

/// A hash over names and contents of the files that `wanted` names.
pub(crate) fn digest(wanted: impl Fn(&str) -> bool, salt: &str) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    hash.update(salt.as_bytes());
    for path in files()?.iter().filter(|path| wanted(path)) {
        let full = root().join(path);
        let bytes = fs::read(&full).map_err(Failure::file(&full))?;
        hash.update((path.len() as u64).to_le_bytes());
        hash.update(path.as_bytes());
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(&bytes);
    }
    Ok(hex(&hash.finalize()))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file and the folders it needs.
pub(crate) fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    }
    fs::write(path, contents).map_err(Failure::file(path))
}
