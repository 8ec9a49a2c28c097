//! How many of the degraded frames our chain reads, against native zxing-cpp on the same frames.

use crate::{
    frames::{self, Frame},
    table::{Goal, Row},
};
use std::{collections::BTreeMap, fs, process::Command};
use tests::{Res, root, target};

const GOAL: f64 = 0.95;

pub(crate) fn measure() -> Res<Vec<Row>> {
    let frames = frames::all()?;
    let quick: Vec<bool> = frames.iter().map(quircs).collect();
    let strong = zxing_wasm(&frames)?;
    let native: Vec<bool> = frames.iter().map(oracle).collect::<Res<_>>()?;
    let chain: Vec<bool> = quick.iter().zip(&strong).map(|(a, b)| *a || *b).collect();
    let mut by_kind: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (at, frame) in frames.iter().enumerate() {
        let (ours, theirs) = by_kind.entry(frame.kind).or_default();
        *ours += u32::from(chain[at]);
        *theirs += u32::from(native[at]);
    }
    let kinds = by_kind.iter().map(|(kind, (ours, theirs))| format!("{kind} {ours}:{theirs}"));
    let note = format!(
        "of {}: quircs {}, zxing-wasm {}, either {}, zxing-cpp {} ({})",
        frames.len(),
        count(&quick),
        count(&strong),
        count(&chain),
        count(&native),
        kinds.collect::<Vec<_>>().join(", ")
    );
    let ratio = f64::from(count(&chain)) / f64::from(count(&native).max(1));
    Ok(vec![Row::new("frames read, chain ÷ native zxing-cpp", Goal::AtLeast(GOAL), ratio, "", note)])
}

fn count(read: &[bool]) -> u32 {
    read.iter().map(|yes| u32::from(*yes)).sum()
}

fn quircs(frame: &Frame) -> bool {
    let (Ok(width), Ok(height)) =
        (usize::try_from(frame.picture.width()), usize::try_from(frame.picture.height()))
    else {
        return false;
    };
    let mut reader = quircs::Quirc::default();
    let codes = reader.identify(width, height, frame.picture.as_raw());
    codes.flatten().filter_map(|code| code.decode().ok()).any(|data| data.payload == frame.text.as_bytes())
}

#[cfg(feature = "oracle")]
fn oracle(frame: &Frame) -> Res<bool> {
    use zxingcpp::{BarcodeFormat, ImageFormat, ImageView};
    let picture = &frame.picture;
    let view = ImageView::from_slice(picture.as_raw(), picture.width(), picture.height(), ImageFormat::Lum)?;
    let found = zxingcpp::read().formats(BarcodeFormat::QRCode).try_harder(true).from(view)?;
    Ok(found.iter().any(|code| code.text() == frame.text))
}

#[cfg(not(feature = "oracle"))]
fn oracle(_: &Frame) -> Res<bool> {
    Err("native zxing-cpp is behind the feature `oracle`, which `cargo xtask bench` turns on".into())
}

/// The merchant app's strong reader, the same file, in Node.
fn zxing_wasm(frames: &[Frame]) -> Res<Vec<bool>> {
    let folder = target().join("bench/frames");
    fs::create_dir_all(&folder)?;
    for (at, frame) in frames.iter().enumerate() {
        fs::write(folder.join(format!("{at}.grey")), frame.picture.as_raw())?;
    }
    let (width, height) = frames.first().map_or((0, 0), |frame| frame.picture.dimensions());
    let output = Command::new("node")
        .arg(root().join("tests/bench/decode.mjs"))
        .arg(target().join("vendor/node_modules/zxing-wasm"))
        .arg(&folder)
        .args([frames.len().to_string(), width.to_string(), height.to_string()])
        .output()?;
    if !output.status.success() {
        return Err(format!("zxing-wasm in Node: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let texts: Vec<Vec<String>> = serde_json::from_slice(&output.stdout)?;
    Ok(texts.iter().zip(frames).map(|(found, frame)| found.contains(&frame.text)).collect())
}
