//! What Trunk calls before and after it builds an app. One hook a stage: Trunk runs those of a stage at once.

mod compress;
mod precache;
pub(crate) mod reader;
mod style;

use crate::{failure::Failure, workspace::APPS, workspace::App};
use std::{
    env,
    path::{Path, PathBuf},
};

/// When Trunk calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Before it reads the page.
    PreBuild,
    /// When everything is staged and not yet in `dist/`.
    PostBuild,
}

pub(crate) fn hook(stage: Stage) -> Result<(), Failure> {
    match stage {
        Stage::PreBuild => style::join(),
        Stage::PostBuild => {
            let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
            let app = app_of(Path::new(&variable("TRUNK_HTML_FILE")?))?;
            if app.name == "merchant" {
                reader::copy(&staging)?;
            }
            precache::fill(app, &staging)?;
            if variable("TRUNK_PROFILE")? == "release" { compress::all(&staging) } else { Ok(()) }
        }
    }
}

/// Trunk names the page it builds; the page is named like the app.
fn app_of(page: &Path) -> Result<&'static App, Failure> {
    let name = page.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    APPS.iter()
        .find(|app| app.name == name)
        .ok_or_else(|| Failure::Unexpected(format!("{} is the page of no app", page.display())))
}

fn variable(name: &str) -> Result<String, Failure> {
    env::var(name).map_err(|_| Failure::Unexpected(format!("{name} is not set: Trunk sets it for its hooks")))
}
