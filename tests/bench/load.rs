//! Load on one endpoint: as much as it takes, or at a pace.

use crate::http::Connection;
use std::{sync::Arc, time::Duration};
use tests::Res;
use tokio::{
    task::JoinSet,
    time::{Instant, MissedTickBehavior, interval},
};

/// Connections that send at once: enough to keep two cores busy.
const CONNECTIONS: u32 = 16;

/// What a load showed.
pub(crate) struct Load {
    /// Requests answered with 200, a second.
    pub(crate) per_second: f64,
    /// The time that 99 of 100 requests stay below, in milliseconds.
    pub(crate) p99_ms: f64,
    /// Requests answered with anything else.
    pub(crate) refused: usize,
}

/// Every connection sends as soon as it has an answer.
pub(crate) async fn saturate(port: u16, request: Vec<u8>, time: Duration) -> Res<Load> {
    run(port, request, time, None).await
}

/// All connections together send `per_second` requests.
pub(crate) async fn pace(port: u16, request: Vec<u8>, time: Duration, per_second: f64) -> Res<Load> {
    run(port, request, time, Some(Duration::from_secs_f64(f64::from(CONNECTIONS) / per_second))).await
}

async fn run(port: u16, request: Vec<u8>, time: Duration, every: Option<Duration>) -> Res<Load> {
    let request = Arc::new(request);
    let began = Instant::now();
    let mut clients = JoinSet::new();
    for _ in 0..CONNECTIONS {
        clients.spawn(client(port, request.clone(), began + time, every));
    }
    let (mut times, mut refused) = (Vec::new(), 0);
    while let Some(ended) = clients.join_next().await {
        let (answered, not) = ended??;
        times.extend(answered);
        refused += not;
    }
    times.sort_by(f64::total_cmp);
    let answered = f64::from(u32::try_from(times.len())?);
    let p99_ms = times.get(times.len() * 99 / 100).copied().unwrap_or(f64::NAN);
    Ok(Load { per_second: answered / began.elapsed().as_secs_f64(), p99_ms, refused })
}

async fn client(
    port: u16,
    request: Arc<Vec<u8>>,
    until: Instant,
    every: Option<Duration>,
) -> Res<(Vec<f64>, usize)> {
    let mut connection = Connection::open(port).await?;
    let (mut times, mut refused) = (Vec::new(), 0);
    let mut ticks = every.map(interval);
    if let Some(ticks) = &mut ticks {
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    }
    while Instant::now() < until {
        if let Some(ticks) = &mut ticks {
            ticks.tick().await;
        }
        let sent = Instant::now();
        if connection.send(&request).await?.status == 200 {
            times.push(sent.elapsed().as_secs_f64() * 1000.0);
        } else {
            refused += 1;
        }
    }
    Ok((times, refused))
}
