//! The desk app.

fn main() {
    app::start::start(app::desk::App);
}
