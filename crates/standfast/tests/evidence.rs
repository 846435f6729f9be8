//! The cases of real countries: every number has its evidence, every piece of evidence its use and its
//! source, and the default case names everything.

use standfast::EmbeddedCase;

#[test]
fn nothing_about_the_real_cases_is_doubtful() {
    for case in standfast::cases::CASES.iter().filter(|case| case.references.is_some()) {
        let case = case.read();
        // Numbers without evidence, evidence without use, sources that the bibliography lacks.
        assert_eq!(case.warnings, [], "{}", case.name);
        assert!(case.bibliography().is_some_and(|references| references.entries.len() > 10), "{}", case.name);
    }
}

#[test]
fn everything_that_can_be_chosen_is_named_and_explained() {
    let scenario = EmbeddedCase::DEFAULT.read().scenario;
    let named = |id: &str, name: Option<&standfast::model::actor::Text>, about: bool| {
        let name = name.unwrap_or_else(|| panic!("{id} has no name"));
        assert!(name.uk.is_some(), "{id} has no Ukrainian name");
        assert!(about, "{id} is not explained");
    };
    for factor in &scenario.factors {
        named(&factor.id, factor.name.as_ref(), factor.about.is_some());
    }
    for instrument in &scenario.instruments {
        named(&instrument.id, instrument.name.as_ref(), instrument.about.is_some());
    }
    for package in &scenario.packages {
        named(&package.id, package.name.as_ref(), package.about.is_some());
    }
    for stress in &scenario.stresses {
        named(&stress.id, stress.name.as_ref(), stress.about.is_some());
    }
}
