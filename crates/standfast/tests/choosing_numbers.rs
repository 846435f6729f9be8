//! The page about choosing numbers: its rules against the engine, its tables recomputed.

use standfast::Case;
use standfast::game::Start;
use standfast::model::primitive::Kind;
use standfast::solve::{SolvedPackage, solve};
use standfast::{Selection, Study};
use standfast_math::{exp, ln, logistic};

const PAGE: &str = include_str!("../../../docs/how-to/choosing-numbers.md");
const LANGUAGE: &str = include_str!("../../../docs/language.md");

/// The case of the page.
fn text() -> &'static str {
    let text = PAGE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    text.expect("the page holds a case")
}

/// The same with further lines among its primitives, which win over those that are there.
fn with(primitives: &[(&str, f64)]) -> Case {
    let mut text = text().to_owned();
    for (name, value) in primitives {
        let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(&format!("{name} "))).collect();
        text = kept.join("\n").replacen("[primitives]", &format!("[primitives]\n{name} = {value}"), 1) + "\n";
    }
    Case::from_text("promise", &text).unwrap_or_else(|refused| panic!("{refused:#?}\n{text}"))
}

fn solved(case: &Case, package: &str, start: Start) -> SolvedPackage {
    let set = Selection::parse(&case.scenario, package).expect("a package").set;
    solve(case, &[(set, start)]).results.remove(0)
}

/// The numbers of the case that the rules are about.
struct Numbers {
    prize: f64,
    war_cost: f64,
    onset_cost: f64,
    opportunity: f64,
    precision: f64,
    resolution: f64,
    discount: f64,
    grievance: f64,
    /// The challenger's chance of winning if the guarantor stands aside, supplies, fights.
    wins: [f64; 3],
    /// The utilities of these.
    utilities: [f64; 3],
    coalition_precision: f64,
    burdens: [f64; 3],
}

impl Numbers {
    /// A year in which the treaty adds to the word, and troops to the tripwire, what a package holds.
    fn of(case: &Case, package: &str) -> Numbers {
        let scenario = &case.scenario;
        let base = |kind: Kind| scenario.numbers[scenario.base(kind.single())].natural_value(0.5);
        let set = Selection::parse(scenario, package).expect("a package").set;
        let effects = scenario.effects.iter().filter(|effect| effect.instrument.is_some_and(|i| set.contains(i)));
        let added = |kind: Kind| -> f64 {
            let each = effects.clone().filter(|effect| effect.on.kind == kind);
            each.map(|effect| scenario.numbers[effect.number].natural_value(0.5)).sum()
        };
        let (omega, kappa) = (base(Kind::Resolution), base(Kind::Decisiveness));
        let power = |x: f64| exp(kappa * ln(x));
        let (ours, theirs) = (base(Kind::ChallengerStrength), base(Kind::ProtegeStrength));
        let help = [0.0, base(Kind::SupplyStrength), base(Kind::InterventionStrength)];
        let wins = help.map(|a| power(ours) / (power(ours) + power(theirs + a)));
        let (stake, kept) = (base(Kind::Stake), base(Kind::SupplyDischarge));
        let word = base(Kind::AudienceCost) + added(Kind::AudienceCost);
        let tripwire = base(Kind::Tripwire) + added(Kind::Tripwire);
        let utilities = [
            -omega * word - omega * stake * wins[0],
            -base(Kind::SupplyCost) - (1.0 - kept) * omega * word - omega * stake * wins[1],
            -base(Kind::InterventionCost) + tripwire - omega * stake * wins[2],
        ];
        Numbers {
            prize: base(Kind::Prize),
            war_cost: base(Kind::ChallengerWarCost),
            onset_cost: base(Kind::OnsetCost),
            opportunity: base(Kind::Opportunity),
            precision: base(Kind::ChallengerPrecision),
            resolution: omega,
            discount: base(Kind::Discount),
            grievance: base(Kind::Grievance),
            wins,
            utilities,
            coalition_precision: base(Kind::CoalitionPrecision),
            burdens: [0.0, base(Kind::Sanction), base(Kind::Escalation)],
        }
    }

