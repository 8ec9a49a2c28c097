//! Codes of another city, files instead of a camera, and a till that was installed and never used with a network.

use serde_json::json;
use tests::{Phone, Res, Scene, Till, World, code};

#[tokio::test]
async fn another_citys_code_is_mapped_or_refused() -> Res {
    let world = World::start("j02-cities").await?;
    let mapped = Phone::sign_in(&world, "chen-jing").await?;
    let refused = Phone::sign_in(&world, "he-yun").await?;
    let till = Till::open(&world).await?;
    // Cut off as DevTools does it; the server stays.
    till.browser().offline(true).await?;
    mapped.browser().offline(true).await?;
    refused.browser().offline(true).await?;
    let cut =
        till.browser().script("return fetch('/api/public/health').then(() => true, () => false)").await?;
    assert_eq!(cut, json!(false), "the till reaches the server");
    till.start().await?;

    let said = till.scan(&Scene::of(&mapped.fresh().await?)?).await?;
    till.browser().screen("guest-large").await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");
    assert!(said.words.contains("3 级以上") && said.words.contains("外地码 · 丽水"), "{said:?}");
    assert_eq!(till.browser().attribute("verdict-city", "data-guest").await?.as_deref(), Some("true"));

    let said = till.scan(&Scene::of(&refused.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("POLICY", "amber"), "{said:?}");
    till.browser().screens("not-recognised").await
}

#[tokio::test]
async fn a_till_that_was_only_installed_verifies() -> Res {
    let world = World::start("j02-installed").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open(&world).await?;
    world.server().stop().await?;
    // What the page itself kept is gone; what came with the installation is there.
    till.browser().open("/merchant/lists").await?;
    let forget =
        "return indexedDB.databases().then(all => Promise.all(all.map(({ name }) => new Promise(done => {
        const asked = indexedDB.deleteDatabase(name);
        asked.onsuccess = asked.onerror = asked.onblocked = () => done(name);
    }))))";
    till.browser().script(forget).await?;
    till.browser().open("/merchant/").await?;
    till.browser().wait_text("offline-until", "离线可用至").await?;
    till.start().await?;
    let said = till.scan(&Scene::of(&phone.fresh().await?)?).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");
    Ok(())
}

#[tokio::test]
async fn a_picture_file_is_read_without_a_camera() -> Res {
    let world = World::start("j02-photo").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let till = Till::open(&world).await?;
    world.server().stop().await?;
    let folder = tempfile::TempDir::new()?;
    let file = |name: &str| folder.path().join(name);

    std::fs::write(file("screen.png"), phone.fresh().await?)?;
    let said = till.upload(&file("screen.png")).await?;
    assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");

    tests::picture::framed(&code::draw("hello", credit_code::qr::Ecc::M)?, 900, 600, 0.0)
        .save(file("grey.png"))?;
    let said = till.upload(&file("grey.png")).await?;
    assert_eq!(said.brief(), ("UNREADABLE", "grey"), "{said:?}");

    std::fs::write(file("no-picture.png"), b"this is no picture")?;
    let field = till.browser().driver().find(thirtyfour::By::Css(tests::css("photo"))).await?;
    field.send_keys(file("no-picture.png").display().to_string()).await?;
    let trouble = till.browser().text("photo-error").await?;
    assert!(trouble.ends_with('。'), "{trouble}");
    Ok(())
}
