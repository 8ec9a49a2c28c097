//! All lists that a till needs, in one download, so that what it fetches tells nothing about whom it served.
//!
//! ```cddl
//! bundle = { 0: bstr .cbor trust-list, 1: [ * bstr .cbor status-list ] }     ; unsigned: each list in it is signed
//! ```

use crate::{
    DecodeError,
    cbor::{self, Bytes, LIST, array_len, map_len},
};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// Signed lists, as bytes; nothing of them was checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bundle {
    /// The trust list.
    pub trust: Vec<u8>,
    /// The status lists.
    pub status: Vec<Vec<u8>>,
}

impl Bundle {
    /// The most bytes.
    pub const MAX_BYTES: usize = 1 << 24;
    /// The most status lists.
    pub const MAX_STATUS: usize = 4096;

    /// As one download.
    pub fn encode(&self) -> Vec<u8> {
        cbor::to_vec(self)
    }

    /// Takes a download apart.
    ///
    /// # Errors
    /// [`DecodeError`]
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(DecodeError::Size);
        }
        let bundle: Self = cbor::from_slice(bytes, LIST)?;
        if bundle.status.len() > Self::MAX_STATUS { Err(DecodeError::Size) } else { Ok(bundle) }
    }
}

impl<'b, C> Decode<'b, C> for Bundle {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let wrong = || decode::Error::message("not a bundle");
        if map_len(d)? != 2 || d.u8()? != 0 {
            return Err(wrong());
        }
        let trust = d.bytes()?.to_vec();
        if d.u8()? != 1 {
            return Err(wrong());
        }
        let status = (0..array_len(d)?).map(|_| d.bytes().map(<[u8]>::to_vec)).collect::<Result<_, _>>()?;
        Ok(Self { trust, status })
    }
}

impl<C> Encode<C> for Bundle {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.map(2)?.u8(0)?.bytes(&self.trust)?.u8(1)?.array(self.status.len() as u64)?;
        self.status.iter().try_for_each(|list| e.encode(Bytes(list)).map(drop))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_bundle_comes_back(
            trust in proptest::collection::vec(any::<u8>(), 0..300),
            status in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 0..30),
        ) {
            let bundle = Bundle { trust, status };
            prop_assert_eq!(Bundle::decode(&bundle.encode()).unwrap(), bundle);
        }

        #[test]
        fn random_bytes_are_no_bundle_or_its_one_encoding(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            if let Ok(bundle) = Bundle::decode(&bytes) {
                prop_assert_eq!(bundle.encode(), bytes);
            }
        }
    }

    #[test]
    fn a_bundle_cut_off_is_refused() {
        let whole = Bundle { trust: vec![1; 40], status: vec![vec![2; 30]; 3] }.encode();
        for length in 0..whole.len() {
            assert_eq!(Bundle::decode(&whole[..length]), Err(DecodeError::Cbor), "{length}");
        }
    }
}
