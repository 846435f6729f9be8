//! Sobol points: a low-discrepancy sequence in up to [`MAX_DIMENSIONS`] dimensions.
//!
//! Sobol 1967; direction numbers of Joe and Kuo, "Constructing Sobol sequences with better
//! two-dimensional projections", SIAM J. Sci. Comput. 30 (2008), file `new-joe-kuo-6.21201`. The
//! index has 64 bits, and points come in Gray-code order (Antonov and Saleev 1979), as in SciPy,
//! whose unscrambled points are the oracle (`validation/math/sobol.json`).

use std::sync::OnceLock;

/// How many dimensions the direction numbers cover.
pub const MAX_DIMENSIONS: usize = 1024;

const BITS: usize = 64;

/// One row a dimension: the primitive polynomial's coefficients, then its initial numbers.
static TABLE: &str = include_str!("../data/joe-kuo-1024.txt");

/// The direction numbers of the first dimensions.
#[derive(Clone, Debug)]
pub struct Sobol {
    directions: Vec<[u64; BITS]>,
}

impl Sobol {
    /// A sequence in that many dimensions.
    ///
    /// # Panics
    /// If `dimensions` exceeds [`MAX_DIMENSIONS`]; callers check their input against it first.
    pub fn new(dimensions: usize) -> Sobol {
        assert!(dimensions <= MAX_DIMENSIONS, "Sobol points have at most {MAX_DIMENSIONS} dimensions");
        Sobol { directions: initial_numbers()[..dimensions].iter().map(|row| row.directions()).collect() }
    }

    /// How many dimensions the points have.
    pub fn dimensions(&self) -> usize {
        self.directions.len()
    }

    /// The coordinate of a point as a 64-bit binary fraction.
    #[inline]
    pub fn coordinate(&self, index: u64, dimension: usize) -> u64 {
        let directions = &self.directions[dimension];
        let mut gray = index ^ (index >> 1);
        let mut bits = 0;
        while gray != 0 {
            bits ^= directions[gray.trailing_zeros() as usize];
            gray &= gray - 1;
        }
        bits
    }
}

struct InitialNumbers {
    /// Inner coefficients a₁ … a_{d−1} of the primitive polynomial, as bits.
    coefficients: u64,
    /// m₁ … m_d; their number is the polynomial's degree.
    numbers: Vec<u64>,
}

impl InitialNumbers {
    fn directions(&self) -> [u64; BITS] {
        let degree = self.numbers.len();
        let mut v = [0; BITS];
        if degree == 0 {
            for (i, v) in v.iter_mut().enumerate() {
                *v = 1 << (BITS - 1 - i);
            }
            return v;
        }
        for i in 0..BITS {
            v[i] = if i < degree {
                self.numbers[i] << (BITS - 1 - i)
            } else {
                (1..degree)
                    .filter(|k| self.coefficients >> (degree - 1 - k) & 1 == 1)
                    .fold(v[i - degree] ^ (v[i - degree] >> degree), |sum, k| sum ^ v[i - k])
            };
        }
        v
    }
}

fn initial_numbers() -> &'static [InitialNumbers] {
    static PARSED: OnceLock<Vec<InitialNumbers>> = OnceLock::new();
    PARSED.get_or_init(|| {
        TABLE
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| {
                let mut fields = line.split(' ').map(|field| field.parse().expect("the table holds whole numbers"));
                let coefficients = fields.next().expect("each row starts with the coefficients");
                InitialNumbers { coefficients, numbers: fields.collect() }
            })
            .collect()
    })
}
