//! Who is signed in, in words: `GET /api/{wallet,merchant,desk}/session`.

mod sql;

use crate::{
    auth::actor::{Merchant, Officer, Resident},
    http::error::ApiError,
    revocations,
    state::App,
};
use api::{
    ProblemCode,
    session::{
        DeskSession, MerchantSession, ReadDeskSession, ReadMerchantSession, ReadWalletSession, WalletSession,
    },
};
use domain::ids::{OfficerId, ResidentId, TillId};
pub use sql::{Person, birth_year, find};

/// `GET /api/wallet/session`.
pub async fn read_wallet(
    app: App,
    resident: Resident,
    _: ReadWalletSession,
) -> Result<WalletSession, ApiError> {
    wallet_session(&app, resident.id).await
}

/// `GET /api/merchant/session`.
pub async fn read_merchant(
    app: App,
    merchant: Merchant,
    _: ReadMerchantSession,
) -> Result<MerchantSession, ApiError> {
    merchant_session(&app, merchant.till).await
}

/// `GET /api/desk/session`.
pub async fn read_desk(app: App, officer: Officer, _: ReadDeskSession) -> Result<DeskSession, ApiError> {
    desk_session(&app, officer.id).await
}

/// A resident as the wallet greets them.
pub(crate) async fn wallet_session(app: &App, id: ResidentId) -> Result<WalletSession, ApiError> {
    let person = find(&app.db, id).await?.ok_or(ProblemCode::SignedOut)?;
    let city = app.cities.iter().find(|city| city.code == person.city);
    Ok(WalletSession {
        resident: id,
        masked_name: person.name.masked().to_string(),
        city: city.map(|city| city.name.zh.clone()).unwrap_or_default(),
        helper: person.helper,
        token_epoch: revocations::epoch(app, person.city, id).await?,
        demo: app.config.demo,
    })
}

/// A till and its shop.
pub(crate) async fn merchant_session(app: &App, till: TillId) -> Result<MerchantSession, ApiError> {
    let (merchant, name) = sql::till(&app.db, till).await?.ok_or(ProblemCode::SignedOut)?;
    Ok(MerchantSession { merchant, name, till, demo: app.config.demo })
}

/// An officer and the office.
pub(crate) async fn desk_session(app: &App, officer: OfficerId) -> Result<DeskSession, ApiError> {
    let (name, office) = sql::officer(&app.db, officer).await?.ok_or(ProblemCode::SignedOut)?;
    Ok(DeskSession { officer, name, office, demo: app.config.demo })
}
