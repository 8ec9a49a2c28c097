//! A fixed set of what cameras see of a phone's code: version 11-M, in eight kinds of bad light and bad aim.

use image::{GrayImage, Luma, imageops};
use qrcode::{Color, EcLevel, QrCode, Version};
use tests::{
    Res,
    picture::{Random, blurred, dimmed, framed, glared, moire, noisy, rotated, tilted},
};

/// Frames of each kind.
const OF_A_KIND: u64 = 55;
/// As the app scales them: the longer edge.
const WIDTH: u32 = 960;
const HEIGHT: u32 = 540;
/// Modules of version 11, and the quiet zone.
const MODULES: u32 = 61;
const QUIET: u32 = 4;
/// What version 11-M holds, less a little: the budget of a phone code in characters.
const CHARACTERS: u32 = 360;

/// One frame and the text that is in it.
pub(crate) struct Frame {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
    pub(crate) picture: GrayImage,
}

type Harm = fn(GrayImage, &mut Random, u64) -> GrayImage;

const KINDS: [(&str, Harm); 8] = [
    ("rotation", |p, r, _| blurred(&rotated(&p, r.within(-180.0, 180.0)), r.within(0.4, 0.9))),
    ("perspective", |p, r, _| blurred(&tilted(&p, r.within(-0.32, 0.32), r.within(-0.32, 0.32)), 0.5)),
    ("blur", |p, r, _| blurred(&p, r.within(1.2, 3.6))),
    ("noise", |p, r, seed| noisy(&blurred(&p, 0.6), r.within(30.0, 110.0), seed)),
    ("dim", |p, r, seed| noisy(&dimmed(&p, r.within(0.04, 0.2)), r.within(2.0, 8.0), seed)),
    ("glare", |p, r, _| {
        glared(&p, r.within(0.4, 0.6), r.within(0.3, 0.7), r.within(0.1, 0.3), r.within(0.6, 1.8))
    }),
    ("moiré", |p, r, seed| {
        let wave = r.within(3.0, 14.0);
        noisy(&moire(&p, wave, r.within(0.0, 90.0), r.within(0.3, 0.8)), 4.0, seed)
    }),
    ("small", |p, r, seed| {
        let small = framed(&p, WIDTH, HEIGHT, r.within(0.2, 0.45));
        noisy(&rotated(&blurred(&small, 0.4), r.within(-25.0, 25.0)), 4.0, seed)
    }),
];

/// The set, the same in every run.
pub(crate) fn all() -> Res<Vec<Frame>> {
    let mut frames = Vec::new();
    for (number, (kind, harm)) in (0_u64..).zip(KINDS) {
        for copy in 0..OF_A_KIND {
            let seed = number * 1000 + copy;
            let mut random = Random::new(seed);
            let text = text(&mut random);
            let shown = framed(&code(&text)?, WIDTH, HEIGHT, random.within(0.72, 0.95));
            let picture = harm(shown, &mut random, seed);
            frames.push(Frame { kind, text, picture });
        }
    }
    Ok(frames)
}

/// As long as a phone's code and of the same alphabet.
fn text(random: &mut Random) -> String {
    const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let mut text = "CC1:".to_owned();
    while text.len() < usize::try_from(CHARACTERS).unwrap_or_default() {
        let place = (random.unit() * 45.0).floor();
        let letter =
            ALPHABET.iter().zip(0_u8..).find(|(_, at)| f32::from(*at) >= place).map_or(b'0', |(c, _)| *c);
        text.push(char::from(letter));
    }
    text
}

/// The code on a phone's white page, six pixels a module.
fn code(text: &str) -> Res<GrayImage> {
    const PIXELS: u32 = 6;
    let code = QrCode::with_version(text, Version::Normal(11), EcLevel::M)?;
    let side = MODULES + 2 * QUIET;
    let mut modules = GrayImage::from_pixel(side, side, Luma([250]));
    for (at, colour) in (0_u32..).zip(code.to_colors()) {
        if colour == Color::Dark {
            modules.put_pixel(QUIET + at % MODULES, QUIET + at / MODULES, Luma([12]));
        }
    }
    Ok(imageops::resize(&modules, side * PIXELS, side * PIXELS, imageops::FilterType::Nearest))
}
