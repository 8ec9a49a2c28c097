//! The real server with a demo city of its own.

use crate::{
    Res,
    process::{signal, start},
    root, server_binary,
};
use std::{
    process::Stdio,
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;
use tokio::{
    process::{Child, Command},
    sync::Mutex,
    time::timeout,
};

/// How a server is started.
#[derive(Debug, Clone, Default)]
pub struct ServerOptions {
    /// Seconds to shift its clock by; none puts it at noon in Shanghai, far from midnight's change of tokens.
    pub clock_offset: Option<i64>,
    /// Further arguments of `server run`.
    pub more: Vec<String>,
    /// Another binary than the one under test.
    pub binary: Option<std::path::PathBuf>,
}

impl ServerOptions {
    fn binary(&self) -> std::path::PathBuf {
        self.binary.clone().unwrap_or_else(server_binary)
    }
}

/// A server that can be stopped, killed and started again on the same port with the same data.
#[derive(Clone)]
pub struct Server {
    data: Arc<TempDir>,
    running: Arc<Mutex<Option<Child>>>,
    options: ServerOptions,
    port: u16,
}

impl Server {
    /// Starts one on a free port.
    pub async fn start(mut options: ServerOptions) -> Res<Server> {
        options.clock_offset.get_or_insert(seconds_to_noon()?);
        let data = TempDir::with_prefix("city-")?;
        let (child, port) = launch(&data, &options, 0).await?;
        let running = Arc::new(Mutex::new(Some(child)));
        Ok(Server { data: Arc::new(data), running, options, port })
    }

    /// Where it answers: `localhost`, where browsers grant what they grant to secure origins.
    pub fn base(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Seconds that its clock is ahead of this machine's.
    pub fn clock_offset(&self) -> i64 {
        self.options.clock_offset.unwrap_or_default()
    }

    /// Its data folder.
    pub fn data(&self) -> &std::path::Path {
        self.data.path()
    }

    /// The id of its process, while it runs.
    pub async fn process_id(&self) -> Option<u32> {
        self.running.lock().await.as_ref().and_then(Child::id)
    }

    /// Stops it as an operator does; fails when it does not end in good order.
    pub async fn stop(&self) -> Res {
        let Some(mut child) = self.running.lock().await.take() else { return Ok(()) };
        signal("TERM", child.id().ok_or("the server has ended by itself")?)?;
        let status = timeout(Duration::from_secs(20), child.wait()).await??;
        if status.success() { Ok(()) } else { Err(format!("the server ended with {status}").into()) }
    }

    /// Kills it without warning.
    pub async fn kill(&self) -> Res {
        match self.running.lock().await.take() {
            Some(mut child) => Ok(child.kill().await?),
            None => Ok(()),
        }
    }

    /// Starts it again after [`Server::stop`] or [`Server::kill`].
    pub async fn start_again(&self) -> Res {
        let (child, _) = launch(&self.data, &self.options, self.port).await?;
        *self.running.lock().await = Some(child);
        Ok(())
    }

    /// Runs another command of the server's binary on the same data, such as `keys list`, and gives back what it
    /// printed.
    pub async fn command(&self, args: &[&str]) -> Res<String> {
        let mut command = Command::new(self.options.binary());
        command.args(args).arg("--data").arg(self.data.path()).stdin(Stdio::null());
        let output = command.output().await?;
        if output.status.success() {
            Ok(String::from_utf8(output.stdout)?)
        } else {
            Err(format!("server {args:?}: {}", String::from_utf8_lossy(&output.stderr)).into())
        }
    }
}

async fn launch(data: &TempDir, options: &ServerOptions, port: u16) -> Res<(Child, u16)> {
    let binary = options.binary();
    if !binary.is_file() {
        return Err(format!("{} is missing: run `cargo xtask test apps`", binary.display()).into());
    }
    let mut command = Command::new(binary);
    command
        .args(["run", "--demo", "--listen", &format!("127.0.0.1:{port}")])
        .arg("--data")
        .arg(data.path())
        .arg("--dist")
        .arg(root().join("dist"))
        .arg(format!("--clock-offset={}", options.clock_offset.unwrap_or_default()))
        .args(&options.more);
    start(command, "listening on").await
}

/// From now to the noon in Shanghai of the same civil day.
fn seconds_to_noon() -> Res<i64> {
    const DAY: i64 = 86_400;
    const SHANGHAI: i64 = 8 * 3_600;
    let now = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())?;
    Ok(DAY / 2 - (now + SHANGHAI).rem_euclid(DAY))
}
