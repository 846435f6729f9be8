//! `standfast solve`

use standfast::Selection;
use standfast::game::Start;
use standfast::solve::{Solution, SolvedPackage, solve};
use standfast_report::{Catalogue, Table};

use crate::args::{SolveArguments, SolveFormat, StartArgument};
use crate::output::{Failure, draw};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &SolveArguments, catalogue: &Catalogue) -> Done {
    let case = input::case(&arguments.case, catalogue)?;
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
    let solution = solve(scenario, &packages);
    let text = match arguments.format {
        SolveFormat::Json => output::json(&solution)?,
        SolveFormat::Table => table(&solution, scenario.start),
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

fn table(solution: &Solution, start: i64) -> String {
    solution.results.iter().map(|result| one(solution, result, start)).collect()
}

/// The years of one package under the names of the method page.
fn one(solution: &Solution, result: &SolvedPackage, start: i64) -> String {
    let package = if result.package.is_empty() { "nothing".to_owned() } else { result.package.join("+") };
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
    let mut note = format!("value: {}. mass {:.12}.", list(&result.value.0), result.mass);
    if let Some(consent) = &result.consent {
        note.push_str(&format!(" signs: {}; concluded {:.6}.", list(&consent.parties.0), consent.concluded));
    }
    let equilibrium = result.equilibrium;
    note.push_str(&format!(
        " equilibria: {}, largest residual {:.1e}, branch not unique in {}.",
        equilibrium.solved, equilibrium.residual, equilibrium.branch_not_unique
    ));
    let title = format!("{}: {package}, from {}, at the median", solution.scenario, result.start);
    draw(&Table { title, columns: names.map(str::to_owned).to_vec(), rows: rows.collect(), note })
}
