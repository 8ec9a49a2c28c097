//! Verdicts in English: what a cashier reads at a glance, and what to do next. No one is called a cheat.

use crate::text::merchant::{Said, VerdictMessages};
use credit_code::verdict::{Colour, Verdict};

pub(super) const TEXT: VerdictMessages = VerdictMessages {
    of,
    colour: |colour| match colour {
        Colour::Green => "Passed",
        Colour::Amber => "Take care",
        Colour::Red => "Not passed",
        Colour::Grey => "Cannot tell",
    },
    at_least: |tier| format!("Tier {tier} or better"),
    no_tier: "No tier yet",
    name: "Name",
    city: |city| format!("Issued by {city}"),
    other_city: |city| format!("Other city · {city}"),
    paper: "Printed card",
    born: |year| format!("Born in {year}"),
    born_check: "Does the holder's age fit?",
    perk_number: |number| format!("Perk {number}"),
    perk_elsewhere: "This shop does not give this perk",
    can_have: |perks| format!("May have: {perks}"),
    with_digits: |perk| format!("{perk} (with digits)"),
    separator: ", ",
    stop: ". ",
    needs_digits: said(
        "Ask for the six digits",
        "This perk needs a check: the customer types the six digits on your screen, then scan again.",
    ),
};

const fn said(say: &'static str, next: &'static str) -> Said {
    Said { say, next }
}

/// Above this a cashier would have to think.
const ORDINARY: &str =
    "Let the customer renew the code and scan again; if it fails, serve them as any customer.";

fn of(verdict: Verdict, colour: Colour) -> Said {
    match (verdict, colour) {
        (Verdict::Valid, Colour::Amber) => {
            said("Valid, by older lists", "You may serve. Update the lists soon.")
        }
        (Verdict::Valid, _) => said("Valid", "Serve as it says above."),
        (Verdict::Unreadable, _) => {
            said("No code was read", "Let the customer brighten the screen and hold it still; scan again.")
        }
        (Verdict::Prefix, _) => said(
            "This is not a credit code",
            "Let the customer open the credit code; without one, serve them as any customer.",
        ),
        (Verdict::VersionNewer, _) => {
            said("The code is newer than this app", "Go online, update this app and scan again.")
        }
        (Verdict::Size, _) => said("Too long for a credit code", ORDINARY),
        (Verdict::Base45, _) => said("The code holds unknown characters", ORDINARY),
        (Verdict::Cbor, _) => said("The code's content cannot be read", ORDINARY),
        (Verdict::Noncanonical, _) => said("The code is not written by the rules", ORDINARY),
        (Verdict::Shape, _) => said("The code is incomplete", ORDINARY),
        (Verdict::Alg, _) => said("The kind of signature is not accepted", ORDINARY),
        (Verdict::KidUnknown, Colour::Amber) => {
            said("The lists are too old to know this issuer", "Go online, update the lists and scan again.")
        }
        (Verdict::KidUnknown, _) => {
            said("Unknown issuer", "Do not accept this code. Serve the customer as any customer.")
        }
        (Verdict::KeyRevoked, _) => said(
            "The issuer's key was withdrawn",
            "Let the customer go online for new codes, then scan again.",
        ),
        (Verdict::IssuerSig, _) => said(
            "The issuer's signature does not fit",
            "Do not accept this code. Let the customer show it from their own app.",
        ),
        (Verdict::Scope, _) => said(
            "The code says more than its issuer may",
            "Do not accept this code. Let the customer take a new one.",
        ),
        (Verdict::NotYet, _) => {
            said("The code is not valid yet", "Check the date and time on both devices, then scan again.")
        }
        (Verdict::Expired, _) => {
            said("The code has expired", "Let the customer renew it online, then scan again.")
        }
        (Verdict::Stale, _) => said(
            "Ask the customer to refresh",
            "This code was shown too long ago. Let the customer open the code screen and wait for a new one.",
        ),
        (Verdict::Future, _) => said(
            "The customer's clock is ahead",
            "Use “Ask for digits” and scan again, or let the customer set the phone to automatic time.",
        ),
        (Verdict::VerifierClock, _) => said(
            "The clocks differ",
            "Set this device to automatic time, or use “Ask for digits”, and scan again.",
        ),
        (Verdict::ProofMissing, _) => said(
            "The phone's own proof is missing",
            "Let the customer open the code on their own phone and scan again.",
        ),
        (Verdict::KeyWeak, _) => {
            said("The phone's key is not acceptable", "Let the customer take a new code and scan again.")
        }
        (Verdict::HolderSig, _) => said(
            "The phone's signature does not fit",
            "Do not accept this code. Let the customer open it anew on their own phone.",
        ),
        (Verdict::Aud, _) => {
            said("This code is for another shop", "Let the customer take a new code and scan again.")
        }
        (Verdict::Nonce, _) => said(
            "The digits do not match",
            "Let the customer type the six digits now on your screen, then scan again.",
        ),
        (Verdict::Replay, _) => said(
            "Already shown",
            "This code was just used here. Let the customer tap “A new code”, then scan again.",
        ),
        (Verdict::Revoked, _) => said(
            "The code was revoked",
            "Do not accept this code. The customer can renew it online or ask at the office.",
        ),
        (Verdict::StatusStale, _) => said(
            "The list of revoked codes is missing or too old",
            "Go online, update the lists and scan again; if you cannot, serve the customer as any customer.",
        ),
        (Verdict::StatusRange, _) => said("The revocation list does not know this number", ORDINARY),
        (Verdict::TrustStale, _) => said(
            "No usable list of issuers",
            "It is too old or not there yet. Go online, update the lists and scan again.",
        ),
        (Verdict::Policy, _) => said(
            "Genuine, but not for this shop",
            "Its tier or perk is not recognised here; serve the customer as any customer.",
        ),
        (Verdict::Specimen, _) => {
            said("A specimen, not for use", "Let the customer show their own credit code.")
        }
    }
}
