//! A whole case, with every name resolved and everything checked.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use standfast_math::sobol::MAX_DIMENSIONS;

use crate::actor::{Actors, Text, read_text};
use crate::assumptions::{self, Assumptions};
use crate::check::{self, Check};
use crate::claim::{self, Claim};
use crate::condition::Condition;
use crate::constraint::{self, Constraint};
use crate::effect::{self, Effect, Holder, Names, ReadEffect};
use crate::evidence::{self, Evidence, MAX_EVIDENCE};
use crate::factor::{Factor, MAX_FACTORS};
use crate::fault::{Code, Fault, Faults, Target};
use crate::instrument::{self, Instrument, InstrumentSet, MAX_INSTRUMENTS};
use crate::number::{self, Demand, Number, Spread, Written};
use crate::package::{self, NOTHING, Package};
use crate::parents::{self, FactorSet};
use crate::primitive::{Group, Kind, Primitive};
use crate::question;
use crate::read::{Asked, Faulty, Table};
use crate::states::check_states;
use crate::stress::{self, Stress};
use crate::structure::Structure;
use crate::tree::{Path, Value};
use crate::{doubts, text};

/// The version of the format that this engine reads.
pub const VERSION: i64 = 1;
/// How many joint states of the factors the engine takes on.
pub const MAX_STATES: usize = 16_384;
/// How many guarantors: their joint responses number 3 to this power.
pub const MAX_GUARANTORS: usize = 7;
/// How many others: they only vote and sign.
pub const MAX_OTHERS: usize = 64;
/// How many effects, those of instruments and stresses included.
pub const MAX_EFFECTS: usize = 4096;
/// How many years, horizon and tail each.
pub const MAX_YEARS: i64 = 200;

/// In which years a ceasefire may be.
pub const START_YEARS: RangeInclusive<i64> = 0..=9999;

const DEFAULT_TAIL: usize = 50;

/// Words of the language, which no id can be.
pub const RESERVED: [&str; 12] = [
    "challenger",
    "protege",
    "coalition",
    "contest",
    "war",
    "limited",
    "phase",
    "action",
    "with",
    "without",
    "scenario",
    NOTHING,
];

/// A case that has passed all checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The year of the ceasefire.
    pub start: i64,
    /// How many years are reported.
    pub horizon: usize,
    /// How many years are solved beyond them.
    pub tail: usize,
    /// Who takes part.
    pub actors: Actors,
    /// What drifts.
    pub factors: Vec<Factor>,
    /// The factors that each factor's hazards read.
    pub parents: Vec<FactorSet>,
    /// The factor that a war drops to its lowest level.
    pub exhausted_by_war: Option<usize>,
    /// Every number of the case, defaults included.
    pub numbers: Vec<Number>,
    /// The base of each primitive, by kind and owner: a position among the numbers.
    bases: Vec<Vec<usize>>,
    /// All effects: the case's own, then those of each instrument. Not those of stresses.
    pub effects: Vec<Effect>,
    /// What is on offer.
    pub instruments: Vec<Instrument>,
    /// In which order instruments may come into force.
    pub constraints: Vec<Constraint>,
    /// Named packages.
    pub packages: Vec<Package>,
    /// What may go wrong.
    pub stresses: Vec<Stress>,
    /// What history says, to hold the case against.
    pub checks: Vec<Check>,
    /// What somebody said.
    pub claims: Vec<Claim>,
    /// What readers take to be otherwise.
    pub assumptions: Vec<Assumptions>,
    /// What the numbers rest on.
    pub evidence: Vec<Evidence>,
    /// Which assumptions of the game are made otherwise: none, as read.
    pub structure: Structure,
}

impl Scenario {
    /// Reads a document.
    ///
    /// # Errors
    /// All faults at once, if one of them is an error. With no error the warnings come back
    /// beside the scenario.
    pub fn read(document: &Value) -> Result<(Scenario, Vec<Fault>), Faults> {
        let faulty = Faulty::default();
        text::check(document, &Path::default(), &faulty);
        match read(document, &faulty) {
            Some(scenario) if faulty.is_usable() => {
                doubts::check(&scenario, &faulty);
                Ok((scenario, faulty.into_faults()))
            }
            _ => Err(Faults(faulty.into_faults())),
        }
    }

    /// The keys that the reader asks for in each table of a document: what the language knows there.
    pub fn keys(document: &Value) -> Asked {
        let faulty = Faulty::noting_keys();
        read(document, &faulty);
        faulty.into_asked()
    }

