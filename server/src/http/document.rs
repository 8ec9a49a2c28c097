//! The API's description (OpenAPI 3.1), made from the endpoints as they are routed.

use api::{Audience, Endpoint, Method, Problem};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

/// A description in the making.
#[derive(Debug, Default)]
pub struct Document {
    paths: Map<String, Value>,
    schemas: Map<String, Value>,
}

impl Document {
    /// Describes an endpoint.
    pub(super) fn add<E: Endpoint>(&mut self) {
        let answer = self.schema::<E::Output>();
        let method = match E::METHOD {
            Method::Get => "get",
            Method::Post => "post",
        };
        let request = std::any::type_name::<E>().rsplit("::").next().unwrap_or_default();
        let mut operation = json!({
            "operationId": request,
            "summary": E::SUMMARY,
            "tags": [tag(E::AUDIENCE)],
            "responses": {
                "200": { "description": "Success", "content": { "application/json": {
                    "schema": answer } } },
                "default": { "description": "A problem (RFC 9457)", "content": { "application/problem+json": {
                    "schema": { "$ref": "#/components/schemas/Problem" } } } },
            },
        });
        if let Some(session) = cookie(E::AUDIENCE) {
            operation["security"] = json!([{ session: [] }]);
        }
        if E::METHOD == Method::Post {
            operation["requestBody"] = json!({ "required": true, "content": { "application/json": {
                "schema": self.schema::<E>() } } });
        }
        let path = self.paths.entry(E::PATH).or_insert_with(|| json!({}));
        path[method] = operation;
    }

    /// Keeps a type's schema, and refers to it.
    fn schema<T: ToSchema>(&mut self) -> Value {
        let mut found = vec![(T::name().into_owned(), T::schema())];
        T::schemas(&mut found);
        let json = |schema| serde_json::to_value(schema).unwrap_or_default();
        self.schemas.extend(found.into_iter().map(|(name, schema)| (name, json(schema))));
        json!({ "$ref": format!("#/components/schemas/{}", T::name()) })
    }

    /// The whole description.
    pub fn to_json(mut self) -> Value {
        self.schema::<Problem>();
        let cookies: Map<String, Value> = [Audience::Wallet, Audience::Merchant, Audience::Desk]
            .into_iter()
            .filter_map(cookie)
            .map(|name| {
                (
                    name.to_owned(),
                    json!({ "type": "apiKey", "in": "cookie", "name": format!("__Host-{name}") }),
                )
            })
            .collect();
        json!({
            "openapi": "3.1.0",
            "info": { "title": "Credit code", "version": env!("CARGO_PKG_VERSION") },
            "paths": self.paths,
            "components": { "schemas": self.schemas, "securitySchemes": cookies },
        })
    }
}

fn tag(audience: Audience) -> &'static str {
    cookie(audience).unwrap_or("public")
}

fn cookie(audience: Audience) -> Option<&'static str> {
    match audience {
        Audience::Public => None,
        Audience::Wallet => Some("wallet"),
        Audience::Merchant => Some("merchant"),
        Audience::Desk => Some("desk"),
    }
}
