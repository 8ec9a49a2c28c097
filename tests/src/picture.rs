//! What a lens, a hand and a lamp do to a picture: turned, tilted, blurred, dimmed, noisy. Grey, 8 bits, repeatable.

use image::{GrayImage, Luma, imageops};

/// The grey around a picture that a transformation moved inwards.
pub const AROUND: Luma<u8> = Luma([120]);

/// The picture in the middle of a frame, its longer side at most `share` of the frame's.
pub fn framed(picture: &GrayImage, width: u32, height: u32, share: f32) -> GrayImage {
    let (w, h) = (to_f32(picture.width()), to_f32(picture.height()));
    let factor = (to_f32(width) * share / w).min(to_f32(height) * share / h);
    let scaled =
        imageops::resize(picture, pixels(w * factor), pixels(h * factor), imageops::FilterType::Triangle);
    let mut frame = GrayImage::from_pixel(width, height, AROUND);
    let left = i64::from(width.saturating_sub(scaled.width()) / 2);
    let top = i64::from(height.saturating_sub(scaled.height()) / 2);
    imageops::overlay(&mut frame, &scaled, left, top);
    frame
}

/// Turned about the middle, clockwise.
pub fn rotated(picture: &GrayImage, degrees: f32) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    warped(picture, |x, y| (x * cos + y * sin, y * cos - x * sin))
}

/// Seen from the side: the right edge further away than the left for a positive `x`, the lower edge than the upper for
/// a positive `y`. 0.3 is a strong tilt.
pub fn tilted(picture: &GrayImage, x: f32, y: f32) -> GrayImage {
    let (half_width, half_height) = (to_f32(picture.width()) / 2.0, to_f32(picture.height()) / 2.0);
    warped(picture, |dx, dy| {
        let depth = 1.0 - x * dx / half_width - y * dy / half_height;
        (dx / depth, dy / depth)
    })
}

/// Out of focus; `sigma` in pixels.
pub fn blurred(picture: &GrayImage, sigma: f32) -> GrayImage {
    if sigma > 0.0 { imageops::blur(picture, sigma) } else { picture.clone() }
}

/// Less light: 0.3 leaves three tenths of it.
pub fn dimmed(picture: &GrayImage, light: f32) -> GrayImage {
    each(picture, |_, _, value| value * light)
}

/// Sensor noise of a standard deviation, from a seed.
pub fn noisy(picture: &GrayImage, deviation: f32, seed: u64) -> GrayImage {
    let mut random = Random::new(seed);
    // The sum of four uniform numbers is near enough to a bell.
    each(picture, |_, _, value| {
        let bell: f32 = (0..4).map(|_| random.unit() - 0.5).sum();
        value + bell * deviation * 1.732
    })
}

/// A lamp's reflection: a bright round patch. Place and radius are shares of the picture.
pub fn glared(picture: &GrayImage, x: f32, y: f32, radius: f32, strength: f32) -> GrayImage {
    let (width, height) = (to_f32(picture.width()), to_f32(picture.height()));
    let reach = radius * width.min(height);
    each(picture, |px, py, value| {
        let distance = (px - x * width).hypot(py - y * height) / reach;
        value + strength * 255.0 * (-distance * distance).exp()
    })
}

/// A camera's grid over a screen's grid: slow waves of light and dark.
pub fn moire(picture: &GrayImage, wave: f32, degrees: f32, strength: f32) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    each(picture, |x, y, value| {
        let along = (x * cos + y * sin) / wave * std::f32::consts::TAU;
        let across = (y * cos - x * sin) / (wave * 1.3) * std::f32::consts::TAU;
        value * (1.0 + strength * along.sin() * across.sin())
    })
}

/// A small generator, the same everywhere (SplitMix64): a picture is the same for the same seed.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// In `0.0..1.0`.
    pub fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        to_f32(u32::try_from(mixed >> 40).unwrap_or_default()) / 16_777_216.0
    }

    /// In `low..high`.
    pub fn within(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }
}

/// Each pixel of the result is taken from where `from` says, both counted from the middle.
fn warped(picture: &GrayImage, from: impl Fn(f32, f32) -> (f32, f32)) -> GrayImage {
    let middle_x = to_f32(picture.width() - 1) / 2.0;
    let middle_y = to_f32(picture.height() - 1) / 2.0;
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        let (dx, dy) = from(to_f32(x) - middle_x, to_f32(y) - middle_y);
        imageops::interpolate_bilinear(picture, dx + middle_x, dy + middle_y).unwrap_or(AROUND)
    })
}

fn each(picture: &GrayImage, mut change: impl FnMut(f32, f32, f32) -> f32) -> GrayImage {
    let mut changed = picture.clone();
    for (x, y, pixel) in changed.enumerate_pixels_mut() {
        pixel.0[0] = byte(change(to_f32(x), to_f32(y), f32::from(pixel.0[0])));
    }
    changed
}

/// Sizes of pictures are far below 2^24, where every whole number is a float.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn to_f32(pixels: u32) -> f32 {
    pixels as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
fn byte(value: f32) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
fn pixels(value: f32) -> u32 {
    value.round().clamp(1.0, 16_384.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_turn_moves_the_top_to_the_right() {
        let mut picture = GrayImage::from_pixel(101, 101, Luma([255]));
        for x in 45..56 {
            picture.put_pixel(x, 5, Luma([0]));
        }
        let turned = rotated(&picture, 90.0);
        assert!(turned.get_pixel(95, 50).0[0] < 60, "{}", turned.get_pixel(95, 50).0[0]);
        assert!(turned.get_pixel(50, 5).0[0] > 200);
    }

    #[test]
    fn noise_is_the_same_for_the_same_seed() {
        let picture = GrayImage::from_pixel(32, 32, Luma([128]));
        assert_eq!(noisy(&picture, 10.0, 7), noisy(&picture, 10.0, 7));
        assert_ne!(noisy(&picture, 10.0, 7), noisy(&picture, 10.0, 8));
    }

    #[test]
    fn a_framed_picture_keeps_its_shape() {
        let picture = GrayImage::from_pixel(100, 200, Luma([255]));
        let frame = framed(&picture, 640, 480, 1.0);
        let white = frame.pixels().filter(|pixel| pixel.0[0] == 255).count();
        assert_eq!(white, 240 * 480);
    }
}
