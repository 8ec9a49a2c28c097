//! One ChromeDriver for all browsers of a test.

use crate::{Res, process::start};
use std::{
    env,
    path::{Path, PathBuf},
    process::Stdio,
};
use tokio::process::{Child, Command};

/// Ends with the value.
pub(crate) struct ChromeDriver {
    _process: Child,
    port: u16,
}

impl ChromeDriver {
    pub(crate) async fn start() -> Res<ChromeDriver> {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stderr(Stdio::null());
        let (process, port) = start(command, "started successfully on port").await?;
        Ok(ChromeDriver { _process: process, port })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Chromium itself, where `CHROME` or the search path says.
pub(crate) fn chromium() -> Res<PathBuf> {
    if let Some(named) = env::var_os("CHROME") {
        return Ok(PathBuf::from(named));
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let mut found = ["chromium", "google-chrome", "chromium-browser"]
        .into_iter()
        .flat_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).collect::<Vec<_>>());
    found
        .find(|file| file.is_file())
        .ok_or_else(|| "Chromium is missing: cargo xtask test installs it".into())
}

/// What every browser is started with: no window, no outside world, nothing remembered.
pub(crate) fn flags(profile: &Path) -> Vec<String> {
    const FLAGS: [&str; 12] = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
        "--mute-audio",
        "--disable-breakpad",
    ];
    let mut flags: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags
}
