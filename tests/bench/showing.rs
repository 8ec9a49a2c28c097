//! How long a phone of some years ago takes to show its code, started without a network.

use crate::table::{Goal, Row, median};
use serde_json::Value;
use tests::{Browser, PATIENCE, Res, World, until};

const RUNS: usize = 7;
const SLOWER: f64 = 4.0;

/// Notes when the code has been painted, in milliseconds since the navigation began: two frames after it is in the page.
const WATCH: &str = "
    new MutationObserver((_, watcher) => {
        if (!document.querySelector('[data-testid=\"code-qr\"]')) return;
        watcher.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => { window.codePaintedAt = performance.now(); }));
    }).observe(document, { childList: true, subtree: true });";

pub(crate) fn measure() -> Res<Vec<Row>> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let world = World::start("bench-showing").await?;
        let phone = world.phone("/sign-in").await?;
        phone.tap("account-wang-ming").await?;
        phone.tap("show-code").await?;
        phone.find("code-qr").await?;
        phone.wait_installed().await?;
        world.server().stop().await?;
        phone.slow_down(SLOWER).await?;
        let params = serde_json::json!({ "source": WATCH });
        phone.devtools("Page.addScriptToEvaluateOnNewDocument", params).await?;
        let mut times = Vec::new();
        for _ in 0..RUNS {
            times.push(start_warm(&phone).await?);
        }
        let note =
            format!("median of {RUNS}, {SLOWER} × slower processor, server stopped: {}", listed(&times));
        Ok(vec![Row::new(
            "code painted, warm start, offline",
            Goal::AtMost(1.0),
            median(times) / 1000.0,
            "s",
            note,
        )])
    })
}

async fn start_warm(phone: &Browser) -> Res<f64> {
    phone.open("/code").await?;
    let ask = || phone.script("return window.codePaintedAt ?? null");
    let painted = until("a painted code", PATIENCE, ask, Value::is_number).await?;
    painted.as_f64().ok_or_else(|| "no time".into())
}

/// Milliseconds, for the note.
pub(crate) fn listed(times: &[f64]) -> String {
    times.iter().map(|time| format!("{time:.0}")).collect::<Vec<_>>().join(" ")
}
