//! Failures on the wire: RFC 9457 problem details. The prose a person reads lives in the app, by code.

use serde::{Deserialize, Serialize};

/// A failure, as `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[error("{title}")]
pub struct Problem {
    /// `urn:credit-code:problem:` and the code, as RFC 9457 §3.1.1 wants a URI.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// The HTTP status.
    pub status: u16,
    /// The code that programs branch on.
    pub code: ProblemCode,
    /// A short English sentence for developers; holds no personal data.
    pub title: String,
    /// Which fields are wrong, and how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
    /// Seconds after which a repetition may succeed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u32>,
}

/// One wrong field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// Where, as a dotted path in the request.
    pub field: String,
    /// What is wrong, in English, without the value itself.
    pub message: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $status:literal, $title:literal;)*) => {
        /// Every failure the server answers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemCode {
            $($(#[$doc])* $code,)*
            /// A code that this build does not know yet.
            #[serde(other)]
            Unknown,
        }

        impl ProblemCode {
            /// Every code the server answers.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// Its HTTP status.
            pub const fn status(self) -> u16 {
                match self { $(Self::$code => $status,)* Self::Unknown => 500 }
            }

            /// Its sentence for developers.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$code => $title,)* Self::Unknown => "An unknown problem" }
            }
        }
    };
}

codes! {
    /// The request is not what its type says.
    BadRequest = 400, "The request could not be read";
    /// No session, or it has ended.
    SignedOut = 401, "Sign in first";
    /// The session's role may not do this.
    Forbidden = 403, "This account may not do that";
    /// The request came from another site.
    CrossOrigin = 403, "The request came from another origin";
    /// Nothing there, or not for this account.
    NotFound = 404, "There is no such thing";
    /// Wrong method for this path.
    MethodNotAllowed = 405, "This path does not take that method";
    /// The challenge is unknown, used or expired.
    ChallengeExpired = 409, "Ask for a new challenge";
    /// The same idempotency key with another content.
    Conflict = 409, "It was sent before with another content";
    /// The body is over its limit.
    TooLarge = 413, "The body is larger than this endpoint takes";
    /// Not JSON where JSON is due.
    UnsupportedMediaType = 415, "Send application/json";
    /// Well-formed, but a rule forbids it.
    Unprocessable = 422, "A field is not acceptable";
    /// A proof of possession does not check out.
    ProofInvalid = 422, "A key's proof of possession is wrong";
    /// The day's limit of tokens is reached.
    TokenLimit = 429, "No more tokens for that day";
    /// Too many requests.
    TooManyRequests = 429, "Too many requests";
    /// A fault of the server; the log has the details under the request's id.
    Internal = 500, "The server failed";
    /// The database or a list is not ready.
    Unavailable = 503, "Try again shortly";
}

impl Problem {
    /// The problem of a code, without more.
    pub fn new(code: ProblemCode) -> Self {
        let name = serde_json_name(code);
        Self {
            type_uri: format!("urn:credit-code:problem:{name}"),
            status: code.status(),
            code,
            title: code.title().to_owned(),
            fields: Vec::new(),
            retry_after_s: None,
        }
    }

    /// Adds a wrong field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>, message: impl Into<String>) -> Self {
        self.fields.push(FieldProblem { field: field.into(), message: message.into() });
        self
    }

    /// Says when a repetition may succeed.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after_s = Some(seconds);
        self
    }
}

impl From<ProblemCode> for Problem {
    fn from(code: ProblemCode) -> Self {
        Self::new(code)
    }
}

/// The code's name as serde writes it.
fn serde_json_name(code: ProblemCode) -> String {
    let debug = format!("{code:?}");
    let mut name = String::with_capacity(debug.len() + 4);
    for (i, c) in debug.char_indices() {
        if c.is_ascii_uppercase() && i > 0 {
            name.push('_');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}
