use super::*;

fn built() -> (tempfile::TempDir, Files) {
    let dist = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("wallet/index.html", "<script type=\"module\">start()</script><script src=\"/boot.js\"></script>"),
        ("wallet/wallet-0123456789abcdef_bg.wasm", "wasm"),
        ("wallet/wallet-0123456789abcdef_bg.wasm.br", "small"),
        ("wallet/sw.js", "worker"),
        ("merchant/index.html", "till"),
    ] {
        let file = dist.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let files = Files::read(dist.path()).unwrap();
    (dist, files)
}

fn get(files: &Files, path: &str, headers: &[(header::HeaderName, &str)]) -> Response {
    let headers = headers.iter().map(|(n, v)| (n.clone(), HeaderValue::from_str(v).unwrap())).collect();
    files.answer(&Method::GET, &path.parse().unwrap(), &headers)
}

#[test]
fn paths_without_a_dot_are_pages_and_others_files() {
    let (_dist, files) = built();
    for (path, status) in [
        ("/", 200),
        ("/code/show", 200),
        ("/merchant/settings", 200),
        ("/merchant", 308),
        ("/desk/", 404),
        ("/nothing.js", 404),
        ("/merchant/nothing.js", 404),
        ("/../Cargo.toml", 404),
    ] {
        assert_eq!(get(&files, path, &[]).status(), status, "{path}");
    }
}

#[test]
fn hashed_names_are_kept_for_ever_and_others_asked_for_again() {
    let (_dist, files) = built();
    let caching =
        |path: &str| get(&files, path, &[]).headers()[header::CACHE_CONTROL].to_str().unwrap().to_owned();
    assert!(caching("/wallet-0123456789abcdef_bg.wasm").contains("immutable"));
    for path in ["/", "/sw.js", "/merchant/"] {
        assert_eq!(caching(path), "no-cache", "{path}");
    }
}

#[test]
fn the_build_has_compressed_and_a_known_version_is_not_sent_again() {
    let (_dist, files) = built();
    let path = "/wallet-0123456789abcdef_bg.wasm";
    let packed = get(&files, path, &[(header::ACCEPT_ENCODING, "gzip, br")]);
    assert_eq!(packed.headers()[header::CONTENT_ENCODING], "br");
    assert_eq!(packed.headers()[header::CONTENT_TYPE], "application/wasm");
    let etag = packed.headers()[header::ETAG].to_str().unwrap();
    let again = get(&files, path, &[(header::ACCEPT_ENCODING, "br"), (header::IF_NONE_MATCH, etag)]);
    assert_eq!(again.status(), 304);
    let plain = get(&files, path, &[(header::ACCEPT_ENCODING, "br;q=0"), (header::IF_NONE_MATCH, etag)]);
    assert_eq!((plain.status().as_u16(), plain.headers().get(header::CONTENT_ENCODING)), (200, None));
}

#[test]
fn a_page_allows_its_own_inline_scripts_and_no_others() {
    let (_dist, files) = built();
    let policy =
        get(&files, "/", &[]).headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
    let hash = Base64::encode_string(&Sha256::digest(b"start()"));
    assert!(policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash}';")), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
}

#[test]
fn a_worker_may_fetch_and_run_wasm_and_nothing_else() {
    let (_dist, files) = built();
    let policy =
        get(&files, "/sw.js", &[]).headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
    for part in ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{policy}");
}
