//! Just enough of HTTP/1.1 to load a server of ours without loading the machine: one connection, requests one after the other.

use std::{
    io::{BufRead, BufReader},
    process::Child,
};
use tests::Res;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader as AsyncReader},
    net::TcpStream,
};

/// What a server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<String>,
    pub(crate) body: Vec<u8>,
}

/// A kept connection.
pub(crate) struct Connection(AsyncReader<TcpStream>);

impl Connection {
    pub(crate) async fn open(port: u16) -> Res<Connection> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Connection(AsyncReader::new(stream)))
    }

    /// Sends a whole request and reads the whole answer.
    pub(crate) async fn send(&mut self, request: &[u8]) -> Res<Answer> {
        self.0.get_mut().write_all(request).await?;
        let mut headers = Vec::new();
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if line == "\r\n" {
                break;
            }
            headers.push(line.trim_end().to_owned());
        }
        let first = headers.first().ok_or("no status line")?;
        let status = first.split(' ').nth(1).ok_or("no status")?.parse()?;
        let length = header(&headers, "content-length").map_or(Ok(0), str::parse)?;
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await?;
        Ok(Answer { status, headers, body })
    }
}

impl Answer {
    /// The `name=value` of the cookie that it sets.
    pub(crate) fn cookie(&self) -> Option<&str> {
        header(&self.headers, "set-cookie").and_then(|cookie| cookie.split(';').next())
    }
}

fn header<'a>(headers: &'a [String], name: &str) -> Option<&'a str> {
    let mut pairs = headers.iter().filter_map(|line| line.split_once(':'));
    pairs.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// A request as a page of the server's own origin sends it.
pub(crate) fn request(method: &str, path: &str, port: u16, cookie: &str, body: &str) -> Vec<u8> {
    format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost:{port}\r\norigin: http://localhost:{port}\r\n\
         sec-fetch-site: same-origin\r\ncookie: {cookie}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// The port that a started server tells.
pub(crate) fn port_of(child: &mut Child) -> Res<u16> {
    let stdout = child.stdout.take().ok_or("no standard output")?;
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("listening on")).ok_or("the server ended early")?;
    std::thread::spawn(move || lines.for_each(drop));
    Ok(line.rsplit(':').next().unwrap_or_default().trim().parse()?)
}
