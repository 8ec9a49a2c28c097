//! The built apps: read once at start, compressed by the build, never a path of the disk at request time.

use super::{
    error::response,
    headers::{SCRIPT_POLICY, page_policy},
};
use crate::failure::Failure;
use api::ProblemCode;
use axum::{
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use base64ct::{Base64, Encoding};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

/// Apps and where each is served.
const APPS: [(&str, &str); 3] = [("wallet", "/"), ("merchant", "/merchant/"), ("desk", "/desk/")];

const PAGE: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// All files of all apps.
#[derive(Debug, Default)]
pub struct Files {
    by_path: HashMap<String, File>,
}

#[derive(Debug)]
struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    kind: &'static str,
    caching: &'static str,
    etag: String,
    /// Of pages and scripts.
    policy: Option<String>,
}

impl Files {
    /// Reads `dist/{wallet,merchant,desk}`. An app that is not built is not served.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(dist: &Path) -> Result<Self, Failure> {
        let mut files = Self::default();
        for (app, base) in APPS {
            let folder = dist.join(app);
            if folder.is_dir() {
                files.add(&folder, base)?;
            } else {
                tracing::warn!(app, "not built, so not served");
            }
        }
        Ok(files)
    }

    fn add(&mut self, folder: &Path, base: &str) -> Result<(), Failure> {
        for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
            let path = entry.map_err(Failure::file(folder))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if path.is_dir() {
                self.add(&path, &format!("{base}{name}/"))?;
            } else if !matches!(path.extension().and_then(|e| e.to_str()), Some("br" | "gz")) {
                self.by_path.insert(format!("{base}{name}"), File::read(&path, name)?);
            }
        }
        Ok(())
    }

    /// Answers a path: a file, or the app's page for a path without a dot.
    pub fn answer(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
        let path = uri.path();
        let file = self.by_path.get(path).or_else(|| self.page(path));
        match file {
            _ if path == "/merchant" || path == "/desk" => {
                Redirect::permanent(&format!("{path}/")).into_response()
            }
            Some(_) if !matches!(*method, Method::GET | Method::HEAD) => {
                response(&ProblemCode::MethodNotAllowed.into())
            }
            Some(file) => file.answer(headers),
            None => response(&ProblemCode::NotFound.into()),
        }
    }

    fn page(&self, path: &str) -> Option<&File> {
        if path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
            return None;
        }
        let (_, base) = APPS.iter().rev().find(|(_, base)| path.starts_with(base))?;
        self.by_path.get(&format!("{base}index.html"))
    }
}

impl File {
    fn read(path: &Path, name: &str) -> Result<Self, Failure> {
        let plain: Bytes = fs::read(path).map_err(Failure::file(path))?.into();
        let beside = |extension: &str| {
            let packed = PathBuf::from(format!("{}.{extension}", path.display()));
            fs::read(packed).ok().map(Bytes::from)
        };
        let digest = Sha256::digest(&plain);
        let kind = kind(name);
        let policy = match kind {
            PAGE => Some(page_policy(&inline_scripts(&String::from_utf8_lossy(&plain)))),
            SCRIPT => Some(SCRIPT_POLICY.to_owned()),
            _ => None,
        };
        Ok(Self {
            brotli: beside("br"),
            gzip: beside("gz"),
            kind,
            caching: if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" },
            etag: Base64::encode_string(&digest[..16]),
            policy,
            plain,
        })
    }

    fn answer(&self, asked: &HeaderMap) -> Response {
        let accepts = |coding: &str| {
            let accepted =
                asked.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
            accepted
                .split(',')
                .any(|c| c.split(';').next().is_some_and(|c| c.trim() == coding) && !c.contains("q=0"))
        };
        let (body, coding) = match (&self.brotli, &self.gzip) {
            (Some(packed), _) if accepts("br") => (packed, Some("br")),
            (_, Some(packed)) if accepts("gzip") => (packed, Some("gzip")),
            _ => (&self.plain, None),
        };
        let etag = format!("\"{}{}\"", self.etag, coding.unwrap_or_default());
        let unchanged = matches(asked, &etag);
        let mut answer = if unchanged {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            (StatusCode::OK, body.clone()).into_response()
        };
        let headers = answer.headers_mut();
        let mut set = |name, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        set(header::ETAG, &etag);
        set(header::CACHE_CONTROL, self.caching);
        set(header::VARY, "accept-encoding");
        if let Some(policy) = &self.policy {
            set(header::CONTENT_SECURITY_POLICY, policy);
        }
        if !unchanged {
            set(header::CONTENT_TYPE, self.kind);
            if let Some(coding) = coding {
                set(header::CONTENT_ENCODING, coding);
            }
        }
        answer
    }
}

/// Whether the caller holds this version already.
pub fn matches(asked: &HeaderMap, etag: &str) -> bool {
    let held = asked.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    held.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == etag)
}

/// Trunk puts a hash of 16 hexadecimal digits into the names of files whose content never changes under that name.
fn is_hashed(name: &str) -> bool {
    let is_hash = |part: &str| part.len() >= 12 && part.bytes().all(|b| b.is_ascii_hexdigit());
    name.split(['-', '.', '_']).any(is_hash)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => PAGE,
        "js" | "mjs" => SCRIPT,
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The hashes of the inline scripts of a page, as a content security policy names them.
fn inline_scripts(page: &str) -> Vec<String> {
    page.split("<script")
        .skip(1)
        .filter_map(|rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (script, _) = rest.split_once("</script>")?;
            let inline = !attributes.contains("src=") && !script.is_empty();
            inline.then(|| Base64::encode_string(&Sha256::digest(script.as_bytes())))
        })
        .collect()
}

#[cfg(test)]
mod tests;
