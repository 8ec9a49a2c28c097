//! The wallet app.

// As in the library: deep types where views are not kept behind pointers.
#![recursion_limit = "256"]

fn main() {
    app::start::start(app::resident::App);
}
