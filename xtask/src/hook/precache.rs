//! Tells an app's service worker its version and the files that make the app, from their hashed names.

use crate::{
    apps::built_files,
    failure::Failure,
    sources::{self, hex},
    workspace::App,
};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// Fills in the staged `sw.js`; an app without one has no service worker.
pub(super) fn fill(app: &App, staging: &Path) -> Result<(), Failure> {
    let worker = staging.join("sw.js");
    if !worker.is_file() {
        return Ok(());
    }
    let template = fs::read_to_string(&worker).map_err(Failure::file(&worker))?;
    let mut hash = Sha256::new();
    hash.update(&template);
    let mut files = Vec::new();
    for path in built_files(&staging.to_owned())? {
        let name = path.strip_prefix(staging).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if name == "sw.js" {
            continue;
        }
        hash.update(&name);
        hash.update(fs::read(&path).map_err(Failure::file(&path))?);
        if is_precached(&name) {
            files.push(name);
        }
    }
    let version = hex(&hash.finalize())[..16].to_owned();
    let lists: &[&str] = if app.name == "merchant" { &["/lists/bundle.cbor"] } else { &[] };
    let filled = template
        .replace("__APP__", app.name)
        .replace("__VERSION__", &version)
        .replace("[\"__FILES__\"]", &array(&files))
        .replace("[\"__LISTS__\"]", &array(lists));
    sources::write(&worker, filled)
}

/// The page itself is kept under the app's own path; the big reader is kept when it is first used.
fn is_precached(name: &str) -> bool {
    name != "index.html" && !name.starts_with("zxing/")
}

fn array(names: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("{:?}", name.as_ref())).collect();
    format!("[{}]", quoted.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::APPS;

    #[test]
    fn a_worker_is_told_its_app_version_and_files() {
        let folder = std::env::temp_dir().join(format!("xtask-precache-{}", std::process::id()));
        let put = |name: &str, text: &str| sources::write(&folder.join(name), text).unwrap();
        let template = "const APP='__APP__',V='__VERSION__',F=[\"__FILES__\"],L=[\"__LISTS__\"];";
        put("sw.js", template);
        put("index.html", "<p>");
        put("app-0123.js", "1");
        put("app-0123.js.br", "packed");
        put("zxing/reader.wasm", "big");
        fill(&APPS[1], &folder).unwrap();
        let first = fs::read_to_string(folder.join("sw.js")).unwrap();
        assert!(first.contains("APP='merchant'"), "{first}");
        assert!(first.contains("F=[\"app-0123.js\"]"), "{first}");
        assert!(first.contains("L=[\"/lists/bundle.cbor\"]"), "{first}");

        put("sw.js", template);
        put("index.html", "<p>changed");
        fill(&APPS[1], &folder).unwrap();
        let second = fs::read_to_string(folder.join("sw.js")).unwrap();
        assert_ne!(first, second, "a changed page is a new version");
        fs::remove_dir_all(folder).unwrap();
    }
}
