//! The code as a picture.

use leptos::prelude::*;

/// Modules of quiet zone that the standard asks for.
const QUIET: usize = 4;

/// A QR code's modules as the path of an SVG: one stroke of squares a run of dark modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrPath {
    size: usize,
    path: String,
}

impl QrPath {
    /// From modules row by row, true is dark. `modules` has `size * size` entries.
    pub fn new(size: usize, modules: &[bool]) -> Self {
        let mut path = String::with_capacity(modules.len() * 4);
        for (y, row) in modules.chunks(size.max(1)).enumerate() {
            let mut x = 0;
            while x < row.len() {
                let run = row.iter().skip(x).take_while(|dark| **dark).count();
                if run > 0 {
                    path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
                }
                x += run.max(1);
            }
        }
        Self { size, path }
    }

    /// Modules along one side.
    pub fn size(&self) -> usize {
        self.size
    }
}

/// The code: dark on white in every theme, with its quiet zone.
#[component]
pub fn Qr(
    /// What to draw.
    #[prop(into)]
    code: Signal<QrPath>,
    /// What it discloses and how long it holds, for people who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let frame = move || {
        let side = code.with(QrPath::size) + 2 * QUIET;
        format!("-{QUIET} -{QUIET} {side} {side}")
    };
    view! {
        <svg
            class="qr"
            role="img"
            viewBox=frame
            shape-rendering="crispEdges"
            aria-label=move || label.get()
            data-testid=testid
        >
            <path d=move || code.with(|code| code.path.clone()) />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_dark_modules_become_one_piece_each() {
        let modules = [true, true, false, false, false, true, true, true, true];
        assert_eq!(QrPath::new(3, &modules).path, "M0 0h2v1h-2zM2 1h1v1h-1zM0 2h3v1h-3z");
        assert_eq!(QrPath::new(0, &[]).path, "");
    }
}
