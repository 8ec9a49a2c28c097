//! Compresses once, at build time, what the server would otherwise compress for every visitor.

use crate::{apps::built_files, failure::Failure, sources};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    thread,
};

/// Smaller files gain less than a header costs.
const LEAST_BYTES: usize = 256;
/// Formats that are compressed already.
const PACKED: [&str; 6] = ["png", "jpg", "webp", "woff2", "mp3", "ogg"];

/// Writes `.br` and `.gz` beside every file that gains by it.
pub(super) fn all(folder: &Path) -> Result<(), Failure> {
    let files = built_files(&folder.to_owned())?;
    thread::scope(|scope| {
        let halves: Vec<_> = files.chunks(files.len().div_ceil(2).max(1)).collect();
        let workers: Vec<_> =
            halves.into_iter().map(|half| scope.spawn(|| half.iter().try_for_each(one))).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err(Failure::Unexpected("compression stopped".to_owned())))
        })
    })
}

fn one(path: &PathBuf) -> Result<(), Failure> {
    let packed = path.extension().is_some_and(|e| PACKED.iter().any(|p| e == *p));
    let bytes = fs::read(path).map_err(Failure::file(path))?;
    if packed || bytes.len() < LEAST_BYTES {
        return Ok(());
    }
    let beside = |extension: &str| PathBuf::from(format!("{}.{extension}", path.display()));
    sources::write(&beside("br"), brotli(&bytes).map_err(Failure::file(path))?)?;
    sources::write(&beside("gz"), gzip(&bytes).map_err(Failure::file(path))?)
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_unpacks_to_the_same() {
        let text = "all tokens of a day end together; ".repeat(40);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(text.as_bytes()).unwrap()[..], &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
        let mut unzipped = String::new();
        let packed = gzip(text.as_bytes()).unwrap();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut unzipped).unwrap();
        assert_eq!(unzipped, text);
    }
}
