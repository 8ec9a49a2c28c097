//! Runs the binary that was just built.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("UTF-8")
    }

    /// The text without its line's end.
    pub(crate) fn line(&self) -> &str {
        self.text().strip_suffix('\n').expect("a line")
    }
}

/// Runs in the folder of the vectors.
pub(crate) fn credit_code(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_credit-code"))
        .args(arguments)
        .current_dir(vectors())
        .env_remove("CREDIT_CODE_ROOT")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may end before it has read everything, when its arguments are wrong.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Ran { code: output.status.code(), out: output.stdout, err: String::from_utf8(output.stderr).unwrap() }
}

pub(crate) fn vectors() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}
