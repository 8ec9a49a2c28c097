//! Verifying a phone's code against the two signature checks in it, natively and as WASM in Chromium.

use crate::{
    page,
    table::{Goal, Row, median},
};
use std::time::Instant;
use subject::Subject;
use tests::{Res, World, target};

const ROUNDS: usize = 21;
/// Of one round: long enough that the clock's grain does not matter.
const CODES: u32 = 100;

pub(crate) fn measure() -> Res<Vec<Row>> {
    let (ours, bare) = natively()?;
    let mut rows = vec![row("verify ÷ two verify_strict, native", 1.15, ours, bare)];
    let (ours, bare) = tokio::runtime::Runtime::new()?.block_on(in_chromium())?;
    rows.push(row("verify ÷ two verify_strict, WASM", 1.25, ours, bare));
    Ok(rows)
}

/// Microseconds a code, each a median.
fn natively() -> Res<(f64, f64)> {
    let subject = Subject::new()?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let green = subject.verify(CODES);
        ours.push(began.elapsed().as_secs_f64());
        let began = Instant::now();
        let good = subject.check_signatures(CODES);
        bare.push(began.elapsed().as_secs_f64());
        if green != CODES || good != CODES {
            return Err(format!("of {CODES} codes {green} were green and {good} well signed").into());
        }
    }
    Ok((microseconds(median(ours) * 1000.0), microseconds(median(bare) * 1000.0)))
}

async fn in_chromium() -> Res<(f64, f64)> {
    let folder = target().join("bench/subject");
    std::fs::write(folder.join("index.html"), "<!doctype html><title>subject</title>")?;
    let origin = page::serve(folder).await?;
    let world = World::start("bench-verifying").await?;
    let page = world.phone("/").await?;
    page.driver().goto(format!("{origin}/index.html")).await?;
    let times = page.script(&format!("{SCRIPT} return measure({ROUNDS}, {CODES});")).await?;
    let times: (Vec<f64>, Vec<f64>, u32) = serde_json::from_value(times)?;
    if times.2 != CODES {
        return Err(format!("of {CODES} codes {} were green", times.2).into());
    }
    Ok((microseconds(median(times.0)), microseconds(median(times.1))))
}

const SCRIPT: &str = "
    async function measure(rounds, codes) {
        const module = await import('/subject.js');
        await module.default();
        const subject = module.subject();
        const ours = [], bare = [];
        let green = 0;
        for (let round = 0; round < rounds; round += 1) {
            const began = performance.now();
            green = subject.verify(codes);
            const between = performance.now();
            subject.check_signatures(codes);
            ours.push(between - began);
            bare.push(performance.now() - between);
        }
        return [ours, bare, green];
    }";

/// Of one code, from the milliseconds of a round.
fn microseconds(milliseconds: f64) -> f64 {
    milliseconds * 1000.0 / f64::from(CODES)
}

fn row(what: &str, limit: f64, ours: f64, bare: f64) -> Row {
    let note = format!("{ours:.1} µs ÷ {bare:.1} µs, medians of {ROUNDS}");
    Row::new(what, Goal::AtMost(limit), ours / bare, "", note)
}
