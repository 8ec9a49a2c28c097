//! `credit-code verify`

use crate::{
    Failure, read,
    value::{Hex, public_key, rfc3339, time},
};
use clap::Args;
use credit_code::{
    UnixTime, Verified,
    bundle::Bundle,
    key::PublicKey,
    present::Aud,
    status::StatusList,
    trust::{Anchor, TrustList},
    verdict::{Colour, Kind, Outcome, Shown},
    verify::{Policy, SeenTokens, Till, Verifier},
};
use serde::Serialize;
use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

/// The public half of the demo root, whose private half everyone may know.
const DEMO_ROOT: &str = "ea378c42c9787718d2d29f06c6480838aa57b85388ac0dddf022cf210bd71abc";

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The signed trust list.
    #[arg(long, value_name = "FILE", required_unless_present = "bundle", conflicts_with = "bundle")]
    trust: Option<PathBuf>,
    /// A signed status list; can be given several times.
    #[arg(long, value_name = "FILE")]
    status: Vec<PathBuf>,
    /// A bundle of all lists, in place of the other two.
    #[arg(long, value_name = "FILE")]
    bundle: Option<PathBuf>,
    /// The till's time; the system's when left out.
    #[arg(long, value_name = "RFC3339", value_parser = time)]
    at: Option<UnixTime>,
    /// Strict mode: the challenge that the till shows, 8 bytes.
    #[arg(long, value_name = "HEX")]
    challenge: Option<Hex<8>>,
    /// The till's name: only codes made for it are accepted.
    #[arg(long, value_name = "TEXT")]
    aud: Option<String>,
    /// The public key of the root that signs the trust list; the demo root's when left out.
    #[arg(long, value_name = "HEX", env = "CREDIT_CODE_ROOT", value_parser = public_key)]
    root: Option<PublicKey>,
    /// The least tier.
    #[arg(long, value_name = "NUMBER")]
    min_tier: Option<u8>,
    /// A perk that must be there.
    #[arg(long, value_name = "NUMBER")]
    perk: Option<u8>,
    /// Print JSON also on a terminal.
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let aud = self.aud.as_deref().map(Aud::new).transpose()?;
        let (trust, status) = self.lists()?;
        let verifier = Verifier::new(&trust, &status);
        let policy = Policy { min_tier: self.min_tier, perk: self.perk };
        let challenge = self.challenge.as_ref().map(|challenge| challenge.0);
        let in_words = !self.json && io::stdout().is_terminal();
        let mut session = SeenTokens::new();
        let mut all_green = true;
        read::lines(|line| {
            let now = match self.at {
                Some(at) => at,
                None => system_time()?,
            };
            let till = Till { aud: aud.clone(), challenge, policy, ..Till::new(now, &mut session) };
            let outcome = verifier.verify(line, till);
            all_green &= outcome.colour == Colour::Green;
            print(&outcome, in_words)
        })?;
        Ok(if all_green { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn lists(&self) -> Result<(Verified<TrustList>, Vec<Verified<StatusList>>), Failure> {
        let anchor = Anchor::pinned(self.root()?);
        let (trust_path, trust, inside) = match (&self.trust, &self.bundle) {
            (Some(path), _) => (path, read::file(path)?, Vec::new()),
            (None, Some(path)) => {
                let bundle = Bundle::decode(&read::file(path)?).map_err(|why| read::named(path, why))?;
                (path, bundle.trust, bundle.status)
            }
            (None, None) => return Err("a trust list is needed".into()),
        };
        let (trust, _) = TrustList::open(&trust, &anchor).map_err(|why| read::named(trust_path, why))?;
        let open =
            |path: &Path, bytes: &[u8]| StatusList::open(bytes, &trust).map_err(|why| read::named(path, why));
        let mut status = Vec::new();
        for bytes in &inside {
            status.push(open(trust_path, bytes)?);
        }
        for path in &self.status {
            status.push(open(path, &read::file(path)?)?);
        }
        Ok((trust, status))
    }

    fn root(&self) -> Result<PublicKey, Failure> {
        match self.root {
            Some(root) => Ok(root),
            None => {
                eprintln!("credit-code: no --root: trusting the public demo root, for demonstrations only");
                Ok(public_key(DEMO_ROOT)?)
            }
        }
    }
}

/// A line of output; fields that are not disclosed are `null`, or empty.
#[derive(Debug, Serialize)]
struct Line<'o> {
    verdict: &'static str,
    colour: &'static str,
    city: Option<u32>,
    tier: Option<u8>,
    perks: Vec<u8>,
    name: Option<&'o str>,
    kind: Option<&'static str>,
    expires: Option<String>,
    birth_year: Option<u16>,
    next: &'static str,
}

impl<'o> From<&'o Outcome> for Line<'o> {
    fn from(outcome: &'o Outcome) -> Self {
        let shown = outcome.shown.as_ref();
        Self {
            verdict: outcome.verdict.code(),
            colour: outcome.colour.name(),
            city: shown.map(|shown| shown.city),
            tier: shown.and_then(|shown| shown.tier),
            perks: shown.map(|shown| shown.perks.iter().collect()).unwrap_or_default(),
            name: shown.and_then(|shown| shown.name.as_ref()).map(|name| name.as_str()),
            kind: shown.map(kind),
            expires: shown.map(|shown| rfc3339(shown.expires)),
            birth_year: shown.and_then(|shown| shown.birth_year),
            next: outcome.next.name(),
        }
    }
}

fn kind(shown: &Shown) -> &'static str {
    match shown.kind {
        Kind::Phone => "phone",
        Kind::Paper => "paper",
    }
}

fn print(outcome: &Outcome, in_words: bool) -> Result<(), Failure> {
    let line = Line::from(outcome);
    let mut output = io::stdout().lock();
    if in_words {
        writeln!(output, "{} {} {}", line.verdict, line.colour, line.next)?;
    } else {
        writeln!(output, "{}", serde_json::to_string(&line)?)?;
    }
    Ok(output.flush()?)
}

fn system_time() -> Result<UnixTime, Failure> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(UnixTime(since.as_secs().try_into()?))
}
