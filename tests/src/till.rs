//! A cashier's till: a browser with the merchant app, and a camera before which the test puts things.

use crate::{Browser, BrowserOptions, Camera, PATIENCE, Res, Scene, World, until};
use serde::Deserialize;
use std::time::Duration;
use tokio::time::sleep;

/// What was before the camera is out of sight after this long.
const OUT_OF_SIGHT: Duration = Duration::from_millis(1_900);

/// A till.
pub struct Till {
    browser: Browser,
    camera: Camera,
}

/// A verdict as a cashier gets it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Said {
    /// The verdict's code, such as `VALID`.
    pub code: String,
    /// `green`, `amber`, `red` or `grey`.
    pub colour: String,
    /// Everything that is written on it.
    pub words: String,
    /// Counts up with every verdict.
    pub number: u32,
}

impl Said {
    /// Code and colour.
    pub fn brief(&self) -> (&str, &str) {
        (&self.code, &self.colour)
    }
}

impl Till {
    /// A till that is installed: everything that it needs is on the device.
    pub async fn open(world: &World) -> Res<Till> {
        Till::open_ahead(world, 0).await
    }

    /// [`Till::open`] with a clock that is ahead by some seconds.
    pub async fn open_ahead(world: &World, seconds: i64) -> Res<Till> {
        let camera = Camera::new()?;
        let usual = world.phone_options();
        let options =
            BrowserOptions { flags: camera.flags(), clock_shift: usual.clock_shift + seconds, ..usual };
        let browser = world.browser("/merchant/", &options).await?;
        let till = Till { browser, camera };
        till.browser.find("scan-start").await?;
        till.browser.wait_installed().await?;
        Ok(till)
    }

    /// Its browser.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Starts the camera with one tap.
    pub async fn start(&self) -> Res {
        self.browser.tap("scan-start").await?;
        self.browser.find("viewfinder").await?;
        let playing = || self.browser.script("return document.querySelector('video').currentTime > 0");
        until("a running camera", PATIENCE, playing, |answer| answer == true).await.map(|_| ())
    }

    /// Puts something before the camera and waits for a verdict on it.
    pub async fn scan(&self, scene: &Scene) -> Res<Said> {
        self.camera.show(&Scene::wall())?;
        sleep(OUT_OF_SIGHT).await;
        let before = self.last().await?.map_or(0, |said| said.number);
        self.camera.show(scene)?;
        self.next(before).await
    }

    /// Takes everything from before the camera.
    pub fn clear(&self) -> Res {
        self.camera.show(&Scene::wall())
    }

    /// Hands the till a picture file, as when a customer sent a screenshot.
    pub async fn upload(&self, picture: &std::path::Path) -> Res<Said> {
        let before = self.last().await?.map_or(0, |said| said.number);
        let field = self.browser.driver().find(thirtyfour::By::Css(crate::css("photo"))).await?;
        field.send_keys(picture.to_str().ok_or("a path that is no text")?).await?;
        self.next(before).await
    }

    /// The last verdict.
    pub async fn last(&self) -> Res<Option<Said>> {
        let script = "const verdict = document.querySelector('[data-testid=verdict]');
            return verdict && {
                code: verdict.dataset.code,
                colour: verdict.dataset.colour,
                number: Number(verdict.dataset.number),
                words: verdict.querySelector('.verdict-words').innerText,
            }";
        Ok(serde_json::from_value(self.browser.script(script).await?)?)
    }

    /// The verdict after this one.
    pub async fn next(&self, before: u32) -> Res<Said> {
        let newer = |said: &Option<Said>| said.as_ref().is_some_and(|said| said.number > before);
        let said = until("a verdict", PATIENCE, || self.last(), newer).await?;
        Ok(said.ok_or("no verdict")?)
    }
}
