//! A resident's phone: a browser that is signed in and shows the credit code.

use crate::{Browser, PATIENCE, Res, World, code, until};
use image::{DynamicImage, GrayImage};

/// A phone.
pub struct Phone(Browser);

impl Phone {
    /// The phone of a demo account: signed in, installed, and with tokens for some days.
    pub async fn sign_in(world: &World, account: &str) -> Res<Phone> {
        let browser = world.phone("/").await?;
        browser.tap(&format!("account-{account}")).await?;
        browser.tap("show-code").await?;
        browser.find("code-qr").await?;
        browser.wait_installed().await?;
        Ok(Phone(browser))
    }

    /// Its browser.
    pub fn browser(&self) -> &Browser {
        &self.0
    }

    /// The screen with a code that no shop has seen, from a new start of the app.
    pub async fn fresh(&self) -> Res<Vec<u8>> {
        self.0.open("/code").await?;
        self.0.find("code-qr").await?;
        self.screen().await
    }

    /// The screen, once a decoder can read it.
    pub async fn screen(&self) -> Res<Vec<u8>> {
        let look = || async {
            let picture = self.0.picture().await?;
            code::read(&picture)?;
            Ok(Picture(picture))
        };
        Ok(until("a code on the screen", PATIENCE, look, |_| true).await?.0)
    }

    /// Its time, seconds since 1970-01-01 UTC.
    pub async fn now(&self) -> Res<i64> {
        let now = self.0.script("return Math.floor(Date.now() / 1000)").await?;
        Ok(now.as_i64().ok_or("no time")?)
    }

    /// What a camera sees that is held close: the code and a little around it.
    pub async fn close(&self, screen: &[u8]) -> Res<GrayImage> {
        const AROUND: u32 = 40;
        let script = "const box = document.querySelector('[data-testid=code-qr]').getBoundingClientRect();
            return [box.left, box.top, box.width, box.height].map(at => Math.round(at * devicePixelRatio))";
        let [left, top, width, height]: [u32; 4] = serde_json::from_value(self.0.script(script).await?)?;
        let screen: DynamicImage = image::load_from_memory(screen)?;
        let (left, top) = (left.saturating_sub(AROUND), top.saturating_sub(AROUND));
        Ok(screen.crop_imm(left, top, width + 2 * AROUND, height + 2 * AROUND).to_luma8())
    }
}

/// A failed test prints what it saw, but not a picture's bytes.
struct Picture(Vec<u8>);

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a picture of {} bytes", self.0.len())
    }
}
