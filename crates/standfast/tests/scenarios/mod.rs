//! Random scenarios, as text: what an analyst could write, every word of the language that moves a
//! number among it.

// Each of the tests that include this module uses a part of it.
#![allow(dead_code)]

use std::fmt::Write as _;

use standfast::model::primitive::{Context, Edges, Link};

use Context::{Coerce, Limited, Peace, War};
use Edges::{Both, Open, Zero};
use Link::{Identity, Log, Logit};

/// A row of the page's table of primitives.
pub(crate) struct Row {
    /// The first word of the name; `G`, `O`, `F` and `A` stand for whoever it belongs to.
    pub(crate) group: &'static str,
    /// The second word.
    pub(crate) name: &'static str,
    pub(crate) link: Link,
    pub(crate) default: Option<f64>,
    /// Edges of the domain that a plain number may have.
    pub(crate) edges: Edges,
    /// Where it is evaluated.
    pub(crate) read: &'static [Context],
    /// Where random values lie: wide enough to move the game, narrow enough for it to have one
    /// equilibrium nearly always.
    band: (f64, f64),
}

const fn row(
    group: &'static str,
    name: &'static str,
    link: Link,
    default: f64,
    edges: Edges,
    read: &'static [Context],
    band: (f64, f64),
) -> Row {
    Row { group, name, link, default: Some(default), edges, read, band }
}

const fn hazard(name: &'static str) -> Row {
    let read = &[Peace, Coerce, Limited, War];
    Row { group: "F", name, link: Log, default: None, edges: Zero, read, band: (0.02, 0.7) }
}

/// The table of section 2, in its order.
pub(crate) const ROWS: &[Row] = &[
    row("challenger", "prize", Log, 1.0, Open, &[War, Peace], (0.5, 4.0)),
    row("challenger", "strength", Log, 1.0, Open, &[War], (0.6, 1.6)),
    row("protege", "strength", Log, 1.0, Open, &[War], (0.3, 1.5)),
    row("challenger", "war_cost", Log, 0.15, Zero, &[War], (0.05, 0.4)),
    row("challenger", "onset_cost", Log, 0.1, Zero, &[Peace], (0.02, 0.5)),
    row("challenger", "opportunity", Logit, 0.3, Both, &[Peace], (0.1, 0.6)),
    row("limited", "opportunity", Logit, 0.5, Both, &[Limited], (0.1, 0.7)),
    row("challenger", "grievance", Identity, 0.0, Open, &[Peace], (-0.03, 0.1)),
    row("challenger", "coercion_gain", Identity, 0.0, Open, &[Peace], (0.0, 0.1)),
    row("challenger", "coercion_cost", Identity, 0.0, Open, &[Peace], (-0.01, 0.08)),
    row("challenger", "doubt", Identity, 0.0, Open, &[War], (-0.5, 1.2)),
    row("challenger", "overconfidence", Identity, 0.0, Open, &[War], (-0.3, 0.5)),
    row("challenger", "settlement_cost", Identity, 0.0, Open, &[War], (-0.05, 0.2)),
    row("challenger", "precision", Log, 8.0, Open, &[War, Peace], (3.0, 15.0)),
    row("coalition", "precision", Log, 8.0, Open, &[War], (2.0, 9.0)),
    row("coalition", "unagreed_share", Logit, 0.3, Both, &[War], (0.1, 0.9)),
    row("coalition", "common_shock", Identity, 0.0, Open, &[War], (-0.1, 0.3)),
    row("contest", "decisiveness", Log, 1.5, Open, &[War], (0.5, 2.0)),
    row("war", "resolution", Logit, 0.4, Both, &[War], (0.15, 0.8)),
    row("war", "settlement_share", Identity, 0.0, Open, &[War], (-0.05, 0.2)),
    row("protege", "capture", Logit, 0.005, Both, &[Coerce], (0.001, 0.2)),
    row("protege", "loss_cost", Log, 8.0, Open, &[War, Peace], (3.0, 12.0)),
    row("protege", "war_cost", Identity, 0.0, Open, &[War], (0.0, 0.8)),
    row("protege", "peace_cost", Identity, 0.0, Open, &[Peace], (-0.01, 0.05)),
    row("protege", "coercion_harm", Identity, 0.0, Open, &[Peace], (0.0, 0.1)),
    row("limited", "prize_share", Logit, 0.15, Both, &[Limited], (0.02, 0.4)),
    row("limited", "cost", Log, 0.05, Zero, &[Limited], (0.01, 0.2)),
    row("limited", "stake_share", Logit, 0.2, Both, &[Limited], (0.05, 0.6)),
    row("limited", "commitment_share", Logit, 0.25, Both, &[Limited], (0.05, 0.7)),
    row("limited", "burden_share", Logit, 0.25, Both, &[Limited], (0.05, 0.6)),
    row("limited", "escalation", Logit, 0.1, Both, &[Limited], (0.01, 0.5)),
    row("limited", "harm", Identity, 0.0, Open, &[Limited], (0.0, 0.2)),
    row("G", "stake", Log, 0.3, Open, &[War, Peace], (0.2, 2.5)),
    row("G", "supply_strength", Log, 0.1, Zero, &[War], (0.03, 0.3)),
    row("G", "intervention_strength", Log, 0.3, Zero, &[War], (0.1, 1.5)),
    row("G", "supply_cost", Log, 0.05, Zero, &[War], (0.01, 0.15)),
    row("G", "intervention_cost", Log, 1.0, Zero, &[War], (0.3, 1.2)),
    row("G", "audience_cost", Identity, 0.0, Open, &[War], (-0.2, 1.2)),
    row("G", "supply_discharge", Logit, 0.6, Both, &[War], (0.2, 0.95)),
    row("G", "tripwire", Identity, 0.0, Open, &[War], (-0.2, 0.6)),
    row("G", "escalation", Log, 0.3, Zero, &[War], (0.05, 0.9)),
    row("G", "sanction", Log, 0.04, Zero, &[War], (0.01, 0.15)),
    row("G", "presence_cost", Identity, 0.0, Open, &[Peace], (0.0, 0.05)),
    row("O", "block", Logit, 0.1, Both, &[War], (0.05, 0.6)),
    hazard("rise"),
    hazard("fall"),
    row("A", "consent_precision", Log, 15.0, Open, &[Peace], (5.0, 25.0)),
    row("A", "sign_cost", Identity, 0.0, Open, &[Peace], (-0.1, 0.2)),
    row("scenario", "discount", Logit, 0.95, Both, &[], (0.8, 0.97)),
];

