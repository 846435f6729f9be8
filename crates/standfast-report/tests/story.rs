//! A story tells its path: every event in one line, every sentence from an event.

use std::collections::BTreeMap;

use standfast::ensemble::{Design, Play};
use standfast::playthrough::{Choice, Playthrough, Telling, ToldEvent};
use standfast::{Case, EmbeddedCase, Selection};
use standfast_report::story::{Line, Story, layout, story};
use standfast_report::{Catalogue, Language};

/// What stands in a line if and only if it tells an event of the kind.
const WORDS: [(&str, &str); 27] = [
    ("stands", "At the start."),
    ("moves", ", no longer "),
    ("exhausted", "The war has left its mark."),
    ("comes_into_force", "In force from now on: "),
    ("expires", "No longer in force: "),
    ("lapses", "Suspended: "),
    ("resumes", "No longer suspended: "),
    ("cancelled", "The war cancels for good"),
    ("holds", " alone "),
    ("coerces", " coerces "),
    ("captured", "comes under its control without a war"),
    ("withstands", " withstands ("),
    ("attacks_limited", " in a limited way ("),
    ("invades", " invades "),
    ("escalates", "It becomes a war ("),
    ("stays_limited", "It stays limited ("),
    ("takes", " takes what it was after ("),
    ("is_held", " does not get what it was after ("),
    ("settles", " ends the war by a settlement ("),
    ("fights_on", " fights on ("),
    ("agrees", ": the members agree to act ("),
    ("blocks", ": a member blocks a common decision ("),
    ("better", "A good moment for help ("),
    ("worse", "A bad moment for help ("),
    ("conquers", " is conquered, and the war ends ("),
    ("is_repelled", " is repelled, and the war ends ("),
    ("goes_on", "The war is undecided ("),
];
const RESPONSES: [(&str, &str); 3] =
    [("intervenes", "Intervening: "), ("supplies", "Supplying: "), ("stands_aside", "Standing aside: ")];

fn coalition() -> Case {
    Case::from_text("coalition", include_str!("../../../validation/golden/coalition.toml")).expect("a golden case")
}

fn tell(case: &Case, package: &str, play: Play) -> (Playthrough, Story) {
    let package = Selection::parse(&case.scenario, package).expect("a package");
    let design = Design::Sobol { seed: 1, draws: 16 };
    let told = Telling { case, package, design, seed: 1, choice: Choice::This(play) }.run(&()).expect("nobody cancels");
    let story = story(&Catalogue::new(Language::En), &case.scenario, &told, "standfast tell");
    (told, story)
}

/// The name that the case gives somebody or something.
fn name(case: &Case, id: &str) -> String {
    let scenario = &case.scenario;
    let factor = scenario.factors.iter().find(|factor| factor.id == id).and_then(|factor| factor.name.as_ref());
    let instrument = scenario.instrument(id).and_then(|i| scenario.instruments[i].name.as_ref());
    let name = scenario.actors.name(id).or(factor).or(instrument);
    name.map_or_else(|| id.replace('_', " "), |name| name.en.clone())
}

fn percent(p: f64) -> String {
    match 100.0 * p {
        p if p < 0.5 => "<1%".to_owned(),
        p if p >= 99.5 => ">99%".to_owned(),
        p => format!("{:.0}%", p.round()),
    }
}

