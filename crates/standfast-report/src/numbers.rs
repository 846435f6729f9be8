//! Numbers as people read them: whole percent points, with the middle 80 % beside the mean.

use standfast::findings::SpreadOut;
use standfast::record::Scale;

/// A probability in whole percent; small ones as `<1`.
pub(crate) fn percent(p: f64) -> String {
    let percent = 100.0 * p;
    if p.is_nan() {
        "?".to_owned()
    } else if percent > 0.0 && percent < 0.5 {
        "<1".to_owned()
    } else {
        format!("{percent:.0}")
    }
}

/// A difference of probabilities in whole percent points, with its sign.
pub(crate) fn points(difference: f64) -> String {
    let points = 100.0 * difference;
    if points.abs() < 0.5 {
        "0".to_owned()
    } else if points > 0.0 {
        format!("+{points:.0}")
    } else {
        format!("−{:.0}", -points)
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

/// Mean and middle 80 %.
pub(crate) fn spread(spread: &SpreadOut, format: fn(f64) -> String, alone: bool) -> String {
    if alone {
        return format(spread.mean);
    }
    let (low, high) = (format(spread.p10), format(spread.p90));
    // Signed ends are told apart by "to": "−12 – −3" would be hard to read.
    let join = if low.starts_with(['−', '+']) || high.starts_with(['−', '+']) { " to " } else { "–" };
    format!("{} ({low}{join}{high})", format(spread.mean))
}
