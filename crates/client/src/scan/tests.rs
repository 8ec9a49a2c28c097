use super::*;
use proptest::prelude::*;
use qrcode::{Color, EcLevel, QrCode, Version};

const WIDTH: usize = 960;
const HEIGHT: usize = 540;

/// As long as a phone's code, of its alphabet.
fn text(prefix: &str) -> String {
    format!("{prefix}{}", "6BFOXN*TS0BI$ZD-PHQ:A. /%+2".repeat(14).chars().take(352).collect::<String>())
}

/// A frame of brightness by place, with a code of `module` pixels a module in the middle of (x, y), turned.
struct Film {
    pixels: Vec<u8>,
    width: usize,
    height: usize,
}

impl Film {
    fn new(width: usize, height: usize) -> Self {
        Self { pixels: vec![150; width * height], width, height }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a picture's sizes"
    )]
    fn code(mut self, text: &str, (x, y): (f64, f64), module: f64, degrees: f64) -> Self {
        let code = QrCode::with_version(text, Version::Normal(11), EcLevel::M).unwrap();
        let (side, colours) = (code.width() as f64, code.to_colors());
        let (sin, cos) = degrees.to_radians().sin_cos();
        for row in 0..self.height {
            for column in 0..self.width {
                let (dx, dy) = (column as f64 - x, row as f64 - y);
                let (u, v) = (
                    (dx * cos + dy * sin) / module + side / 2.0,
                    (dy * cos - dx * sin) / module + side / 2.0,
                );
                if u < -4.0 || v < -4.0 || u >= side + 4.0 || v >= side + 4.0 {
                    continue;
                }
                let inside = u >= 0.0 && v >= 0.0 && u < side && v < side;
                let dark = inside && colours[v as usize * code.width() + u as usize] == Color::Dark;
                self.pixels[row * self.width + column] = if dark { 30 } else { 230 };
            }
        }
        self
    }

    fn harmed(mut self, harm: impl Fn(usize, u8) -> u8) -> Self {
        for (at, pixel) in self.pixels.iter_mut().enumerate() {
            *pixel = harm(at, *pixel);
        }
        self
    }

    fn grey(&self) -> Grey {
        Grey::from_plane(self.width, self.height, self.width, &self.pixels).unwrap()
    }
}

fn middle() -> (f64, f64) {
    (480.0, 270.0)
}

#[test]
fn frames_of_a_phone_are_read() {
    let text = text("CC1:");
    let frame = |degrees| Film::new(WIDTH, HEIGHT).code(&text, middle(), 5.0, degrees);
    let mut reader = Quirc::default();
    for degrees in [0.0, 7.0, 31.0, 90.0, 200.0] {
        assert_eq!(
            reader.read(&frame(degrees).grey()).as_deref(),
            Some(text.as_str()),
            "turned by {degrees}°"
        );
    }
    let dim = frame(3.0).harmed(|_, pixel| pixel / 5 + 3);
    assert_eq!(reader.read(&dim.grey()).as_deref(), Some(text.as_str()), "little light");
    let noisy = frame(3.0).harmed(|at, pixel| pixel.saturating_add(u8::try_from(at * 7919 % 25).unwrap()));
    assert_eq!(reader.read(&noisy.grey()).as_deref(), Some(text.as_str()), "a cheap sensor");
}

#[test]
fn large_pictures_are_made_smaller_first() {
    let text = text("CC1:");
    let large = Film::new(2560, 1440).code(&text, (1280.0, 720.0), 14.0, 4.0).grey().within(LONG_EDGE);
    assert_eq!((large.width(), large.height()), (960, 540));
    assert_eq!(Quirc::default().read(&large), Some(text));
}

#[test]
fn a_credit_code_wins_over_another_code_in_the_same_frame() {
    let (poster, phone) = (text("HTTPS://X.CN/"), text("CC1:"));
    let both = Film::new(WIDTH, HEIGHT).code(&poster, (240.0, 270.0), 4.0, 0.0).code(
        &phone,
        (700.0, 270.0),
        4.0,
        0.0,
    );
    assert_eq!(Quirc::default().read(&both.grey()), Some(phone));
    let alone = Film::new(WIDTH, HEIGHT).code(&poster, middle(), 5.0, 0.0);
    assert_eq!(Quirc::default().read(&alone.grey()), Some(poster));
}

#[test]
fn a_wall_holds_no_code() {
    assert_eq!(Quirc::default().read(&Film::new(WIDTH, HEIGHT).grey()), None);
    let stripes = Film::new(WIDTH, HEIGHT).harmed(|at, _| if at / 7 % 2 == 0 { 20 } else { 220 });
    assert_eq!(Quirc::default().read(&stripes.grey()), None);
}

#[test]
fn planes_lose_their_padding_and_colours_their_hue() {
    let plane = [1, 2, 3, 0, 4, 5, 6];
    assert_eq!(Grey::from_plane(3, 2, 4, &plane).unwrap().pixels(), [1, 2, 3, 4, 5, 6]);
    assert_eq!(Grey::from_plane(3, 2, 4, &plane[..6]), None);
    assert_eq!(Grey::from_plane(3, 2, 2, &plane), None);
    assert_eq!(Grey::from_plane(0, 2, 4, &plane), None);
    assert_eq!(Grey::from_plane(usize::MAX, 2, usize::MAX, &plane), None);
    let (red_first, blue_first) = ([200, 100, 40, 255], [40, 100, 200, 255]);
    assert_eq!(Grey::from_colour(1, 1, &red_first).unwrap().pixels(), [110]);
    assert_eq!(Grey::from_colour(1, 1, &blue_first), Grey::from_colour(1, 1, &red_first));
    assert_eq!(Grey::from_colour(2, 1, &red_first), None);
    assert_eq!(Grey::from_colour(usize::MAX, 2, &red_first), None);
}

#[test]
fn even_grey_stays_even_at_any_size() {
    for (width, height, edge) in
        [(1280, 720, 960), (1921, 7, 960), (3, 5000, 100), (2, 2, 1), (961, 961, 960)]
    {
        let small = Grey::from_plane(width, height, width, &vec![77; width * height]).unwrap().within(edge);
        assert!(small.pixels().iter().all(|pixel| *pixel == 77), "{width}×{height}");
        assert_eq!(small.width().max(small.height()), edge.min(width.max(height)), "{width}×{height}");
        assert_eq!(small.pixels().len(), small.width() * small.height());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_picture_is_read_without_panic(pixels in prop::collection::vec(any::<u8>(), 64 * 48)) {
        let picture = Grey::from_plane(64, 48, 64, &pixels).unwrap();
        let _ = Quirc::default().read(&picture);
    }
}