/// An event stands in its line: by its names, its kind and its chance.
fn check_event(case: &Case, event: &ToldEvent, line: &Line) {
    let text = &line.text;
    let says = |part: &str| assert!(text.contains(part), "{part:?} of {event:?} is not in {text}");
    assert!((line.first..=line.last).contains(&event.year), "{event:?} stands in {line:?}");
    for id in [&event.actor, &event.factor, &event.instrument].into_iter().flatten() {
        says(&name(case, id));
    }
    let chance = percent(event.probability);
    match (event.kind, &event.factor, &event.from, &event.to) {
        ("stands", Some(factor), None, Some(to)) => {
            let certain = event.probability == 1.0;
            let says_level = format!("{}: {}", name(case, factor), to.replace('_', " "));
            says(&if certain { says_level } else { format!("{says_level} ({chance})") });
        }
        ("moves", Some(factor), Some(from), Some(to)) => {
            says(&format!("{}: {to}, no longer {from} ({chance}).", name(case, factor)));
        }
        ("exhausted", Some(factor), Some(from), Some(to)) => {
            says(&format!("{}: {to}, no longer {from}.", name(case, factor)));
        }
        ("holds" | "coerces" | "withstands", ..) if line.first != line.last => {}
        ("responds", ..) => {
            let heading = RESPONSES.iter().find(|(id, _)| Some(*id) == event.response).expect("a response").1;
            says(heading);
            let group = text.split(heading).nth(1).expect("a group").split(". ").next().expect("a sentence");
            let who = format!("{} ({chance})", name(case, event.actor.as_deref().expect("an actor")));
            // A limited attack that becomes a war has two rounds of answers in one line.
            let twice = text.matches(heading).count() > 1;
            assert!(group.contains(&who) || twice && text.contains(&who), "{who} is not among {group:?}");
        }
        _ if event.probability == 1.0 => {}
        _ => says(&format!("({chance})")),
    }
}

/// The chances of a run of years lie between its printed ends, which are those of its events.
fn check_run(events: &[&ToldEvent], line: &Line) {
    for kind in ["holds", "coerces", "withstands"] {
        let chances: Vec<f64> = events.iter().filter(|e| e.kind == kind).map(|e| e.probability).collect();
        let Some(low) = chances.iter().copied().reduce(|a, b| if b < a { b } else { a }) else { continue };
        let high = chances.iter().copied().fold(low, |a, b| if b > a { b } else { a });
        let (low, high) = (percent(low), percent(high));
        let range = match (low.starts_with('<'), high.starts_with('>')) {
            _ if low == high => low,
            (true, true) => "from <1% to >99%".to_owned(),
            (true, false) => format!("{high} or less"),
            (false, true) => format!("{low} or more"),
            (false, false) => format!("{}–{high}", low.trim_end_matches('%')),
        };
        assert!(line.text.contains(&format!("({range})")), "{range} for {kind} is not in {}", line.text);
    }
}

fn check(case: &Case, told: &Playthrough, story: &Story, seen: &mut BTreeMap<String, usize>) {
    let mut times = vec![0; told.events.len()];
    for line in &story.lines {
        let events: Vec<&ToldEvent> = line.events.iter().map(|&id| &told.events[id]).collect();
        assert!(!events.is_empty() && !line.text.is_empty(), "{line:?}");
        line.events.iter().for_each(|&id| times[id] += 1);
        events.iter().for_each(|event| check_event(case, event, line));
        check_run(&events, line);
        let told_kind = |kind: &str| events.iter().any(|event| event.kind == kind);
        for (kind, words) in WORDS {
            // Moves and exhaustion are told alike, but for a sentence.
            let here = told_kind(kind) || kind == "moves" && told_kind("exhausted");
            assert_eq!(line.text.contains(words), here, "{kind} in {}", line.text);
        }
        for (response, heading) in RESPONSES {
            let here = events.iter().any(|event| event.response == Some(response));
            assert_eq!(line.text.contains(heading), here, "{response} in {}", line.text);
        }
    }
    assert!(times.iter().all(|&times| times == 1), "every event is told once: {times:?}");
    for (id, event) in told.events.iter().enumerate() {
        assert_eq!(event.id, id);
        *seen.entry(event.kind.to_owned()).or_default() += 1;
    }
    let years: Vec<i64> = story.lines.iter().filter(|line| !line.within).map(|line| line.first).collect();
    assert!(years.is_sorted(), "{years:?}");
}

