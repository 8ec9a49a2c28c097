//! The desk app.

fn main() {
    leptos::mount::mount_to_body(app::desk::App);
}
