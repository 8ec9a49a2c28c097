//! `credit-code scan`

use crate::{Failure, read};
use clap::Args;
use credit_code::PREFIX;
use image::{GrayImage, imageops};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// A picture is tried at its own size and then at these, by its longer edge: fine noise and strong blur disappear when
/// it is made smaller.
const EDGES: [u32; 3] = [1600, 960, 640];

#[derive(Debug, Args)]
pub(crate) struct Scan {
    /// PNG or JPEG pictures.
    #[arg(required = true)]
    images: Vec<PathBuf>,
}

impl Scan {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        for path in &self.images {
            println!("{}", text_in(&open(path)?).unwrap_or_default());
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn open(path: &Path) -> Result<GrayImage, Failure> {
    let bytes = read::file(path)?;
    Ok(image::load_from_memory(&bytes).map_err(|why| read::named(path, why))?.into_luma8())
}

/// The first credit code in a picture, or the first QR code at all.
fn text_in(picture: &GrayImage) -> Option<String> {
    let mut texts = texts_at(picture);
    let longer = picture.width().max(picture.height());
    for edge in EDGES.into_iter().filter(|edge| *edge < longer) {
        if texts.iter().any(|text| text.starts_with(PREFIX)) {
            break;
        }
        let scaled = |length: u32| u64::from(length) * u64::from(edge) / u64::from(longer);
        let (width, height) = (scaled(picture.width()), scaled(picture.height()));
        let (Ok(width), Ok(height)) = (u32::try_from(width), u32::try_from(height)) else { break };
        let smaller = imageops::resize(picture, width.max(1), height.max(1), imageops::FilterType::Triangle);
        texts.extend(texts_at(&smaller));
    }
    let ours = texts.iter().position(|text| text.starts_with(PREFIX)).unwrap_or(0);
    (!texts.is_empty()).then(|| texts.swap_remove(ours))
}

/// The texts of all QR codes that are read at this size, as one line each.
fn texts_at(picture: &GrayImage) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut reader = quircs::Quirc::default();
    let codes = reader.identify(width, height, picture.as_raw());
    let payloads = codes.filter_map(|code| code.ok()?.decode().ok()).map(|data| data.payload);
    payloads.map(|payload| String::from_utf8_lossy(&payload).replace(['\r', '\n'], " ")).collect()
}
