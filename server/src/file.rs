//! Files that are whole or not there: written beside, synced, then renamed; a digest tells when one was cut off.

use crate::failure::Failure;
use sha2::{Digest, Sha256};
use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

/// Writes a new file and its digest, readable by the owner only.
///
/// # Errors
/// When the disk does not take it; then the old file is still there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // The digest first: a file whose digest is another's is noticed, one without a digest as well.
    replace(&digest_path(path), format!("{}\n", hex(&Sha256::digest(bytes))).as_bytes())?;
    replace(path, bytes)
}

/// Replaces a file in one step, readable by the owner only: for what is signed and so needs no digest, which could not
/// be replaced in the same step.
///
/// # Errors
/// When the disk does not take it; then the old file is still there.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // Another process may be replacing it, too.
    let beside = PathBuf::from(format!("{}.{}.new", path.display(), std::process::id()));
    let mut file = create(&beside).map_err(Failure::file(&beside))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Failure::file(&beside))?;
    fs::rename(&beside, path).map_err(Failure::file(path))?;
    match path.parent() {
        Some(folder) => {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(Failure::file(folder))
        }
        None => Ok(()),
    }
}

/// Reads a file and holds it against its digest.
///
/// # Errors
/// [`Failure::Damaged`] when they do not fit or one is missing, [`Failure::File`] when one cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = there(path)?;
    let expected = there(&digest_path(path))?;
    if expected.trim_ascii() == hex(&Sha256::digest(&bytes)).as_bytes() {
        Ok(bytes)
    } else {
        Err(Failure::damaged(path, "it does not fit its digest; restore both files from a backup"))
    }
}

/// Makes a folder, and those above it, that only the owner can enter; one that is there stays as it is.
///
/// # Errors
/// When the disk does not take it.
pub fn folder(path: &Path) -> Result<(), Failure> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(Failure::file(path))
}

fn there(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::damaged(path, "it is missing; restore it from a backup"),
        _ => Failure::file(path)(error),
    })
}

fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn digest_path(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.sha256", path.display()))
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_cut_off_anywhere_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one.age");
        write(&path, b"a key in here").unwrap();
        assert_eq!(read(&path).unwrap(), b"a key in here");
        for length in 0..13 {
            fs::write(&path, &b"a key in here"[..length]).unwrap();
            let failure = read(&path).unwrap_err();
            assert!(matches!(failure, Failure::Damaged { .. }), "{failure}");
            assert!(failure.to_string().contains("one.age"));
        }
        fs::remove_file(digest_path(&path)).unwrap();
        assert!(read(&path).unwrap_err().to_string().contains("one.age.sha256 is damaged: it is missing"));
    }

    #[test]
    fn what_is_replaced_is_one_file_that_nothing_else_has_to_fit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trust.cbor");
        // A write of another process that was cut off before the step.
        let cut_off = folder.path().join("trust.cbor.0.new");
        fs::write(&cut_off, b"tw").unwrap();
        for bytes in [b"one", b"two"] {
            replace(&path, bytes).unwrap();
            assert_eq!(fs::read(&path).unwrap(), bytes);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
            assert_eq!(fs::read(&cut_off).unwrap(), b"tw");
        }
    }
}
