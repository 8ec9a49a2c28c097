//! axe-core finds nothing serious on any screen, in any look. Every screen is also kept as a picture in
//! `target/screens/`.

use serde_json::Value;
use std::fs;
use tests::{Browser, Res, World, root};

/// Every look: its name, and what the app keeps for it.
const LOOKS: [(&str, &str, &str); 4] = [
    ("light", "light", "standard"),
    ("dark", "dark", "standard"),
    ("elder", "light", "elder"),
    ("elder-dark", "dark", "elder"),
];

/// A screen: the name of its picture, its address, and what is there once it is drawn.
type Screen = (&'static str, &'static str, &'static str);

const WALLET_SIGNED_OUT: [Screen; 1] = [("sign-in", "/sign-in", "account-wang-ming")];

const WALLET: [Screen; 7] = [
    ("home", "/", "show-code"),
    ("score", "/score", "score-total"),
    ("code", "/code", "code-qr"),
    ("services", "/services", "tab-code"),
    ("shops", "/services/shops", "shop"),
    ("me", "/me", "sign-out"),
    ("settings", "/me/settings", "mode-elder"),
];

const MERCHANT_SIGNED_OUT: [Screen; 1] = [("sign-in", "/merchant/", "account-duze-noodles")];

const DESK_SIGNED_OUT: [Screen; 1] = [("sign-in", "/desk/", "account-xu-officer")];

const DESK: [Screen; 1] = [("issuing", "/desk/", "desk-minted")];

#[tokio::test]
async fn axe_finds_nothing_serious_in_the_wallet() -> Res {
    let world = World::start("axe-wallet").await?;
    let phone = world.phone("/").await?;
    let mut report = Report::default();
    report.screens(&phone, &WALLET_SIGNED_OUT).await?;
    phone.open("/sign-in").await?;
    phone.tap("account-wang-ming").await?;
    phone.find("show-code").await?;
    report.screens(&phone, &WALLET).await?;
    report.end()
}

#[tokio::test]
async fn axe_finds_nothing_serious_in_the_merchant_app() -> Res {
    let world = World::start("axe-merchant").await?;
    let till = world.phone("/merchant/").await?;
    let mut report = Report::default();
    report.screens(&till, &MERCHANT_SIGNED_OUT).await?;
    report.end()
}

#[tokio::test]
async fn axe_finds_nothing_serious_on_the_desk() -> Res {
    let world = World::start("axe-desk").await?;
    let desk = world.screen("/desk/").await?;
    let mut report = Report::default();
    report.screens(&desk, &DESK_SIGNED_OUT).await?;
    desk.open("/desk/").await?;
    desk.tap("account-xu-officer").await?;
    report.screens(&desk, &DESK).await?;
    report.end()
}

/// What axe found, over all screens and looks of a test.
#[derive(Default)]
struct Report {
    looked_at: usize,
    serious: Vec<String>,
}

impl Report {
    /// Visits each screen in each look.
    async fn screens(&mut self, browser: &Browser, screens: &[Screen]) -> Res {
        for (look, theme, mode) in LOOKS {
            let keep =
                format!("localStorage.setItem('theme', '{theme}'); localStorage.setItem('mode', '{mode}')");
            browser.script(&keep).await?;
            for (name, path, there) in screens {
                browser.open(path).await?;
                browser.find(there).await?;
                browser.screen(&format!("{name}-{look}")).await?;
                self.look_at(browser, &format!("{path} ({look})")).await?;
            }
        }
        browser.script("localStorage.removeItem('theme'); localStorage.removeItem('mode')").await?;
        Ok(())
    }

    /// Runs axe on what is seen now. It is injected by the driver, which the page's policy does not bind.
    async fn look_at(&mut self, browser: &Browser, screen: &str) -> Res {
        let axe = root().join("tests/web-checks/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&axe)
            .map_err(|error| format!("{}: {error}; run `cargo xtask test apps`", axe.display()))?;
        browser.script(&source).await?;
        let found = browser.script("return axe.run(document, { resultTypes: ['violations'] })").await?;
        let passes = found["passes"].as_array().map_or(0, Vec::len);
        if passes == 0 {
            return Err(format!("axe checked nothing on {screen}: {found}").into());
        }
        self.looked_at += 1;
        for violation in found["violations"].as_array().into_iter().flatten() {
            let line = line(screen, violation);
            println!("{line}");
            if matches!(violation["impact"].as_str(), Some("serious" | "critical")) {
                self.serious.push(line);
            }
        }
        Ok(())
    }

    /// The test's result.
    fn end(self) -> Res {
        println!("axe looked at {} screens", self.looked_at);
        if self.serious.is_empty() { Ok(()) } else { Err(format!("\n{}", self.serious.join("\n")).into()) }
    }
}

/// A violation with the places where it is.
fn line(screen: &str, violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("?").to_owned();
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    let places: Vec<String> =
        nodes.take(5).map(|node| format!("{} {}", node["target"], text(&node["html"]))).collect();
    let (impact, id, help) = (text(&violation["impact"]), text(&violation["id"]), text(&violation["help"]));
    format!("{screen}: {impact} {id}: {help}\n    {}", places.join("\n    "))
}
