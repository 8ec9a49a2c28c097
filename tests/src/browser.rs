//! One browser with a profile of its own: a resident's phone, a till, an officer's screen.

use crate::{
    PATIENCE, Res,
    chromedriver::{chromium, flags},
    process::signal,
    until,
};
use serde_json::{Value, json};
use std::{fs, path::Path, time::Duration};
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, prelude::*};

/// How a browser is started.
#[derive(Debug, Clone)]
pub struct BrowserOptions {
    /// Width and height in CSS pixels.
    pub size: (u32, u32),
    /// A phone: touch, a mobile viewport, two device pixels a CSS pixel.
    pub mobile: bool,
    /// Seconds that its clock is ahead of this machine's.
    pub clock_shift: i64,
    /// Further command-line flags.
    pub flags: Vec<String>,
}

/// A browser; it ends with the value.
pub struct Browser {
    pub(crate) driver: WebDriver,
    pub(crate) base: String,
    pub(crate) test: String,
    pub(crate) clock: tokio::sync::Mutex<Option<String>>,
    profile: TempDir,
}

/// The selector of a `data-testid`.
pub fn css(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

impl Browser {
    pub(crate) async fn start(
        driver: &str,
        base: String,
        test: &str,
        options: &BrowserOptions,
    ) -> Res<Browser> {
        let profile = TempDir::with_prefix("profile-")?;
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&chromium()?.display().to_string())?;
        let (width, height) = options.size;
        for flag in flags(profile.path()).iter().chain(&options.flags) {
            wanted.add_arg(flag)?;
        }
        wanted.add_arg(&format!("--window-size={width},{height}"))?;
        if options.mobile {
            let metrics =
                json!({ "width": width, "height": height, "pixelRatio": 2.0, "touch": true, "mobile": true });
            wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
        }
        wanted.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let driver = WebDriver::new(driver, wanted).await?;
        driver.set_page_load_timeout(Duration::from_secs(30)).await?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        let browser =
            Browser { driver, base, test: test.to_owned(), clock: tokio::sync::Mutex::default(), profile };
        browser.shift_clock(options.clock_shift).await?;
        Ok(browser)
    }

    /// Goes to a path of the server, such as `/merchant/`.
    pub async fn open(&self, path: &str) -> Res {
        Ok(self.driver.goto(format!("{}{path}", self.base)).await?)
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Res {
        Ok(self.driver.refresh().await?)
    }

    /// Where it is: the path and what follows it.
    pub async fn path(&self) -> Res<String> {
        let url = self.driver.current_url().await?.to_string();
        Ok(url.strip_prefix(&self.base).unwrap_or(&url).to_owned())
    }

    /// The element with this `data-testid`, once it is there and visible.
    pub async fn find(&self, id: &str) -> Res<WebElement> {
        self.find_css(&css(id)).await
    }

    /// The element of a CSS selector, once it is there and visible.
    pub async fn find_css(&self, selector: &str) -> Res<WebElement> {
        let ask = || async {
            let element = self.driver.find(By::Css(selector)).await?;
            if element.is_displayed().await? { Ok(element) } else { Err("it is not visible".into()) }
        };
        until(selector, PATIENCE, ask, |_| true).await
    }

    /// Whether there is such an element now, visible or not.
    pub async fn has(&self, id: &str) -> Res<bool> {
        Ok(!self.driver.find_all(By::Css(css(id))).await?.is_empty())
    }

    /// Waits until there is no such element any more.
    pub async fn wait_gone(&self, id: &str) -> Res {
        until(&format!("{id} to go"), PATIENCE, || self.has(id), |there| !there).await.map(|_| ())
    }

    /// Waits until an element cannot be seen any more, whether or not it is still in the document.
    pub async fn wait_hidden(&self, id: &str) -> Res {
        let shown = || async {
            match self.driver.find(By::Css(css(id))).await {
                Ok(element) => Ok(element.is_displayed().await.unwrap_or(false)),
                Err(_) => Ok(false),
            }
        };
        until(&format!("{id} to hide"), PATIENCE, shown, |shown| !shown).await.map(|_| ())
    }

    /// Taps an element, as soon as it can be tapped.
    pub async fn tap(&self, id: &str) -> Res {
        self.tap_css(&css(id)).await
    }

    /// Taps the element of a CSS selector, as soon as it can be tapped.
    pub async fn tap_css(&self, selector: &str) -> Res {
        let ask = || async {
            let element = self.find_css(selector).await?;
            // A person moves what a fixed bar covers to where it can be tapped.
            element.scroll_into_view().await?;
            Ok(element.click().await?)
        };
        until(&format!("a tap on {selector}"), PATIENCE, ask, |()| true).await
    }

    /// Types into a field, after what is there.
    pub async fn type_into(&self, id: &str, text: &str) -> Res {
        Ok(self.find(id).await?.send_keys(text).await?)
    }

    /// The text of an element as it is seen.
    pub async fn text(&self, id: &str) -> Res<String> {
        Ok(self.find(id).await?.text().await?)
    }

    /// An attribute of an element.
    pub async fn attribute(&self, id: &str, name: &str) -> Res<Option<String>> {
        Ok(self.find(id).await?.attr(name).await?)
    }

    /// Waits until an element's text holds `part`, and gives back the whole text.
    pub async fn wait_text(&self, id: &str, part: &str) -> Res<String> {
        self.wait_text_for(id, part, PATIENCE).await
    }

    /// [`Browser::wait_text`] with a patience of its own.
    pub async fn wait_text_for(&self, id: &str, part: &str, patience: Duration) -> Res<String> {
        let ask = || async { Ok(self.driver.find(By::Css(css(id))).await?.text().await?) };
        until(&format!("{part:?} in {id}"), patience, ask, |text: &String| text.contains(part)).await
    }

    /// Waits until an element's attribute has this value.
    pub async fn wait_attribute(&self, id: &str, name: &str, value: &str) -> Res {
        let ask = || async { Ok(self.driver.find(By::Css(css(id))).await?.attr(name).await?) };
        let wanted = format!("{name}={value:?} of {id}");
        until(&wanted, PATIENCE, ask, |seen| seen.as_deref() == Some(value)).await.map(|_| ())
    }

    /// Waits until the app's service worker has taken the page: from then on it works without a network.
    pub async fn wait_installed(&self) -> Res {
        let script = "return navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)";
        let ask = || self.script(script);
        until("a service worker", PATIENCE, ask, |answer| answer == &Value::Bool(true)).await.map(|_| ())
    }

    /// Runs a script in the page; a promise is awaited.
    pub async fn script(&self, script: &str) -> Res<Value> {
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// What the page wrote to its console since last asked: `LEVEL message`.
    pub async fn console(&self) -> Res<Vec<String>> {
        let log = self.driver.get_log("browser").await?;
        Ok(log.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect())
    }

    /// The browser's driver, for what this harness does not offer.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }
}

impl Drop for Browser {
    /// Ends the browser at once, by its profile: asking ChromeDriver to do it would block, and a failed test may have
    /// lost its ChromeDriver.
    fn drop(&mut self) {
        // It has not been quit before.
        let _ = self.driver.clone().leak();
        for id in processes_with(self.profile.path()) {
            // Gone already is as good.
            let _ = signal("KILL", id);
        }
    }
}

fn processes_with(profile: &Path) -> Vec<u32> {
    let flag = format!("--user-data-dir={}", profile.display());
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let ids = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| {
        fs::read(format!("/proc/{id}/cmdline"))
            .is_ok_and(|line| line.split(|byte| *byte == 0).any(|arg| arg == flag.as_bytes()))
    })
    .collect()
}
