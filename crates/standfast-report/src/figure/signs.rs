//! Who signs, and who keeps its word: what each party does at the signing, and at the moment of need.

use standfast::Findings;
use standfast::findings::{PackageFindings, PartyFindings, ResponseFindings};

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke};
use super::frame::{Label, Scale, apart};
use super::legend::{Swatch, legend};
use super::marks::{Verdict, rules, spread, verdict};
use super::measure::{width, wrapped_to};
use super::theme::{Look, Paint};
use super::{Figure, Said, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{self, percent};
use crate::sentences::{InWords, actor_name, chance, quoted_id};
use crate::tables::Table;

/// What guarantors do when it comes to it, and how that is filled.
const RESPONSES: [(&str, Fill); 3] = [
    ("figure-intervenes", Fill::Plain(Paint::First)),
    ("figure-supplies", Fill::Hatch(Paint::First)),
    ("figure-stands-aside", Fill::None),
];

/// Who signs a package, and who keeps its word. Nothing where the findings do not have the package.
pub fn who_signs(catalogue: &Catalogue, findings: &Findings, package: &str, look: impl Into<Look>) -> Option<Figure> {
    let package = findings.package(package)?;
    Some(Signs { catalogue, findings, package }.figure(look.into()))
}

struct Signs<'a> {
    catalogue: &'a Catalogue,
    findings: &'a Findings,
    package: &'a PackageFindings,
}

/// An actor that signs, or responds, or both.
struct Row<'a> {
    name: String,
    party: Option<&'a PartyFindings>,
    response: Option<&'a ResponseFindings>,
}

/// Where the parts of a row stand.
struct Columns {
    name: f64,
    signing: Scale,
    /// From the base of a name to the middle of its scale and of its bar.
    middle: f64,
    /// Across, and from that middle down to its base.
    verdict: (f64, f64),
    verdict_room: f64,
    response: (f64, f64),
    height: f64,
}

impl Columns {
    fn of(canvas: &Canvas) -> Columns {
        let right = canvas.width() - MARGIN;
        if canvas.look.narrow {
            return Columns {
                name: right - MARGIN,
                signing: Scale::new((0.0, 1.0), (MARGIN + 4.0, 160.0)),
                middle: 17.0,
                verdict: (MARGIN, 24.0),
                verdict_room: 166.0,
                response: (186.0, right - 186.0),
                height: 82.0,
            };
        }
        Columns {
            name: 118.0,
            signing: Scale::new((0.0, 1.0), (MARGIN + 128.0, 236.0)),
            middle: -4.0,
            verdict: (248.0, 4.0),
            verdict_room: 164.0,
            response: (418.0, right - 418.0),
            height: 42.0,
        }
    }
}

