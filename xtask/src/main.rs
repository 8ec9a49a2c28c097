//! Build, run, test and bench the project: `cargo xtask help` lists the commands.

mod apps;
mod args;
mod bench;
mod failure;
mod hook;
mod process;
mod progress;
mod run;
mod server;
mod sources;
mod test;
mod tidy;
mod tools;
mod workspace;

use args::Command;
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    match args::parse(std::env::args().skip(1)).and_then(carry_out) {
        Ok(()) => ExitCode::SUCCESS,
        // Its summary has said so, and closes what the command says.
        Err(Failure::Tests) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(command: Command) -> Result<(), Failure> {
    match command {
        Command::Help => {
            print!("{}", args::HELP);
            Ok(())
        }
        Command::Run(options) => run::run(&options),
        Command::Test(word) => test::test(word.as_deref()),
        Command::Bench(word) => bench::bench(word.as_deref()),
        Command::Tidy => tidy::report(),
        Command::Build(profile) => apps::build(profile),
        Command::Hook(stage) => hook::hook(stage),
    }
}
