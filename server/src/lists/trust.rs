//! The trust list: what tills may believe, signed by the root.

use super::{RENEW_S, root::demo_key, signed::Signed};
use crate::{
    clock::DAY_S,
    codes::{plan::LIFETIME_S, status_uri},
    config::Config,
    failure::Failure,
    file,
    keys::{CARD_S, Key},
    merchants,
    state::App,
};
use credit_code::{
    UnixTime, Verified,
    body::{Perks, Tiers},
    key::PublicKey,
    trust::{Anchor, TierMap, TrustEntry, TrustError, TrustList, Use},
};
use domain::score::Scorecard;
use sample::City;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A trust list is believed for so long at most; tills say sooner that it is old.
pub const LIFE_S: i64 = 14 * DAY_S;

/// A trust list that was checked.
#[derive(Debug, Clone)]
pub struct Trust {
    /// What it says.
    pub list: Verified<TrustList>,
    /// As published.
    pub signed: Signed,
}

/// What keys may sign, beyond what is known about the keys themselves.
#[derive(Debug, Clone)]
pub struct Catalogue {
    cities: Vec<City>,
    tiers: Tiers,
    perks: Perks,
    paper_perks: Perks,
}

impl Catalogue {
    /// The first city is the one whose tills this server serves.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(app: &App) -> Result<Self, Failure> {
        let perks = merchants::sql::perk_sets(&app.db).await?;
        Ok(Self::new(app.cities.clone(), &app.scorecard, perks))
    }

    /// From cities, a scorecard, and the perks on phones and on paper.
    pub fn new(cities: Vec<City>, card: &Scorecard, (perks, paper_perks): (Perks, Perks)) -> Self {
        let tiers = [0].into_iter().chain(card.levels().iter().map(|level| level.tier.number())).collect();
        Self { cities, tiers, perks, paper_perks }
    }

    /// The city whose tills these lists are for.
    pub fn home(&self) -> Option<u32> {
        self.cities.first().map(|city| city.code.number())
    }

    /// What the list says about each key that is revoked or has not come to its end.
    pub fn entries(&self, config: &Config, keys: &[Key], now: i64) -> Vec<TrustEntry> {
        let on_list = |key: &&Key| key.revoked_at.is_some() || now < key.expires_at;
        keys.iter().filter(on_list).filter_map(|key| self.entry(config, key)).collect()
    }

    fn entry(&self, config: &Config, key: &Key) -> Option<TrustEntry> {
        let city = self.cities.iter().find(|city| city.code == key.city)?;
        let is_home = Some(city.code.number()) == self.home();
        let is_code = key.usage != Use::Status;
        let lifetime_s = match key.usage {
            Use::Phone => LIFETIME_S,
            Use::Paper => CARD_S,
            Use::Status => 0,
        };
        // Another city's perks are of a catalogue that tills here do not have.
        let perks = match key.usage {
            Use::Phone if is_home => self.perks,
            Use::Paper if is_home => self.paper_perks,
            _ => Perks::default(),
        };
        let recognised = city.recognised.iter().copied().filter(|_| is_code && !is_home);
        Some(TrustEntry {
            kid: key.kid,
            x: key.public,
            city: city.code.number(),
            city_name: city.name.zh.clone(),
            usage: key.usage,
            nbf: UnixTime(key.not_before),
            exp: UnixTime(key.expires_at),
            lifetime_s: u32::try_from(lifetime_s).ok()?,
            tiers: if is_code { self.tiers } else { Tiers::default() },
            perks,
            status_uri: is_code.then(|| status_uri::template(config, city.code, key.usage == Use::Paper)),
            tier_map: TierMap(recognised.collect()),
            min_version: credit_code::VERSION,
            revoked_at: key.revoked_at.map(UnixTime),
        })
    }
}

/// Signs with the demo root when keys have changed or the list has become old; keeps the list on the disk, so that its
/// number only ever goes up.
pub(super) async fn sign_as_demo(app: &App, keys: &[Key], now: i64) -> Result<Trust, Failure> {
    let catalogue = Catalogue::of(app).await?;
    let root = demo_key();
    let kept = read(&app.config.data, root.public())?;
    let entries = catalogue.entries(&app.config, keys, now);
    if let Some(kept) = &kept {
        let is_new = (kept.signed.iat..kept.signed.iat + RENEW_S).contains(&now);
        if is_new && kept.list.entries == entries {
            return Ok(kept.clone());
        }
    }
    let list = TrustList {
        seq: kept.as_ref().map_or(1, |kept| kept.list.seq + 1),
        iat: UnixTime(now),
        exp: UnixTime(now + LIFE_S),
        home: catalogue.home().ok_or_else(|| Failure::refused("no city to issue for"))?,
        next_root: None,
        entries,
    };
    let bytes = list.sign(&root).map_err(Failure::refused)?;
    file::replace(&path(&app.config.data), &bytes)?;
    open(bytes, &Anchor::pinned(root.public())).map_err(Failure::refused)
}

/// The list on the disk, if there is one.
///
/// # Errors
/// When it is damaged, or signed by another root; the file is named.
pub fn read(data: &Path, root: PublicKey) -> Result<Option<Trust>, Failure> {
    let path = path(data);
    if !path.exists() {
        return Ok(None);
    }
    let bytes = fs::read(&path).map_err(Failure::file(&path))?;
    let trust = open(bytes, &Anchor::pinned(root));
    trust.map(Some).map_err(|why| match why {
        TrustError::UnknownRoot(_) => {
            Failure::refused(format!("{}: {why}; give that root's public key as --root", path.display()))
        }
        _ => Failure::damaged(&path, format!("{why}; restore it from a backup")),
    })
}

/// Checks a list as a till does.
pub(crate) fn open(bytes: Vec<u8>, anchor: &Anchor) -> Result<Trust, TrustError> {
    let (list, _) = TrustList::open(&bytes, anchor)?;
    let entries = u32::try_from(list.entries.len()).unwrap_or(u32::MAX);
    Ok(Trust { signed: Signed::new(bytes, list.iat.0, entries), list })
}

/// Where it lies.
pub(crate) fn path(data: &Path) -> PathBuf {
    data.join("trust.cbor")
}
