//! A camera that sees what the test puts before it.
//!
//! Chromium reads its fake camera's film frame by frame from a file. All films are of one length, and a new one is written
//! over the old one in place, so what the camera sees can change while it runs.

use crate::{Res, picture};
use image::{GrayImage, Luma};
use std::{
    fs::{File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::PathBuf,
};
use tempfile::TempDir;

/// Width of what the camera sees.
pub const FRAME_WIDTH: u32 = 1280;
/// Height of what the camera sees.
pub const FRAME_HEIGHT: u32 = 720;
/// Frames of a film, which is played again and again.
const FRAMES: usize = 4;
const HEADER: &str = "YUV4MPEG2 W1280 H720 F10:1 Ip A1:1 C420jpeg\n";

/// What is before the camera.
#[derive(Debug, Clone)]
pub struct Scene(GrayImage);

impl Scene {
    /// Nothing but a grey wall.
    pub fn wall() -> Scene {
        Scene(GrayImage::from_pixel(FRAME_WIDTH, FRAME_HEIGHT, picture::AROUND))
    }

    /// A picture, such as a screenshot of a phone, as large as fits.
    pub fn of(png: &[u8]) -> Res<Scene> {
        Ok(Scene::of_picture(&image::load_from_memory(png)?.to_luma8()))
    }

    /// [`Scene::of`] a decoded picture.
    pub fn of_picture(picture: &GrayImage) -> Scene {
        Scene(picture::framed(picture, FRAME_WIDTH, FRAME_HEIGHT, 1.0))
    }

    /// Further away: the picture at a share of its size.
    #[must_use]
    pub fn scaled(self, share: f32) -> Scene {
        Scene(picture::framed(&self.0, FRAME_WIDTH, FRAME_HEIGHT, share))
    }

    /// Turned clockwise.
    #[must_use]
    pub fn rotated(self, degrees: f32) -> Scene {
        Scene(picture::rotated(&self.0, degrees))
    }

    /// Seen from the side; see [`picture::tilted`].
    #[must_use]
    pub fn tilted(self, x: f32, y: f32) -> Scene {
        Scene(picture::tilted(&self.0, x, y))
    }

    /// Out of focus; `sigma` in pixels.
    #[must_use]
    pub fn blurred(self, sigma: f32) -> Scene {
        Scene(picture::blurred(&self.0, sigma))
    }

    /// Less light: 0.3 leaves three tenths of it.
    #[must_use]
    pub fn dimmed(self, light: f32) -> Scene {
        Scene(picture::dimmed(&self.0, light))
    }

    /// With a sensor's noise.
    #[must_use]
    pub fn noisy(self, deviation: f32, seed: u64) -> Scene {
        Scene(picture::noisy(&self.0, deviation, seed))
    }

    /// The frame that the camera sees.
    pub fn frame(&self) -> &GrayImage {
        &self.0
    }
}

/// A camera; give it to [`crate::World::phone_with`].
pub struct Camera {
    film: PathBuf,
    _folder: TempDir,
}

impl Camera {
    /// A camera before a grey wall.
    pub fn new() -> Res<Camera> {
        let folder = TempDir::with_prefix("camera-")?;
        let camera = Camera { film: folder.path().join("film.y4m"), _folder: folder };
        File::create(&camera.film)?;
        camera.show(&Scene::wall())?;
        Ok(camera)
    }

    /// Puts something before the camera, also while it runs.
    pub fn show(&self, scene: &Scene) -> Res {
        let mut file = OpenOptions::new().write(true).open(&self.film)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(HEADER.as_bytes())?;
        let frame = frame(scene.frame());
        (0..FRAMES).try_for_each(|_| file.write_all(&frame))?;
        Ok(file.flush()?)
    }

    pub(crate) fn flags(&self) -> Vec<String> {
        vec![
            "--use-fake-ui-for-media-stream".to_owned(),
            "--use-fake-device-for-media-stream".to_owned(),
            format!("--use-file-for-fake-video-capture={}", self.film.display()),
        ]
    }
}

/// A frame of the film: all of the light, then no colour.
fn frame(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = b"FRAME\n".to_vec();
    bytes.extend(picture.pixels().map(|Luma([value])| *value));
    bytes.resize(bytes.len() + picture.pixels().len() / 2, 128);
    bytes
}
