//! The credit code on a command line: for shops' own systems, and for whoever writes a second implementation.
//!
//! Results go to standard output, one a line; what is wrong with arguments or files goes to standard error with exit
//! code 2.

mod inspect;
mod keygen;
mod mint;
mod present;
mod read;
mod scan;
mod status;
mod trust;
mod value;
mod verify;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Why nothing could be done: exit code 2.
type Failure = Box<dyn std::error::Error>;

/// Verifies, inspects and makes credit codes, version 1.
#[derive(Debug, Parser)]
#[command(name = "credit-code", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Verify codes: one text a line on standard input, one verdict a line on standard output.
    Verify(verify::Verify),
    /// Print what a text or a list holds, valid or not, as CBOR diagnostic notation.
    Inspect(inspect::Inspect),
    /// Make a key, or show the public half of a seed.
    Keygen(keygen::Keygen),
    /// Trust lists.
    #[command(subcommand)]
    Trust(trust::Trust),
    /// Status lists.
    #[command(subcommand)]
    Status(status::Status),
    /// Sign a token; prints it in hexadecimal digits.
    Mint(mint::Mint),
    /// Turn a token into a code's text.
    Present(present::Present),
    /// Print the text of the QR code in each picture (PNG or JPEG), one line a picture, empty when there is none.
    Scan(scan::Scan),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Verify(command) => command.run(),
        Command::Inspect(command) => command.run(),
        Command::Keygen(command) => command.run(),
        Command::Trust(command) => command.run(),
        Command::Status(command) => command.run(),
        Command::Mint(command) => command.run(),
        Command::Present(command) => command.run(),
        Command::Scan(command) => command.run(),
    };
    done.unwrap_or_else(|failure| {
        eprintln!("credit-code: {failure}");
        ExitCode::from(2)
    })
}
