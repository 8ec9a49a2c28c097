//! `GET /api/public/merchants`.

pub(crate) mod sql;

use crate::{auth::actor::Anyone, http::error::ApiError, state::App};
use api::merchants::{ListMerchants, MerchantDirectory};

/// Every shop of the alliance, and every perk.
pub async fn list(app: App, _: Anyone, _: ListMerchants) -> Result<MerchantDirectory, ApiError> {
    Ok(MerchantDirectory { merchants: sql::merchants(&app.db).await?, perks: sql::perks(&app.db).await? })
}
