//! Grey pictures: what readers read.

/// A grey picture, a byte a pixel, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    /// From the brightness plane of a video frame, whose rows may be longer than the picture; nothing when bytes are
    /// missing.
    pub fn from_plane(width: usize, height: usize, stride: usize, plane: &[u8]) -> Option<Self> {
        if width == 0 || height == 0 || stride < width {
            return None;
        }
        let needed = stride.checked_mul(height - 1)?.checked_add(width)?;
        let plane = plane.get(..needed)?;
        let mut pixels = Vec::with_capacity(width * height);
        plane.chunks(stride).for_each(|row| pixels.extend_from_slice(&row[..width]));
        Some(Self { width, height, pixels })
    }

    /// From four bytes a pixel, red, green and blue first, or blue, green and red; nothing when bytes are missing.
    pub fn from_colour(width: usize, height: usize, bytes: &[u8]) -> Option<Self> {
        let count = width.checked_mul(height).filter(|count| *count > 0)?;
        let bytes = bytes.get(..count.checked_mul(4)?)?;
        // Green counts twice, so that it is the same either way.
        let bright = |p: &[u8]| (u16::from(p[0]) + 2 * u16::from(p[1]) + u16::from(p[2])) / 4;
        let pixels = bytes.chunks_exact(4).map(|p| u8::try_from(bright(p)).unwrap_or(u8::MAX)).collect();
        Some(Self { width, height, pixels })
    }

    /// Pixels in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// All pixels.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The picture, made smaller where its longer edge is over `edge`.
    #[must_use]
    pub fn within(mut self, edge: usize) -> Self {
        let edge = edge.max(1);
        while self.longer() >= 2 * edge {
            self = self.halved();
        }
        let longer = self.longer();
        if longer <= edge {
            return self;
        }
        let (width, height) = (self.width * edge / longer, self.height * edge / longer);
        self.resized(width.max(1), height.max(1))
    }

    fn longer(&self) -> usize {
        self.width.max(self.height)
    }

    /// Each pixel the mean of four.
    fn halved(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let (upper, lower) = (self.row(2 * y), self.row((2 * y + 1).min(self.height - 1)));
            for x in 0..width {
                let (left, right) = (2 * x, (2 * x + 1).min(self.width - 1));
                let sum =
                    [upper[left], upper[right], lower[left], lower[right]].map(u16::from).iter().sum::<u16>();
                pixels.push(u8::try_from((sum + 2) / 4).unwrap_or(u8::MAX));
            }
        }
        Self { width, height, pixels }
    }

    /// Each pixel between its four neighbours by distance; for factors from a half to one.
    fn resized(&self, width: usize, height: usize) -> Self {
        let columns = steps(self.width, width);
        let mut pixels = Vec::with_capacity(width * height);
        for &(y, down) in &steps(self.height, height) {
            let (upper, lower) = (self.row(y), self.row((y + 1).min(self.height - 1)));
            for &(x, right) in &columns {
                let next = (x + 1).min(self.width - 1);
                let mix = |row: &[u8]| u32::from(row[x]) * (256 - right) + u32::from(row[next]) * right;
                let value = (mix(upper) * (256 - down) + mix(lower) * down) >> 16;
                pixels.push(u8::try_from(value).unwrap_or(u8::MAX));
            }
        }
        Self { width, height, pixels }
    }

    fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }
}

/// For each place of `to` the place of `from` before it, and how far it lies behind that, in 256ths.
fn steps(from: usize, to: usize) -> Vec<(usize, u32)> {
    let place = |at: usize| {
        // The middles of the first and last pixels meet halfway, as the edges do.
        let behind = ((2 * at + 1) * from * 128 / to).saturating_sub(128);
        ((behind / 256).min(from - 1), u32::try_from(behind % 256).unwrap_or(0))
    };
    (0..to).map(place).collect()
}
