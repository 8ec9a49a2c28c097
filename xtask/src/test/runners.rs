//! Native and WASM tests.

use super::{
    checks::FEATURES,
    count::Count,
    selection::{Found, Selection},
};
use crate::{failure::Failure, process::Program, sources, tools, workspace::target};
use std::collections::BTreeSet;

/// Nextest's name for the tests of the whole system.
pub(super) const JOURNEYS: &str = "package(tests) & kind(test) & !binary(arrows)";

/// Everything native that is no journey.
pub(super) fn unit(selection: &Selection) -> Result<Count, Failure> {
    tools::nextest()?;
    let packages = selection.found().map(|found| &found.native);
    let filter = named(&format!("!({JOURNEYS})"), selection);
    counted(nextest(packages, &filter))
}

/// Nextest over some packages, or all.
pub(super) fn nextest(packages: Option<&BTreeSet<String>>, filter: &str) -> Program {
    let nextest =
        Program::cargo().args(["nextest", "run", "--locked", "--no-fail-fast", "--no-tests", "pass"]);
    match packages {
        None => nextest.args(["--workspace"]).args(FEATURES),
        Some(some) => {
            let nextest = nextest.args(some.iter().flat_map(|package| ["--package", package]));
            if some.contains("credit-code") { nextest.args(FEATURES) } else { nextest }
        }
    }
    .args(["-E", filter])
}

/// Narrows a filter to the tests whose name, or file's name, holds the word.
pub(super) fn named(filter: &str, selection: &Selection) -> String {
    match selection.word() {
        None => filter.to_owned(),
        Some(word) => format!("({filter}) & (test(~{word}) | binary(~{word}))"),
    }
}

pub(super) fn doctest(_: &Selection) -> Result<Count, Failure> {
    counted(
        Program::cargo().args(["test", "--locked", "--doc", "--no-fail-fast", "--workspace"]).args(FEATURES),
    )
}

/// In a real browser, one package after the other.
pub(super) fn wasm(selection: &Selection) -> Result<Count, Failure> {
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    tools::browser()?;
    let packages = match selection.found() {
        Some(found) => found.wasm.clone(),
        None => Found::search("")?.wasm,
    };
    let mut sum = Count::default();
    for package in &packages {
        sum = sum + counted(wasm_tests(package, selection.word())?)?;
    }
    Ok(sum)
}

fn wasm_tests(package: &str, word: Option<&str>) -> Result<Program, Failure> {
    let settings = target().join("xtask/webdriver.json");
    sources::write(&settings, webdriver())?;
    let driver = tools::on_path("chromedriver").unwrap_or_default();
    let cargo = Program::cargo()
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMEDRIVER", driver)
        .args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--target",
            "wasm32-unknown-unknown",
            "--lib",
            "--tests",
        ])
        .args(["--package", package]);
    Ok(match word {
        Some(word) => cargo.args(["--", word]),
        None => cargo,
    })
}

/// What ChromeDriver is asked for.
fn webdriver() -> String {
    let binary = tools::chromium().unwrap_or_default();
    let args = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    serde_json::json!({ "goog:chromeOptions": { "binary": binary, "args": args } }).to_string()
}

/// Runs a runner and reads its count.
pub(super) fn counted(program: Program) -> Result<Count, Failure> {
    let said = program.show()?;
    Ok(Count::read(&said.text, said.status.success()))
}
