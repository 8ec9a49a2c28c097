//! The optimised server with a demo city, and a signed-in resident.

use crate::http::{Answer, Connection, request};
use std::time::Duration;
use tests::{Res, Server, ServerOptions, target};

/// The server that `cargo xtask bench` has built, with further arguments.
pub(crate) async fn start_with(more: &[&str]) -> Res<City> {
    let options = ServerOptions {
        binary: Some(target().join("release/server")),
        more: more.iter().map(ToString::to_string).collect(),
        ..Default::default()
    };
    let server = Server::start(options).await?;
    let port = server.base().rsplit(':').next().unwrap_or_default().parse()?;
    Ok(City { server, port })
}

pub(crate) struct City {
    pub(crate) server: Server,
    pub(crate) port: u16,
}

impl City {
    /// A resident's session: the cookie.
    pub(crate) async fn sign_in(&self, account: &str) -> Res<String> {
        let body = format!("{{\"account\":\"{account}\"}}");
        let answer = self.ask("POST", "/api/wallet/demo/sign-in", "", &body).await?;
        let cookie = answer.cookie().ok_or_else(|| format!("{account} got no session: {}", answer.status))?;
        Ok(cookie.to_owned())
    }

    /// One request that must be answered with 200.
    pub(crate) async fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> Res<Answer> {
        let mut connection = Connection::open(self.port).await?;
        let answer = connection.send(&request(method, path, self.port, cookie, body)).await?;
        if answer.status == 200 {
            Ok(answer)
        } else {
            Err(format!("{path}: {} {}", answer.status, String::from_utf8_lossy(&answer.body)).into())
        }
    }

    /// The server's resident memory in MiB.
    pub(crate) async fn memory_mib(&self) -> Res<f64> {
        let id = self.server.process_id().await.ok_or("the server does not run")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kib / 1024.0)
    }
}

/// How long each load lasts.
pub(crate) const LOAD: Duration = Duration::from_secs(4);
