//! Whose signature makes a trust list.

use crate::{config::Config, failure::Failure};
use credit_code::{
    key::{PublicKey, SigningKey},
    trust::TrustError,
};

/// The root of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Root {
    /// The publicly known key of demo cities; the server signs with it by itself.
    Demo,
    /// The city's own: its private half is offline, and lists come in by `server trust install`.
    Pinned(PublicKey),
}

impl Root {
    /// The root that a server was started with.
    ///
    /// # Errors
    /// Outside demo mode when there is none, or when it is the demo root.
    pub fn of(config: &Config) -> Result<Self, Failure> {
        match (config.demo, config.root) {
            (true, _) => Ok(Self::Demo),
            (false, Some(root)) if root == demo_key().public() => Err(Failure::refused(
                "this is the demo root, which everyone can sign with; outside demo mode use a root of your own",
            )),
            (false, Some(root)) => Ok(Self::Pinned(root)),
            (false, None) => Err(Failure::refused(
                "outside demo mode the root's public key is needed: --root, or CREDIT_CODE_ROOT",
            )),
        }
    }

    /// Whether this is the demo root.
    pub fn is_demo(self) -> bool {
        self == Self::Demo
    }
}

/// Why a list is refused; of the demo root's it is said by name.
pub(crate) fn refusal(why: TrustError) -> Failure {
    match why {
        TrustError::UnknownRoot(kid) if kid == demo_key().public().kid() => Failure::refused(
            "this list is signed by the demo root, which everyone can sign with; let your own root sign it",
        ),
        why => Failure::refused(why),
    }
}

/// The demo root itself.
pub(super) fn demo_key() -> SigningKey {
    SigningKey::from_seed(&sample::DEMO_ROOT_SEED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_demo_mode_the_demo_root_is_refused() {
        let own = SigningKey::from_seed(&[9; 32]).public();
        let with = |demo, root| Root::of(&Config { demo, root, ..Config::default() });
        assert_eq!(with(true, None).unwrap(), Root::Demo);
        assert_eq!(with(false, Some(own)).unwrap(), Root::Pinned(own));
        let refused = with(false, Some(demo_key().public())).unwrap_err();
        assert!(refused.to_string().contains("demo root"), "{refused}");
        assert!(with(false, None).unwrap_err().to_string().contains("--root"));
    }
}
