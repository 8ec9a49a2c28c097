//! The bits of a status list, and their packed form (Token Status List §4).

use crate::{
    body::StatusRef,
    cbor::{Bytes, map_len},
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use miniz_oxide::{
    deflate::compress_to_vec_zlib,
    inflate::{
        TINFLStatus,
        core::{DecompressorOxide, decompress, inflate_flags},
    },
};

/// As the draft recommends: the highest level.
const LEVEL: u8 = 9;
/// 2^20 bits: what an index can reach.
const MAX_BYTES: usize = StatusRef::END_IDX as usize / 8;

/// One bit a token, set when it was revoked. Bit *n* is bit *n* mod 8 of byte *n* / 8, counted from the least
/// significant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusBits(Vec<u8>);

impl StatusBits {
    /// Nothing revoked; room for at least this many tokens, at most 2^20.
    pub fn new(tokens: u32) -> Self {
        let bytes = usize::try_from(tokens.div_ceil(8)).unwrap_or(MAX_BYTES);
        Self(vec![0; bytes.min(MAX_BYTES)])
    }

    /// How many tokens it has room for.
    pub fn len(&self) -> usize {
        self.0.len() * 8
    }

    /// Whether there is no room at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Revokes; false when the index lies outside.
    pub fn set(&mut self, idx: u32) -> bool {
        match self.0.get_mut(idx as usize / 8) {
            Some(byte) => {
                *byte |= 1 << (idx % 8);
                true
            }
            None => false,
        }
    }

    /// Whether a bit is set; nothing when the index lies outside.
    pub fn is_set(&self, idx: u32) -> Option<bool> {
        self.0.get(idx as usize / 8).map(|byte| byte >> (idx % 8) & 1 == 1)
    }

    /// How many are set.
    pub fn count_set(&self) -> u32 {
        self.0.iter().map(|byte| byte.count_ones()).sum()
    }

    /// Unpacks one whole zlib stream (RFC 1950) of at most 2^17 bytes, checksum included; nothing for anything else.
    fn inflate(packed: &[u8]) -> Option<Self> {
        let mut bits = vec![0; MAX_BYTES];
        let flags = inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER
            | inflate_flags::TINFL_FLAG_COMPUTE_ADLER32
            | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let mut inflater = Box::<DecompressorOxide>::default();
        let (status, read, written) = decompress(&mut inflater, packed, &mut bits, 0, flags);
        if status != TINFLStatus::Done || read != packed.len() {
            return None;
        }
        bits.truncate(written);
        bits.shrink_to_fit();
        Some(Self(bits))
    }
}

impl<'b, C> Decode<'b, C> for StatusBits {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let wrong = || decode::Error::message("not a status list of one bit a token");
        if map_len(d)? != 2 || d.str()? != "lst" {
            return Err(wrong());
        }
        let packed = d.bytes()?;
        if d.str()? != "bits" || d.u8()? != 1 {
            return Err(wrong());
        }
        Self::inflate(packed).ok_or_else(wrong)
    }
}

impl<C> Encode<C> for StatusBits {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        let packed = compress_to_vec_zlib(&self.0, LEVEL);
        e.map(2)?.str("lst")?.encode(Bytes(&packed))?.str("bits")?.u8(1)?.ok()
    }
}
