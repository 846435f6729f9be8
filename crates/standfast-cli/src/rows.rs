//! Bands as CSV: one row for each package, quantity, actor and years, under the names of the JSON output, with
//! everything that is needed to make it again.

use anyhow::Context as _;
use standfast::ensemble::Band;
use standfast::provenance::{CaseFindings, Method};

use crate::output::Failure;

/// What is known of a band. Where there is less than a band, a share say, the rest is empty.
pub(crate) type Numbers = [Option<f64>; 11];

/// What comes before the numbers of a band.
const HEAD: [&str; 11] =
    ["case", "digest", "under", "engine", "seed", "draws", "residual", "package", "quantity", "actor", "years"];
/// The names of a band's numbers.
const BAND: [&str; 11] = ["mean", "mean_se", "p05", "p10", "p10_se", "p25", "p50", "p75", "p90", "p90_se", "p95"];

/// The numbers of a band, in the order of the columns.
pub(crate) fn numbers(band: &Band) -> Numbers {
    let Band { mean, mean_se, p05, p10, p10_se, p25, p50, p75, p90, p90_se, p95 } = *band;
    [Some(mean), mean_se, Some(p05), Some(p10), p10_se, Some(p25), Some(p50), Some(p75), Some(p90), p90_se, Some(p95)]
}

/// What a row is about.
pub(crate) struct About<'a> {
    pub(crate) package: &'a str,
    /// The largest of the package.
    pub(crate) residual: f64,
    pub(crate) quantity: &'a str,
    /// Empty where it belongs to nobody.
    pub(crate) actor: &'a str,
    pub(crate) years: Option<usize>,
}

/// The rows of one study.
pub(crate) struct Rows {
    writer: csv::Writer<Vec<u8>>,
    /// What all of them begin with.
    study: [String; 6],
}

impl Rows {
    /// With the names of the columns.
    pub(crate) fn new(case: &CaseFindings, method: &Method) -> Result<Rows, Failure> {
        let under: Vec<&str> = case.under.iter().map(|stress| stress.id.as_str()).collect();
        let study = [
            case.id.clone(),
            case.digest.clone(),
            under.join("+"),
            method.engine.to_owned(),
            method.seed.map_or_else(String::new, |seed| seed.to_string()),
            method.draws.to_string(),
        ];
        let mut rows = Rows { writer: csv::Writer::from_writer(Vec::new()), study };
        rows.record(HEAD.into_iter().chain(BAND))?;
        Ok(rows)
    }

    /// One more row.
    pub(crate) fn add(&mut self, about: &About<'_>, numbers: Numbers) -> Result<(), Failure> {
        let text = |x: Option<f64>| x.filter(|x| !x.is_nan()).map_or_else(String::new, |x| x.to_string());
        let About { package, residual, quantity, actor, years } = *about;
        let years = years.map_or_else(String::new, |years| years.to_string());
        let about = [text(Some(residual)), package.to_owned(), quantity.to_owned(), actor.to_owned(), years];
        let row: Vec<String> = self.study.iter().cloned().chain(about).chain(numbers.map(text)).collect();
        self.record(row.iter().map(String::as_str))
    }

    fn record<'a>(&mut self, row: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
        self.writer.write_record(row).context("cannot write CSV").map_err(Failure::Unwritten)
    }

    /// All of them.
    pub(crate) fn end(self) -> Result<String, Failure> {
        let text = self.writer.into_inner().map_err(anyhow::Error::from);
        let text = text.and_then(|text| Ok(String::from_utf8(text)?));
        text.context("cannot write CSV").map_err(Failure::Unwritten)
    }
}
