//! axe-core finds nothing serious on any screen, in any look. Every screen is also kept as a picture in
//! `target/screens/`.

use credit_code::qr::Ecc;
use serde_json::Value;
use std::fs;
use tests::{Browser, Phone, Res, Said, Scene, Till, World, code, root};

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

const MERCHANT: [Screen; 5] = [
    ("scan", "/merchant/", "scan-start"),
    ("ledger-signed-out", "/merchant/ledger", "account-duze-noodles"),
    ("lists", "/merchant/lists", "list-trust"),
    ("settings", "/merchant/settings", "till-name"),
    ("gun", "/merchant/settings/gun", "gun-test"),
];

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
async fn axe_finds_nothing_serious_in_the_wallets_dialogs() -> Res {
    let world = World::start("axe-dialogs").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let phone = phone.browser();
    let mut report = Report::default();
    for (opener, there) in [("code-choose", "purposes"), ("till-open", "till-confirm")] {
        phone.open("/code").await?;
        phone.find("code-qr").await?;
        phone.tap(opener).await?;
        phone.find(there).await?;
        report.here(phone, there).await?;
    }
    world.server().stop().await?;
    phone.open("/").await?;
    phone.find("offline").await?;
    report.here(phone, "home-offline").await?;
    report.end()
}

#[tokio::test]
async fn axe_finds_nothing_serious_in_the_merchant_app() -> Res {
    let world = World::start("axe-merchant").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open(&world).await?;
    let mut report = Report::default();
    report.screens(till.browser(), &MERCHANT).await?;

    till.browser().open("/merchant/").await?;
    till.start().await?;
    till.browser().tap("strict").await?;
    report.here(till.browser(), "viewfinder-strict").await?;
    till.browser().tap("strict").await?;
    let genuine = phone.fresh().await?;
    let text = code::read(&genuine)?;
    for (name, scene) in [
        ("verdict-green", Scene::of(&genuine)?),
        // One character of the last signature is another.
        ("verdict-red", Scene::of_picture(&code::draw(&code::tampered(&text, 20)?, Ecc::M)?)),
        ("verdict-grey", Scene::of_picture(&code::draw("https://example.com/", Ecc::M)?)),
    ] {
        let said = till.scan(&scene).await?;
        report.verdict(&till, name, &said).await?;
    }
    till.browser().shift_clock(world.server().clock_offset() + 400).await?;
    tokio::time::sleep(std::time::Duration::from_secs(4)).await;
    let said = till.scan(&Scene::of(&genuine)?).await?;
    report.verdict(&till, "verdict-amber", &said).await?;

    till.browser().open("/merchant/ledger").await?;
    till.browser().tap("account-duze-noodles").await?;
    till.browser().find("signed-in").await?;
    report.here(till.browser(), "ledger").await?;
    report.end()
}

#[tokio::test]
async fn axe_finds_nothing_serious_on_the_desk() -> Res {
    let world = World::start("axe-desk").await?;
    let phone = Phone::sign_in(&world, "li-na").await?;
    let desk = world.screen("/desk/").await?;
    let mut report = Report::default();
    report.screens(&desk, &DESK_SIGNED_OUT).await?;
    desk.open("/desk/").await?;
    desk.tap("account-xu-officer").await?;
    report.screens(&desk, &DESK).await?;

    desk.open("/desk/").await?;
    desk.type_into("revoke-number", "330800").await?;
    desk.tap("revoke-find").await?;
    desk.wait_attribute("revoke-number", "aria-invalid", "true").await?;
    report.here(&desk, "wrong-number").await?;
    drop(phone);
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
            browser.keep_look(theme, mode).await?;
            for (name, path, there) in screens {
                browser.open(path).await?;
                browser.find(there).await?;
                browser.screen(&format!("{name}-{look}")).await?;
                self.look_at(browser, &format!("{path} ({look})")).await?;
            }
        }
        browser.keep_look("light", "standard").await
    }

    /// Looks at what is seen now in each look, without leaving it.
    async fn here(&mut self, browser: &Browser, name: &str) -> Res {
        for (look, theme, mode) in LOOKS {
            browser.look(theme, mode).await?;
            browser.screen(&format!("{name}-{look}")).await?;
            self.look_at(browser, &format!("{name} ({look})")).await?;
        }
        browser.look("light", "standard").await
    }

    /// [`Report::here`] for a verdict: large, as it is for a moment, and small.
    async fn verdict(&mut self, till: &Till, name: &str, said: &Said) -> Res {
        let colour = name.trim_start_matches("verdict-");
        if said.colour != colour {
            return Err(format!("{name}: {said:?}").into());
        }
        till.clear()?;
        till.browser().wait_attribute("verdict", "data-large", "false").await?;
        self.here(till.browser(), name).await?;
        till.browser().script("document.querySelector('.verdict').classList.add('verdict-large')").await?;
        self.here(till.browser(), &format!("{name}-large")).await
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
