//! How many requests one address or one session may make: a bucket each that drains steadily.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Who makes requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Caller {
    /// A network address; of IPv6 the first 64 bits, which one household shares.
    Address(IpAddr),
    /// A session, by the first bytes of its token's hash.
    Session(u64),
}

/// A rate and what may come at once.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Requests a second, over time.
    pub per_second: u32,
    /// Requests at once.
    pub burst: u32,
}

/// The buckets of all callers of late.
#[derive(Debug)]
pub struct Buckets {
    address: Limit,
    session: Limit,
    /// When each caller's bucket will have drained.
    drained: Mutex<HashMap<Caller, Instant>>,
}

/// More callers than this are forgotten from the longest drained on.
const REMEMBERED: usize = 100_000;

impl Buckets {
    /// Buckets with these limits.
    pub fn new(address: Limit, session: Limit) -> Self {
        Self { address, session, drained: Mutex::default() }
    }

    /// Counts a request, or says how long to wait.
    pub fn take(&self, caller: Caller, now: Instant) -> Result<(), Duration> {
        let (caller, limit) = match caller {
            Caller::Address(address) => (Caller::Address(network(address)), self.address),
            session @ Caller::Session(_) => (session, self.session),
        };
        let one = Duration::from_secs(1) / limit.per_second.max(1);
        let mut drained = self.drained.lock().unwrap_or_else(PoisonError::into_inner);
        if drained.len() >= REMEMBERED {
            drained.retain(|_, at| *at > now);
        }
        let at = drained.get(&caller).copied().unwrap_or(now).max(now) + one;
        let ahead = at.duration_since(now).saturating_sub(one * limit.burst);
        if !ahead.is_zero() {
            return Err(ahead);
        }
        drained.insert(caller, at);
        Ok(())
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.into(),
            None => std::net::Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into(),
        },
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_then_the_rate() {
        let limit = Limit { per_second: 10, burst: 3 };
        let buckets = Buckets::new(limit, limit);
        let (start, caller) = (Instant::now(), Caller::Session(1));
        for _ in 0..3 {
            assert_eq!(buckets.take(caller, start), Ok(()));
        }
        let wait = buckets.take(caller, start).unwrap_err();
        assert_eq!(wait, Duration::from_millis(100));
        assert_eq!(buckets.take(Caller::Session(2), start), Ok(()));
        assert_eq!(buckets.take(caller, start + wait), Ok(()));
        assert!(buckets.take(caller, start + wait).is_err());
    }

    #[test]
    fn one_household_is_one_caller() {
        let address = |text: &str| network(text.parse().unwrap());
        assert_eq!(address("2001:db8:1:2:3::4"), address("2001:db8:1:2:ffff::1"));
        assert_ne!(address("2001:db8:1:2::"), address("2001:db8:1:3::"));
        assert_eq!(address("::ffff:192.0.2.1"), address("192.0.2.1"));
    }
}
