//! A case with many packages.

use standfast::Case;

/// A golden case with four more instruments, so that there are several parts.
pub(crate) fn case() -> Case {
    case_and("")
}

/// The same with more tables.
#[allow(dead_code, reason = "not every test has more")]
pub(crate) fn case_and(tables: &str) -> Case {
    let text = include_str!("../../../../validation/golden/coalition.toml");
    let more = r#"
        [instruments.watch]
        lead_time = 1
        consent = ["alpha", "south"]
        effects = [{ on = "limited.cost", add = 0.2 }]
        [instruments.bomb]
        lead_time = 5
        aborted_by = "war"
        consent = ["south"]
        effects = [{ on = "challenger.war_cost", add = 0.3 }, { on = "challenger.grievance", add = 0.01, from = 0 }]
        [instruments.trade]
        consent = ["north", "south", "spoiler"]
        effects = [{ on = "challenger.onset_cost", add = 0.1 }]
        [instruments.base]
        lead_time = 2
        aborted_by = "war"
        consent = ["delta", "south", "north"]
        effects = [{ on = "delta.tripwire", add = 0.2 }]
    "#;
    Case::from_text("case", &format!("{text}\n{more}\n{tables}")).expect("a case")
}
