//! Demo sign-in. These routes are mounted in demo mode only; they start the same sessions as any other sign-in.

use super::{actor::Anyone, session};
use crate::{
    http::{endpoint::Reply, error::ApiError},
    people,
    state::App,
};
use api::{
    Audience, ProblemCode,
    demo::{
        DemoAccount, DemoAccounts, DemoDeskSignIn, DemoMerchantSignIn, DemoWalletSignIn, ListDeskAccounts,
        ListMerchantAccounts, ListWalletAccounts,
    },
    session::{DeskSession, MerchantSession, WalletSession},
};

/// The named residents.
pub async fn wallet_accounts(_: App, _: Anyone, _: ListWalletAccounts) -> Result<DemoAccounts, ApiError> {
    let named = sample::residents().into_iter().filter_map(|person| {
        let (key, note) = person.account?;
        Some(account(key, person.name.as_str(), note))
    });
    Ok(DemoAccounts { accounts: named.collect() })
}

/// The tills.
pub async fn merchant_accounts(_: App, _: Anyone, _: ListMerchantAccounts) -> Result<DemoAccounts, ApiError> {
    let accounts = sample::merchant_accounts();
    Ok(DemoAccounts { accounts: accounts.iter().map(|a| account(a.key, a.name, a.note)).collect() })
}

/// The officers.
pub async fn desk_accounts(_: App, _: Anyone, _: ListDeskAccounts) -> Result<DemoAccounts, ApiError> {
    let accounts = sample::officer_accounts();
    Ok(DemoAccounts { accounts: accounts.iter().map(|a| account(a.key, a.name, a.note)).collect() })
}

/// Signs in a named resident.
pub async fn wallet(
    app: App,
    anyone: Anyone,
    request: DemoWalletSignIn,
) -> Result<Reply<WalletSession>, ApiError> {
    let people = sample::residents();
    let named = |key: &str| key == request.account;
    let person =
        people.iter().find(|p| p.account.is_some_and(|(key, _)| named(key))).ok_or(ProblemCode::NotFound)?;
    let view = people::wallet_session(&app, person.id).await?;
    let subject = person.id.to_string();
    let cookie = session::start(&app.db, Audience::Wallet, subject, &anyone.headers, app.now()).await?;
    Ok(Reply::with_cookie(view, cookie))
}

/// Signs in a till.
pub async fn merchant(
    app: App,
    anyone: Anyone,
    request: DemoMerchantSignIn,
) -> Result<Reply<MerchantSession>, ApiError> {
    let accounts = sample::merchant_accounts();
    let account = accounts.iter().find(|a| a.key == request.account).ok_or(ProblemCode::NotFound)?;
    let view = people::merchant_session(&app, account.till).await?;
    let subject = account.till.to_string();
    let cookie = session::start(&app.db, Audience::Merchant, subject, &anyone.headers, app.now()).await?;
    Ok(Reply::with_cookie(view, cookie))
}

/// Signs in an officer.
pub async fn desk(app: App, anyone: Anyone, request: DemoDeskSignIn) -> Result<Reply<DeskSession>, ApiError> {
    let accounts = sample::officer_accounts();
    let account = accounts.iter().find(|a| a.key == request.account).ok_or(ProblemCode::NotFound)?;
    let view = people::desk_session(&app, account.officer).await?;
    let subject = account.officer.to_string();
    let cookie = session::start(&app.db, Audience::Desk, subject, &anyone.headers, app.now()).await?;
    Ok(Reply::with_cookie(view, cookie))
}

fn account(key: &str, name: &str, note: &str) -> DemoAccount {
    DemoAccount { key: key.to_owned(), name: name.to_owned(), note: note.to_owned() }
}
