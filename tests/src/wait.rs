//! Waiting by asking again.

use crate::Res;
use std::{fmt::Debug, future::Future, time::Duration};
use tokio::time::{Instant, sleep};

/// How long anything may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Asks until the answer satisfies, for at most `patience`; fails with what was wanted and the last answer.
pub async fn until<T: Debug, F: Future<Output = Res<T>>>(
    wanted: &str,
    patience: Duration,
    mut ask: impl FnMut() -> F,
    satisfied: impl Fn(&T) -> bool,
) -> Res<T> {
    let deadline = Instant::now() + patience;
    loop {
        let answer = ask().await;
        match answer {
            Ok(answer) if satisfied(&answer) => return Ok(answer),
            last if Instant::now() >= deadline => {
                return Err(format!("waited {patience:?} for {wanted}; last seen: {last:?}").into());
            }
            _ => sleep(Duration::from_millis(50)).await,
        }
    }
}