    /// Logit among the three.
    fn responses(&self) -> [f64; 3] {
        let weights = self.utilities.map(|u| exp(self.coalition_precision * (u - self.utilities[2])));
        weights.map(|weight| weight / weights.iter().sum::<f64>())
    }

    /// What the challenger expects: its chance of winning, and the burden of help.
    fn expected(&self) -> [f64; 2] {
        let mean = |of: &[f64; 3]| self.responses().iter().zip(of).map(|(p, x)| p * x).sum();
        [mean(&self.wins), mean(&self.burdens)]
    }

    /// What a year of war pays, and what a war pays less its beginning.
    fn war(&self) -> [f64; 2] {
        let [wins, burden] = self.expected();
        let later = self.discount * self.grievance / (1.0 - self.discount);
        let year = self.resolution * wins * (self.prize + later) + self.grievance - self.war_cost - burden;
        [year, year / (1.0 - self.discount * (1.0 - self.resolution)) - self.onset_cost]
    }

    /// The rule of thumb for the noise floor of a year.
    fn floor(&self) -> f64 {
        let costs = self.onset_cost + self.war_cost + self.expected()[1];
        self.opportunity * logistic(-self.precision * costs)
    }
}

const PACKAGES: [&str; 3] = ["nothing", "treaty_alone", "treaty_with_troops"];

fn signed(x: f64, digits: usize) -> String {
    format!("{x:+.digits$}").replace('-', "−")
}

fn percent(p: f64, digits: usize) -> String {
    format!("{:.digits$} %", 100.0 * p)
}

/// The page has rows with these cells.
#[track_caller]
fn has_rows(rows: &[Vec<String>]) {
    let rows = rows.iter().map(|cells| format!("| {} |", cells.join(" | ")));
    let missing: Vec<String> = rows.filter(|row| !PAGE.lines().any(|line| line == row)).collect();
    assert!(missing.is_empty(), "the page should have the rows\n{}", missing.join("\n"));
}

#[test]
fn a_guarantor_alone_does_what_its_utilities_say() {
    /// Rounding of some dozen operations on numbers near 1.
    const ROUNDING: f64 = 1e-14;
    let case = with(&[]);
    let mut rows = Vec::new();
    for package in PACKAGES {
        let numbers = Numbers::of(&case, package);
        let engine = solved(&case, package, Start::Peace).response_if_invaded[0].clone().expect("it is invaded")[0];
        for (ours, by_hand) in engine.iter().zip(numbers.responses()) {
            assert!((ours - by_hand).abs() < ROUNDING, "{package}: {ours} against {by_hand}");
        }
        let [aside, supplies, fights] = numbers.utilities;
        let mut row = vec![package.to_owned()];
        row.extend([fights - aside, fights - supplies, supplies - aside].map(|x| signed(x, 3)));
        row.extend(engine.map(|p| percent(p, 1)));
        rows.push(row);
    }
    has_rows(&rows);
    let defaults = Case::from_text(
        "defaults",
        "standfast = 1\nscenario = { id = \"a\", title = \"A\", start = 2025, horizon = 1 }\n\
         actors = { challenger = \"north\", protege = \"south\", guarantors = [\"ally\"] }\n",
    );
    let numbers = Numbers::of(&defaults.expect("the smallest case"), "nothing");
    let weight = numbers.resolution * (numbers.wins[0] - numbers.wins[2]);
    assert!(
        PAGE.contains(&format!("With the defaults ω·Δπ is {weight:.3}: a stake would have to be {:.0} ", 1.0 / weight))
    );
}

