//! What every request can reach.

use crate::{clock::Clock, config::Config, db::Db, http::limits::Buckets, lists::Lists};
use domain::{region::RegionCode, score::Scorecard};
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
    /// Keys and signed lists.
    pub lists: Lists,
    /// Requests of late, by who made them.
    pub buckets: Buckets,
}

impl App {
    /// Puts it together.
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// Whether this is the city whose tills this server serves: the first one.
    pub fn is_home(&self, city: RegionCode) -> bool {
        self.cities.first().is_some_and(|home| home.code == city)
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
