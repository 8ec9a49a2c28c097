//! What makes a request type an endpoint.

use serde::{Serialize, de::DeserializeOwned};

/// How a request travels: `Get` as a query string, `Post` as a JSON body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads; safe to repeat.
    Get,
    /// Changes something; carries what makes a repetition recognisable.
    Post,
}

/// Which app an endpoint serves. Each has its own session cookie, so that one browser can hold all three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Anyone, without a session.
    Public,
    /// Residents and helpers.
    Wallet,
    /// Shops.
    Merchant,
    /// The office.
    Desk,
}

/// What both sides need of a type on the wire; with the feature `openapi`, also its schema.
#[cfg(not(feature = "openapi"))]
pub trait Wire: Serialize + DeserializeOwned + 'static {}
#[cfg(not(feature = "openapi"))]
impl<T: Serialize + DeserializeOwned + 'static> Wire for T {}

/// What both sides need of a type on the wire; with the feature `openapi`, also its schema.
#[cfg(feature = "openapi")]
pub trait Wire: Serialize + DeserializeOwned + utoipa::ToSchema + 'static {}
#[cfg(feature = "openapi")]
impl<T: Serialize + DeserializeOwned + utoipa::ToSchema + 'static> Wire for T {}

/// One endpoint: the request type itself.
pub trait Endpoint: Wire {
    /// How it travels.
    const METHOD: Method;
    /// Its path, the same on both sides; it never holds personal data.
    const PATH: &'static str;
    /// Whose session it needs.
    const AUDIENCE: Audience;
    /// One line for the API's description.
    const SUMMARY: &'static str;
    /// The most bytes that a request's body may have.
    const MAX_BODY: usize = 64 * 1024;
    /// What a success answers.
    type Output: Wire;
}

/// Implements [`Endpoint`] in one line: `endpoint!(Get "/api/…" Wallet: Request => Output, "summary");`.
macro_rules! endpoint {
    ($method:ident $path:literal $audience:ident: $request:ty => $output:ty, $summary:literal $(, at_most $bytes:expr)?) => {
        impl $crate::Endpoint for $request {
            const METHOD: $crate::Method = $crate::Method::$method;
            const PATH: &'static str = $path;
            const AUDIENCE: $crate::Audience = $crate::Audience::$audience;
            const SUMMARY: &'static str = $summary;
            $(const MAX_BODY: usize = $bytes;)?
            type Output = $output;
        }
    };
}
pub(crate) use endpoint;