#[test]
fn the_tables_about_the_challenger_are_the_engines() {
    let case = with(&[]);
    let mut rows = Vec::new();
    for package in PACKAGES {
        let numbers = Numbers::of(&case, package);
        let war = solved(&case, package, Start::Peace).war_hazard[0];
        let mut row = vec![package.to_owned()];
        row.extend(numbers.expected().map(|x| format!("{x:.3}")));
        row.extend(numbers.war().map(|x| signed(x, 3)));
        row.push(percent(war, 1));
        rows.push(row);
    }
    for precision in [4.0, 8.0, 12.0] {
        let case = with(&[("challenger.precision", precision)]);
        let study = Study { design: standfast::ensemble::Design::Median, ..Study::of(&case) };
        let floor = study.run(&()).expect("nobody cancels").packages[0].series[0].floor_hazard.expect("asked for").mean;
        rows.push(vec![precision.to_string(), percent(Numbers::of(&case, "nothing").floor(), 2), percent(floor, 2)]);
    }
    for cost in [0.0, 0.1, 0.3] {
        let case = with(&[("challenger.settlement_cost", cost)]);
        let settled = solved(&case, "treaty_with_troops", Start::War).wars.settled[0];
        let consent = solved(&case, "treaty_with_troops", Start::Peace).consent.expect("there is something to sign");
        let rule = logistic(15.0 * cost / Numbers::of(&case, "nothing").prize);
        rows.push(vec![cost.to_string(), percent(settled, 1), percent(rule, 1), percent(consent.parties.0[0].1, 1)]);
    }
    has_rows(&rows);
}

#[test]
fn the_rule_for_attacks_is_exact_where_it_says_so() {
    /// So close to indifference the engine's choice is not sure at any precision.
    const NEARLY_INDIFFERENT: f64 = 0.01;
    let (mut attacks, mut holds) = (0, 0);
    for prize in [0.5, 1.0, 1.5, 2.0, 3.0, 5.0] {
        for resolution in [0.15, 0.4, 0.8] {
            for grievance in [0.0, 0.05] {
                let precise = [("challenger.precision", 2000.0), ("war.resolution", resolution)];
                let case =
                    with(&[&precise[..], &[("challenger.prize", prize), ("challenger.grievance", grievance)]].concat());
                for package in PACKAGES {
                    let numbers = Numbers::of(&case, package);
                    let worth = numbers.war()[1];
                    let hazard = solved(&case, package, Start::Peace).war_hazard[0];
                    if worth.abs() < NEARLY_INDIFFERENT {
                        continue;
                    }
                    let attacked = if worth > 0.0 { numbers.opportunity } else { 0.0 };
                    assert!((hazard - attacked).abs() < 1e-6, "{package} {prize} {resolution}: {worth} but {hazard}");
                    if worth > 0.0 { attacks += 1 } else { holds += 1 }
                }
            }
        }
    }
    assert!(attacks > 20 && holds > 20, "{attacks} attacks, {holds} not");
}

#[test]
fn a_unit_twice_as_large_is_the_same_case() {
    /// The same sums of numbers that are half as large: rounding, some dozen times over.
    const ROUNDING: f64 = 1e-11;
    let challenger = [
        ("challenger.prize", 2.4),
        ("challenger.war_cost", 0.45),
        ("challenger.onset_cost", 0.2),
        ("challenger.grievance", 0.02),
        ("challenger.settlement_cost", 0.1),
        ("challenger.coercion_gain", 0.03),
        ("limited.cost", 0.05),
        ("ally.escalation", 0.3),
        ("ally.sanction", 0.04),
    ];
    let guarantor = [
        ("ally.stake", 2.0),
        ("ally.supply_cost", 0.05),
        ("ally.intervention_cost", 1.0),
        ("ally.audience_cost", 0.4),
        ("ally.tripwire", 0.1),
        ("ally.presence_cost", 0.02),
        ("coalition.common_shock", 0.1),
    ];
    let more = [("limited.opportunity", 0.4), ("protege.capture", 0.01)];
    let case = |utilities: f64, precisions: f64| {
        let mut numbers = more.to_vec();
        numbers.extend(challenger.iter().chain(&guarantor).map(|(name, value)| (*name, utilities * value)));
        numbers.extend([("challenger.precision", precisions * 12.0), ("coalition.precision", precisions * 8.0)]);
        with(&numbers)
    };
    let (one, other) = (case(1.0, 1.0), case(0.5, 2.0));
    let series = |case: &Case| {
        let result = solved(case, "nothing", Start::Peace);
        [result.war_hazard, result.limited_hazard, result.coerced, result.lost].concat()
    };
    for (ours, theirs) in series(&one).iter().zip(series(&other)) {
        assert!((ours - theirs).abs() < ROUNDING, "{ours} against {theirs}");
    }
}

