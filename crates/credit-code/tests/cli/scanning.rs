//! `credit-code scan`: what was drawn is read again.

use crate::run::credit_code;
use credit_code::qr::{self, Ecc};
use image::{GrayImage, ImageFormat, Luma, imageops};
use std::{fs, path::PathBuf};

/// A QR code with its quiet zone, on a larger light picture.
fn picture(text: &str, ecc: Ecc, module: u32) -> GrayImage {
    let qr = qr::encode(text, ecc).unwrap();
    let side = (u32::try_from(qr.size).unwrap() + 8) * module;
    GrayImage::from_fn(side + 60, side + 40, |x, y| {
        let place = |at: u32, margin: u32| (at.checked_sub(margin + 4 * module)? / module).try_into().ok();
        let is_dark = place(x, 30).zip(place(y, 20)).is_some_and(|(x, y)| qr.is_dark(x, y));
        Luma([if is_dark { 20 } else { 235 }])
    })
}

fn save(name: &str, picture: &GrayImage, format: ImageFormat) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    picture.save_with_format(&path, format).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn each_picture_becomes_one_line() {
    // As long as a phone code's text.
    let phone = format!("CC1:{}", "6BFOXN%TSMAHN-H".repeat(24).split_at(356).0);
    let other = "https://credit.example/";
    let turned = imageops::rotate90(&picture(&phone, Ecc::M, 5));
    let large = picture(&phone, Ecc::M, 40);
    let both = {
        let (left, right) = (picture(other, Ecc::M, 6), picture("CC1:BB8", Ecc::Q, 6));
        let mut both = GrayImage::from_pixel(left.width() + right.width(), 400, Luma([235]));
        imageops::replace(&mut both, &left, 0, 0);
        imageops::replace(&mut both, &right, i64::from(left.width()), 0);
        both
    };
    let files = [
        save("phone.png", &picture(&phone, Ecc::M, 4), ImageFormat::Png),
        save("phone.jpg", &picture(&phone, Ecc::M, 6), ImageFormat::Jpeg),
        save("turned.png", &turned, ImageFormat::Png),
        save("large.png", &large, ImageFormat::Png),
        save("empty.png", &GrayImage::from_pixel(300, 200, Luma([200])), ImageFormat::Png),
        save("other.png", &picture(other, Ecc::M, 6), ImageFormat::Png),
        save("both.png", &both, ImageFormat::Png),
    ];
    let mut arguments = vec!["scan"];
    arguments.extend(files.iter().map(String::as_str));
    let ran = credit_code(&arguments, b"");
    let lines: Vec<&str> = ran.text().split_terminator('\n').collect();
    assert_eq!(lines, [&phone, &phone, &phone, &phone, "", other, "CC1:BB8"], "{}", ran.err);
    assert_eq!(ran.code, Some(0));
}

#[test]
fn a_file_that_is_no_picture_is_named() {
    let ran = credit_code(&["scan", "seeds.toml"], b"");
    assert_eq!((ran.code, ran.err.contains("seeds.toml")), (Some(2), true), "{}", ran.err);
    assert_eq!(credit_code(&["scan"], b"").code, Some(2));
}