    /// The position of a primitive's base among the numbers.
    pub fn base(&self, primitive: Primitive) -> usize {
        self.bases[primitive.kind as usize][primitive.owner]
    }

    /// Puts another number in the place of a primitive's base.
    pub(crate) fn set_base(&mut self, primitive: Primitive, number: usize) {
        self.bases[primitive.kind as usize][primitive.owner] = number;
    }

    /// A primitive's name in the language.
    pub fn primitive_name(&self, primitive: Primitive) -> String {
        let factors: Vec<&str> = self.factors.iter().map(|factor| factor.id.as_str()).collect();
        primitive.name(&self.actors, &factors)
    }

    /// How many joint states the factors have.
    pub fn states(&self) -> usize {
        self.factors.iter().map(|factor| factor.levels.len()).product()
    }

    /// The position of an instrument.
    pub fn instrument(&self, id: &str) -> Option<usize> {
        self.instruments.iter().position(|instrument| instrument.id == id)
    }

    /// The ids of a set of instruments, in the order of the case.
    pub fn ids(&self, set: InstrumentSet) -> Vec<&str> {
        set.iter().map(|i| self.instruments[i].id.as_str()).collect()
    }

    /// Parties whose values decide whether they sign: challenger, protégé, guarantors.
    pub fn parties(&self) -> usize {
        2 + self.actors.guarantors.len()
    }
}

/// Whether a word can be an id: letters, digits, `_` and `-`, a letter first, which stand bare in TOML and
/// in `--package a+b`.
pub fn is_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

