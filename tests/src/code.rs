//! Codes as a test makes and reads them: by a decoder and a verifier, never from the document.

use crate::{Browser, Res};
use credit_code::{
    UnixTime, Verified,
    bundle::Bundle,
    key::SigningKey,
    qr::{self, Ecc},
    status::StatusList,
    trust::{Anchor, TrustList},
    verdict::Outcome,
    verify::{SeenTokens, Till, Verifier},
};
use image::{GrayImage, Luma};

/// The text of the QR code in a picture.
pub fn read(png: &[u8]) -> Res<String> {
    let picture = image::load_from_memory(png)?.to_luma8();
    let (width, height) = (usize::try_from(picture.width())?, usize::try_from(picture.height())?);
    let mut reader = quircs::Quirc::default();
    let found = reader.identify(width, height, picture.as_raw()).next();
    Ok(String::from_utf8(found.ok_or("there is no QR code in the picture")??.decode()?.payload)?)
}

/// A picture of a text as a QR code with its quiet zone, as a screen or a printed card shows it.
pub fn draw(text: &str, ecc: Ecc) -> Res<GrayImage> {
    const MODULE: u32 = 8;
    const QUIET: u32 = 4;
    let code = qr::encode(text, ecc)?;
    let side = (u32::try_from(code.size)? + 2 * QUIET) * MODULE;
    Ok(GrayImage::from_fn(side, side, |x, y| {
        let module = |at: u32| usize::try_from((at / MODULE).checked_sub(QUIET)?).ok();
        let is_dark = module(x).zip(module(y)).is_some_and(|(x, y)| code.is_dark(x, y));
        Luma([if is_dark { 0 } else { 255 }])
    }))
}

/// The text with the pair of bytes changed that is about `back` bytes before its end; everything else stays.
///
/// Three characters of Base45 are two bytes, the lowest digit first: another first digit changes the pair by one.
pub fn tampered(text: &str, back: usize) -> Res<String> {
    const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let payload = text.strip_prefix(credit_code::PREFIX).ok_or("no credit code")?;
    let group = (payload.len() / 3).checked_sub(back / 2 + 1).ok_or("the text is too short")?;
    let at = text.len() - payload.len() + 3 * group;
    let digit = ALPHABET.find(&text[at..=at]).ok_or("no Base45")?;
    let other = if digit == 0 { 1 } else { digit - 1 };
    Ok(format!("{}{}{}", &text[..at], &ALPHABET[other..=other], &text[at + 1..]))
}

/// The lists that the city publishes, as another implementation of a till would hold them.
#[derive(Debug)]
pub struct Lists {
    trust: Verified<TrustList>,
    status: Vec<Verified<StatusList>>,
}

impl Lists {
    /// Fetches and checks them.
    pub async fn fetch(browser: &Browser) -> Res<Lists> {
        let script = "return fetch('/lists/bundle.cbor', { cache: 'no-store' })
            .then((answer) => answer.arrayBuffer())
            .then((bytes) => Array.from(new Uint8Array(bytes)))";
        let bytes: Vec<u8> = serde_json::from_value(browser.script(script).await?)?;
        let bundle = Bundle::decode(&bytes)?;
        let root = SigningKey::from_seed(&sample::DEMO_ROOT_SEED).public();
        let (trust, _) = TrustList::open(&bundle.trust, &Anchor::pinned(root))?;
        let status = bundle.status.iter().map(|list| StatusList::open(list, &trust));
        Ok(Lists { status: status.collect::<Result<_, _>>()?, trust })
    }

    /// What they make of a code at a moment, seconds since 1970-01-01 UTC.
    pub fn verify(&self, text: &str, now_s: i64) -> Outcome {
        let mut session = SeenTokens::new();
        Verifier::new(&self.trust, &self.status).verify(text, Till::new(UnixTime(now_s), &mut session))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_can_be_read() {
        let mut png = std::io::Cursor::new(Vec::new());
        draw("https://example.com/", Ecc::M).unwrap().write_to(&mut png, image::ImageFormat::Png).unwrap();
        assert_eq!(read(png.get_ref()).unwrap(), "https://example.com/");
    }
}
