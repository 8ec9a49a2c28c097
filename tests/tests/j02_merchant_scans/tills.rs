//! Two tills without a network accept the same token; the server finds it when they deliver.

use tests::{PATIENCE, Phone, Res, Scene, Till, World, until};

#[tokio::test]
async fn a_code_shown_at_two_tills_is_found_at_delivery() -> Res {
    let world = World::start("j02-two-tills").await?;
    let phone = Phone::sign_in(&world, "wang-ming").await?;
    let (noodles, books) = (Till::open(&world).await?, Till::open(&world).await?);
    world.server().stop().await?;
    let scene = Scene::of(&phone.fresh().await?)?;
    for till in [&noodles, &books] {
        till.start().await?;
        let said = till.scan(&scene).await?;
        assert_eq!(said.brief(), ("VALID", "green"), "{said:?}");
    }
    world.server().start_again().await?;
    deliver(&noodles, "duze-noodles", "recorded").await?;
    deliver(&books, "qujiang-books", "replayed").await?;
    books.browser().screens("delivered").await?;

    // Delivered once: nothing waits, and a second delivery adds nothing.
    noodles.browser().reload().await?;
    noodles.browser().wait_attribute("entry", "data-outcome", "recorded").await?;
    let entries =
        noodles.browser().script("return document.querySelectorAll('[data-testid=entry]').length").await?;
    assert_eq!(entries, 1);
    Ok(())
}

async fn deliver(till: &Till, account: &str, outcome: &str) -> Res {
    let browser = till.browser();
    browser.open("/merchant/ledger").await?;
    browser.tap(&format!("account-{account}")).await?;
    let outcome_of = || browser.attribute("entry", "data-outcome");
    // Signing in may deliver by itself.
    if outcome_of().await?.as_deref() == Some("waiting") && browser.has("sync-now").await? {
        browser.tap("sync-now").await?;
    }
    until("the server's word", PATIENCE, outcome_of, |seen| seen.as_deref() == Some(outcome))
        .await
        .map(|_| ())
}