const GUARANTORS: [&str; 4] = ["alpha", "bravo", "charlie", "delta"];
const OTHERS: [&str; 2] = ["echo", "foxtrot"];
const FACTORS: [&str; 4] = ["will", "forces", "regime", "mood"];
const LEVELS: [&str; 5] = ["lowest", "low", "middle", "high", "highest"];
const INSTRUMENTS: [&str; 5] = ["treaty", "contingent", "army", "wall", "snapback"];

/// Random numbers: SplitMix64 (Steele, Lea and Flood 2014).
pub(crate) struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something of this probability happens.
    pub(crate) fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    fn between(&mut self, (low, high): (f64, f64)) -> f64 {
        low + (high - low) * self.unit()
    }

    fn whole(&mut self, low: usize, high: usize) -> usize {
        low + (self.bits() % (high - low + 1) as u64) as usize
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.whole(0, from.len() - 1)]
    }

    fn some<T: Copy>(&mut self, from: &[T], p: f64) -> Vec<T> {
        from.iter().copied().filter(|_| self.chance(p)).collect()
    }
}

/// A scenario being written.
struct Writer {
    random: Random,
    guarantors: usize,
    others: usize,
    instruments: usize,
    /// Ids with their numbers of levels.
    factors: Vec<(&'static str, usize)>,
    /// For each factor those that its hazards may read: an order of the factors, itself included.
    parents: Vec<Vec<usize>>,
    /// Whether bravo is alpha's twin: the symmetric branch is wanted then.
    twins: bool,
}

/// The text of a random scenario.
pub(crate) fn scenario(seed: u64) -> String {
    let mut random = Random::new(seed);
    let (guarantors, others) = (random.whole(0, 4), random.whole(0, 2));
    let largest = random.pick(&[6, 12, 12, 24, 24, if guarantors < 4 { 90 } else { 36 }]);
    let mut levels: Vec<usize> = (0..random.whole(1, 4)).map(|_| random.whole(1, 5)).collect();
    while levels.iter().product::<usize>() > largest {
        let widest = (0..levels.len()).max_by_key(|&f| levels[f]).unwrap_or(0);
        levels[widest] -= 1;
    }
    let mut order: Vec<usize> = Vec::new();
    for f in 0..levels.len() {
        order.insert(random.whole(0, order.len()), f);
    }
    let before = |f: usize| order[..=order.iter().position(|&g| g == f).unwrap_or(0)].to_vec();
    let parents = (0..levels.len()).map(before).collect();
    let instruments = random.whole(1, INSTRUMENTS.len());
    let twins = guarantors >= 2 && random.chance(0.25);
    let factors = FACTORS.into_iter().zip(levels).collect();
    Writer { random, guarantors, others, instruments, factors, parents, twins }.write(seed)
}

impl Writer {
    fn write(mut self, seed: u64) -> String {
        let mut text = format!("standfast = 1\n[scenario]\nid = \"random-{seed}\"\ntitle = \"A random case\"\n");
        let (horizon, tail) = (self.random.whole(3, 8), self.random.whole(0, 5));
        text += &format!("start = 2030\nhorizon = {horizon}\ntail = {tail}\n");
        for row in ROWS.iter().filter(|row| row.group == "scenario") {
            if self.random.chance(0.8) {
                text += &format!("{} = {}\n", row.name, self.base(row));
            }
        }
        if self.random.chance(0.6) {
            let f = self.random.whole(0, self.factors.len() - 1);
            text += &format!("exhausted_by_war = \"{}\"\n", self.factors[f].0);
        }
        let (guarantors, others) = (self.guarantors(), &OTHERS[..self.others]);
        text += "[actors]\nchallenger = \"north\"\nprotege = \"south\"\n";
        text += &format!("guarantors = {guarantors:?}\nothers = {others:?}\n");
        for f in 0..self.factors.len() {
            text += &self.factor(f);
        }
        text += "[primitives]\n";
        for row in ROWS.iter().filter(|row| !matches!(row.group, "F" | "scenario")) {
            for owner in self.owners(row.group) {
                if self.random.chance(0.6) {
                    text += &format!("{owner}.{} = {}\n", row.name, self.base(row));
                }
            }
        }
        if self.twins {
            text = with_twin(&text, "alpha.", "bravo.");
        }
        for _ in 0..self.random.whole(8, 24) {
            for (on, add, when) in self.effect(None) {
                text += &format!("[[effect]]\non = \"{on}\"\nadd = {add}\n{}", line("when = ", &when));
            }
        }
        for i in 0..self.instruments {
            text += &self.instrument(i, horizon);
        }
        if self.random.chance(0.3) {
            // Stresses belong to another question; nothing of them may leak into the answer to this one.
            text += "[stresses.misfortune]\n";
            let effects: Vec<String> =
                self.effect(None).iter().map(|(on, add, _)| format!("{{ on = \"{on}\", add = {add} }}")).collect();
            text += &format!("disable = [\"{}\"]\neffects = [{}]\n", INSTRUMENTS[0], effects.join(", "));
        }
        text
    }

