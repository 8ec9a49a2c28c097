//! What a first visit downloads, as brotli sends it.

use crate::table::{Goal, Row};
use std::{fs, path::Path};
use tests::{Res, root};

/// A page that says hello, in Leptos, built by the same commands: WASM and glue. Measured once.
const HELLO_KB: f64 = 21.1;
const CSS_KB: f64 = 20.0;

/// App and the most it may weigh, in thousands of bytes.
const APPS: [(&str, f64); 3] = [("wallet", 180.0), ("merchant", 180.0), ("desk", 350.0)];

pub(crate) fn measure() -> Res<Vec<Row>> {
    let mut rows = Vec::new();
    for (app, limit) in APPS {
        let folder = root().join("dist").join(app);
        let all = thousands(sent(&folder, &["html", "css", "js", "wasm"])?);
        let note = format!("{:.1} × a hello world of {HELLO_KB} KB", all / HELLO_KB);
        rows.push(
            Row::new(&format!("first load, {app}, brotli"), Goal::AtMost(limit), all, "KB", note).count(),
        );
    }
    let css = thousands(sent(&root().join("dist/wallet"), &["css"])?);
    rows.push(Row::new("style sheet, brotli", Goal::AtMost(CSS_KB), css, "KB", String::new()).count());
    Ok(rows)
}

/// Bytes of the app's own files of these kinds. The service worker is fetched after the first paint, and so is what lies in
/// folders: icons, and the second QR reader.
fn sent(folder: &Path, kinds: &[&str]) -> Res<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let wanted = kinds.iter().any(|kind| path.extension().is_some_and(|extension| extension == *kind));
        if wanted && !path.ends_with("sw.js") {
            let packed =
                path.with_file_name(format!("{}.br", path.file_name().unwrap_or_default().display()));
            bytes += fs::metadata(if packed.is_file() { packed } else { path })?.len();
        }
    }
    if bytes == 0 {
        Err(format!("{} is empty: run `cargo xtask build`", folder.display()).into())
    } else {
        Ok(bytes)
    }
}

fn thousands(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1000.0
}
