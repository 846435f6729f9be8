//! Numbers as people read them: whole percent points, with the middle 80 % beside the mean.

use standfast::ensemble::Band;
use standfast::questions::Scale;

/// A probability in whole percent; next to nothing as `<1`, next to certainty as `>99`.
pub(crate) fn percent(p: f64) -> String {
    let percent = 100.0 * p;
    if p.is_nan() {
        "?".to_owned()
    } else if percent > 0.0 && percent < 0.5 {
        "<1".to_owned()
    } else if (99.5..100.0).contains(&percent) {
        ">99".to_owned()
    } else {
        format!("{:.0}", percent.round())
    }
}

/// A p-value with up to three decimals.
pub(crate) fn p_value(p: f64) -> String {
    match p {
        p if p.is_nan() => "?".to_owned(),
        p if p < 0.0005 => "<0.001".to_owned(),
        p => format!("{p:.3}").trim_end_matches('0').trim_end_matches('.').to_owned(),
    }
}

/// A p-value as people count: in how many of 100 cases. Deals are at most 999, so one decimal is exact.
pub(crate) fn of_hundred(p: f64) -> String {
    format!("{:.1}", 100.0 * p).trim_end_matches(".0").to_owned()
}

/// The size of a difference of probabilities in whole percent points.
pub(crate) fn whole_points(difference: f64) -> usize {
    (100.0 * difference.abs()).round() as usize
}

/// A difference of probabilities in whole percent points, with its sign.
pub(crate) fn points(difference: f64) -> String {
    match whole_points(difference) {
        _ if difference.is_nan() => "?".to_owned(),
        0 => "0".to_owned(),
        size if difference > 0.0 => format!("+{size}"),
        size => format!("−{size}"),
    }
}

/// A number of a check: a chance in percent with two digits, a ratio with two decimals, a difference
/// in points with one and its sign.
pub(crate) fn measure(value: f64, scale: Scale) -> String {
    let percent = 100.0 * value;
    match scale {
        _ if value.is_nan() => "?".to_owned(),
        Scale::Chance if percent >= 9.95 || percent == 0.0 => format!("{percent:.0}"),
        Scale::Chance if percent >= 0.995 => format!("{percent:.1}"),
        Scale::Chance => format!("{percent:.2}"),
        Scale::Ratio => format!("{value:.2}"),
        Scale::Difference if percent.abs() < 0.05 => "0".to_owned(),
        Scale::Difference if percent > 0.0 => format!("+{percent:.1}"),
        Scale::Difference => format!("−{:.1}", -percent),
    }
}

/// The end of a check's target, with the digits that it was written with.
pub(crate) fn end(value: f64, scale: Scale) -> String {
    let value = if scale == Scale::Ratio { value } else { 100.0 * value };
    // Nobody writes more digits; a multiplication by 100 may leave some behind.
    let digits = format!("{value:.9}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    match digits.strip_prefix('-') {
        Some(digits) => format!("−{digits}"),
        None if scale == Scale::Difference && value > 0.0 => format!("+{digits}"),
        None => digits.to_owned(),
    }
}

/// A cost in hundredths of what is at stake.
pub(crate) fn hundredths(cost: f64) -> String {
    let text = format!("{:.2}", cost.abs());
    match text.as_str() {
        _ if cost.is_nan() => "?".to_owned(),
        "0.00" => "0".to_owned(),
        _ if cost < 0.0 => format!("−{text}"),
        _ => text,
    }
}

/// Whether anything of the middle 80 % is left after rounding.
pub(crate) fn shows(band: &Band, format: fn(f64) -> String) -> bool {
    let mean = format(band.mean);
    [band.p10, band.p90].iter().any(|end| format(*end) != mean)
}

/// Mean and middle 80 %; the mean alone where there is no spread, or none that shows.
pub(crate) fn spread(band: &Band, format: fn(f64) -> String, alone: bool) -> String {
    let (mean, low, high) = (format(band.mean), format(band.p10), format(band.p90));
    if alone || !shows(band, format) {
        return mean;
    }
    // Signed ends are told apart by "to": "−12 – −3" would be hard to read.
    let join = if low.starts_with(['−', '+']) || high.starts_with(['−', '+']) { " to " } else { "–" };
    format!("{mean} ({low}{join}{high})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_rounded_to_impossible_or_certain() {
        let printed = [0.0, 0.0001, 0.0049, 0.006, 0.5, 0.99, 0.9951, 0.9997, 1.0].map(percent);
        assert_eq!(printed, ["0", "<1", "<1", "1", "50", "99", ">99", ">99", "100"]);
        assert_eq!([-0.004, 0.004, -0.126, 0.01].map(points), ["0", "0", "−13", "+1"]);
    }

    #[test]
    fn p_values_have_the_digits_that_matter() {
        assert_eq!([1e-20, 0.0012, 0.05, 0.5, 1.0].map(p_value), ["<0.001", "0.001", "0.05", "0.5", "1"]);
        assert_eq!([0.002, 0.022, 0.05, 1.0].map(of_hundred), ["0.2", "2.2", "5", "100"]);
    }

    #[test]
    fn ends_stand_beside_the_mean() {
        let band = Band::of(&[0.1, 0.2, 0.3]);
        assert_eq!(spread(&band, percent, false), "20 (12–28)");
        assert_eq!(spread(&band, points, false), "+20 (+12 to +28)");
        assert_eq!(spread(&band, percent, true), "20");
        assert_eq!(spread(&Band::of(&[0.001, 0.002]), percent, false), "<1");
        assert_eq!(spread(&Band::of(&[0.001, 0.02]), percent, false), "1 (<1–2)");
    }
}
