//! What an operator does at a prompt: starts the server, runs its commands, and reads what they say.

use credit_code::key::SigningKey;
use std::{
    path::Path,
    process::{Output, Stdio},
    time::Duration,
};
use tests::{Res, Server, root, server_binary, target};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    time::timeout,
};

/// A command that ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
    /// What it wrote to standard error, without lines of the log.
    pub(crate) error: String,
}

/// A server outside the demo; it ends with this value.
pub(crate) struct Running {
    pub(crate) base: String,
    process: Child,
}

/// The server's binary with arguments and a data folder. Nothing of our own environment changes what it does.
fn command(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(server_binary());
    command.args(args).arg("--data").arg(data).stdin(Stdio::null()).kill_on_drop(true);
    for name in ["CREDIT_DATA", "CREDIT_CODE_ROOT", "CREDIT_PUBLIC_BASE", "CREDIT_IDENTITY_FILE", "RUST_LOG"]
    {
        command.env_remove(name);
    }
    command
}

/// Runs a command on a data folder to its end; a server that starts against expectation ends it with an error.
pub(crate) async fn run(data: &Path, args: &[&str]) -> Res<Ended> {
    let output = timeout(Duration::from_secs(15), command(data, args).output());
    let output = output.await.map_err(|_| format!("server {args:?} does not end"))??;
    Ok(Ended::of(output))
}

/// `server run` for a folder, on any port; more arguments follow.
pub(crate) fn run_args<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["run", "--listen", "127.0.0.1:0"], more].concat()
}

/// The public half of a root of one's own, as `--root` takes it.
pub(crate) fn hex_root(root: &SigningKey) -> String {
    root.public().to_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Starts a server on a data folder and waits for its address.
pub(crate) async fn start(data: &Path, more: &[&str]) -> Res<Running> {
    let mut command = command(data, &run_args(more));
    command.arg("--dist").arg(root().join("dist")).stdout(Stdio::piped());
    let mut process = command.spawn()?;
    let mut lines = BufReader::new(process.stdout.take().ok_or("no standard output")?).lines();
    let line = timeout(Duration::from_secs(20), lines.next_line()).await??.ok_or("it did not start")?;
    let base = line.strip_prefix("listening on ").ok_or_else(|| format!("it said {line:?}"))?;
    Ok(Running { base: base.to_owned(), process })
}

/// Starts a demo server again that is to refuse, on the data that the harness keeps.
pub(crate) async fn refused_start(server: &Server) -> Res<Ended> {
    let offset = format!("--clock-offset={}", server.clock_offset());
    run(server.data(), &run_args(&["--demo", &offset])).await
}

/// `credit-code`, with text on its standard input. It is built when it is not there.
pub(crate) async fn credit_code(args: &[&str], input: &str) -> Res<Ended> {
    let binary = target().join("debug/credit-code");
    if !binary.is_file() {
        let build = ["build", "--locked", "-p", "credit-code", "--features", "cli", "--bin", "credit-code"];
        let built = Command::new(env!("CARGO")).args(build).current_dir(root()).status().await?;
        assert!(built.success(), "credit-code does not build");
    }
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("input");
    std::fs::write(&file, input)?;
    let output = Command::new(binary).args(args).arg(&file).stdin(Stdio::null()).output().await?;
    Ok(Ended::of(output))
}

impl Running {
    /// Kills it, and waits until it is gone.
    pub(crate) async fn kill(mut self) -> Res {
        Ok(self.process.kill().await?)
    }
}

impl Ended {
    fn of(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let error = text(&output.stderr);
        let error: Vec<&str> = error.lines().filter(|line| line.starts_with("error: ")).collect();
        Self { code: output.status.code(), said: text(&output.stdout), error: error.join("\n") }
    }

    /// What it said, after it succeeded.
    pub(crate) fn good(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.said
    }

    /// Its one sentence, after it failed without saying anything else.
    pub(crate) fn sentence(self) -> String {
        assert_eq!((self.code, self.said.as_str()), (Some(1), ""), "{self:?}");
        self.error
    }
}