impl<'a> Signs<'a> {
    fn figure(&self, look: Look) -> Figure {
        let package = ("package", Arg::from(quoted_id(self.catalogue, self.findings, &self.package.id)));
        let title = self.text("figure-signs", std::slice::from_ref(&package));
        let about = format!("{}-{}", self.findings.case.id, self.package.id);
        let mut canvas = Canvas::new(self.catalogue, look, "signs", &about);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let said = Said {
            name: "signs",
            description: self.text("figure-signs-description", &[]),
            sentence: self.sentence(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn rows(&self) -> Vec<Row<'a>> {
        let actors = self.findings.case.actors.iter();
        let rows = actors.map(|actor| Row {
            name: actor_name(self.catalogue, self.findings, &actor.id),
            party: self.package.parties.iter().find(|party| party.actor == actor.id),
            response: self.package.responses.iter().find(|response| response.guarantor == actor.id),
        });
        rows.filter(|row| row.party.is_some() || row.response.is_some()).collect()
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let columns = Columns::of(canvas);
        let left = columns.signing.at(0.0);
        let (bar, length) = columns.response;
        let signing = self.text("figure-signs-head", &[]);
        let responding = self.text("figure-responds-head", &[("years", self.findings.headline_years.into())]);
        let gap = 14.0;
        let first = canvas.lines(left, top + 18.0, LABEL.bold(), &signing, bar - left - gap);
        let second = canvas.lines(bar, top + 18.0, LABEL.bold(), &responding, length);
        let mut y = if first > second { first } else { second };
        for row in self.rows() {
            self.row(canvas, &columns, y, &row);
            y += columns.height;
        }
        for percent in [0.0, 0.5, 1.0] {
            let label = format!("{:.0}\u{a0}%", 100.0 * percent);
            canvas.text(columns.signing.at(percent), y + 6.0, LABEL.muted().size(11.0).middle(), &label);
        }
        let swatches = RESPONSES.map(|(id, fill)| (Swatch::Area(fill), self.text(id, &[])));
        let y = legend(canvas, y + 12.0, &swatches);
        if self.findings.is_median() {
            return y;
        }
        let room = canvas.width() - 2.0 * MARGIN;
        canvas.lines(MARGIN, y + 14.0, LABEL.muted(), &self.text("figure-signs-dot", &[]), room) - 10.0
    }

    fn row(&self, canvas: &mut Canvas, columns: &Columns, y: f64, row: &Row<'_>) {
        let base = y + 14.0;
        let middle = base + columns.middle;
        let name = canvas.written(&row.name);
        canvas.stack(MARGIN, base, LABEL, &wrapped_to(&name, LABEL, columns.name, canvas.either(2, 1)), &name);
        rules(canvas, columns.signing, &[0.0, 0.5, 1.0], middle - 10.0, middle + canvas.either(22.0, 10.0));
        let (x, room) = (columns.verdict.0, columns.verdict_room);
        let under = middle + columns.verdict.1;
        let small = LABEL.muted().size(11.0);
        match row.party {
            None => canvas.fitted(x, under, small, &self.text("figure-not-needed", &[]), room),
            Some(party) => {
                let (shape, paint) = match party.rather_refuses {
                    true => (Verdict::No, Paint::Second),
                    false => (Verdict::Yes, Paint::First),
                };
                spread(canvas, columns.signing, middle, &party.signs, paint, self.findings.is_median());
                verdict(canvas, shape, (x, under), &self.verdict(party), room);
                if !self.findings.is_median() {
                    canvas.fitted(x, under + 15.0, small, &self.refuses(party), room);
                }
            }
        }
        if let Some(response) = row.response {
            self.response(canvas, columns, middle - 7.0, response);
        }
    }

    /// A bar in three parts, each with its number below.
    fn response(&self, canvas: &mut Canvas, columns: &Columns, y: f64, response: &ResponseFindings) {
        let (left, length) = columns.response;
        let kind = LABEL.muted().size(11.0).middle();
        let mut x = left;
        let mut numbers = Vec::new();
        for ((_, fill), share) in RESPONSES.iter().zip(shares(response)) {
            let part = share * length;
            if part > 0.5 {
                canvas.rect((x, y), (part, 14.0), *fill, Some(Stroke::new(Paint::First, 1.0)));
            }
            let number = percent(share);
            let (of, size) = (x + part / 2.0, width(&number, kind) + 5.0);
            numbers.push((number, Label { of, at: of - size / 2.0, size }));
            x += part;
        }
        let places: Vec<Label> = numbers.iter().map(|(_, label)| *label).collect();
        for ((number, label), at) in numbers.iter().zip(apart(&places, left - 4.0, left + length + 4.0)) {
            canvas.text(at + label.size / 2.0, y + 26.0, kind, number);
        }
    }

    /// That it would rather sign, or rather refuse.
    fn verdict(&self, party: &PartyFindings) -> String {
        let verdict = if party.rather_refuses { "no" } else { "yes" };
        self.text("figure-signs-verdict", &[("verdict", verdict.into())])
    }

    /// "refuses in 12 %".
    fn refuses(&self, party: &PartyFindings) -> String {
        let share = party.refuses_in as f64 / self.findings.method.draws as f64;
        self.text("figure-refuses", &[("share", percent(share).into())])
    }

    fn sentence(&self) -> String {
        let mut sentences = Vec::new();
        if !self.package.parties.is_empty() {
            sentences.push(InWords { catalogue: self.catalogue, findings: self.findings }.signatures(self.package));
        }
        if let Some(nobody) = &self.package.nobody_intervenes {
            let chance = chance(self.catalogue, nobody.mean);
            let args = [("chance", chance.into()), ("years", self.findings.headline_years.into())];
            sentences.push(self.text("figure-nobody", &args));
        }
        sentences.join(" ")
    }

    fn table(&self, title: &str) -> Table {
        let heads = ["column-party", "figure-signs-head-short", "figure-verdict-column", "figure-refuses-column"];
        let heads = heads.into_iter().chain(RESPONSES.map(|(id, _)| id));
        let alone = self.findings.is_median();
        let row = |row: Row<'_>| {
            let mut cells = vec![row.name];
            cells.extend(match row.party {
                None => [String::new(), self.text("figure-not-needed", &[]), String::new()],
                Some(party) => {
                    let share = party.refuses_in as f64 / self.findings.method.draws as f64;
                    let signs = numbers::spread(&party.signs, percent, alone);
                    [signs, self.verdict(party), percent(share)]
                }
            });
            cells.extend(match row.response {
                None => [String::new(), String::new(), String::new()],
                Some(response) => [&response.intervenes, &response.supplies, &response.stands_aside]
                    .map(|band| numbers::spread(band, percent, alone)),
            });
            cells
        };
        let args = [("years", self.findings.headline_years.into())];
        Table {
            title: title.to_owned(),
            columns: heads.map(|id| self.text(id, &[])).collect(),
            rows: self.rows().into_iter().map(row).collect(),
            note: self.text("figure-signs-note", &args),
        }
    }
}

/// That it intervenes, supplies, stands aside.
fn shares(response: &ResponseFindings) -> [f64; 3] {
    [&response.intervenes, &response.supplies, &response.stands_aside].map(|band| band.mean)
}
