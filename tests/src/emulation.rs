//! What Chromium's DevTools protocol changes about the world around a page.

use crate::{Browser, Res};
use serde_json::{Value, json};

impl Browser {
    /// Sends a DevTools command to the page.
    pub async fn devtools(&self, method: &str, params: Value) -> Res<Value> {
        Ok(self.driver.cdp().send_raw(method, params).await?)
    }

    /// Cuts the page off, or connects it again. A service worker has a connection of its own, which only a stopped
    /// server cuts.
    pub async fn offline(&self, offline: bool) -> Res {
        self.devtools("Network.enable", json!({})).await?;
        let conditions =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", conditions).await.map(|_| ())
    }

    /// Slows the page's processor down: 4 is a phone of some years ago.
    pub async fn slow_down(&self, times: f64) -> Res {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(|_| ())
    }

    /// What the page is told of the person's choice of colours: `light` or `dark`.
    pub async fn prefers(&self, scheme: &str) -> Res {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(|_| ())
    }

    /// Puts the page's clock ahead of this machine's by some seconds, now and after every load.
    pub async fn shift_clock(&self, seconds: i64) -> Res {
        let script = shifted_date(seconds);
        let mut clock = self.clock.lock().await;
        if let Some(identifier) = clock.take() {
            let params = json!({ "identifier": identifier });
            self.devtools("Page.removeScriptToEvaluateOnNewDocument", params).await?;
        }
        let params = json!({ "source": script });
        let added = self.devtools("Page.addScriptToEvaluateOnNewDocument", params).await?;
        *clock = added["identifier"].as_str().map(str::to_owned);
        self.script(&script).await.map(|_| ())
    }
}

/// Replaces `Date` by one that is ahead. The monotonic clock stays as it is, as when a person sets the clock.
fn shifted_date(seconds: i64) -> String {
    format!(
        "(() => {{
            const real = globalThis.realDate ?? Date;
            globalThis.realDate = real;
            const now = () => real.now() + {seconds} * 1000;
            globalThis.Date = new Proxy(real, {{
                apply: () => new real(now()).toString(),
                construct: (_, args, as) => Reflect.construct(real, args.length ? args : [now()], as === Date ? real : as),
                get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
            }});
        }})()"
    )
}