fn read(document: &Value, faulty: &Faulty) -> Option<Scenario> {
    let top = Table::open(document, Path::default(), faulty)?;
    read_version(&top);
    let actors = top.require("actors").and_then(|(value, path)| Table::open(value, path, faulty)).map(Actors::read);
    let factor_tables = subtables(&top, "factors");
    let instrument_tables = subtables(&top, "instruments");
    let evidence_table = top.table("evidence");
    let evidence_ids: Vec<&str> = evidence_table.iter().flat_map(Table::entries).map(|(id, ..)| id).collect();
    let check_tables = subtables(&top, "checks");
    let check_ids: Vec<&str> = check_tables.iter().map(|(id, _)| *id).collect();
    let factor_ids: Vec<&str> = factor_tables.iter().map(|(id, _)| *id).collect();
    let instrument_ids: Vec<&str> = instrument_tables.iter().map(|(id, _)| *id).collect();
    if let Some((actors, _)) = &actors {
        let place = |key| Path::default().key("actors").key(key);
        check_count("guarantors", actors.guarantors.len(), MAX_GUARANTORS, place("guarantors"), faulty);
        check_count("others", actors.others.len(), MAX_OTHERS, place("others"), faulty);
    }
    check_count("factors", factor_ids.len(), MAX_FACTORS, Path::default().key("factors"), faulty);
    check_count("instruments", instrument_ids.len(), MAX_INSTRUMENTS, Path::default().key("instruments"), faulty);
    check_count("evidence", evidence_ids.len(), MAX_EVIDENCE, Path::default().key("evidence"), faulty);
    if faulty.has(Code::TooMany) {
        // What follows resolves names: with too many of them that would only take long.
        return None;
    }
    let mut factors: Vec<Factor> = factor_tables.iter().map(|(id, table)| Factor::read(id, table)).collect();
    let actor_places = actors.as_ref().map_or(&[][..], |(_, places)| places);
    check_names(actor_places, &factor_tables, &instrument_tables, faulty);
    check_states(&factors, faulty);
    let evidence = evidence_table.map_or_else(Vec::new, |table| evidence::read(&table, &check_ids));
    let mut numbers = Numbers { list: Vec::new(), evidence_ids: &evidence_ids, faulty };

    let header = read_header(&top, &factor_ids, &mut numbers);
    let hazards = read_hazards(factor_tables, &mut factors, &mut numbers);
    let Some((actors, _)) = actors else {
        // Whose primitives, effects and signatures these are cannot be told.
        ["primitives", "effect", "constraint", "packages", "stresses", "claims", "assumptions"]
            .into_iter()
            .for_each(|key| top.expect(key));
        top.finish();
        return None;
    };
    let bases = read_primitives(&top, &actors, &factor_ids, header.discount, &hazards, &mut numbers);

    let names = Names { actors: &actors, factors: &factors, factor_ids: &factor_ids, instruments: &instrument_ids };
    let mut effects: Vec<Effect> = top
        .tables("effect")
        .into_iter()
        .filter_map(|table| effect::read(table, Holder::Case, &names))
        .map(|effect| numbers.place(effect, None))
        .collect();
    let mut instruments = Vec::new();
    for (i, (id, table)) in instrument_tables.into_iter().enumerate() {
        let (instrument, own) = instrument::read(id, table, &names);
        instruments.push(instrument);
        effects.extend(own.into_iter().map(|effect| numbers.place(effect, Some(i))));
    }
    let constraints = constraint::read(top.tables("constraint"), &instrument_ids);
    let packages: Vec<Package> =
        subtables(&top, "packages").into_iter().map(|(id, t)| package::read(id, t, &instruments)).collect();
    let mut stresses = Vec::new();
    for (id, table) in subtables(&top, "stresses") {
        let (mut stress, own) = stress::read(id, table, &names);
        stress.effects = own.into_iter().map(|effect| numbers.place(effect, None)).collect();
        stresses.push(stress);
    }
    let known = question::Known {
        actors: &actors,
        instruments: &instruments,
        packages: &packages,
        stresses: &stresses,
        factors: &factors,
        evidence: &evidence_ids,
        horizon: header.horizon,
    };
    let checks: Vec<Check> =
        check_tables.into_iter().filter_map(|(id, table)| check::read(id, table, &known)).collect();
    check::check_held_out(&evidence, &checks, faulty);
    let claims: Vec<Claim> =
        subtables(&top, "claims").into_iter().filter_map(|(id, table)| claim::read(id, table, &known)).collect();
    let about = assumptions::Known { names, effects: &effects, instruments: &instruments, evidence: &evidence_ids };
    let assumptions: Vec<Assumptions> =
        subtables(&top, "assumptions").into_iter().filter_map(|(id, t)| assumptions::read(id, t, &about)).collect();
    top.finish();
    package::never_agreed(&instruments, faulty);

    let everything = effects.iter().chain(stresses.iter().flat_map(|stress: &Stress| &stress.effects));
    check_count("effects", everything.clone().count(), MAX_EFFECTS, Path::default(), faulty);
    let mut parents = parents::parents(factors.len(), everything, &instruments);
    let assumed = assumptions::parents(factors.len(), &assumptions, &instruments);
    parents.iter_mut().zip(assumed).for_each(|(own, assumed)| *own = own.union(assumed));
    check_graph(&parents, &factors, faulty);
    let numbers = numbers.list;
    let assumed = assumptions.iter().flat_map(|set| &set.changes).map(|change| &change.number);
    let uncertain = numbers.iter().chain(assumed).filter(|number| number.is_uncertain()).count();
    // Draws are points of a sequence that has only so many dimensions.
    check_count("uncertain", uncertain, MAX_DIMENSIONS, Path::default(), faulty);
    let Header { id, title, start, horizon, tail, exhausted_by_war, .. } = header;
    Some(Scenario {
        id,
        title,
        start,
        horizon,
        tail,
        actors,
        factors,
        parents,
        exhausted_by_war,
        numbers,
        bases,
        effects,
        instruments,
        constraints,
        packages,
        stresses,
        checks,
        claims,
        assumptions,
        evidence,
        structure: Structure::default(),
    })
}

fn read_version(top: &Table<'_>) {
    match top.require("standfast") {
        Some((Value::Integer(VERSION), _)) | None => {}
        Some((Value::Integer(given), path)) => {
            let fault = Fault::new(Code::UnknownVersion, &path).with("given", given);
            top.faulty.add(fault.with("version", VERSION));
        }
        Some((other, path)) => top.faulty.wrong_type(&path, "whole-number", other),
    }
}

/// The tables in a table whose keys are ids.
fn subtables<'a>(top: &Table<'a>, key: &'static str) -> Vec<(&'a str, Table<'a>)> {
    let Some(table) = top.table(key) else { return Vec::new() };
    let mut tables = Vec::new();
    for (id, value, path) in table.entries() {
        check_id(id, &path, Target::Key, top.faulty);
        if let Some(table) = Table::open(value, path, top.faulty) {
            tables.push((id, table));
        }
    }
    tables
}

fn check_id(id: &str, path: &Path, target: Target, faulty: &Faulty) {
    let hidden = id.chars().any(text::is_hidden); // a fault of its own
    if !is_id(id) && !hidden {
        faulty.add(Fault { target, ..Fault::new(Code::BadId, path).with("given", id) });
    }
}

