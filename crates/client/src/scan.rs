//! Reading codes from what a camera sees: a chain of readers, each off the main thread, the first to read wins.
//!
//! Where the browser has a `BarcodeDetector` that works, it reads. Elsewhere a Rust worker (`quircs`) reads at once,
//! joined by a bigger, stronger reader (`zxing-wasm`, in a worker of its own) as soon as it has been fetched. Each
//! reader gets the newest frame when it is idle, and never two at once.

mod chain;
mod detector;
mod frame;
mod grey;
mod helper;
mod photo;
mod quirc;
mod watch;
mod worker;

pub use chain::{Chain, Reader, Sighting};
pub use grey::Grey;
pub use photo::PhotoError;
pub use quirc::Quirc;
pub use watch::{Watch, watch};
pub use worker::serve;

/// Frames are made this small before they are read: the longer edge, in pixels.
pub const LONG_EDGE: usize = 960;

/// Of several texts in one picture the one that is a credit code, else the first.
fn best(texts: impl IntoIterator<Item = String>) -> Option<String> {
    let mut first = None;
    for text in texts {
        if text.starts_with("CC1:") {
            return Some(text);
        }
        first = first.or(Some(text));
    }
    first
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
