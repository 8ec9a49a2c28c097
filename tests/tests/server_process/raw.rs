//! Requests byte by byte, for what an HTTP client does not let one send.

use std::time::Duration;
use tests::{Res, Server};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long an answer that is due at once may take on a busy machine.
pub(crate) const AT_ONCE: Duration = Duration::from_secs(3);

/// A connection.
pub(crate) struct Raw(TcpStream);

impl Raw {
    /// To a server that listens.
    pub(crate) async fn open(server: &Server) -> Res<Self> {
        let address = server.base().replace("http://localhost", "127.0.0.1");
        Ok(Self(TcpStream::connect(address).await?))
    }

    /// Sends the head of a request to an endpoint from the server's own origin; `more` are further lines.
    pub(crate) async fn post(&mut self, path: &str, base: &str, more: &[String]) -> Res {
        let host = base.trim_start_matches("http://");
        let head = format!("POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: {base}\r\n");
        let more: String = more.iter().map(|line| format!("{line}\r\n")).collect();
        self.send(format!("{head}content-type: application/json\r\n{more}\r\n").as_bytes()).await
    }

    /// Sends bytes as they are.
    pub(crate) async fn send(&mut self, bytes: &[u8]) -> Res {
        Ok(self.0.write_all(bytes).await?)
    }

    /// Sends bytes as one chunk of a body.
    pub(crate) async fn chunk(&mut self, bytes: &[u8]) -> Res {
        self.send(format!("{:x}\r\n", bytes.len()).as_bytes()).await?;
        self.send(bytes).await?;
        self.send(b"\r\n").await
    }

    /// What comes next, up to the end of an answer's head.
    pub(crate) async fn head(&mut self) -> Res<String> {
        let mut head = Vec::new();
        let read = async {
            while !head.ends_with(b"\r\n\r\n") {
                head.push(self.0.read_u8().await?);
            }
            Res::Ok(())
        };
        timeout(AT_ONCE, read).await??;
        Ok(String::from_utf8(head)?)
    }

    /// Whether nothing comes for so long.
    pub(crate) async fn is_silent(&mut self, during: Duration) -> bool {
        timeout(during, self.0.readable()).await.is_err()
    }

    /// Everything to the end of the connection, which the server is to end.
    pub(crate) async fn rest(&mut self) -> Res<String> {
        let mut rest = Vec::new();
        timeout(AT_ONCE, self.0.read_to_end(&mut rest)).await??;
        Ok(String::from_utf8(rest)?)
    }
}
