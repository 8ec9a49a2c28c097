//! The wallet app.

fn main() {
    app::start::start(app::resident::App);
}
