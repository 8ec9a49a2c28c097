//! An officer revokes a person's tokens by keyboard alone; the receipt appears, and the lists that tills fetch show it.

use credit_code::verdict::Verdict;
use serde_json::Value;
use tests::{Browser, PATIENCE, Phone, Res, World, code, office, until};
use thirtyfour::{Key, TypingData};

#[tokio::test]
async fn an_officer_revokes_by_keyboard_alone() -> Res {
    let world = World::start("desk").await?;
    let phone = world.phone("/").await?;
    phone.tap("account-li-na").await?;
    phone.tap("show-code").await?;
    phone.find("code-qr").await?;

    let desk = world.screen("/desk/").await?;
    desk.find("account-xu-officer").await?;
    tab_to(&desk, "account-xu-officer").await?;
    press(&desk, Key::Enter).await?;
    desk.find("desk-minted").await?;
    let before = lists(&desk).await?;

    press(&desk, Key::F2).await?;
    press(&desk, number_of("li-na")?).await?;
    press(&desk, Key::Enter).await?;
    wait_focus(&desk, "revoke-found").await?;
    press(&desk, Key::Tab).await?;
    press(&desk, Key::Space).await?;
    tab_to(&desk, "revoke-note").await?;
    press(&desk, "phone left on bus 12, report 3301").await?;
    let chain = desk.driver().action_chain().key_down(Key::Control).send_keys(Key::Enter);
    chain.key_up(Key::Control).perform().await?;
    desk.find("revoke-confirm").await?;
    desk.screens("confirm").await?;
    tab_to(&desk, "revoke-confirm").await?;
    press(&desk, Key::Enter).await?;
    wait_focus(&desk, "revoke-receipt").await?;
    desk.screens("receipt").await?;

    let shown = |now: &Lists| now.revoked > before.revoked && now.bundle != before.bundle;
    let after = until("the revocation in the lists", PATIENCE, || lists(&desk), shown).await?;
    println!("revoked before and after: {} {}", before.revoked, after.revoked);
    assert_eq!(desk.path().await?, "/desk/", "nothing typed is in the address");
    Ok(())
}

#[tokio::test]
async fn a_wrong_number_is_said_at_the_field_and_asks_nobody() -> Res {
    let world = World::start("desk-wrong").await?;
    let desk = world.screen("/desk/").await?;
    desk.tap("account-xu-officer").await?;
    desk.find("desk-minted").await?;
    desk.type_into("revoke-number", "340524198001010011").await?;
    desk.tap("revoke-find").await?;
    desk.wait_attribute("revoke-number", "aria-invalid", "true").await?;
    assert!(!desk.has("revoke-found").await? && !desk.has("revoke-find-error").await?);
    Ok(())
}

#[tokio::test]
async fn a_wallet_replaces_what_was_revoked_and_a_lost_one_forgets() -> Res {
    let world = World::start("desk-wallet").await?;
    let phone = Phone::sign_in(&world, "li-na").await?;
    let before = code::read(&phone.screen().await?)?;

    office::revoke(&world, "li-na", "data_corrected").await?;
    back_online(&phone).await?;
    let verdict = || async {
        let text = code::read(&phone.screen().await?)?;
        let (lists, now) = (code::Lists::fetch(phone.browser()).await?, phone.now().await?);
        Ok((lists.verify(&before, now).verdict, lists.verify(&text, now).verdict))
    };
    let replaced = |seen: &(Verdict, Verdict)| *seen == (Verdict::Revoked, Verdict::Valid);
    until("another code in place of the revoked one", PATIENCE, verdict, replaced).await?;

    office::revoke(&world, "li-na", "device_lost").await?;
    back_online(&phone).await?;
    phone.browser().find("code-none").await?;
    phone.browser().screen("signed-out").await?;
    let left = "return new Promise((done, fail) => {
        const opening = indexedDB.open('credit-code-wallet');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
            const count = opening.result.transaction('tokens').objectStore('tokens').count();
            count.onsuccess = () => done(count.result);
            count.onerror = () => fail(count.error);
        };
    })";
    assert_eq!(phone.browser().script(left).await?, 0, "no token stays on a phone that was lost");
    Ok(())
}

/// The phone's network goes and comes, as in a lift.
async fn back_online(phone: &Phone) -> Res {
    phone.browser().offline(true).await?;
    phone.browser().find("offline").await?;
    phone.browser().offline(false).await
}

/// The lists as tills get them: the bundle's bytes, and how many entries of all lists are revoked.
#[derive(Debug)]
struct Lists {
    bundle: Value,
    revoked: u64,
}

async fn lists(browser: &Browser) -> Res<Lists> {
    let script = "return Promise.all([
        fetch('/lists/bundle.cbor', { cache: 'no-store' })
            .then((answer) => answer.arrayBuffer())
            .then((bytes) => crypto.subtle.digest('SHA-256', bytes))
            .then((hash) => Array.from(new Uint8Array(hash))),
        fetch('/api/desk/issuing').then((answer) => answer.json()),
    ])";
    let mut answer = browser.script(script).await?;
    let entries = answer[1]["lists"].as_array().ok_or("no lists")?.iter();
    let revoked = entries.filter_map(|list| list["entries"].as_u64()).sum();
    Ok(Lists { bundle: answer[0].take(), revoked })
}

/// The number of a demo account.
fn number_of(account: &str) -> Res<String> {
    let people = sample::residents();
    let person = people.iter().find(|person| person.account.is_some_and(|(key, _)| key == account));
    Ok(person.ok_or("no such account")?.number.as_str().to_owned())
}

/// Presses keys wherever the focus is, as a keyboard does.
async fn press(browser: &Browser, keys: impl Into<TypingData>) -> Res {
    Ok(browser.driver().action_chain().send_keys(keys).perform().await?)
}

/// Presses Tab until the focus is on an element.
async fn tab_to(browser: &Browser, id: &str) -> Res {
    for _ in 0..60 {
        if focused(browser).await? == id {
            return Ok(());
        }
        press(browser, Key::Tab).await?;
    }
    Err(format!("Tab does not lead to {id}").into())
}

async fn wait_focus(browser: &Browser, id: &str) -> Res {
    until(&format!("the focus on {id}"), PATIENCE, || focused(browser), |at| at == id).await.map(|_| ())
}

/// The `data-testid` of the element that has the focus.
async fn focused(browser: &Browser) -> Res<String> {
    let at = browser.script("return document.activeElement?.dataset.testid ?? ''").await?;
    Ok(at.as_str().unwrap_or_default().to_owned())
}
