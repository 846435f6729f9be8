//! A second solver of the model, written from its specification alone: one scenario, every number
//! at its median, joint S×S transition matrices, plain loops over everything.
//!
//! It is here to be compared with the engine, so it shares nothing with it but the checked
//! scenario, and prefers the form of the equations to any faster one. All it remembers is what it
//! has solved already: worlds by package, equilibria by their numbers.

// The check should not rest on the engine's own exp and ln; the platform's are good enough for it.
#![allow(clippy::disallowed_methods)]

mod help;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use help::Help;
use serde_json::{Map, Value, json};
use standfast::game::Start;
use standfast::model::Scenario;
use standfast::model::actor::Actor;
use standfast::model::condition::LevelSet;
use standfast::model::effect::Effect;
use standfast::model::instrument::InstrumentSet;
use standfast::model::primitive::{Action, Context, Kind, Link, Phase};

/// Responses to what is less likely are not defined (the specification's own limit).
const NO_WEIGHT: f64 = 1e-300;

type Matrix = Vec<Vec<f64>>;
/// Stand aside, supply, intervene.
type Response = [f64; 3];
/// Masses at peace and at war, by state.
type Masses = [Vec<f64>; 2];

/// What counts when a primitive is read: which instruments, and in which year. No year: all of
/// them, whatever their dates.
#[derive(Clone, Copy)]
struct Dates {
    package: InstrumentSet,
    year: Option<usize>,
}

/// A year of war, in the package that is left of another when the war begins.
struct War {
    package: InstrumentSet,
    kernel: Matrix,
    /// R after the kernel.
    kernel_to_peace: Matrix,
    at: Vec<AtWar>,
}

struct AtWar {
    help: Help,
    fight: f64,
    settles: f64,
    value: f64,
}

/// A year at peace, with the war that may begin in it.
struct Year {
    /// By what the challenger does: hold, coerce, limited.
    kernels: [Matrix; 3],
    at: Vec<AtPeace>,
    war: Rc<War>,
}

struct AtPeace {
    help: Help,
    capture: f64,
    escalation: f64,
    invades: f64,
    attacks: f64,
    coerces: f64,
    holds: f64,
    value: f64,
}

/// The solver of one scenario.
pub(crate) struct Naive<'a> {
    scenario: &'a Scenario,
    medians: Vec<f64>,
    discount: f64,
    /// The level of each factor, by state.
    states: Vec<Vec<usize>>,
    initial: Vec<f64>,
    worlds: RefCell<BTreeMap<InstrumentSet, Rc<Vec<Year>>>>,
    equilibria: RefCell<BTreeMap<Vec<u64>, Vec<Response>>>,
    /// How many equilibria could not be followed from λ = 0; results are worthless unless 0.
    pub(crate) not_followed: Cell<usize>,
}

