//! Requests as their types: a query string, or a JSON body that is refused before it is read when it is too large.

use super::error::ApiError;
use api::{Endpoint, Method, Problem, ProblemCode};
use axum::{
    body::Body,
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};

/// The request of an endpoint.
#[derive(Debug)]
pub struct Input<E>(pub E);

impl<E: Endpoint, S: Sync> FromRequest<S> for Input<E> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        match E::METHOD {
            Method::Get => {
                let query = request.uri().query().unwrap_or_default();
                serde_urlencoded::from_str(query).map(Self).map_err(|_| unreadable("the query string"))
            }
            Method::Post => {
                let (parts, body) = request.into_parts();
                json_only(&parts.headers)?;
                let bytes = read(&parts.headers, body, E::MAX_BODY).await?;
                let mut json = serde_json::Deserializer::from_slice(&bytes);
                let request = E::deserialize(&mut json).map_err(|error| at(&error))?;
                json.end().map_err(|error| at(&error))?;
                Ok(Self(request))
            }
        }
    }
}

/// The whole body, unless it says or turns out that it is over the limit.
async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<bytes::Bytes, ApiError> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(ProblemCode::TooLarge.into());
    }
    match Limited::new(body, limit).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(ProblemCode::TooLarge.into()),
        Err(_) => Err(unreadable("the body")),
    }
}

fn json_only(headers: &HeaderMap) -> Result<(), ApiError> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("application/json") {
        Ok(())
    } else {
        Err(ProblemCode::UnsupportedMediaType.into())
    }
}

/// Where the JSON is wrong; never what it holds.
fn at(error: &serde_json::Error) -> ApiError {
    let place = format!("line {}, column {}", error.line(), error.column());
    let message = match error.classify() {
        serde_json::error::Category::Data => "is not of the endpoint's type",
        _ => "is not JSON",
    };
    Problem::new(ProblemCode::BadRequest).field(place, message).into()
}

fn unreadable(what: &str) -> ApiError {
    Problem::new(ProblemCode::BadRequest).field(what, "could not be read").into()
}
