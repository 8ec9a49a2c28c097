//! Administrative regions by GB/T 2260: six digits, province, prefecture, county.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A region's code, such as 330800 for 衢州.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u32", try_from = "u32")]
pub struct RegionCode(u32);

/// A number that is no region's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a region code has six digits and a province from 11 to 82")]
pub struct RegionCodeError;

impl RegionCode {
    /// A code of six digits whose province exists.
    ///
    /// # Errors
    /// [`RegionCodeError`] otherwise.
    pub const fn new(code: u32) -> Result<Self, RegionCodeError> {
        if matches!(code / 10_000, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81 | 82)
            && code < 1_000_000
        {
            Ok(Self(code))
        } else {
            Err(RegionCodeError)
        }
    }

    /// Its number.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The prefecture-level city that it lies in.
    #[must_use]
    pub const fn city(self) -> Self {
        Self(self.0 / 100 * 100)
    }
}

impl TryFrom<u32> for RegionCode {
    type Error = RegionCodeError;

    fn try_from(code: u32) -> Result<Self, RegionCodeError> {
        Self::new(code)
    }
}

impl From<RegionCode> for u32 {
    fn from(region: RegionCode) -> Self {
        region.0
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_county_lies_in_its_city() {
        let kecheng = RegionCode::new(330_802).unwrap();
        assert_eq!(kecheng.city(), RegionCode::new(330_800).unwrap());
        assert_eq!(kecheng.to_string(), "330802");
        for wrong in [0, 33_080, 3_308_000, 990_000, 160_000] {
            assert_eq!(RegionCode::new(wrong), Err(RegionCodeError), "{wrong}");
        }
    }
}
