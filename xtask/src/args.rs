//! The command line, parsed into a [`Command`].

use crate::{apps::Profile, failure::Failure, hook::Stage};
use std::path::PathBuf;

pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  run [--port N] [--data DIR] [--release|--dev]
                 build the three apps and the server, create a demo city, serve it
                 (--release optimises the server too, --dev optimises nothing)
  test [WORD]    every check and test; or one step of that name, or only tests whose name holds WORD
  bench [WORD]   measure, print a table, write target/bench.json; or only rows whose name holds WORD
  tidy           what the compiler does not check: styles, words, file sizes
  build [--dev]  the three apps into dist/
  help           this text
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Run(RunOptions),
    Test(Option<String>),
    Bench(Option<String>),
    Tidy,
    Build(Profile),
    /// Called by Trunk, not by people.
    Hook(Stage),
}

/// How to run the demo city.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RunOptions {
    pub(crate) port: u16,
    pub(crate) data: Option<PathBuf>,
    pub(crate) apps: Profile,
    pub(crate) optimised_server: bool,
}

pub(crate) fn parse(mut args: impl Iterator<Item = String>) -> Result<Command, Failure> {
    let command = args.next().unwrap_or_else(|| "help".to_owned());
    match command.as_str() {
        "help" | "-h" | "--help" => Ok(Command::Help),
        "run" => run_options(args).map(Command::Run),
        "test" => at_most_one(args).map(Command::Test),
        "bench" => at_most_one(args).map(Command::Bench),
        "tidy" => Ok(Command::Tidy),
        "build" => match at_most_one(args)?.as_deref() {
            None => Ok(Command::Build(Profile::Release)),
            Some("--dev") => Ok(Command::Build(Profile::Dev)),
            Some(other) => Err(usage(format!("build does not know {other}"))),
        },
        "hook" => match at_most_one(args)?.as_deref() {
            Some("pre-build") => Ok(Command::Hook(Stage::PreBuild)),
            Some("post-build") => Ok(Command::Hook(Stage::PostBuild)),
            _ => Err(usage("hook takes pre-build or post-build".to_owned())),
        },
        other => Err(usage(format!("there is no command {other}"))),
    }
}

fn run_options(mut args: impl Iterator<Item = String>) -> Result<RunOptions, Failure> {
    let mut options = RunOptions { port: 8080, data: None, apps: Profile::Release, optimised_server: false };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| usage(format!("{arg} needs a value")));
        match arg.as_str() {
            "--port" => {
                let text = value()?;
                options.port = text.parse().map_err(|_| usage(format!("{text} is no port")))?;
            }
            "--data" => options.data = Some(PathBuf::from(value()?)),
            "--release" => options.optimised_server = true,
            "--dev" => options.apps = Profile::Dev,
            other => return Err(usage(format!("run does not know {other}"))),
        }
    }
    Ok(options)
}

fn at_most_one(mut args: impl Iterator<Item = String>) -> Result<Option<String>, Failure> {
    let first = args.next();
    match args.next() {
        None => Ok(first),
        Some(extra) => Err(usage(format!("one word at most, and {extra} is a second"))),
    }
}

fn usage(reason: String) -> Failure {
    Failure::Usage { reason, help: HELP }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, Failure> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_run_takes_port_and_folder() {
        let Ok(Command::Run(options)) = parsed("run --port 9000 --data city --dev") else { panic!() };
        assert_eq!(options.port, 9000);
        assert_eq!(options.data, Some(PathBuf::from("city")));
        assert_eq!(options.apps, Profile::Dev);
        assert!(!options.optimised_server);
    }

    #[test]
    fn a_test_takes_one_word_at_most() {
        assert_eq!(parsed("test j01").ok(), Some(Command::Test(Some("j01".to_owned()))));
        assert_eq!(parsed("test").ok(), Some(Command::Test(None)));
        assert!(parsed("test j01 j02").is_err());
    }

    #[test]
    fn what_is_unknown_is_refused_with_the_help() {
        for line in ["runs", "run --speed", "run --port many", "run --port", "build --fast", "hook"] {
            let told = parsed(line).map(|_| ()).map_err(|e| e.to_string());
            assert!(told.as_ref().is_err_and(|t| t.contains("cargo xtask COMMAND")), "{line}: {told:?}");
        }
    }
}
