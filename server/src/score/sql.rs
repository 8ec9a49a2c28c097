//! Records as they are stored.

use crate::{db::Db, http::error::ApiError};
use domain::{ids::ResidentId, score::Record};

/// The records of a person, in a stable order.
pub(crate) async fn records(db: &Db, resident: ResidentId) -> Result<Vec<Record>, ApiError> {
    let rows: Vec<(String, String, Option<String>)> = sqlx::query_as(
        "SELECT item, counts_from, counts_until FROM records WHERE resident = $1 ORDER BY counts_from, id",
    )
    .bind(resident.to_string())
    .fetch_all(db.read())
    .await?;
    let date = |text: String| text.parse().map_err(ApiError::internal);
    rows.into_iter()
        .map(|(item, from, until)| {
            Ok(Record { item, from: date(from)?, until: until.map(date).transpose()? })
        })
        .collect()
}
