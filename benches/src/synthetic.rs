//! Cases of any size: as many factors and guarantors as are asked for, and four instruments.

use std::fmt::Write;

use standfast::Case;

/// How many instruments a case has.
pub const INSTRUMENTS: usize = 4;
/// The levels of each factor.
pub const LEVELS: usize = 3;

/// A case with so many factors of three levels, and so many guarantors. The first two factors decide what
/// guarantors think and how strong they are, so the responses stay on a grid of nine points; each
/// factor moves by the one before it, and the last two by what the challenger does.
///
/// # Panics
/// If there are fewer than two factors.
pub fn case(factors: usize, guarantors: usize) -> Case {
    of_levels(&vec![LEVELS; factors], guarantors)
}

/// The same with these numbers of levels, two or three, of its factors.
///
/// # Panics
/// If there are fewer than two factors, or one has another number of levels.
pub fn of_levels(levels: &[usize], guarantors: usize) -> Case {
    assert!(levels.len() >= 2, "the guarantors depend on two factors");
    let text = text(levels, guarantors);
    Case::from_text("synthetic.toml", &text).unwrap_or_else(|refused| panic!("{refused:?}\n{text}"))
}

fn text(levels: &[usize], guarantors: usize) -> String {
    let names: Vec<String> = (0..guarantors).map(|i| format!("\"g{i}\"")).collect();
    let mut text = String::from("standfast = 1\n\n[scenario]\nid = \"synthetic\"\ntitle = \"Synthetic\"\n");
    let factors = levels.len();
    let last = factors - 1;
    let mut line = |line: String| writeln!(text, "{line}").unwrap_or_else(|_| unreachable!("a text has room"));
    line(format!("start = 2000\nhorizon = 50\ntail = 50\nexhausted_by_war = \"f{last}\"\n"));
    line(format!("[actors]\nchallenger = \"north\"\nprotege = \"south\"\nguarantors = [{}]\n", names.join(", ")));
    for (factor, &levels) in levels.iter().enumerate() {
        let (words, initial) = match levels {
            2 => ("[\"low\", \"high\"]", "[0.5, 0.5]"),
            LEVELS => ("[\"low\", \"middle\", \"high\"]", "[0.3, 0.4, 0.3]"),
            other => panic!("a factor of {other} levels"),
        };
        line(format!("[factors.f{factor}]\nlevels = {words}\ninitial = {initial}"));
        line("rise = \"0.05 to 0.15\"\nfall = \"0.05 to 0.15\"\n".to_owned());
    }
    line("[primitives]\nchallenger.prize = \"1.5 to 3\"".to_owned());
    for i in 0..guarantors {
        line(format!("g{i}.stake = \"0.2 to 0.4\"\ng{i}.intervention_cost = \"0.5 to 0.8\"\n"));
    }
    let mut effect = |on: &str, add: f64, when: &str| {
        line(format!("[[effect]]\non = \"{on}\"\nadd = {add}\nwhen = {{ {when} }}\n"));
    };
    for factor in 1..factors {
        effect(&format!("f{factor}.rise"), 0.4, &format!("f{} = \"high\"", factor - 1));
        effect(&format!("f{factor}.fall"), 0.4, &format!("f{} = \"low\"", factor - 1));
    }
    effect(&format!("f{last}.fall"), 0.5, "action = \"coerce\"");
    effect(&format!("f{}.fall", last - 1), 0.5, "action = \"limited\"");
    effect("protege.strength", 0.3, "f1 = \"high\"");
    effect("challenger.prize", 0.2, &format!("f{last} = \"low\""));
    effect("challenger.coercion_cost", 0.2, "f0 = \"high\"");
    for i in 0..guarantors {
        effect(&format!("g{i}.stake"), 0.5, "f0 = \"high\"");
        effect(&format!("g{i}.stake"), -0.5, "f0 = \"low\"");
    }
    for instrument in 0..INSTRUMENTS {
        let on = if instrument < guarantors {
            format!("g{instrument}.audience_cost")
        } else {
            "challenger.onset_cost".to_owned()
        };
        line(format!(
            "[instruments.i{instrument}]\nabout = \"One of four\"\nlead_time = {instrument}\nconsent = [\"south\"]"
        ));
        line(format!("effects = [{{ on = \"{on}\", add = 0.1 }}]\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_have_the_size_that_is_asked_for() {
        for (factors, guarantors) in [(2, 1), (3, 6), (8, 2)] {
            let case = case(factors, guarantors);
            assert_eq!(case.scenario.factors.len(), factors);
            assert!(case.scenario.factors.iter().all(|factor| factor.levels.len() == LEVELS));
            assert_eq!(case.scenario.actors.guarantors.len(), guarantors);
            assert_eq!(case.scenario.instruments.len(), INSTRUMENTS);
        }
    }
}
