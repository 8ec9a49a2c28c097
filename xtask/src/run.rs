//! `cargo xtask run`: everything that a demo needs, on one port.

use crate::{
    apps,
    args::RunOptions,
    failure::Failure,
    process::Program,
    progress::Progress,
    server,
    workspace::{APPS, root, target},
};
use std::net::TcpListener;

pub(crate) fn run(options: &RunOptions) -> Result<(), Failure> {
    let mut progress = Progress::new(3);
    progress.step("build the apps", || apps::build(options.apps)).0?;
    let server = progress.step("build the server", || server::build(options.optimised_server)).0?;
    let port = free_port(options.port)?;
    let data = options.data.clone().unwrap_or_else(|| target().join("demo"));
    println!("[3/3] the demo city in {}", data.display());
    println!();
    for app in &APPS {
        println!("  {:<9} http://localhost:{port}{}", app.name, app.public_url);
    }
    println!("\nReady as soon as it says `listening`. Stop it with Ctrl+C; what was done stays.\n");
    Program::new(&server.display().to_string())
        .args(["run", "--demo", "--listen", &format!("127.0.0.1:{port}"), "--data"])
        .args([data])
        .args(["--dist".into(), root().join("dist")])
        .serve()
}

/// The port asked for, or another when that one is taken.
fn free_port(wanted: u16) -> Result<u16, Failure> {
    let free = TcpListener::bind(("127.0.0.1", wanted)).or_else(|_| {
        println!("port {wanted} is taken; choosing another");
        TcpListener::bind(("127.0.0.1", 0))
    });
    free.and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Failure::file("port"))
}
