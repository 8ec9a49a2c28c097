//! Private keys at rest: one `age` file each, for the server's identity.

use crate::{failure::Failure, file};
use age::{
    secrecy::ExposeSecret,
    x25519::{Identity, Recipient},
};
use credit_code::key::Kid;
use std::{
    env,
    fmt::Display,
    fs,
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// Where the identity comes from when it does not lie in the data folder: a file on another volume.
const IDENTITY_FILE: &str = "CREDIT_IDENTITY_FILE";
const SEED_BYTES: usize = 32;

/// Seals and opens the seeds of issuing keys.
#[derive(Clone)]
pub struct Vault {
    folder: PathBuf,
    identity: Identity,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Vault {
    /// Opens the vault in the data folder; makes an identity when there is none and no key either.
    ///
    /// # Errors
    /// When the identity is damaged, readable by others, or lost while keys are there.
    pub fn open(data: &Path) -> Result<Self, Failure> {
        let folder = data.join("keys");
        file::folder(&folder)?;
        let identity = match env::var_os(IDENTITY_FILE) {
            Some(path) => parse(&PathBuf::from(path))?,
            None => own(data, &folder)?,
        };
        Ok(Self { folder, identity })
    }

    /// Keeps a seed under a key's id.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn seal(&self, kid: Kid, seed: &[u8; SEED_BYTES]) -> Result<(), Failure> {
        let recipient: Recipient = self.identity.to_public();
        let sealed = age::encrypt(&recipient, seed).map_err(Failure::refused)?;
        file::write(&self.path(kid), &sealed)
    }

    /// Gives back a seed.
    ///
    /// # Errors
    /// When its file is missing, damaged, or sealed for another identity.
    pub fn unseal(&self, kid: Kid) -> Result<Zeroizing<[u8; SEED_BYTES]>, Failure> {
        let sealed = file::read(&self.path(kid)).map_err(|failure| match failure {
            Failure::Damaged { path, why } => or_revoke(path, &why, kid),
            other => other,
        })?;
        let opened = age::decrypt(&self.identity, &sealed).map(Zeroizing::new);
        let opened = opened.map_err(|error| self.damaged(kid, error))?;
        let seed = <[u8; SEED_BYTES]>::try_from(opened.as_slice());
        seed.map(Zeroizing::new).map_err(|_| self.damaged(kid, "it does not hold 32 bytes"))
    }

    /// A failure that names a key's file, and what can be done.
    pub(super) fn damaged(&self, kid: Kid, why: impl Display) -> Failure {
        let path = self.path(kid).display().to_string();
        or_revoke(path, &format!("{why}; restore it from a backup"), kid)
    }

    fn path(&self, kid: Kid) -> PathBuf {
        self.folder.join(format!("{kid}.age"))
    }
}

/// Without its private half a key can only be given up.
fn or_revoke(path: String, why: &str, kid: Kid) -> Failure {
    Failure::Damaged { path, why: format!("{why}, or give the key up: server keys revoke {kid}") }
}

/// The identity in the data folder, made at first start.
fn own(data: &Path, keys: &Path) -> Result<Identity, Failure> {
    let path = data.join("identity.txt");
    if path.exists() {
        file::read(&path)?;
        return parse(&path);
    }
    let has_keys = fs::read_dir(keys).map_err(Failure::file(keys))?.next().is_some();
    if has_keys {
        return Err(Failure::damaged(
            &path,
            "it is missing, and keys are sealed for it; restore it from a backup",
        ));
    }
    let identity = Identity::generate();
    file::write(&path, identity.to_string().expose_secret().as_bytes())?;
    Ok(identity)
}

fn parse(path: &Path) -> Result<Identity, Failure> {
    refuse_open_file(path)?;
    let text = Zeroizing::new(fs::read_to_string(path).map_err(Failure::file(path))?);
    let line = text.lines().find(|line| line.starts_with("AGE-SECRET-KEY-"));
    line.unwrap_or_default().trim().parse().map_err(|why: &str| Failure::damaged(path, why))
}

#[cfg(unix)]
fn refuse_open_file(path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).map_err(Failure::file(path))?.permissions().mode();
    if mode & 0o077 == 0 {
        Ok(())
    } else {
        Err(Failure::refused(format!("{} can be read by others; run chmod 600 on it", path.display())))
    }
}

#[cfg(not(unix))]
fn refuse_open_file(_: &Path) -> Result<(), Failure> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KID: Kid = Kid([0x0b, 0xad, 0xca, 0xfe]);

    #[test]
    fn a_sealed_seed_comes_back_and_a_changed_file_is_named() {
        let data = tempfile::tempdir().unwrap();
        Vault::open(data.path()).unwrap().seal(KID, &[9; 32]).unwrap();
        let vault = Vault::open(data.path()).unwrap();
        assert_eq!(*vault.unseal(KID).unwrap(), [9; 32]);
        let path = data.path().join("keys/0badcafe.age");
        let sealed = fs::read(&path).unwrap();
        assert!(!sealed.windows(32).any(|w| w == [9; 32]));
        fs::write(&path, &sealed[..sealed.len() / 2]).unwrap();
        assert!(vault.unseal(KID).unwrap_err().to_string().contains("0badcafe.age is damaged"));
    }

    #[test]
    fn a_lost_identity_is_not_silently_replaced() {
        let data = tempfile::tempdir().unwrap();
        Vault::open(data.path()).unwrap().seal(KID, &[9; 32]).unwrap();
        fs::remove_file(data.path().join("identity.txt")).unwrap();
        assert!(matches!(Vault::open(data.path()), Err(Failure::Damaged { .. })));
    }
}
