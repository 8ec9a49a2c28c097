//! The merchant app's small QR reader, in a worker.

fn main() {
    client::scan::serve();
}
