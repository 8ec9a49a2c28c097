//! What every request can reach.

use crate::{clock::Clock, config::Config, db::Db, http::limits::Buckets};
use domain::score::Scorecard;
use std::{ops::Deref, sync::Arc};

/// The server's state. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

/// What it holds.
#[derive(Debug)]
pub struct Inner {
    /// As started.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// The database.
    pub db: Db,
    /// The scorecard in force.
    pub scorecard: Scorecard,
    /// Cities that this server issues for.
    pub cities: Vec<sample::City>,
    /// Requests of late, by who made them.
    pub buckets: Buckets,
}

impl App {
    /// Puts it together.
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// Seconds since 1970-01-01 UTC.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
