//! The merchant app.

fn main() {
    leptos::mount::mount_to_body(app::merchant::App);
}
