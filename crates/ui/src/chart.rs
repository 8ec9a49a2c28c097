//! Charts as inline SVG; whoever places one puts a table of the same figures beside it.

pub mod bar;
pub mod gauge;

pub use bar::Bar;
pub use gauge::Gauge;

/// A share in tenths of a percent, from 0 to 1000.
fn permille(value: u32, maximum: u32) -> u32 {
    let share = u64::from(value.min(maximum)) * 1000 / u64::from(maximum.max(1));
    u32::try_from(share).unwrap_or(1000)
}
