//! Read endpoints at saturation against a hello world in axum, by the same load; then the server's memory.

use crate::{
    city::{self, City, LOAD},
    hello::Hello,
    http::{Connection, request},
    load::{pace, saturate},
    table::{Goal, Row, median},
};
use tests::Res;

const ROUNDS: usize = 3;
/// After which memory is looked at.
const REQUESTS: u32 = 100_000;

pub(crate) fn measure() -> Res<Vec<Row>> {
    tokio::runtime::Runtime::new()?.block_on(async {
        // As many requests as it takes: a limit would be measured otherwise.
        let city = city::start_with(&["--unlimited"]).await?;
        let cookie = city.sign_in("wang-ming").await?;
        let score = request("GET", "/api/wallet/score", city.port, &cookie, "");
        let mut rows = read(&city, score.clone()).await?;
        rows.push(memory(&city, &score).await?);
        city.server.stop().await?;
        Ok(rows)
    })
}

async fn read(city: &City, score: Vec<u8>) -> Res<Vec<Row>> {
    let hello = Hello::start()?;
    let plain = request("GET", "/", hello.port, "", "");
    let (mut ours, mut theirs, mut refused) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        theirs.push(saturate(hello.port, plain.clone(), LOAD).await?.per_second);
        let load = saturate(city.port, score.clone(), LOAD).await?;
        ours.push(load.per_second);
        refused += load.refused;
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let half = pace(city.port, score, LOAD, ours / 2.0).await?;
    let note = format!("{ours:.0}/s ÷ hello world's {theirs:.0}/s; {refused} refused");
    Ok(vec![
        Row::new("GET score at saturation ÷ hello world", Goal::AtLeast(0.5), ours / theirs, "", note),
        Row::new("GET score, p99 at half load", Goal::AtMost(20.0), half.p99_ms, "ms", String::new()),
    ])
}

async fn memory(city: &City, score: &[u8]) -> Res<Row> {
    let mut connection = Connection::open(city.port).await?;
    for _ in 0..REQUESTS {
        connection.send(score).await?;
    }
    let goal = Goal::AtMost(150.0);
    Ok(Row::new("server's memory after 100 k requests", goal, city.memory_mib().await?, "MiB", String::new()))
}
