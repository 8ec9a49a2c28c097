//! A city with a root of its own: from an empty folder to lists that tills believe.

use crate::{
    client::Client,
    operator::{Running, credit_code, hex_root, run, start},
    wallet::Lists,
};
use api::{Endpoint, ProblemCode, demo::DemoWalletSignIn, issuing::ReadIssuing, lists::TRUST_PATH};
use credit_code::{key::SigningKey, trust::TrustError};
use reqwest::header::RETRY_AFTER;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tests::{PATIENCE, Res, until};

/// Where the city is, and the seed of its root.
struct City {
    folder: TempDir,
    seed: [u8; 32],
}

impl City {
    fn new() -> Res<Self> {
        Ok(Self { folder: tempfile::tempdir()?, seed: [0x5a; 32] })
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn root(&self) -> SigningKey {
        SigningKey::from_seed(&self.seed)
    }

    async fn start(&self) -> Res<Running> {
        start(&self.data(), &["--root", &hex_root(&self.root())]).await
    }

    /// What the root is to sign.
    async fn export(&self) -> Res<String> {
        Ok(run(&self.data(), &["trust", "export", "--root", &hex_root(&self.root())]).await?.good())
    }

    /// Signs it with a seed, as is done where the root is.
    async fn sign(&self, description: &str, seed: &[u8; 32], name: &str) -> Res<PathBuf> {
        let file = self.folder.path().join(name);
        let seed: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
        let out = file.display().to_string();
        credit_code(&["trust", "sign", "--seed", &seed, "--out", &out], description).await?.good();
        Ok(file)
    }

    async fn install(&self, file: &Path) -> Res<crate::operator::Ended> {
        let (root, file) = (hex_root(&self.root()), file.display().to_string());
        run(&self.data(), &["trust", "install", &file, "--root", &root]).await
    }
}

/// Asks whether the server is ready: nothing, or what it waits for.
async fn waits_for(client: &Client) -> Res<Vec<String>> {
    let ready = client.get("/api/public/health/ready", None).await?;
    match ready.status.as_u16() {
        200 => Ok(Vec::new()),
        _ => {
            let problem = ready.problem();
            assert_eq!(problem.code, ProblemCode::Unavailable);
            Ok(problem.fields.into_iter().map(|part| format!("{}: {}", part.field, part.message)).collect())
        }
    }
}

#[tokio::test]
async fn outside_the_demo_nobody_signs_in_as_anyone() -> Res {
    let city = City::new()?;
    let server = city.start().await?;
    let client = Client::of(&server.base);
    let sign_in = DemoWalletSignIn { account: "li-na".to_owned() };
    assert_eq!(client.ask(&sign_in).await?.unwrap_err().code, ProblemCode::NotFound);
    for audience in ["wallet", "merchant", "desk"] {
        let accounts = client.get(&format!("/api/{audience}/demo/accounts"), None).await?;
        assert_eq!(accounts.problem().code, ProblemCode::NotFound, "{audience}");
    }
    assert_eq!(client.ask(&ReadIssuing {}).await?.unwrap_err().code, ProblemCode::SignedOut);
    let described = client.get("/api/public/openapi.json", None).await?.body;
    let described = String::from_utf8(described)?;
    assert!(described.contains(ReadIssuing::PATH) && !described.contains("/demo/"));
    server.kill().await
}

#[tokio::test]
async fn lists_are_served_once_the_citys_root_has_signed() -> Res {
    let city = City::new()?;
    let server = city.start().await?;
    let client = Client::of(&server.base);
    assert_eq!(waits_for(&client).await?, ["lists: wait for a trust list that the root has signed"]);
    for path in [TRUST_PATH, api::lists::BUNDLE_PATH] {
        let none = client.get(path, None).await?;
        assert_eq!(
            (none.problem().code, none.header(RETRY_AFTER)),
            (ProblemCode::Unavailable, "60"),
            "{path}"
        );
    }

    let file = city.sign(&city.export().await?, &city.seed, "first.cbor").await?;
    let said = city.install(&file).await?.good();
    assert!(said.starts_with("installed list 1 of 20") && said.lines().count() == 1, "{said}");
    until("a server that is ready", PATIENCE, || waits_for(&client), Vec::is_empty).await?;
    assert_eq!(client.get(TRUST_PATH, None).await?.body, std::fs::read(&file)?, "published as it was signed");
    let lists = Lists::fetch_under(city.root().public(), &client).await?;
    assert_eq!((lists.trust.seq, lists.trust.entries.len(), lists.status.len()), (1, 6, 10));
    let of_demo = Lists::fetch(&client).await.unwrap_err();
    let unknown = TrustError::UnknownRoot(city.root().public().kid());
    assert_eq!(of_demo.to_string(), unknown.to_string());

    // It is kept: a server that starts again is ready at once.
    server.kill().await?;
    let server = city.start().await?;
    assert_eq!(waits_for(&Client::of(&server.base)).await?, [""; 0]);
    server.kill().await?;
    let other = hex_root(&SigningKey::from_seed(&[1; 32]));
    let refused = run(&city.data(), &["run", "--listen", "127.0.0.1:0", "--root", &other]).await?;
    let path = city.data().join("trust.cbor");
    let why = "give that root's public key as --root";
    assert_eq!(refused.sentence(), format!("error: {}: {unknown}; {why}", path.display()));
    Ok(())
}

#[tokio::test]
async fn a_list_that_the_citys_root_did_not_sign_or_that_is_old_is_refused() -> Res {
    let city = City::new()?;
    let server = city.start().await?;
    let client = Client::of(&server.base);
    let description = city.export().await?;
    let good = city.sign(&description, &city.seed, "good.cbor").await?;
    let demo = city.sign(&description, &sample::DEMO_ROOT_SEED, "demo.cbor").await?;
    let stranger = city.sign(&description, &[1; 32], "stranger.cbor").await?;
    let half = city.folder.path().join("half.cbor");
    std::fs::write(&half, &std::fs::read(&good)?[..100])?;
    let by_demo = "error: this list is signed by the demo root, which everyone can sign with; let your own root sign it";
    let by_stranger = format!(
        "error: the trust list is signed by an unknown root, {}",
        SigningKey::from_seed(&[1; 32]).public().kid()
    );
    for (file, why) in [
        (&demo, by_demo),
        (&stranger, &by_stranger),
        (&half, "error: the trust list is not well-formed CBOR"),
    ] {
        assert_eq!(city.install(file).await?.sentence(), why);
        assert!(!city.data().join("trust.cbor").exists());
    }
    assert_eq!(waits_for(&client).await?.len(), 1);

    city.install(&good).await?.good();
    let mut next: serde_json::Value = serde_json::from_str(&city.export().await?)?;
    assert_eq!(next["seq"], 2);
    assert_eq!(city.install(&good).await?.sentence(), "error: the list's number must be above 1");
    let gone = next["keys"].as_array_mut().and_then(Vec::pop).ok_or("no keys")?;
    let less = city.sign(&next.to_string(), &city.seed, "less.cbor").await?;
    let refused = city.install(&less).await?.sentence();
    assert!(refused.ends_with(" is gone before its end; revoke it instead"), "{refused} {gone}");
    assert_eq!(std::fs::read(city.data().join("trust.cbor"))?, std::fs::read(&good)?);
    server.kill().await
}

#[tokio::test]
async fn a_new_key_waits_for_the_root_and_a_revoked_one_is_told_by_it() -> Res {
    let city = City::new()?;
    let server = city.start().await?;
    let client = Client::of(&server.base);
    let sign = |name: &'static str| {
        let city = &city;
        async move {
            let file = city.sign(&city.export().await?, &city.seed, name).await?;
            Res::Ok(city.install(&file).await?.good())
        }
    };
    sign("first.cbor").await?;
    let fetch = || Lists::fetch_under(city.root().public(), &client);
    let first = until("the first list", PATIENCE, fetch, |_| true).await?;

    let ahead = city.sign(&city.export().await?, &city.seed, "ahead.cbor").await?;
    let lost = first.phone_keys()[0].kid;
    let said = run(&city.data(), &["keys", "revoke", &lost.to_string()]).await?.good();
    let remind = "now: `server trust export`, let the root sign it, `server trust install`";
    assert_eq!(said, format!("revoked {lost}\n{remind}\n"));
    let unaware = city.install(&ahead).await?.sentence();
    let again = "is revoked here and not on this list; export again and let the root sign that";
    assert_eq!(unaware, format!("error: key {lost} {again}"));
    let said = sign("second.cbor").await?;
    assert!(said.starts_with("installed list 2 of "), "{said}");
    let second = until("the second list", PATIENCE, fetch, |lists| lists.trust.seq == 2).await?;
    assert!(second.trust.find(lost).is_some_and(|entry| entry.revoked_at.is_some()));
    assert_eq!((second.phone_keys().len(), second.trust.entries.len()), (2, 7));
    server.kill().await
}
