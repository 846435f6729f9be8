//! What a new case begins as: one that runs, with a comment for every table of the language.

/// Its text, under the id that it has in the repository.
const TEXT: &str = include_str!("../templates/new-case.toml");
/// The id that it has there, in its comments too.
const ID: &str = "new-case";

/// The text of a new case with an id of its own.
pub fn new_case(id: &str) -> String {
    TEXT.replace(ID, id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Case;
    use crate::study::Study;
    use standfast_ensemble::Design;
    use standfast_model::Scenario;
    use standfast_model::tree::Path;
    use toml::Value;

    #[test]
    fn it_is_a_case_without_a_doubt() {
        let case =
            Case::from_text("my-case.toml", &new_case("my-case")).unwrap_or_else(|refused| panic!("{refused:?}"));
        assert_eq!(case.warnings, []);
        assert_eq!(case.scenario.id, "my-case");
        assert!(!case.text.contains(ID), "its comments speak of the file that it is");
    }

    #[test]
    fn it_shows_every_table_of_the_language() {
        let table: toml::Table = toml::from_str(TEXT).expect("TOML");
        let top = Scenario::keys(&standfast_model::tree::Value::Table(Vec::new()));
        for key in &top[&Path::default()] {
            let shown = match &table[*key] {
                Value::Table(table) => !table.is_empty(),
                Value::Array(items) => !items.is_empty(),
                _ => true,
            };
            assert!(shown, "{key} is empty");
        }
    }

    #[test]
    fn its_packages_differ_and_converge() {
        let case = Case::from_text(ID, TEXT).expect("a case");
        let design = Design::Sobol { seed: 1, draws: 32 };
        let findings = Study { design, ..Study::of(&case) }.run(&()).expect("nobody cancels");
        let risks: Vec<f64> =
            findings.packages.iter().map(|package| package.war.last().expect("years").band.mean).collect();
        assert!(risks.len() == 4 && risks.iter().all(|risk| (0.02..0.9).contains(risk)), "{risks:?}");
        assert!(risks[1..].iter().all(|risk| *risk < risks[0]), "every guarantee here lowers the risk: {risks:?}");
        assert!(findings.packages.iter().all(|package| package.equilibria.unconverged_draws == 0));
        let record = crate::record(&case, design, &()).expect("nobody cancels");
        assert!(record.checks.iter().all(|check| check.verdict == crate::record::Verdict::Holds), "{record:?}");
    }
}
