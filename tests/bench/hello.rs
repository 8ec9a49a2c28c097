//! The smallest server in axum, in a process of its own: what the real one is measured against.

use crate::http::port_of;
use axum::{Router, routing::get};
use std::process::{Child, Command, ExitCode, Stdio};
use tests::Res;

/// What this binary is called with to be that server.
pub(crate) const COMMAND: &str = "serve-hello";

/// Runs until it is killed.
pub(crate) fn serve() -> ExitCode {
    let Ok(runtime) = tokio::runtime::Runtime::new() else { return ExitCode::FAILURE };
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("listening on http://{}", listener.local_addr()?);
        axum::serve(listener, Router::new().route("/", get(|| async { "hello" }))).await
    });
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A running one; it ends with the value.
pub(crate) struct Hello {
    child: Child,
    pub(crate) port: u16,
}

impl Hello {
    pub(crate) fn start() -> Res<Hello> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.arg(COMMAND).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let port = port_of(&mut child)?;
        Ok(Hello { child, port })
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