/// Actors, factors and instruments share one namespace, without the words of the language.
fn check_names(
    actors: &[(&str, Path)],
    factors: &[(&str, Table<'_>)],
    instruments: &[(&str, Table<'_>)],
    faulty: &Faulty,
) {
    let mut seen = BTreeSet::new();
    let mut check_new = |id: &str, path: &Path, target: Target| {
        let code = if RESERVED.contains(&id) {
            Code::ReservedId
        } else if !seen.insert(id.to_owned()) {
            Code::DuplicateId
        } else {
            return;
        };
        faulty.add(Fault { target, ..Fault::new(code, path).with("given", id) });
    };
    for (id, path) in actors.iter().filter(|(id, _)| !id.trim().is_empty()) {
        check_id(id, path, Target::Value, faulty);
        check_new(id, path, Target::Value);
    }
    for (id, table) in factors.iter().chain(instruments) {
        check_new(id, &table.path, Target::Key);
    }
}

fn check_count(what: &str, count: usize, limit: usize, path: Path, faulty: &Faulty) {
    if count > limit {
        faulty.add(Fault::new(Code::TooMany, &path).with("what", what).with("count", count).with("limit", limit));
    }
}

fn check_graph(parents: &[FactorSet], factors: &[Factor], faulty: &Faulty) {
    for circle in parents::cycles(parents) {
        let way: Vec<&str> = circle.iter().chain(&circle[..1]).map(|&f| factors[f].id.as_str()).collect();
        let path = Path::default().key("factors").key(way[0]);
        faulty.add(Fault::new(Code::Cycle, &path).with("way", way.join(" → ")).at_key());
    }
}

#[derive(Default)]
struct Header {
    id: String,
    title: Text,
    start: i64,
    horizon: usize,
    tail: usize,
    exhausted_by_war: Option<usize>,
    discount: usize,
}

fn read_header(top: &Table<'_>, factor_ids: &[&str], numbers: &mut Numbers<'_>) -> Header {
    let Some(table) = top.require("scenario").and_then(|(value, path)| Table::open(value, path, top.faulty)) else {
        let path = Path::default().key("scenario").key("discount");
        let discount = numbers.base(Kind::Discount.single(), path, None, None);
        return Header { discount, ..Header::default() };
    };
    let id = table.required_text("id").unwrap_or_default().to_owned();
    if !id.trim().is_empty() {
        check_id(&id, &table.path.key("id"), Target::Value, table.faulty);
    }
    let title = match table.require("title") {
        Some((value, path)) => read_text(value, path, table.faulty).unwrap_or_default(),
        None => Text::default(),
    };
    let exhausted_by_war = table.text("exhausted_by_war").and_then(|id| {
        let path = table.path.key("exhausted_by_war");
        crate::read::position(factor_ids, id, &path, Code::UnknownFactor, table.faulty)
    });
    let discount = table.get("discount").map(|(value, _)| value);
    let header = Header {
        id,
        title,
        start: table.required_integer("start", *START_YEARS.start(), *START_YEARS.end()).unwrap_or_default(),
        horizon: table.required_integer("horizon", 1, MAX_YEARS).unwrap_or(1) as usize,
        tail: table.integer("tail", 0, MAX_YEARS).map_or(DEFAULT_TAIL, |tail| tail as usize),
        exhausted_by_war,
        discount: numbers.base(Kind::Discount.single(), table.path.key("discount"), discount, None),
    };
    table.finish();
    header
}

/// The hazards of each factor, as positions among the numbers, rise then fall; and what they rest on.
fn read_hazards(tables: Vec<(&str, Table<'_>)>, factors: &mut [Factor], numbers: &mut Numbers<'_>) -> Vec<[usize; 2]> {
    let mut hazards = Vec::new();
    for (factor, (id, table)) in tables.into_iter().enumerate() {
        let named = table.texts("evidence");
        let evidence = (!named.is_empty()).then(|| evidence::resolve(&named, numbers.evidence_ids, table.faulty));
        if evidence.is_none() && table.get("initial").is_some() {
            let fault = Fault::new(Code::NoEvidence, &table.path.key("initial"));
            table.faulty.add(fault.with("what", "initial").with("name", id));
        }
        let mut read = |key: &'static str, kind: Kind| {
            let value = table.require(key).map(|(value, _)| value);
            numbers.base(kind.of(factor), table.path.key(key), value, evidence.as_deref())
        };
        hazards.push([read("rise", Kind::Rise), read("fall", Kind::Fall)]);
        factors[factor].evidence = evidence.unwrap_or_default();
        table.finish();
    }
    hazards
}

/// The bases of all primitives, by kind and owner.
fn read_primitives(
    top: &Table<'_>,
    actors: &Actors,
    factor_ids: &[&str],
    discount: usize,
    hazards: &[[usize; 2]],
    numbers: &mut Numbers<'_>,
) -> Vec<Vec<usize>> {
    let faulty = top.faulty;
    let settable = |primitive: Primitive| !matches!(primitive.kind.spec().group, Group::Factor | Group::Scenario);
    let known = || {
        let all = Primitive::all(actors, factor_ids.len()).filter(|primitive| settable(*primitive));
        all.map(|primitive| primitive.name(actors, factor_ids))
    };
    let mut given: Vec<(Primitive, &Value)> = Vec::new();
    if let Some(table) = top.table("primitives") {
        for (owner, value, path) in table.entries() {
            let Some(inner) = Table::open(value, path, faulty) else { continue };
            for (name, value, path) in inner.entries() {
                let name = format!("{owner}.{name}");
                match Primitive::parse(&name, actors, factor_ids).filter(|primitive| settable(*primitive)) {
                    Some(primitive) => given.push((primitive, value)),
                    None => {
                        let fault = Primitive::unknown(&name, &path, actors, factor_ids);
                        faulty.add(fault.known(known()).at_key());
                    }
                }
            }
        }
    }
    let path = |primitive: Primitive| {
        let name = primitive.name(actors, factor_ids);
        name.split('.').fold(Path::default().key("primitives"), |path, key| path.key(key))
    };
    let mut bases: Vec<Vec<usize>> = vec![Vec::new(); Kind::ALL.len()];
    for primitive in Primitive::all(actors, factor_ids.len()) {
        let position = match primitive.kind {
            Kind::Rise => hazards[primitive.owner][0],
            Kind::Fall => hazards[primitive.owner][1],
            Kind::Discount => discount,
            _ => {
                let value = given.iter().find(|(known, _)| *known == primitive).map(|(_, value)| *value);
                numbers.base(primitive, path(primitive), value, None)
            }
        };
        bases[primitive.kind as usize].push(position);
    }
    bases
}

/// The numbers read so far.
struct Numbers<'a> {
    list: Vec<Number>,
    evidence_ids: &'a [&'a str],
    faulty: &'a Faulty,
}

impl Numbers<'_> {
    /// Adds a primitive's base: what the document gives, or its default. What it rests on stands
    /// beside it, or beside the table that it is in.
    fn base(&mut self, primitive: Primitive, path: Path, value: Option<&Value>, shared: Option<&[usize]>) -> usize {
        let spec = primitive.kind.spec();
        let demand = Demand { link: spec.link, edges: spec.edges };
        let written = value.and_then(|value| number::read(value, &path, demand, self.faulty));
        let given = written.is_some();
        // A missing hazard is already a fault; any value will do to find the others.
        let default = Spread::Known(spec.default.unwrap_or(0.0));
        let written = written.unwrap_or(Written { spread: default, evidence: Vec::new() });
        if given && written.evidence.is_empty() && shared.is_none() {
            let what = if spec.group == Group::Factor { "hazard" } else { "base" };
            let name = Path(path.0[path.0.len().saturating_sub(2)..].to_vec());
            self.faulty.add(Fault::new(Code::NoEvidence, &path).with("what", what).with("name", name));
        }
        let mut evidence = evidence::resolve(&written.evidence, self.evidence_ids, self.faulty);
        evidence.extend_from_slice(shared.unwrap_or_default());
        self.list.push(Number { path, given, link: spec.link, spread: written.spread, evidence, drawn_with: None });
        self.list.len() - 1
    }

    /// Gives an effect's number its position.
    fn place(&mut self, effect: ReadEffect<'_>, instrument: Option<usize>) -> Effect {
        let ReadEffect { path, on, add, when, from } = effect;
        let when: Condition = when;
        let evidence = evidence::resolve(&add.evidence, self.evidence_ids, self.faulty);
        let link = crate::primitive::Link::Identity;
        let spread = add.spread;
        self.list.push(Number { path: path.key("add"), given: true, link, spread, evidence, drawn_with: None });
        Effect { path, on, number: self.list.len() - 1, when, instrument, from }
    }
}

const _: () = assert!(MAX_INSTRUMENTS <= 64 && MAX_FACTORS <= 64, "sets are 64-bit masks");
