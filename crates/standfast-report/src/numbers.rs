//! Numbers as people read them: whole percent points, with the middle 80 % beside the mean.

use standfast::findings::SpreadOut;

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
