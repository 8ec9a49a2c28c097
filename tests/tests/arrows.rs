//! Who may import whom: the architecture's arrows, read from what cargo resolves.
#![expect(clippy::expect_used, reason = "what cannot be read fails the test")]

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tests::root;

/// Importer → what of ours it may import. A crate that is not here may import nothing of ours.
const ARROWS: &[(&str, &[&str])] = &[
    ("sample", &["domain"]),
    ("api", &["domain", "credit-code"]),
    ("client", &["api", "domain", "credit-code"]),
    ("app", &["ui", "client", "api", "domain", "credit-code"]),
    ("server", &["api", "domain", "credit-code", "sample"]),
    ("subject", &["credit-code"]),
    ("tests", &["api", "app", "client", "credit-code", "domain", "sample", "server", "subject", "ui"]),
];

fn metadata(more: &[&str]) -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(more)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo prints JSON")
}

/// Each of our crates with those of ours that it is shipped with.
fn ours() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = metadata(&["--no-deps"]);
    let packages = metadata["packages"].as_array().expect("packages");
    let name = |package: &Value| package["name"].as_str().expect("a name").to_owned();
    let names: BTreeSet<String> = packages.iter().map(name).collect();
    let shipped = |package: &Value| -> BTreeSet<String> {
        let dependencies = package["dependencies"].as_array().expect("dependencies");
        dependencies.iter().filter(|d| d["kind"] != "dev").map(name).filter(|n| names.contains(n)).collect()
    };
    packages.iter().map(|package| (name(package), shipped(package))).collect()
}

#[test]
fn crates_import_along_the_arrows_only() {
    let arrows: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    for (importer, imported) in ours() {
        let allowed = arrows.get(importer.as_str()).copied().unwrap_or_default();
        for name in imported {
            assert!(allowed.contains(&name.as_str()), "{importer} imports {name}, and no arrow allows it");
        }
    }
}

#[test]
fn the_arrows_form_no_cycle() {
    let mut left = ours();
    while !left.is_empty() {
        let leaves: Vec<String> =
            left.iter().filter(|(_, imported)| imported.is_empty()).map(|(name, _)| name.clone()).collect();
        assert!(!leaves.is_empty(), "a cycle among {:?}", left.keys());
        for leaf in &leaves {
            left.remove(leaf);
        }
        for imported in left.values_mut() {
            imported.retain(|name| !leaves.contains(name));
        }
    }
}

#[test]
fn the_apps_contain_nothing_of_the_server() {
    let metadata = metadata(&["--filter-platform", "wasm32-unknown-unknown"]);
    let nodes = metadata["resolve"]["nodes"].as_array().expect("nodes");
    let by_id: BTreeMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let app =
        metadata["packages"].as_array().expect("packages").iter().find(|p| p["name"] == "app").expect("app");
    let mut seen = BTreeSet::new();
    let mut next = vec![app["id"].as_str().expect("an id")];
    while let Some(id) = next.pop() {
        if !seen.insert(id) {
            continue;
        }
        for dependency in by_id[id]["deps"].as_array().expect("deps") {
            let shipped =
                dependency["dep_kinds"].as_array().expect("kinds").iter().any(|kind| kind["kind"].is_null());
            if shipped {
                next.push(dependency["pkg"].as_str().expect("an id"));
            }
        }
    }
    assert!(seen.len() > 20, "the graph of the apps was read");
    for id in seen {
        // `registry+…#axum@0.8.1`, `path+…/server#0.1.0`
        let name = id.rsplit(['#', '/']).next().unwrap_or(id);
        for forbidden in ["axum@", "tokio@", "sqlx@", "hyper@", "server#", "sample#"] {
            assert!(
                !name.starts_with(forbidden) && !id.contains(&format!("/{forbidden}")),
                "the apps contain {id}"
            );
        }
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn roles_never_import_each_other() {
    const ROLES: [&str; 5] = ["resident", "elder", "helper", "merchant", "desk"];
    let app = root().join("app/src");
    for role in ROLES {
        let mut files = sources(&app.join(role));
        files.extend(Some(app.join(format!("{role}.rs"))).filter(|file| file.is_file()));
        for file in files {
            let text = fs::read_to_string(&file).expect("a source");
            for other in ROLES.iter().filter(|other| **other != role) {
                for path in
                    [format!("crate::{other}::"), format!("crate::{other};"), format!("app::{other}::")]
                {
                    assert!(!text.contains(&path), "{} names {path}", file.display());
                }
            }
        }
    }
}

#[test]
fn drivers_are_named_in_the_servers_db_module_only() {
    let server = root().join("server/src");
    let files = sources(&server);
    assert!(!files.is_empty(), "the server has sources");
    for file in files {
        let within = file.strip_prefix(&server).expect("below").to_string_lossy().into_owned();
        if within.starts_with("db/") || within == "db.rs" {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source");
        for driver in [
            "sqlx::sqlite",
            "sqlx::postgres",
            "SqlitePool",
            "PgPool",
            "SqliteConnect",
            "PgConnect",
            "sqlite:",
            "postgres:",
        ] {
            assert!(!text.contains(driver), "{} names {driver}", file.display());
        }
    }
}
