//! Files that are damaged or gone: the server says which and what to do, and touches nothing.

use crate::{
    client::Client,
    operator::{refused_start, run},
};
use std::{
    collections::BTreeMap,
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};
use tests::{Res, Server, ServerOptions};

/// Everything in a data folder but what SQLite keeps beside the database while it is open.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A city that is stopped, with its files as they were.
struct Stopped {
    server: Server,
    files: Files,
}

impl Stopped {
    async fn city() -> Res<Self> {
        let server = Server::start(ServerOptions::default()).await?;
        server.stop().await?;
        let files = files(server.data())?;
        Ok(Self { server, files })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.server.data().join(name)
    }

    /// A key's id.
    async fn kid(&self) -> Res<String> {
        let keys = run(self.server.data(), &["keys", "list"]).await?.good();
        Ok(keys.split_whitespace().next().ok_or("no keys")?.to_owned())
    }

    /// Does the damage, expects this sentence and untouched files, repairs it, and expects a server that is ready.
    async fn refuses(&self, damage: impl FnOnce() -> std::io::Result<()>, sentence: &str) -> Res {
        damage()?;
        let damaged = files(self.server.data())?;
        assert_ne!(damaged, self.files, "{sentence}");
        assert_eq!(refused_start(&self.server).await?.sentence(), sentence);
        assert_eq!(names(&files(self.server.data())?, &damaged), [""; 0], "changed by the start: {sentence}");
        for (path, bytes) in &self.files {
            fs::write(path, bytes)?;
            fs::set_permissions(path, Permissions::from_mode(0o600))?;
        }
        self.starts().await?;
        assert_eq!(names(&files(self.server.data())?, &self.files), [""; 0], "changed since: {sentence}");
        Ok(())
    }

    async fn starts(&self) -> Res {
        self.server.start_again().await?;
        let ready = Client::of(self.server.base()).get("/api/public/health/ready", None).await?;
        assert_eq!(ready.body, br#"{"status":"ready"}"#);
        self.server.stop().await
    }
}

#[tokio::test]
async fn a_damaged_key_is_named_and_can_be_given_up() -> Res {
    let city = Stopped::city().await?;
    let kid = city.kid().await?;
    let key = city.path(&format!("keys/{kid}.age"));
    let digest = city.path(&format!("keys/{kid}.age.sha256"));
    let sealed = fs::read(&key)?;
    let says = |path: &Path, why: &str| {
        let path = path.display();
        format!("error: {path} is damaged: {why} from a backup, or give the key up: server keys revoke {kid}")
    };
    let other = says(&key, "it does not fit its digest; restore both files");
    city.refuses(|| fs::write(&key, &sealed[..sealed.len() / 2]), &other).await?;
    city.refuses(|| fs::write(&key, b""), &other).await?;
    city.refuses(|| fs::write(&key, flipped(&sealed)), &other).await?;
    city.refuses(|| fs::remove_file(&key), &says(&key, "it is missing; restore it")).await?;
    city.refuses(|| fs::remove_file(&digest), &says(&digest, "it is missing; restore it")).await?;

    // Without a backup: the key is revoked, another is made, and the city goes on.
    fs::remove_file(&key)?;
    let offset = format!("--clock-offset={}", city.server.clock_offset());
    assert_eq!(city.server.command(&["keys", "revoke", &kid, &offset]).await?, format!("revoked {kid}\n"));
    city.starts().await
}

#[tokio::test]
async fn a_key_under_another_ones_name_is_refused() -> Res {
    let city = Stopped::city().await?;
    let kid = city.kid().await?;
    let other = city.files.keys().find(|path| {
        path.extension().is_some_and(|extension| extension == "age") && !path.ends_with(format!("{kid}.age"))
    });
    let other = other.ok_or("one key only")?.display().to_string();
    let key = city.path(&format!("keys/{kid}.age")).display().to_string();
    let swap = || {
        fs::copy(&other, &key)?;
        fs::copy(format!("{other}.sha256"), format!("{key}.sha256")).map(drop)
    };
    let why = "it holds another key; restore it from a backup, or give the key up: server keys revoke";
    city.refuses(swap, &format!("error: {key} is damaged: {why} {kid}")).await
}

#[tokio::test]
async fn a_damaged_trust_list_is_named() -> Res {
    let city = Stopped::city().await?;
    let path = city.path("trust.cbor");
    let signed = fs::read(&path)?;
    let says = |why: &str| {
        format!("error: {} is damaged: the trust list{why}; restore it from a backup", path.display())
    };
    city.refuses(|| fs::write(&path, &signed[..signed.len() / 2]), &says(" is not well-formed CBOR")).await?;
    city.refuses(|| fs::write(&path, b""), &says(" is not well-formed CBOR")).await?;
    city.refuses(|| fs::write(&path, flipped(&signed)), &says("'s signature is wrong")).await?;

    // What a kill in the midst of replacing it leaves is no damage.
    fs::write(city.path("trust.cbor.0.new"), &signed[..signed.len() / 2])?;
    city.starts().await
}

#[tokio::test]
async fn a_damaged_database_is_named() -> Res {
    let city = Stopped::city().await?;
    let path = city.path("city.db");
    let kept = fs::read(&path)?;
    let says = |why: &str| format!("error: {} is damaged: {why}; restore it from a backup", path.display());
    let malformed = says("error returned from database: (code: 11) database disk image is malformed");
    city.refuses(|| fs::write(&path, &kept[..kept.len() / 2]), &malformed).await?;
    let other = says("error returned from database: (code: 26) file is not a database");
    city.refuses(|| fs::write(&path, &kept[1..]), &other).await
}

#[tokio::test]
async fn a_lost_or_open_identity_is_named_and_not_replaced() -> Res {
    let city = Stopped::city().await?;
    let path = city.path("identity.txt");
    let secret = fs::read(&path)?;
    let says = |why: &str| format!("error: {} {why}", path.display());
    let missing = says("is damaged: it is missing, and keys are sealed for it; restore it from a backup");
    city.refuses(|| fs::remove_file(&path), &missing).await?;
    let other = says("is damaged: it does not fit its digest; restore both files from a backup");
    city.refuses(|| fs::write(&path, &secret[..secret.len() / 2]), &other).await?;
    city.refuses(|| fs::write(&path, flipped(&secret)), &other).await?;

    fs::set_permissions(&path, Permissions::from_mode(0o640))?;
    assert_eq!(
        refused_start(&city.server).await?.sentence(),
        says("can be read by others; run chmod 600 on it")
    );
    fs::set_permissions(&path, Permissions::from_mode(0o600))?;
    city.starts().await
}

fn flipped(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    bytes
}

fn files(folder: &Path) -> Res<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else if !path.ends_with("city.db-wal") && !path.ends_with("city.db-shm") {
            files.insert(path.clone(), fs::read(&path)?);
        }
    }
    Ok(files)
}

/// Those that are only in one, or differ.
fn names(one: &Files, other: &Files) -> Vec<String> {
    let all: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
    let differ = all.into_iter().filter(|path| one.get(*path) != other.get(*path));
    differ.map(|path| path.display().to_string()).collect()
}
