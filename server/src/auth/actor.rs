//! Actors are types: a handler that takes a [`Resident`] cannot be reached by anyone else.

use super::session::{Key, find};
use crate::{http::error::ApiError, state::App};
use api::{Audience, ProblemCode};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use domain::ids::{OfficerId, ResidentId, TillId};
use std::{convert::Infallible, str::FromStr};

/// Someone, or no one in particular, who makes a request.
pub trait Actor: FromRequestParts<App> + Send + 'static {
    /// Whose endpoints this actor may call.
    const AUDIENCE: Audience;
}

/// A signed-in resident.
#[derive(Debug, Clone, Copy)]
pub struct Resident {
    /// Who.
    pub id: ResidentId,
    /// The session, for ending it.
    pub session: Key,
}

/// A signed-in till.
#[derive(Debug, Clone, Copy)]
pub struct Merchant {
    /// Which.
    pub till: TillId,
    /// The session, for ending it.
    pub session: Key,
}

/// A signed-in officer.
#[derive(Debug, Clone, Copy)]
pub struct Officer {
    /// Who.
    pub id: OfficerId,
    /// The session, for ending it.
    pub session: Key,
}

/// Anyone, signed in or not; the headers tell sign-in which session to replace.
#[derive(Debug, Clone)]
pub struct Anyone {
    /// As sent.
    pub headers: HeaderMap,
}

impl Actor for Resident {
    const AUDIENCE: Audience = Audience::Wallet;
}
impl Actor for Merchant {
    const AUDIENCE: Audience = Audience::Merchant;
}
impl Actor for Officer {
    const AUDIENCE: Audience = Audience::Desk;
}
impl Actor for Anyone {
    const AUDIENCE: Audience = Audience::Public;
}

impl FromRequestParts<App> for Resident {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let (id, session) = signed_in::<Self, _>(parts, app).await?;
        Ok(Self { id, session })
    }
}

impl FromRequestParts<App> for Merchant {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let (till, session) = signed_in::<Self, _>(parts, app).await?;
        Ok(Self { till, session })
    }
}

impl FromRequestParts<App> for Officer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let (id, session) = signed_in::<Self, _>(parts, app).await?;
        Ok(Self { id, session })
    }
}

impl FromRequestParts<App> for Anyone {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self { headers: parts.headers.clone() })
    }
}

async fn signed_in<A: Actor, Id: FromStr>(parts: &Parts, app: &App) -> Result<(Id, Key), ApiError> {
    let (key, subject) = find(&app.db, A::AUDIENCE, &parts.headers, app.now()).await?;
    let id = subject.parse().map_err(|_| ProblemCode::SignedOut)?;
    Ok((id, key))
}
