//! `POST /api/{wallet,merchant,desk}/session/end`.

use super::{
    actor::{Merchant, Officer, Resident},
    session::{self, Key},
};
use crate::{
    http::{endpoint::Reply, error::ApiError},
    state::App,
};
use api::{
    Audience,
    session::{Done, EndDeskSession, EndMerchantSession, EndWalletSession},
};

/// Ends the wallet's session.
pub async fn wallet(app: App, resident: Resident, _: EndWalletSession) -> Result<Reply<Done>, ApiError> {
    end(app, Audience::Wallet, resident.session).await
}

/// Ends the till's session.
pub async fn merchant(app: App, merchant: Merchant, _: EndMerchantSession) -> Result<Reply<Done>, ApiError> {
    end(app, Audience::Merchant, merchant.session).await
}

/// Ends the officer's session.
pub async fn desk(app: App, officer: Officer, _: EndDeskSession) -> Result<Reply<Done>, ApiError> {
    end(app, Audience::Desk, officer.session).await
}

async fn end(app: App, audience: Audience, session: Key) -> Result<Reply<Done>, ApiError> {
    let cookie = session::end(&app.db, audience, session).await?;
    Ok(Reply::with_cookie(Done {}, cookie))
}
