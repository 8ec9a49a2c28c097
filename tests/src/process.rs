//! Starts programs that tell on standard output which port they took.

use crate::Res;
use std::{process::Stdio, time::Duration};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    time::timeout,
};

/// Starts `command`, waits for a line that holds `mark`, and gives back the port that ends it.
pub(crate) async fn start(mut command: Command, mark: &str) -> Res<(Child, u16)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
    let stdout = child.stdout.take().ok_or("the program has no standard output")?;
    let mut lines = BufReader::new(stdout).lines();
    let port = timeout(Duration::from_secs(60), async {
        while let Some(line) = lines.next_line().await? {
            if line.contains(mark) {
                return Ok(port_at_end(&line).ok_or_else(|| format!("no port ends {line:?}"))?);
            }
        }
        Res::Err(format!("it ended without a line with {mark:?}").into())
    });
    let port = port.await??;
    // Read on, or the program stops at a full pipe.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok((child, port))
}

/// `listening on http://127.0.0.1:8080` and `started successfully on port 9515.` both end in their port.
fn port_at_end(line: &str) -> Option<u16> {
    let line = line.trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits = line.rfind(|c: char| !c.is_ascii_digit()).map_or(line, |at| &line[at + 1..]);
    digits.parse().ok()
}

/// Sends a signal to a process by its id.
pub(crate) fn signal(name: &str, id: u32) -> Res {
    let sent = std::process::Command::new("kill").arg(format!("-{name}")).arg(id.to_string()).status()?;
    if sent.success() { Ok(()) } else { Err(format!("process {id} takes no signal {name}").into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_what_ends_a_line() {
        assert_eq!(port_at_end("listening on http://127.0.0.1:8080"), Some(8080));
        assert_eq!(port_at_end("ChromeDriver was started successfully on port 9515."), Some(9515));
        assert_eq!(port_at_end("nothing"), None);
    }
}
