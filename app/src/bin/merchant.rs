//! The merchant app.

fn main() {
    app::start::start(app::merchant::App);
}
