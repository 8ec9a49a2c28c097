//! What the office does meanwhile.

use crate::{Res, World};

/// An officer revokes every token of a demo account, for a reason as the desk's API names it.
pub async fn revoke(world: &World, account: &str, reason: &str) -> Res {
    let people = sample::residents();
    let person = people.iter().find(|person| person.account.is_some_and(|(key, _)| key == account));
    let number = person.ok_or("no such account")?.number.as_str();
    let desk = world.screen("/desk/").await?;
    desk.tap("account-xu-officer").await?;
    desk.find("desk-minted").await?;
    let script = format!(
        "const send = (path, body) => fetch(path, {{
            method: 'POST',
            headers: {{ 'content-type': 'application/json' }},
            body: JSON.stringify(body),
        }}).then(answer => answer.json());
        const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
        return send('/api/desk/residents/find', {{ resident_number: '{number}' }}).then(({{ resident }}) =>
            send('/api/desk/revocations', {{ id, resident, reason: '{reason}', note: 'seen at the counter' }}))"
    );
    let revoked = desk.script(&script).await?;
    if revoked["tokens"].as_u64() > Some(0) {
        Ok(())
    } else {
        Err(format!("nothing revoked: {revoked}").into())
    }
}

/// A printed card's text, issued at the office.
pub async fn card(world: &World, account: &str) -> Res<String> {
    let offset = format!("--clock-offset={}", world.server().clock_offset());
    let printed = world.server().command(&["codes", "paper", "--account", account, &offset]).await?;
    let text = printed.lines().find(|line| line.starts_with("CC1:"));
    Ok(text.ok_or_else(|| format!("no code in {printed:?}"))?.to_owned())
}
