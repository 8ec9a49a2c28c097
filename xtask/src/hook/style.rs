//! One style sheet from many small files, in the order of the cascade's layers.

use crate::{failure::Failure, sources, workspace::root};
use std::fs;

const BEFORE: [&str; 4] = ["layers", "reset", "tokens", "base"];
const AFTER: [&str; 3] = ["utilities", "elder", "print"];

/// Writes `style/app.css` into the target folder.
pub(super) fn join() -> Result<(), Failure> {
    let style = root().join("style");
    let folder = style.join("components");
    let mut components = Vec::new();
    for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))? {
        let path = entry.map_err(Failure::file(&folder))?.path();
        if path.extension().is_some_and(|e| e == "css") {
            components.push(path);
        }
    }
    components.sort();
    let named = |name: &&str| style.join(format!("{name}.css"));
    let all = BEFORE.iter().map(named).chain(components).chain(AFTER.iter().map(named));
    let mut css = String::new();
    for path in all {
        css.push_str(&fs::read_to_string(&path).map_err(Failure::file(path))?);
        css.push('\n');
    }
    // The pages link it at this path, so it is the default target folder, whatever cargo's is.
    let out = root().join("target/style/app.css");
    if fs::read_to_string(&out).is_ok_and(|old| old == css) { Ok(()) } else { sources::write(&out, css) }
}