    fn guarantors(&self) -> &'static [&'static str] {
        &GUARANTORS[..self.guarantors]
    }

    fn owners(&self, group: &'static str) -> Vec<&'static str> {
        let (guarantors, others) = (self.guarantors(), &OTHERS[..self.others]);
        match group {
            "G" => guarantors.to_vec(),
            "O" => [guarantors, others].concat(),
            "A" => [&["challenger", "protege"], guarantors].concat(),
            "F" => self.factors.iter().map(|(id, _)| *id).collect(),
            _ => vec![group],
        }
    }

    fn factor(&mut self, f: usize) -> String {
        let (id, levels) = self.factors[f];
        let mut percent = vec![0; levels];
        for _ in 0..20 {
            percent[self.random.whole(0, levels - 1)] += 5;
        }
        let share = |&percent: &i32| match percent {
            0 | 100 => format!("{}", percent / 100),
            _ => format!("{:.2}", f64::from(percent) / 100.0),
        };
        let initial: Vec<String> = percent.iter().map(share).collect();
        let mut text =
            format!("[factors.{id}]\nlevels = {:?}\ninitial = [{}]\n", &LEVELS[..levels], initial.join(", "));
        for row in ROWS.iter().filter(|row| row.group == "F") {
            text += &format!("{} = {}\n", row.name, self.base(row));
        }
        text
    }

    /// The base of a primitive.
    fn base(&mut self, row: &Row) -> String {
        match row.edges {
            Edges::Zero | Edges::Both if self.random.chance(0.06) => self.random.pick(&["0", "0.0"]).to_owned(),
            // Certain capture leaves next to nothing intact: what is conditional on that is rounding.
            Edges::Both if self.random.chance(0.03) && row.name != "capture" => "1".to_owned(),
            _ => self.number(row.link, row.band),
        }
    }

    /// A number in one of the ways to write one.
    fn number(&mut self, link: Link, band: (f64, f64)) -> String {
        let mut ends = [self.random.between(band), self.random.between(band), self.random.between(band)];
        ends.sort_by(f64::total_cmp);
        let [low, mode, high] = ends;
        // Two ends also in the decimals that are printed.
        let apart = 0.001 * (high - low) + 1e-5;
        let (low, high) = (low - apart, high + apart);
        let within = |x: f64| x > 0.0 && x < 1.0;
        match self.random.whole(0, 13) {
            0..=2 => format!("\"{low:.5} to {high:.5}\""),
            3 => format!("{{ range = \"{low:.5} to {high:.5}\" }}"),
            4 => format!("{{ value = {mode:.4} }}"),
            5 if link == Link::Identity => format!("{{ dist = \"normal\", mean = {mode:.4}, sd = {:.4} }}", high - low),
            6 if link != Link::Logit && mode >= 0.001 => {
                format!("{{ dist = \"lognormal\", median = {mode:.4}, sigma = 0.3 }}")
            }
            7 | 8 if within(low) && within(high) => {
                format!(
                    "{{ dist = \"beta\", alpha = {:.3}, beta = {:.3} }}",
                    1.0 + 9.0 * mode,
                    1.0 + 9.0 * (1.0 - mode)
                )
            }
            9 => format!("{{ dist = \"uniform\", low = {low:.5}, high = {high:.5} }}"),
            10 => format!("{{ dist = \"triangular\", low = {low:.5}, mode = {mode:.5}, high = {high:.5} }}"),
            11 if mode >= 1.0 => format!("{mode:.0}"),
            _ => format!("{mode:.4}"),
        }
    }

    /// An effect of the case, or of an instrument: primitive, number and condition; twice if of a twin.
    fn effect(&mut self, lapses: Option<&[usize]>) -> Vec<(String, String, String)> {
        let row = loop {
            let row = &ROWS[self.random.whole(0, ROWS.len() - 1)];
            if row.group != "scenario" && !self.owners(row.group).is_empty() {
                break row;
            }
        };
        let owner = {
            let owners = self.owners(row.group);
            self.random.pick(&owners)
        };
        self.effect_on(row, owner, lapses)
    }

    fn effect_on(&mut self, row: &Row, owner: &str, lapses: Option<&[usize]>) -> Vec<(String, String, String)> {
        let hazard_of = self.factors.iter().position(|(id, _)| row.group == "F" && *id == owner);
        let readable = hazard_of.map_or_else(|| (0..self.factors.len()).collect(), |f| self.parents[f].clone());
        if lapses.is_some_and(|lapses| lapses.iter().any(|f| !readable.contains(f))) {
            return Vec::new();
        }
        let size = match row.link {
            Link::Identity => 0.5 * (row.band.1 - row.band.0),
            Link::Log => 0.5,
            Link::Logit => 1.0,
        };
        let add = self.number(Link::Identity, (-size, size));
        let when = self.condition(row, &readable);
        let on = format!("{owner}.{}", row.name);
        match (self.twins, owner) {
            (true, "alpha" | "bravo") => {
                ["alpha", "bravo"].map(|twin| (format!("{twin}.{}", row.name), add.clone(), when.clone())).to_vec()
            }
            _ => vec![(on, add, when)],
        }
    }

    /// A condition that holds somewhere where the primitive is read; empty: none.
    fn condition(&mut self, row: &Row, readable: &[usize]) -> String {
        let mut parts = Vec::new();
        let context = self.random.pick(row.read);
        if self.random.chance(0.2) {
            parts.push(format!("phase = \"{}\"", if context == War { "war" } else { "peace" }));
        }
        let action = match context {
            Coerce => Some("coerce"),
            Limited => Some("limited"),
            Peace | War => None,
        };
        if let Some(action) = action.filter(|_| self.random.chance(0.5)) {
            parts.push(format!("action = \"{action}\""));
        }
        for &f in readable {
            if self.random.chance(0.3) {
                parts.push(self.matching(f));
            }
        }
        let mut known = INSTRUMENTS[..self.instruments].to_vec();
        for word in ["with", "without"] {
            if self.random.chance(0.15) && !known.is_empty() {
                let first = known.remove(self.random.whole(0, known.len() - 1));
                let second = (!known.is_empty() && self.random.chance(0.3)).then(|| known.remove(0));
                let ids: Vec<&str> = [first].into_iter().chain(second).collect();
                let as_list = ids.len() > 1 || self.random.chance(0.3);
                parts.push(if as_list { format!("{word} = {ids:?}") } else { format!("{word} = {first:?}") });
            }
        }
        if parts.is_empty() { String::new() } else { format!("{{ {} }}", parts.join(", ")) }
    }

    /// A factor at a level, or at one of a list.
    fn matching(&mut self, f: usize) -> String {
        let (id, levels) = self.factors[f];
        let some = self.random.some(&LEVELS[..levels], 0.5);
        let one = self.random.pick(&LEVELS[..levels]);
        let single = some.is_empty() || self.random.chance(0.5);
        if single { format!("{id} = {one:?}") } else { format!("{id} = {some:?}") }
    }

    fn instrument(&mut self, i: usize, horizon: usize) -> String {
        let mut text = format!("[instruments.{}]\n", INSTRUMENTS[i]);
        if self.random.chance(0.85) {
            text += &format!("lead_time = {}\n", self.random.whole(0, horizon));
        }
        if self.random.chance(0.3) {
            text += &format!("until = {}\n", self.random.whole(2, horizon + 2));
        }
        if self.random.chance(0.5) {
            text += "aborted_by = \"war\"\n";
        }
        let mut lapses = Vec::new();
        if self.random.chance(0.3) {
            let f = self.random.whole(0, self.factors.len() - 1);
            let second = self.random.whole(0, self.factors.len() - 1);
            lapses = if second > f && self.random.chance(0.3) { vec![f, second] } else { vec![f] };
            let sets: Vec<String> = lapses.iter().map(|&f| self.matching(f)).collect();
            text += &format!("lapses_when = {{ {} }}\n", sets.join(", "));
        }
        let voters = self.owners("O");
        let consensus = self.random.chance(0.35);
        if consensus {
            text += &format!("decision = \"consensus\"\nmembers = {:?}\n", self.random.some(&voters, 0.7));
        }
        let actors = [&["north", "south"], &voters[..]].concat();
        text += &line("consent = ", &format!("{:?}", self.random.some(&actors, 0.5)));
        if i > 0 && self.random.chance(0.3) {
            text += &format!("requires = {:?}\n", self.random.some(&INSTRUMENTS[..i], 0.5));
        }
        if i > 0 && self.random.chance(0.15) {
            text += &format!("excludes = [{:?}]\n", INSTRUMENTS[self.random.whole(0, i - 1)]);
        }
        let mut effects = Vec::new();
        for _ in 0..self.random.whole(2, 6) {
            effects.extend(self.effect(Some(&lapses)));
        }
        for guarantor in self.guarantors() {
            // Commitments are what most instruments are about, and consensus bodies most of all.
            if self.random.chance(if consensus { 0.8 } else { 0.2 }) {
                let row = ROWS.iter().find(|row| row.name == "audience_cost").expect("a row of the table");
                effects.extend(self.effect_on(row, guarantor, Some(&lapses)));
            }
        }
        text += "effects = [\n";
        for (on, add, when) in effects {
            let from = self.random.chance(0.25) && !(consensus && on.ends_with(".audience_cost"));
            let from = if from { format!(", from = {}", self.random.whole(0, horizon)) } else { String::new() };
            let when = if when.is_empty() { when } else { format!(", when = {when}") };
            writeln!(text, "  {{ on = \"{on}\", add = {add}{when}{from} }},").expect("strings take any text");
        }
        text + "]\n"
    }
}

/// A line of text, unless there is nothing to say.
fn line(key: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{key}{value}\n") }
}

/// Replaces the lines that begin with the second name by copies of those that begin with the first.
fn with_twin(text: &str, first: &str, second: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with(second));
    lines
        .flat_map(|line| {
            let copy = line.strip_prefix(first).map(|rest| format!("{second}{rest}\n"));
            [Some(format!("{line}\n")), copy]
        })
        .flatten()
        .collect()
}
