//! A server and any number of browsers around it.

use crate::{Browser, BrowserOptions, Camera, Res, Server, ServerOptions, chromedriver::ChromeDriver};

/// One test's world: everything in it ends with it.
pub struct World {
    test: String,
    server: Server,
    driver: ChromeDriver,
}

impl World {
    /// A world with a fresh demo city; `test` names its screenshots.
    pub async fn start(test: &str) -> Res<World> {
        World::start_with(test, ServerOptions::default()).await
    }

    /// A world whose server is started in a way of its own.
    pub async fn start_with(test: &str, options: ServerOptions) -> Res<World> {
        let server = Server::start(options).await?;
        Ok(World { test: test.to_owned(), server, driver: ChromeDriver::start().await? })
    }

    /// The city's server.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// A phone of 360 × 740 with a fresh profile and the server's time, at a path such as `/`.
    pub async fn phone(&self, path: &str) -> Res<Browser> {
        self.browser(path, &self.phone_options()).await
    }

    /// A phone whose camera sees what `camera` shows.
    pub async fn phone_with(&self, camera: &Camera, path: &str) -> Res<Browser> {
        self.browser(path, &BrowserOptions { flags: camera.flags(), ..self.phone_options() }).await
    }

    /// A desk's screen of 1280 × 800.
    pub async fn screen(&self, path: &str) -> Res<Browser> {
        let options = BrowserOptions { size: (1280, 800), mobile: false, ..self.phone_options() };
        self.browser(path, &options).await
    }

    /// Any other browser, for instance one whose clock is wrong.
    pub async fn browser(&self, path: &str, options: &BrowserOptions) -> Res<Browser> {
        let browser = Browser::start(&self.driver.url(), self.server.base(), &self.test, options).await?;
        browser.open(path).await?;
        Ok(browser)
    }

    /// What [`World::phone`] is started with.
    pub fn phone_options(&self) -> BrowserOptions {
        BrowserOptions {
            size: (360, 740),
            mobile: true,
            clock_shift: self.server.clock_offset(),
            flags: Vec::new(),
        }
    }
}
