//! Runs other programs: shown line by line as they speak, and kept for whoever counts.

use crate::{
    failure::Failure,
    workspace::{root, target},
};
use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::Mutex,
    thread,
};

/// A program with its arguments, started in the workspace's folder without standard input.
pub(crate) struct Program {
    command: Command,
    name: String,
}

/// How a program ended and what it said, both streams in the order of arrival.
pub(crate) struct Said {
    pub(crate) status: ExitStatus,
    pub(crate) text: String,
}

impl Program {
    pub(crate) fn new(name: &str) -> Program {
        let mut command = Command::new(name);
        command.current_dir(root()).stdin(Stdio::null());
        Program { command, name: name.to_owned() }
    }

    pub(crate) fn cargo() -> Program {
        Program::new("cargo")
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Program {
        self.command.args(args);
        self
    }

    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Program {
        self.command.env(key, value);
        self
    }

    pub(crate) fn env_remove(mut self, key: &str) -> Program {
        self.command.env_remove(key);
        self
    }

    pub(crate) fn folder(mut self, folder: &Path) -> Program {
        self.command.current_dir(folder);
        self
    }

    /// The command line, for messages.
    pub(crate) fn line(&self) -> String {
        let args = self.command.get_args().map(|a| a.to_string_lossy().into_owned());
        std::iter::once(self.name.clone()).chain(args).collect::<Vec<_>>().join(" ")
    }

    /// Runs it, shows what it says, and fails when it fails.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let line = self.line();
        let said = self.show()?;
        if said.status.success() { Ok(()) } else { Err(failed(line, said.status)) }
    }

    /// Runs it silently and gives back its standard output; fails when it fails, with what it complained of.
    pub(crate) fn output(mut self) -> Result<String, Failure> {
        let line = self.line();
        let output = self.command.output().map_err(|source| Failure::Start { program: self.name, source })?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            Err(failed(line, output.status))
        }
    }

    /// Whether it can be started and ends well, whatever it says.
    pub(crate) fn works(mut self) -> bool {
        self.command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
    }

    /// Runs it, shows what it says, and keeps it.
    pub(crate) fn show(mut self) -> Result<Said, Failure> {
        let mut child = self
            .command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|source| Failure::Start { program: self.name, source })?;
        let text = Mutex::new(String::new());
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        thread::scope(|scope| {
            scope.spawn(|| stdout.map(|stream| copy_lines(stream, &text)));
            scope.spawn(|| stderr.map(|stream| copy_lines(stream, &text)));
        });
        let status = child.wait().map_err(Failure::file("child process"))?;
        let text = text.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        Ok(Said { status, text })
    }

    /// Runs it with the terminal as its own, until it ends or the person ends it.
    pub(crate) fn serve(mut self) -> Result<(), Failure> {
        let line = self.line();
        let status = self.command.status().map_err(|source| Failure::Start { program: self.name, source })?;
        if status.success() { Ok(()) } else { Err(failed(line, status)) }
    }
}

/// A demo server for as long as the value lives.
pub(crate) struct Server {
    child: Child,
    origin: String,
}

impl Server {
    /// Starts the unoptimised server on a free port.
    pub(crate) fn start(data: &Path) -> Result<Server, Failure> {
        let binary = target().join("debug/server");
        let mut child = Command::new(&binary)
            .args(["run", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .arg("--dist")
            .arg(root().join("dist"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Failure::file(binary))?;
        let stdout = child.stdout.take().map(BufReader::new);
        let mut lines = stdout.into_iter().flat_map(BufRead::lines).map_while(Result::ok);
        let said = lines
            .find_map(|line| line.split_once("listening on ").map(|(_, origin)| origin.trim().to_owned()));
        thread::spawn(move || lines.for_each(drop));
        match said {
            Some(origin) => Ok(Server { child, origin }),
            None => Err(Failure::Unexpected("the server ended before it listened".to_owned())),
        }
    }

    /// `http://127.0.0.1:PORT`.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn copy_lines(stream: impl Read, text: &Mutex<String>) {
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Ok(mut text) = text.lock() {
            text.push_str(&line);
            text.push('\n');
        }
    }
}

fn failed(command: String, status: ExitStatus) -> Failure {
    Failure::Command { command, status: status.to_string() }
}
