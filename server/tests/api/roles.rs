//! Each role reaches its own endpoints and no others.

use crate::support::{City, Someone};
use api::{
    Audience, Endpoint, ProblemCode,
    codes::AskChallenge,
    issuing::{FindResident, RevocationReason, RevokeTokens},
    merchants::ListMerchants,
    scans::SyncScans,
    score::ReadScore,
    session::{ReadDeskSession, ReadMerchantSession, ReadWalletSession},
};
use domain::ids::{ResidentId, RevocationId};

/// Whether `someone` of `audience` gets past the door of an endpoint, as the endpoint's audience says.
async fn check<E: Endpoint>(someone: &Someone<'_>, audience: Audience, request: E) {
    let may = E::AUDIENCE == audience || E::AUDIENCE == Audience::Public;
    let stopped = someone.call(&request).await.is_err_and(|problem| problem.code == ProblemCode::SignedOut);
    assert_eq!(!stopped, may, "{audience:?} on {}", E::PATH);
}

#[tokio::test]
async fn role_by_route() {
    let city = City::start().await;
    for (someone, audience) in [
        (city.nobody(), Audience::Public),
        (city.resident("wang-ming").await, Audience::Wallet),
        (city.resident("zhou-helper").await, Audience::Wallet),
        (city.till("duze-noodles").await, Audience::Merchant),
        (city.officer().await, Audience::Desk),
    ] {
        check(&someone, audience, ReadWalletSession {}).await;
        check(&someone, audience, ReadScore {}).await;
        check(&someone, audience, AskChallenge {}).await;
        check(&someone, audience, ReadMerchantSession {}).await;
        check(&someone, audience, SyncScans { scans: Vec::new() }).await;
        check(&someone, audience, ReadDeskSession {}).await;
        check(&someone, audience, FindResident { resident_number: "34052419800101001X".into() }).await;
        check(&someone, audience, revocation()).await;
        check(&someone, audience, ListMerchants {}).await;
    }
}

#[tokio::test]
async fn a_score_is_the_signed_in_persons_own() {
    let city = City::start().await;
    for (account, total, tier) in [
        ("wang-ming", Some(865), 4),
        ("li-na", Some(735), 3),
        ("zhao-lei", None, 0),
        ("he-yun", Some(650), 2),
    ] {
        let score = city.resident(account).await.call(&ReadScore {}).await.unwrap();
        assert_eq!((score.total, score.tier.number()), (total, tier), "{account}");
        let sum: u32 = score.dimensions.iter().map(|dimension| dimension.points).sum();
        assert_eq!(sum, total.unwrap_or(0), "{account}");
        assert!(score.sample);
    }
}

fn revocation() -> RevokeTokens {
    RevokeTokens {
        id: RevocationId::from_bytes([1; 16]),
        resident: ResidentId::from_bytes([2; 16]),
        reason: RevocationReason::DeviceLost,
        note: "lost on the bus".to_owned(),
    }
}