#[test]
fn every_event_is_told_once_and_every_sentence_is_an_event() {
    let mut seen = BTreeMap::new();
    let coalition = coalition();
    for package in ["pact+force+army", "neutrality+army", "nothing"] {
        for path in 0..60 {
            let (told, story) = tell(&coalition, package, Play { draw: path as usize % 8, path });
            check(&coalition, &told, &story, &mut seen);
        }
    }
    let default = EmbeddedCase::DEFAULT.read();
    let preset = default.scenario.packages.iter().rfind(|package| !package.instruments.is_empty()).expect("a preset");
    for path in 0..4 {
        let (told, story) = tell(&default, &preset.id, Play { draw: 3, path });
        check(&default, &told, &story, &mut seen);
    }
    // All of WORDS, and responses.
    assert_eq!(seen.len(), WORDS.len() + 1, "every kind of event was told: {seen:?}");
}

#[test]
fn a_story_has_no_gaps_and_keeps_to_its_width() {
    let (case, catalogue) = (coalition(), Catalogue::new(Language::En));
    for (draw, package) in ["pact+force+army", "army", "nothing"].into_iter().enumerate() {
        let (_, story) = tell(&case, package, Play { draw, path: 1 });
        let text = layout::text(&story, 100);
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        let markdown = layout::markdown(&story);
        assert!(markdown.starts_with("# ") && markdown.ends_with('\n'));
        for text in [text, markdown] {
            assert!(!text.contains(['{', '}']) && !text.contains("story-") && !text.contains("NaN"), "{text}");
        }
        assert!(!catalogue.has(&story.title));
    }
}

#[test]
fn choosing_names_the_path_that_is_told_again() {
    let case = coalition();
    for which in [standfast::playthrough::Which::Typical, standfast::playthrough::Which::Worst] {
        let package = Selection::parse(&case.scenario, "force").expect("a package");
        let design = Design::Sobol { seed: 9, draws: 20 };
        let telling = Telling { case: &case, package, design, seed: 9, choice: Choice::Among { which, paths: 20 } };
        let chosen = telling.clone().run(&()).expect("nobody cancels");
        let play = Play { draw: chosen.draw, path: chosen.path };
        let again = Telling { choice: Choice::This(play), ..telling }.run(&()).expect("nobody cancels");
        assert_eq!((chosen.events, chosen.signs), (again.events, again.signs));
        assert!(chosen.chosen.is_some() && again.chosen.is_none());
    }
}

#[test]
fn levels_have_the_names_that_the_case_gives_them() {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let names = |names: &str| text.replacen("initial = [0.4, 0.6]\n", &format!("{names}\ninitial = [0.4, 0.6]\n"), 1);
    let named = names("level_names = { low = { en = \"gone\", uk = \"немає\" }, high = \"there\" }");
    let case = Case::from_text("coalition", &named).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics));
    let (plain, _) = tell(&coalition(), "nothing", Play { draw: 0, path: 0 });
    let (told, story) = tell(&case, "nothing", Play { draw: 0, path: 0 });
    assert_eq!(plain.events, told.events, "ids are what they were");
    let start = &story.lines[0].text;
    assert!(start.contains("alpha will: gone (40%)") || start.contains("alpha will: there (60%)"), "{start}");
    assert!(start.contains("allied will: "), "what has no name goes by its id: {start}");
    let explained = standfast_report::explain::explain(&Catalogue::new(Language::En), &case, "alpha_will");
    let explained = format!("{:?}", explained.expect("a factor"));
    assert!(explained.contains("low (gone) 0.4, high (there) 0.6"), "{explained}");
    let refused =
        Case::from_text("coalition", &names("level_names = { middle = \"so-so\" }")).expect_err("no such level");
    let mut diagnostics = refused.diagnostics.iter();
    let fault = diagnostics.find(|diagnostic| diagnostic.code.as_str() == "unknown-level").expect("the fault");
    assert_eq!(&refused.text[fault.span.clone()], "middle");
}
