//! `credit-code inspect`

use crate::{Failure, read};
use clap::Args;
use credit_code::diag;
use std::{path::PathBuf, process::ExitCode};

#[derive(Debug, Args)]
pub(crate) struct Inspect {
    /// A trust list, a status list or a bundle; without it, texts are read from standard input, one a line.
    file: Option<PathBuf>,
}

impl Inspect {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        match self.file {
            Some(path) => println!("{}", diag::notation(&read::file(&path)?)),
            None => read::lines(|line| {
                println!("{}", diag::inspect(line));
                Ok(())
            })?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