/// The rows of a table of the language page, by the words of its head, as cells.
fn rows(head: &str) -> Vec<Vec<&'static str>> {
    let mut lines = LANGUAGE.lines().skip_while(|line| !line.starts_with(head)).skip(2);
    let mut rows = Vec::new();
    while let Some(row) = lines.next().and_then(|line| line.strip_prefix("| ")) {
        rows.push(row.trim_end_matches(" |").split(" | ").collect());
    }
    assert!(rows.len() > 2, "{head} heads no table");
    rows
}

#[test]
fn what_runs_if_a_case_says_nothing_has_the_defaults_of_the_engine() {
    let unquoted = |cell: &'static str| cell.trim_matches('`');
    for row in rows("| what runs | primitive") {
        let [_, primitive, default, off] = row[..] else { panic!("{row:?}") };
        let name = unquoted(primitive);
        let kind = Kind::ALL.iter().find(|kind| kind.name() == name).unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(kind.spec().default.map(|default| default.to_string()).as_deref(), Some(default), "{name}");
        let (_, name) = name.split_once('.').expect("an owner");
        assert!(off.contains(&format!(".{name} = ")), "{off}");
    }
}

#[test]
fn what_is_switched_off_does_not_happen() {
    let off = |name: &str| -> f64 {
        let row = rows("| what runs | primitive").into_iter().find(|row| row[1].trim_matches('`') == name);
        let (_, value) = row.expect("a row")[3].trim_matches('`').split_once(" = ").expect("a number");
        value.parse().expect("a number")
    };
    let on = with(&[("limited.opportunity", 0.5), ("protege.capture", 0.005), ("challenger.settlement_cost", 0.0)]);
    let switched =
        |name: &'static str| with(&[("limited.opportunity", 0.5), ("protege.capture", 0.005), (name, off(name))]);
    let solve = |case: &Case| solved(case, "nothing", Start::Peace);
    /// Less than a chance in a million is never.
    const NEVER: f64 = 1e-6;
    let limited = |case| solve(case).limited_hazard[0];
    assert!(limited(&on) > 0.01 && limited(&switched("limited.opportunity")) == 0.0);
    let captured = |case| solve(case).capture_hazard[0];
    assert!(captured(&on) > 1e-4 && captured(&switched("protege.capture")) == 0.0);
    let coerced = |case| solve(case).coerced[0];
    assert!(coerced(&on) > 0.1 && coerced(&switched("challenger.coercion_cost")) < NEVER);
    let settled = |case| solve(case).wars.settled.iter().sum::<f64>();
    assert!(settled(&on) > 0.01 && settled(&switched("challenger.settlement_cost")) < NEVER);
    let war = |case| solve(case).war_hazard[0];
    assert!(war(&switched("limited.escalation")) < war(&on));
}

#[test]
fn additions_multiply_as_the_table_says() {
    for row in rows("| wanted | on a logarithm") {
        let [factor, add, from_ten, from_fifty] = row[..] else { panic!("{row:?}") };
        let factor: f64 = factor.trim_start_matches("× ").parse().expect("a factor");
        assert_eq!(signed(ln(factor), 2), add);
        let odds = |p: f64| logistic(ln(p / (1.0 - p)) + ln(factor));
        assert_eq!([odds(0.1), odds(0.5)].map(|p| format!("{:.0} %", 100.0 * p)), [from_ten, from_fifty]);
    }
}
