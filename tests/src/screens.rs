//! Screenshots into `target/screens/`, for people to look at and for the camera to see.

use crate::{Browser, Res, target};
use std::{fs, path::PathBuf};

/// Every look of a screen: its name, `data-theme`, `data-mode`.
const LOOKS: [(&str, &str, &str); 4] = [
    ("light", "light", "standard"),
    ("dark", "dark", "standard"),
    ("elder", "light", "elder"),
    ("elder-dark", "dark", "elder"),
];

impl Browser {
    /// What is seen now, as a PNG.
    pub async fn picture(&self) -> Res<Vec<u8>> {
        Ok(self.driver.screenshot_as_png().await?)
    }

    /// Keeps what is seen now as `target/screens/<test>-<name>.png`.
    pub async fn screen(&self, name: &str) -> Res<PathBuf> {
        let folder = target().join("screens");
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{}-{name}.png", self.test));
        fs::write(&path, self.picture().await?)?;
        Ok(path)
    }

    /// Keeps what is seen now in light, dark, elder and elder dark, and puts the page back as it was.
    pub async fn screens(&self, name: &str) -> Res {
        let was = self
            .script("return [document.documentElement.dataset.theme, document.documentElement.dataset.mode]");
        let was = was.await?;
        for (look, theme, mode) in LOOKS {
            self.look(theme, mode).await?;
            self.screen(&format!("{name}-{look}")).await?;
        }
        self.look(was[0].as_str().unwrap_or("light"), was[1].as_str().unwrap_or("standard")).await
    }

    /// Keeps a look for the next start, as the apps do in their settings: each has a mode of its own.
    pub async fn keep_look(&self, theme: &str, mode: &str) -> Res {
        let script = format!(
            "localStorage.setItem('theme', '{theme}');
             ['mode', 'merchant-mode', 'desk-mode'].forEach(key => localStorage.setItem(key, '{mode}'))"
        );
        self.script(&script).await.map(|_| ())
    }

    /// Shows the page in another look: `light` or `dark`, `standard` or `elder`.
    pub async fn look(&self, theme: &str, mode: &str) -> Res {
        // Two frames: the first lays out, the second has painted.
        let script = format!(
            "const {{ dataset }} = document.documentElement;
             dataset.theme = '{theme}';
             dataset.mode = '{mode}';
             return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
        );
        self.script(&script).await.map(|_| ())
    }
}
