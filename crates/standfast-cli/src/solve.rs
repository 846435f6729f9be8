//! `standfast solve`

use standfast::Selection;
use standfast::game::Start;
use standfast::model::package::NOTHING;
use standfast::solve::{Solution, SolvedPackage, solve};
use standfast_report::{Catalogue, Table};

use crate::args::{SolveArguments, SolveFormat, StartArgument};
use crate::output::{Failure, draw};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &SolveArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let scenario = &case.scenario;
    let mut packages = input::packages(&arguments.packages, scenario)?;
    if packages.is_empty() {
        packages.push(Selection::nothing(scenario));
    }
    let start = match arguments.start {
        StartArgument::Peace => Start::Peace,
        StartArgument::War => Start::War,
    };
    let packages: Vec<_> = packages.iter().map(|package| (package.set, start)).collect();
    let solution = solve(&case, &packages);
    let text = match arguments.format {
        SolveFormat::Json => output::json(&solution)?,
        SolveFormat::Table => table(&solution, scenario.start, catalogue),
    };
    output::write(&text, arguments.output.as_deref())?;
    converged(&solution, catalogue)
}

fn converged(solution: &Solution, catalogue: &Catalogue) -> Done {
    let unconverged: usize = solution.results.iter().map(|result| result.equilibrium.unconverged).sum();
    let residuals = solution.results.iter().map(|result| result.equilibrium.residual);
    let residual = residuals.fold(0.0, |largest, r| if r > largest || r.is_nan() { r } else { largest });
    if solution.results.iter().all(|result| result.equilibrium.converged) {
        return Ok(());
    }
    let args = [("count", unconverged.into()), ("residual", format!("{residual:.1e}").into())];
    Err(Failure::NotConverged(catalogue.text("not-converged", &args)))
}

fn table(solution: &Solution, start: i64, catalogue: &Catalogue) -> String {
    solution.results.iter().map(|result| one(solution, result, start, catalogue)).collect()
}

/// The years of one package under the names of the method page.
fn one(solution: &Solution, result: &SolvedPackage, start: i64, catalogue: &Catalogue) -> String {
    let package = if result.package.is_empty() { NOTHING.to_owned() } else { result.package.join("+") };
    let names =
        ["year", "intact", "quiet", "war_hazard", "limited_hazard", "capture_hazard", "lost", "at_peace", "coerced"];
    let rows = (0..result.war_hazard.len()).map(|t| {
        let series = [
            result.intact[t],
            result.quiet[t],
            result.war_hazard[t],
            result.limited_hazard[t],
            result.capture_hazard[t],
            result.lost[t],
            result.at_peace[t],
            result.coerced[t],
        ];
        let year = (start + t as i64).to_string();
        std::iter::once(year).chain(series.iter().map(|x| format!("{x:.6}"))).collect()
    });
    let list = |named: &[(String, f64)]| {
        named.iter().map(|(id, value)| format!("{id} {value:.6}")).collect::<Vec<_>>().join(", ")
    };
    let values = [("values", list(&result.value.0).into()), ("mass", format!("{:.12}", result.mass).into())];
    let mut notes = vec![catalogue.text("solve-note", &values)];
    if let Some(consent) = &result.consent {
        let concluded = format!("{:.6}", consent.concluded);
        let args = [("parties", list(&consent.parties.0).into()), ("concluded", concluded.into())];
        notes.push(catalogue.text("solve-signs", &args));
    }
    let equilibrium = result.equilibrium;
    let args = [
        ("solved", equilibrium.solved.to_string().into()),
        ("residual", format!("{:.1e}", equilibrium.residual).into()),
        ("marked", equilibrium.branch_not_unique.to_string().into()),
    ];
    notes.push(catalogue.text("solve-equilibria", &args));
    let args = [
        ("case", solution.scenario.as_str().into()),
        ("package", package.into()),
        ("start", result.start.into()),
        ("stresses", solution.under.len().into()),
        ("under", solution.under.join(" + ").into()),
    ];
    let (title, note) = (catalogue.text("solve-title", &args), notes.join(" "));
    draw(&Table { title, columns: names.map(str::to_owned).to_vec(), rows: rows.collect(), note })
}