impl<'a> Naive<'a> {
    /// Prepares a scenario.
    pub(crate) fn new(scenario: &'a Scenario) -> Naive<'a> {
        let (mut states, mut initial) = (vec![Vec::new()], vec![1.0]);
        for factor in &scenario.factors {
            let with = |state: &Vec<usize>, level| state.iter().copied().chain([level]).collect::<Vec<usize>>();
            let levels = 0..factor.levels.len();
            states = states.iter().flat_map(|state| levels.clone().map(move |level| with(state, level))).collect();
            initial = initial.iter().flat_map(|p| factor.initial.iter().map(move |q| p * q)).collect();
        }
        let medians: Vec<f64> = scenario.numbers.iter().map(|number| number.median()).collect();
        let discount = natural(Link::Logit, medians[scenario.base(Kind::Discount.single())]);
        let (worlds, equilibria, not_followed) = (RefCell::default(), RefCell::default(), Cell::new(0));
        Naive { scenario, medians, discount, states, initial, worlds, equilibria, not_followed }
    }

    /// What the golden files hold of one package and start.
    pub(crate) fn solve(&self, package: InstrumentSet, start: Start) -> Value {
        let mut result = self.forward(package, start);
        result.extend(self.first_passage(package));
        if start == Start::Peace && !package.is_empty() {
            result.insert("consent".to_owned(), self.consent(package));
        }
        Value::Object(result)
    }

    // Sections 1 and 2: primitives, effects, kernels.

    fn matches(&self, sets: &[LevelSet], x: usize) -> bool {
        sets.iter().all(|set| set.contains(self.states[x][set.factor]))
    }

    fn active(&self, effect: &Effect, x: usize, context: Context, dates: Dates) -> bool {
        let in_time = |i: usize, from| {
            let until = self.scenario.instruments[i].until;
            dates.package.contains(i) && dates.year.is_none_or(|t| from <= t && until.is_none_or(|until| t < until))
        };
        let in_force = |i: usize| in_time(i, self.scenario.instruments[i].lead_time);
        let (phase, action) = match context {
            Context::Peace => (Phase::Peace, None),
            Context::Coerce => (Phase::Peace, Some(Action::Coerce)),
            Context::Limited => (Phase::Peace, Some(Action::Limited)),
            Context::War => (Phase::War, None),
        };
        let held = effect.instrument.is_none_or(|i| {
            let lapses_when = &self.scenario.instruments[i].lapses_when;
            let lapsed = !lapses_when.is_empty() && self.matches(lapses_when, x);
            effect.from.map_or(in_force(i), |from| in_time(i, from)) && !lapsed
        });
        held && self.matches(&effect.when.levels, x)
            && effect.when.phase.is_none_or(|wanted| wanted == phase)
            && effect.when.action.is_none_or(|wanted| Some(wanted) == action)
            && effect.when.with.iter().all(in_force)
            && !effect.when.without.iter().any(in_force)
    }

    /// A primitive at a state; the share applies to what a consensus body adds to audience costs.
    fn shared(&self, kind: Kind, owner: usize, x: usize, context: Context, dates: Dates, share: f64) -> f64 {
        let mut linked = self.medians[self.scenario.base(kind.of(owner))];
        for effect in self.scenario.effects.iter().filter(|effect| effect.on == kind.of(owner)) {
            if self.active(effect, x, context, dates) {
                let by_consensus = effect.instrument.is_some_and(|i| self.scenario.instruments[i].consensus.is_some());
                let counts = if by_consensus && kind == Kind::AudienceCost { share } else { 1.0 };
                linked += counts * self.medians[effect.number];
            }
        }
        let value = natural(kind.spec().link, linked);
        if matches!(kind, Kind::AudienceCost | Kind::Tripwire) { value.max(0.0) } else { value }
    }

    fn primitive(&self, kind: Kind, owner: usize, x: usize, context: Context, dates: Dates) -> f64 {
        self.shared(kind, owner, x, context, dates, 1.0)
    }

    fn kernel(&self, context: Context, dates: Dates) -> Matrix {
        let mut kernel = vec![vec![1.0; self.states.len()]; self.states.len()];
        for x in 0..self.states.len() {
            for (f, factor) in self.scenario.factors.iter().enumerate() {
                let level = self.states[x][f];
                let hazard = |kind| self.primitive(kind, f, x, context, dates);
                let rise = if level + 1 < factor.levels.len() { hazard(Kind::Rise) } else { 0.0 };
                let fall = if level > 0 { hazard(Kind::Fall) } else { 0.0 };
                let moves = -f64::exp_m1(-(rise + fall));
                let share = |hazard: f64| if rise + fall > 0.0 { hazard / (rise + fall) } else { 0.0 };
                for y in 0..self.states.len() {
                    let to = self.states[y][f];
                    kernel[x][y] *= match to {
                        _ if to == level => 1.0 - moves,
                        _ if to == level + 1 => moves * share(rise),
                        _ if to + 1 == level => moves * share(fall),
                        _ => 0.0,
                    };
                }
            }
        }
        kernel
    }

    /// R after a kernel: wherever it leads, the factor that wars exhaust ends at its lowest level.
    fn exhausting(&self, kernel: &Matrix) -> Matrix {
        let Some(f) = self.scenario.exhausted_by_war else { return kernel.clone() };
        let mut to_peace = vec![vec![0.0; self.states.len()]; self.states.len()];
        for (y, state) in self.states.iter().enumerate() {
            let agrees = |other: &Vec<usize>| (0..state.len()).all(|g| other[g] == if g == f { 0 } else { state[g] });
            let after = self.states.iter().position(agrees).expect("every combination of levels is a state");
            (0..self.states.len()).for_each(|x| to_peace[x][after] += kernel[x][y]);
        }
        to_peace
    }

    /// A package without D(t).
    fn survivors(&self, package: InstrumentSet, t: usize) -> InstrumentSet {
        let instruments = &self.scenario.instruments;
        package.iter().filter(|&i| !(instruments[i].aborted_by_war && t < instruments[i].lead_time)).collect()
    }

    // Section 4: what the challenger does, backwards from T.

    fn world(&self, package: InstrumentSet) -> Rc<Vec<Year>> {
        if let Some(known) = self.worlds.borrow().get(&package) {
            return known.clone();
        }
        let mut years: Vec<Year> = Vec::new();
        let (mut next_peace, mut next_war) = (vec![0.0; self.states.len()], vec![0.0; self.states.len()]);
        for t in (0..self.scenario.horizon + self.scenario.tail).rev() {
            let (dates, survivors) = (Dates { package, year: Some(t) }, self.survivors(package, t));
            let war = if survivors == package {
                Rc::new(self.war(dates, &next_peace, &next_war))
            } else {
                self.world(survivors)[t].war.clone()
            };
            let kernels = [Context::Peace, Context::Coerce, Context::Limited].map(|k| self.kernel(k, dates));
            let next = |x: usize| kernels.each_ref().map(|kernel| self.discount * dot(&kernel[x], &next_peace));
            let at: Vec<AtPeace> =
                (0..self.states.len()).map(|x| self.peace(x, dates, next(x), war.at[x].fight)).collect();
            next_peace = at.iter().map(|at| at.value).collect();
            next_war = war.at.iter().map(|at| at.value).collect();
            years.push(Year { kernels, at, war });
        }
        years.reverse();
        let years = Rc::new(years);
        self.worlds.borrow_mut().insert(package, years.clone());
        years
    }

    fn war(&self, dates: Dates, next_peace: &[f64], next_war: &[f64]) -> War {
        let kernel = self.kernel(Context::War, dates);
        let kernel_to_peace = self.exhausting(&kernel);
        let at = |x| {
            let war = |kind| self.primitive(kind, 0, x, Context::War, dates);
            let help = self.help(x, dates, false);
            let (omega, wins, prize) = (war(Kind::Resolution), help.wins_perceived, war(Kind::Prize));
            let peace_next = self.discount * dot(&kernel_to_peace[x], next_peace);
            let war_next = self.discount * dot(&kernel[x], next_war);
            let fight = -war(Kind::ChallengerWarCost) - help.burden_perceived
                + omega * wins * prize
                + omega * (1.0 - wins) * peace_next
                + (1.0 - omega) * war_next;
            let settle = -war(Kind::SettlementCost) + war(Kind::SettlementShare) * prize + peace_next;
            let [fights, settles] = logit(war(Kind::ChallengerPrecision), &[fight, settle]);
            AtWar { help, fight, settles, value: fights * fight + settles * settle }
        };
        let at = (0..self.states.len()).map(at).collect();
        War { package: dates.package, kernel, kernel_to_peace, at }
    }

    fn peace(&self, x: usize, dates: Dates, next: [f64; 3], fight: f64) -> AtPeace {
        let peace = |kind| self.primitive(kind, 0, x, Context::Peace, dates);
        let attack = |kind| self.primitive(kind, 0, x, Context::Limited, dates);
        let help = self.help(x, dates, true);
        let capture = self.primitive(Kind::Capture, 0, x, Context::Coerce, dates);
        let escalation = attack(Kind::LimitedEscalation);
        let (precision, prize, grievance) =
            (peace(Kind::ChallengerPrecision), peace(Kind::Prize), peace(Kind::Grievance));
        let hold = -grievance + next[0];
        let coerce = -grievance + peace(Kind::CoercionGain) - peace(Kind::CoercionCost)
            + capture * prize
            + (1.0 - capture) * next[1];
        let [hold_if_calm, coerce_if_calm] = logit(precision, &[hold, coerce]);
        let calm = hold_if_calm * hold + coerce_if_calm * coerce;
        let invade = -peace(Kind::OnsetCost) + fight;
        let limited = -grievance - attack(Kind::LimitedCost) - help.burden_perceived
            + help.wins_perceived * attack(Kind::PrizeShare) * prize
            + (1.0 - escalation) * next[2]
            + escalation * invade;
        let (o, l) = (peace(Kind::Opportunity), attack(Kind::LimitedOpportunity));
        let of_both = logit(precision, &[calm, invade, limited]);
        let [calm_or_invade, invades] = logit(precision, &[calm, invade]);
        let [calm_or_limited, attacks] = logit(precision, &[calm, limited]);
        let tables = [
            ((1.0 - o) * (1.0 - l), [1.0, 0.0, 0.0]),
            (o * (1.0 - l), [calm_or_invade, invades, 0.0]),
            ((1.0 - o) * l, [calm_or_limited, 0.0, attacks]),
            (o * l, of_both),
        ];
        let [calms, invades, attacks] = [0, 1, 2].map(|k| tables.iter().map(|(p, chosen)| p * chosen[k]).sum::<f64>());
        let value = calms * calm + invades * invade + attacks * limited;
        let (coerces, holds) = (calms * coerce_if_calm, calms * hold_if_calm);
        AtPeace { help, capture, escalation, invades, attacks, coerces, holds, value }
    }

    // Section 5: what happens.

    fn forward(&self, package: InstrumentSet, start: Start) -> Map<String, Value> {
        let actors = &self.scenario.actors;
        let at_war = start == Start::War;
        let none = || -> Masses { [vec![0.0; self.states.len()], vec![0.0; self.states.len()]] };
        let first_world = if at_war { self.survivors(package, 0) } else { package };
        let mut worlds: BTreeMap<InstrumentSet, Masses> = BTreeMap::new();
        worlds.entry(first_world).or_insert_with(none)[usize::from(at_war)] = self.initial.clone();
        let mut value = vec![0.0; 2 + actors.guarantors.len()];
        let first = &self.world(first_world)[0];
        for (x, p) in self.initial.iter().enumerate() {
            value[0] += p * if at_war { first.war.at[x].value } else { first.at[x].value };
        }
        let (mut lost, mut at_peace, mut coerced) = (vec![], vec![], vec![]);
        let mut lost_now = 0.0;
        for t in 0..self.scenario.horizon {
            let weight = self.discount.powi(t as i32);
            let mut next: BTreeMap<InstrumentSet, Masses> = BTreeMap::new();
            let mut coerced_now = 0.0;
            for (&package, [peace, war]) in &worlds {
                let dates = Dates { package, year: Some(t) };
                let Year { kernels, at, war: year_of_war } = &self.world(package)[t];
                let war_dates = Dates { package: year_of_war.package, ..dates };
                for x in 0..self.states.len() {
                    let in_peace = |kind, i| self.primitive(kind, i, x, Context::Peace, dates);
                    let in_war = |kind, i| self.primitive(kind, i, x, Context::War, war_dates);
                    let (at, at_war) = (&at[x], &year_of_war.at[x]);
                    let (held, coerced) = (peace[x] * at.holds, peace[x] * at.coerces);
                    let attacked = peace[x] * at.attacks;
                    let kept = held + coerced + attacked * (1.0 - at.escalation);
                    let begun = peace[x] * at.invades + attacked * at.escalation;
                    let captured = coerced * at.capture;
                    let settled = war[x] * at_war.settles;
                    let fought = begun + war[x] - settled;
                    let decided = fought * in_war(Kind::Resolution, 0);
                    let conquered = decided * at_war.help.wins;
                    let given_up = conquered + settled * in_war(Kind::SettlementShare, 0);
                    value[1] -= weight
                        * (fought * in_war(Kind::ProtegeWarCost, 0)
                            + given_up * in_war(Kind::LossCost, 0)
                            + captured * in_peace(Kind::LossCost, 0)
                            + kept * in_peace(Kind::PeaceCost, 0)
                            + coerced * in_peace(Kind::CoercionHarm, 0)
                            + attacked * self.primitive(Kind::LimitedHarm, 0, x, Context::Limited, dates));
                    for i in 0..actors.guarantors.len() {
                        value[2 + i] -= weight
                            * (fought * at_war.help.outlay[i]
                                + attacked * at.help.outlay[i]
                                + given_up * in_war(Kind::Stake, i)
                                + captured * in_peace(Kind::Stake, i)
                                + kept * in_peace(Kind::PresenceCost, i));
                    }
                    lost_now += conquered + captured;
                    coerced_now += coerced;
                    let [to_peace, _] = next.entry(package).or_insert_with(none);
                    push(held, &kernels[0][x], to_peace);
                    push(coerced - captured, &kernels[1][x], to_peace);
                    push(attacked * (1.0 - at.escalation), &kernels[2][x], to_peace);
                    let [to_peace, to_war] = next.entry(year_of_war.package).or_insert_with(none);
                    push(decided - conquered + settled, &year_of_war.kernel_to_peace[x], to_peace);
                    push(fought - decided, &year_of_war.kernel[x], to_war);
                }
            }
            worlds = next;
            lost.push(lost_now);
            at_peace.push(worlds.values().map(|[peace, _]| peace.iter().sum::<f64>()).sum::<f64>());
            coerced.push(coerced_now);
        }
        let mass = lost_now + worlds.values().flatten().flatten().sum::<f64>();
        let ids = actors.all().map(|(_, id)| id.to_owned());
        let value: Map<String, Value> = ids.zip(value).map(|(id, value)| (id, json!(value))).collect();
        object(json!({ "value": value, "mass": mass, "lost": lost, "at_peace": at_peace, "coerced": coerced }))
    }

    /// Without any war or capture the package stays whole, so there is one world.
    fn first_passage(&self, package: InstrumentSet) -> Map<String, Value> {
        let guarantors = self.scenario.actors.guarantors.len();
        let (mut intact_at, mut quiet_at) = (self.initial.clone(), self.initial.clone());
        let (mut intact, mut quiet) = (vec![1.0], vec![1.0]);
        let (mut war_hazard, mut limited_hazard, mut capture_hazard) = (vec![], vec![], vec![]);
        let (mut if_invaded, mut if_limited) = (vec![], vec![]);
        for (t, Year { kernels, at, war }) in self.world(package).iter().enumerate().take(self.scenario.horizon) {
            let masses = |chosen: fn(&AtPeace) -> f64| -> Vec<f64> {
                intact_at.iter().zip(at).map(|(mass, at)| mass * chosen(at)).collect()
            };
            let (invaded, attacked) = (masses(|at| at.invades), masses(|at| at.attacks));
            let begun = masses(|at| at.invades + at.attacks * at.escalation);
            war_hazard.push(begun.iter().sum::<f64>() / intact[t]);
            limited_hazard.push(attacked.iter().sum::<f64>() / intact[t]);
            capture_hazard.push(masses(|at| at.coerces * at.capture).iter().sum::<f64>() / intact[t]);
            let response = |masses: &[f64], helps: Vec<&Help>| {
                let weight = masses.iter().sum::<f64>();
                let mean = |i: usize, k: usize| {
                    masses.iter().zip(&helps).map(|(m, h)| m * h.responses[i][k]).sum::<f64>() / weight
                };
                let responses = (0..guarantors).map(|i| [0, 1, 2].map(|k| mean(i, k)));
                (weight >= NO_WEIGHT).then(|| responses.collect::<Vec<Response>>())
            };
            if_invaded.push(response(&invaded, war.at.iter().map(|at| &at.help).collect()));
            if_limited.push(response(&attacked, at.iter().map(|at| &at.help).collect()));
            let (mut intact_next, mut quiet_next) = (vec![0.0; at.len()], vec![0.0; at.len()]);
            for (x, at) in at.iter().enumerate() {
                let (spared, repelled) = (at.coerces * (1.0 - at.capture), at.attacks * (1.0 - at.escalation));
                for (k, p) in [at.holds, spared, repelled].into_iter().enumerate() {
                    push(intact_at[x] * p, &kernels[k][x], &mut intact_next);
                    push(if k < 2 { quiet_at[x] * p } else { 0.0 }, &kernels[k][x], &mut quiet_next);
                }
            }
            (intact_at, quiet_at) = (intact_next, quiet_next);
            intact.push(intact_at.iter().sum::<f64>());
            quiet.push(quiet_at.iter().sum::<f64>());
        }
        object(json!({
            "intact": intact, "quiet": quiet, "war_hazard": war_hazard, "limited_hazard": limited_hazard,
            "capture_hazard": capture_hazard, "response_if_invaded": if_invaded, "response_if_limited": if_limited,
        }))
    }

    // Section 6: who would sign.

    fn consent(&self, package: InstrumentSet) -> Value {
        let actors = &self.scenario.actors;
        let nothing = Dates { package: InstrumentSet::EMPTY, year: None };
        let mean = |kind, owner, context, dates| {
            let each = (0..self.states.len()).map(|x| self.primitive(kind, owner, x, context, dates));
            dot(&self.initial, &each.collect::<Vec<f64>>())
        };
        let (mut parties, mut concluded) = (Map::new(), 1.0);
        for (party, (actor, id)) in actors.all().enumerate() {
            let named = package.iter().any(|i| self.scenario.instruments[i].consent.contains(&actor));
            let (stake, owner) = match actor {
                Actor::Challenger => (Kind::Prize, 0),
                Actor::Protege => (Kind::LossCost, 0),
                Actor::Guarantor(i) => (Kind::Stake, i),
                Actor::Other(i) => (Kind::Block, actors.guarantors.len() + i),
            };
            let signs = match actor {
                Actor::Guarantor(_) | Actor::Other(_) if !named => continue,
                Actor::Other(_) => 1.0 - mean(stake, owner, Context::War, nothing),
                _ => {
                    let value = |package, start| self.forward(package, start)["value"][id].as_f64().expect("a value");
                    let alternative = self.without_consent_of(actor, package);
                    let gain = value(package, Start::Peace) - value(alternative, Start::War);
                    let sign_cost = mean(Kind::SignCost, party, Context::Peace, Dates { package, year: None });
                    let precision = mean(Kind::ConsentPrecision, party, Context::Peace, nothing);
                    let unit = mean(stake, owner, Context::Peace, nothing);
                    natural(Link::Logit, precision * (gain / unit - sign_cost))
                }
            };
            concluded *= signs;
            parties.insert(id.to_owned(), json!(signs));
        }
        json!({ "parties": parties, "concluded": concluded })
    }

    /// What of a package does not need this party, nor anything that it does need.
    pub(crate) fn without_consent_of(&self, actor: Actor, package: InstrumentSet) -> InstrumentSet {
        let instruments = &self.scenario.instruments;
        let mut rest: InstrumentSet = package.iter().filter(|&i| !instruments[i].consent.contains(&actor)).collect();
        while let Some(i) = rest.iter().find(|&i| instruments[i].requires.iter().any(|needed| !rest.contains(needed))) {
            rest = rest.iter().filter(|&other| other != i).collect();
        }
        rest
    }
}

/// The logit choice among some values.
fn logit<const N: usize>(precision: f64, values: &[f64; N]) -> [f64; N] {
    let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights = values.map(|value| f64::exp(precision * (value - best)));
    weights.map(|weight| weight / weights.iter().sum::<f64>())
}

/// From the scale of the effects to the natural scale.
fn natural(link: Link, linked: f64) -> f64 {
    match link {
        Link::Identity => linked,
        Link::Log => f64::exp(linked),
        Link::Logit => 1.0 / (1.0 + f64::exp(-linked)),
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Adds a mass, moved by a row of a kernel, to a distribution.
fn push(mass: f64, row: &[f64], to: &mut [f64]) {
    to.iter_mut().zip(row).for_each(|(to, p)| *to += mass * p);
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => unreachable!("written as an object"),
    }
}
