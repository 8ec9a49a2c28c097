//! The wallet app.

fn main() {
    leptos::mount::mount_to_body(app::resident::App);
}
