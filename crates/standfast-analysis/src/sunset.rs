//! How the protection of a package fades: the yearly hazard with it against that without.

/// How protection fades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sunset {
    /// The most that the hazard is lowered by in any year, as a share of what it is without the package.
    pub best: f64,
    /// The first year in which it is that.
    pub best_year: usize,
    /// The first year from which on it is never again more than half of that; nothing if it is in the last year.
    pub halved: Option<usize>,
}

/// With over without, year by year; not a number where without is 0.
pub fn ratios(with: &[f64], without: &[f64]) -> Vec<f64> {
    let ratio = |(with, without): (&f64, &f64)| if *without > 0.0 { with / without } else { f64::NAN };
    with.iter().zip(without).map(ratio).collect()
}

/// How the protection 1 − ratio fades over the years. Years in which the ratio is not a number are passed over;
/// nothing if there is no protection in any year.
pub fn sunset(ratios: &[f64]) -> Option<Sunset> {
    let protection = || ratios.iter().map(|ratio| 1.0 - ratio).enumerate().filter(|(_, p)| p.is_finite());
    let (best_year, best) = protection().reduce(|best, each| if each.1 > best.1 { each } else { best })?;
    if best <= 0.0 {
        return None;
    }
    // The best year itself is more than half of it.
    let last = protection().filter(|(_, p)| *p > best / 2.0).map(|(year, _)| year).next_back()?;
    let halved = protection().map(|(year, _)| year).find(|&year| year > last);
    Some(Sunset { best, best_year, halved })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn protection_is_halved_for_good() {
        let found = sunset(&[1.0, 0.4, 0.2, 0.7, 0.5, 0.61, 0.8, 1.1]).expect("protection");
        assert_eq!((found.best, found.best_year, found.halved), (0.8, 2, Some(5)));
        // The last year still has more than half.
        assert_eq!(sunset(&[0.2, 0.9, 0.5]).map(|found| found.halved), Some(None));
    }

    #[test]
    fn there_may_be_no_protection() {
        assert_eq!(sunset(&[1.0, 1.2]), None);
        assert_eq!(sunset(&[f64::NAN]), None);
        assert_eq!(sunset(&[]), None);
    }

    #[test]
    fn years_without_a_hazard_are_passed_over() {
        let ratios = ratios(&[0.1, 0.2, 0.3, 0.0], &[0.4, 0.0, 0.3, 0.0]);
        assert!(ratios[1].is_nan() && ratios[3].is_nan());
        assert_eq!(sunset(&ratios), Some(Sunset { best: 0.75, best_year: 0, halved: Some(2) }));
    }
}
