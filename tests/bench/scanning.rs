//! From a code before the camera to the verdict on the screen, on a phone of some years ago.

use crate::table::{Goal, Row, median};
use std::time::Duration;
use tests::{Phone, Res, Scene, Till, World};

const SCANS: usize = 15;
const SLOWER: f64 = 4.0;

pub(crate) fn measure() -> Res<Vec<Row>> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let options = tests::ServerOptions { more: vec!["--unlimited".to_owned()], ..Default::default() };
        let world = World::start_with("bench-scanning", options).await?;
        let phone = Phone::sign_in(&world, "wang-ming").await?;
        let till = Till::open(&world).await?;
        till.start().await?;
        till.browser().slow_down(SLOWER).await?;
        let mut verdicts = 0;
        for _ in 0..SCANS {
            let screen = phone.fresh().await?;
            let near = phone.close(&screen).await?;
            let scene = Scene::of_picture(&near).scaled(0.8).rotated(7.0).blurred(0.8).noisy(4.0, 3);
            let said = till.scan(&scene).await?;
            verdicts += usize::from(said.code != "UNREADABLE");
        }
        // The last one is noted with the frame after it.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let script = "return performance.getEntriesByName('frame-to-verdict').map(entry => entry.duration)";
        let mut times: Vec<f64> = serde_json::from_value(till.browser().script(script).await?)?;
        if times.len() < verdicts {
            return Err(format!("{verdicts} verdicts and {} times", times.len()).into());
        }
        times.sort_by(f64::total_cmp);
        let p95 = times.get(times.len() * 95 / 100).copied().unwrap_or(f64::NAN);
        let note =
            format!("of {}, {SLOWER} × slower processor: {}", times.len(), crate::showing::listed(&times));
        Ok(vec![
            Row::new("frame to verdict, median", Goal::AtMost(250.0), median(times), "ms", note),
            Row::new("frame to verdict, p95", Goal::AtMost(600.0), p95, "ms", String::new()),
        ])
    })
}
