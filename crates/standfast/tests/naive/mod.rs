//! A second solver of the model, written from its specification alone: every number at its median,
//! every state against every state, plain loops and recursion. It is here to be compared with the
//! engine, so it shares nothing with it but the checked scenario, and prefers the form of the
//! equations to any faster one. Nor does it use the engine's exp and ln; the platform's will do.

mod help;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use help::Help;
use serde_json::{Value, json};
use standfast::model::Scenario;
use standfast::model::actor::Actor;
use standfast::model::condition::LevelSet;
use standfast::model::instrument::InstrumentSet;
use standfast::model::primitive::{Context, Context::*, Kind, Kind::*, Link};

/// Responses to what is less likely are not defined (the specification's own limit).
const NO_WEIGHT: f64 = 1e-300;

/// Stand aside, supply, intervene.
type Response = [f64; 3];
/// What counts when a primitive is read: which instruments, and in which year (none: whatever their dates).
type Dates = (InstrumentSet, Option<usize>);
type Memory<Key, Solved> = RefCell<BTreeMap<Key, Solved>>;

/// A year at a state: at peace with a limited attack in it, or at war.
struct At {
    help: Help,
    /// The chances of next year's states: if the challenger holds, coerces, attacks; at war one for all.
    moves: Vec<Vec<f64>>,
    /// The chances that it holds, coerces, attacks in the limited way, invades; that it fights on, settles.
    chosen: Vec<f64>,
    /// What a year of war is worth to it, and what it is worth to be here.
    fight: f64,
    value: f64,
}

pub(crate) struct Naive<'a> {
    scenario: &'a Scenario,
    medians: Vec<f64>,
    discount: f64,
    /// The level of each factor, by state.
    states: Vec<Vec<usize>>,
    initial: Vec<f64>,
    /// R: the state where each ends up when a war is over.
    after_war: Vec<usize>,
    years: Memory<(Context, InstrumentSet, usize, usize), Rc<At>>,
    equilibria: Memory<Vec<u64>, Vec<Response>>,
    /// How many equilibria could not be followed from λ = 0; results are worthless unless 0.
    pub(crate) not_followed: Cell<usize>,
}

impl<'a> Naive<'a> {
    pub(crate) fn new(scenario: &'a Scenario) -> Naive<'a> {
        let factors = &scenario.factors;
        // States are numbered; the level of the first factor changes fastest.
        let stride = |f: usize| factors[..f].iter().map(|factor| factor.levels.len()).product::<usize>();
        let level = |x: usize, f: usize| x / stride(f) % factors[f].levels.len();
        let all = || 0..stride(factors.len());
        let states = all().map(|x| (0..factors.len()).map(|f| level(x, f)).collect()).collect();
        let initial = all().map(|x| (0..factors.len()).map(|f| factors[f].initial[level(x, f)]).product()).collect();
        let after_war = all().map(|x| scenario.exhausted_by_war.map_or(x, |f| x - level(x, f) * stride(f))).collect();
        let medians: Vec<f64> = scenario.numbers.iter().map(|number| number.median()).collect();
        let discount = natural(Link::Logit, medians[scenario.base(Discount.single())]);
        let (years, equilibria, not_followed) = Default::default();
        Naive { scenario, medians, discount, states, initial, after_war, years, equilibria, not_followed }
    }

    /// Section 1: the chances of next year's states.
    fn moves(&self, x: usize, context: Context, dates: Dates) -> Vec<f64> {
        let mut moves = vec![1.0; self.states.len()];
        for (f, factor) in self.scenario.factors.iter().enumerate() {
            let level = self.states[x][f];
            let hazard = |kind, possible| if possible { self.primitive(kind, f, x, context, dates) } else { 0.0 };
            let (rise, fall) = (hazard(Rise, level + 1 < factor.levels.len()), hazard(Fall, level > 0));
            let p_move = -f64::exp_m1(-(rise + fall));
            let p_move_by = |hazard: f64| if hazard > 0.0 { p_move * hazard / (rise + fall) } else { 0.0 };
            let p = |to: usize| match to.abs_diff(level) {
                0 => 1.0 - p_move,
                1 => p_move_by(if to > level { rise } else { fall }),
                _ => 0.0,
            };
            (0..moves.len()).for_each(|y| moves[y] *= p(self.states[y][f]));
        }
        moves
    }

    /// Section 2: a primitive at a state.
    fn primitive(&self, kind: Kind, owner: usize, x: usize, context: Context, dates: Dates) -> f64 {
        self.shared(kind, owner, x, context, dates, 1.0)
    }

    /// The same where only a share counts of what a consensus body adds.
    fn shared(&self, kind: Kind, owner: usize, x: usize, context: Context, dates: Dates, share: f64) -> f64 {
        let (instruments, (package, year)) = (&self.scenario.instruments, dates);
        let over = |i: usize, t: usize| instruments[i].until.is_some_and(|until| until <= t);
        let in_time = |i, from| package.contains(i) && year.is_none_or(|t| from <= t && !over(i, t));
        let in_force = |i: usize| in_time(i, instruments[i].lead_time);
        let matches = |sets: &[LevelSet]| sets.iter().all(|set| set.contains(self.states[x][set.factor]));
        let lapsed = |i: usize| !instruments[i].lapses_when.is_empty() && matches(&instruments[i].lapses_when);
        let mut linked = self.medians[self.scenario.base(kind.of(owner))];
        for effect in self.scenario.effects.iter().filter(|effect| effect.on == kind.of(owner)) {
            let (when, from) = (&effect.when, |i: usize| effect.from.unwrap_or(instruments[i].lead_time));
            let active = effect.instrument.is_none_or(|i| in_time(i, from(i)) && !lapsed(i))
                && matches(&when.levels)
                && when.phase.is_none_or(|phase| phase == context.phase())
                && when.action.is_none_or(|action| Some(action) == context.action())
                && when.with.iter().all(in_force)
                && !when.without.iter().any(in_force);
            let share = if effect.instrument.is_some_and(|i| instruments[i].consensus.is_some()) { share } else { 1.0 };
            linked += if active { share * self.medians[effect.number] } else { 0.0 };
        }
        let value = natural(kind.spec().link, linked);
        if matches!(kind, AudienceCost | Tripwire) { value.max(0.0) } else { value }
    }

    /// A package without D(t).
    fn survivors(&self, package: InstrumentSet, t: usize) -> InstrumentSet {
        let instruments = &self.scenario.instruments;
        package.iter().filter(|&i| !(instruments[i].aborted_by_war && t < instruments[i].lead_time)).collect()
    }

    /// δ·E[V], of values in the year after t; 0 at T.
    fn expected(&self, t: usize, moves: &[f64], value: impl Fn(usize) -> f64) -> f64 {
        if t + 1 == self.scenario.horizon + self.scenario.tail { 0.0 } else { self.discount * dot(moves, value) }
    }

    /// Section 4: what the challenger does at war.
    fn war(&self, package: InstrumentSet, t: usize, x: usize) -> Rc<At> {
        remember(&self.years, (War, package, t, x), || {
            let dates = (package, Some(t));
            let war = |kind| self.primitive(kind, 0, x, War, dates);
            let (help, moves) = (self.help(x, dates, false), self.moves(x, War, dates));
            let peace_next = self.expected(t, &moves, |y| self.peace(package, t + 1, self.after_war[y]).value);
            let war_next = self.expected(t, &moves, |y| self.war(package, t + 1, y).value);
            let (omega, wins, prize) = (war(Resolution), help.wins_perceived, war(Prize));
            let next = omega * (wins * prize + (1.0 - wins) * peace_next) + (1.0 - omega) * war_next;
            let fight = -war(ChallengerWarCost) - help.burden_perceived + next;
            let settle = -war(SettlementCost) + war(SettlementShare) * prize + peace_next;
            let [fights, settles] = logit(war(ChallengerPrecision), &[fight, settle]);
            let value = fights * fight + settles * settle;
            Rc::new(At { help, moves: vec![moves], chosen: vec![fights, settles], fight, value })
        })
    }

    /// Section 4: what it does at peace.
    fn peace(&self, package: InstrumentSet, t: usize, x: usize) -> Rc<At> {
        remember(&self.years, (Peace, package, t, x), || {
            let dates = (package, Some(t));
            let peace = |kind| self.primitive(kind, 0, x, Peace, dates);
            let attack = |kind| self.primitive(kind, 0, x, Limited, dates);
            let (capture, escalation) = (self.primitive(Capture, 0, x, Coerce, dates), attack(LimitedEscalation));
            let (grievance, prize, precision) = (peace(Grievance), peace(Prize), peace(ChallengerPrecision));
            let help = self.help(x, dates, true);
            let moves: Vec<Vec<f64>> = [Peace, Coerce, Limited].map(|context| self.moves(x, context, dates)).into();
            let next = |option: usize| self.expected(t, &moves[option], |y| self.peace(package, t + 1, y).value);

            let hold = -grievance + next(0);
            let coerced = capture * prize + (1.0 - capture) * next(1);
            let coerce = -grievance + peace(CoercionGain) - peace(CoercionCost) + coerced;
            let [hold_if_calm, coerce_if_calm] = logit(precision, &[hold, coerce]);
            let calm = hold_if_calm * hold + coerce_if_calm * coerce;
            let fight = self.war(self.survivors(package, t), t, x).fight;
            let invade = fight - peace(OnsetCost);
            let taken = help.wins_perceived * attack(PrizeShare) * prize;
            let attacked = taken + (1.0 - escalation) * next(2) + escalation * invade;
            let limited = -grievance - attack(LimitedCost) - help.burden_perceived + attacked;

            let (invasion, attack) = (peace(Opportunity), attack(LimitedOpportunity));
            let mut chances = [0.0; 3];
            for (p, invade) in [(1.0 - invasion, f64::NEG_INFINITY), (invasion, invade)] {
                for (q, limited) in [(1.0 - attack, f64::NEG_INFINITY), (attack, limited)] {
                    let all = logit(precision, &[hold, coerce, limited, invade]);
                    let flat = [all[0] + all[1], all[2], all[3]];
                    let nested = logit(precision, &[calm, limited, invade]);
                    let chosen = if self.scenario.structure.flat_choice { flat } else { nested };
                    (0..3).for_each(|option| chances[option] += p * q * chosen[option]);
                }
            }
            let [calms, attacks, invades] = chances;
            let value = calms * calm + attacks * limited + invades * invade;
            let chosen = vec![calms * hold_if_calm, calms * coerce_if_calm, attacks, invades];
            Rc::new(At { help, moves, chosen, fight, value })
        })
    }

    /// Section 5: what happens; what the golden files hold of one package and start.
    pub(crate) fn solve(&self, package: InstrumentSet, from_war: bool) -> Value {
        let (actors, horizon, states) = (&self.scenario.actors, self.scenario.horizon, 0..self.states.len());
        let none = || [(); 4].map(|()| vec![0.0; self.states.len()]);
        let left = if from_war { self.survivors(package, 0) } else { package };
        let mut value = vec![0.0; 2 + actors.guarantors.len()];
        value[0] = dot(&self.initial, |x| (if from_war { self.war(left, 0, x) } else { self.peace(left, 0, x) }).value);
        // By what is left of the package, the masses at peace; at war; at peace from the start until
        // the first war or capture; likewise until the first limited attack.
        let mut masses = BTreeMap::from([(package, none()), (left, none())]);
        masses.entry(left).and_modify(|masses| masses[usize::from(from_war)] = self.initial.clone());
        masses.entry(package).and_modify(|masses| masses[2..].fill(self.initial.clone()));

        let mut series = BTreeMap::from([("intact", vec![1.0]), ("quiet", vec![1.0])]);
        let mut add = |name, year: usize, amount: f64| {
            let years: &mut Vec<f64> = series.entry(name).or_default();
            years.resize(years.len().max(year + 1), 0.0);
            years[year] += amount;
        };
        let (mut if_invaded, mut if_limited) = (Vec::new(), Vec::new());
        for t in 0..horizon {
            let discount = self.discount.powi(t as i32);
            let all_intact: f64 = masses.values().flat_map(|[_, _, intact, _]| intact).sum();
            let (mut next, mut invaded, mut limited) = (BTreeMap::new(), Vec::new(), Vec::new());
            for (&package, [peace, war, intact, quiet]) in &masses {
                let left = self.survivors(package, t);
                for x in states.clone() {
                    let in_peace = |kind, owner| self.primitive(kind, owner, x, Peace, (package, Some(t)));
                    let in_war = |kind, owner| self.primitive(kind, owner, x, War, (left, Some(t)));
                    let attack = |kind| self.primitive(kind, 0, x, Limited, (package, Some(t)));
                    let capture = self.primitive(Capture, 0, x, Coerce, (package, Some(t)));
                    let (at, at_war) = (self.peace(package, t, x), self.war(left, t, x));
                    let [holds, coerces, attacks, invades] = at.chosen[..] else { unreachable!("four options") };
                    let (spared, repelled) = (coerces * (1.0 - capture), attacks * (1.0 - attack(LimitedEscalation)));
                    let begins = invades + attacks * attack(LimitedEscalation);
                    let settled = war[x] * at_war.chosen[1];
                    let fought = peace[x] * begins + war[x] - settled;
                    let decided = fought * in_war(Resolution, 0);
                    let conquered = decided * at_war.help.wins;
                    let given_up = conquered + settled * in_war(SettlementShare, 0);
                    let captured = peace[x] * coerces * capture;
                    let kept = peace[x] * (holds + coerces + repelled);
                    let loss = given_up * in_war(LossCost, 0) + captured * in_peace(LossCost, 0);
                    let harm = peace[x] * (coerces * in_peace(CoercionHarm, 0) + attacks * attack(LimitedHarm));
                    value[1] -=
                        discount * (loss + harm + fought * in_war(ProtegeWarCost, 0) + kept * in_peace(PeaceCost, 0));
                    for i in 0..actors.guarantors.len() {
                        let loss = given_up * in_war(Stake, i) + captured * in_peace(Stake, i);
                        let outlay = fought * at_war.help.outlay[i] + peace[x] * attacks * at.help.outlay[i];
                        value[2 + i] -= discount * (loss + outlay + kept * in_peace(PresenceCost, i));
                    }
                    (t..horizon).for_each(|year| add("lost", year, conquered + captured));
                    add("coerced", t, peace[x] * coerces);
                    add("begun", t, peace[x] * begins);
                    let ends = [("conquered", conquered), ("settled", settled), ("repelled", decided - conquered)];
                    ends.into_iter().for_each(|(end, mass)| add(end, t, mass));
                    add("war_hazard", t, intact[x] * begins / all_intact);
                    add("limited_hazard", t, intact[x] * attacks / all_intact);
                    add("capture_hazard", t, intact[x] * coerces * capture / all_intact);
                    invaded.push((intact[x] * invades, at_war.help.responses.clone()));
                    limited.push((intact[x] * attacks, at.help.responses.clone()));

                    for y in states.clone() {
                        let calm = holds * at.moves[0][y] + spared * at.moves[1][y];
                        let kept = calm + repelled * at.moves[2][y];
                        let here = next.entry(package).or_insert_with(none);
                        here[0][y] += peace[x] * kept;
                        here[2][y] += intact[x] * kept;
                        here[3][y] += quiet[x] * calm;
                        let there = next.entry(left).or_insert_with(none);
                        there[0][self.after_war[y]] += (settled + decided - conquered) * at_war.moves[0][y];
                        there[1][y] += (fought - decided) * at_war.moves[0][y];
                    }
                }
            }
            masses = next;
            for (name, of, year) in [("at_peace", 0, t), ("at_war", 1, t), ("intact", 2, t + 1), ("quiet", 3, t + 1)] {
                add(name, year, masses.values().flat_map(|masses| &masses[of]).sum());
            }
            if_invaded.push(mean_response(&invaded));
            if_limited.push(mean_response(&limited));
        }
        let alive: f64 = masses.values().flat_map(|[peace, war, ..]| peace.iter().chain(war)).sum();
        let mut result = json!(series);
        result["mass"] = json!(alive + series["lost"][horizon - 1]);
        result["value"] = actors.all().map(|(_, id)| id).zip(value).collect();
        (result["response_if_invaded"], result["response_if_limited"]) = (json!(if_invaded), json!(if_limited));
        if !from_war && !package.is_empty() {
            result["consent"] = self.consent(package, &result["value"]);
        }
        result
    }

    /// Section 6: who would sign.
    fn consent(&self, package: InstrumentSet, values: &Value) -> Value {
        let instruments = &self.scenario.instruments;
        let mean = |kind, owner, context, dates| dot(&self.initial, |x| self.primitive(kind, owner, x, context, dates));
        let (nothing, guarantors) = ((InstrumentSet::EMPTY, None), self.scenario.actors.guarantors.len());
        let mut parties = BTreeMap::new();
        for (party, (actor, id)) in self.scenario.actors.all().enumerate() {
            let unit = match actor {
                Actor::Challenger => mean(Prize, 0, Peace, nothing),
                Actor::Protege => mean(LossCost, 0, Peace, nothing),
                _ if !package.iter().any(|i| instruments[i].consent.contains(&actor)) => continue,
                Actor::Guarantor(i) => mean(Stake, i, Peace, nothing),
                Actor::Other(i) => {
                    parties.insert(id, 1.0 - mean(Block, guarantors + i, War, nothing));
                    continue;
                }
            };
            let alternative = &self.solve(self.without_consent_of(actor, package), true)["value"];
            let [signed, alternative] = [values, alternative].map(|values| values[id].as_f64().expect("a value"));
            let gain = (signed - alternative) / unit - mean(SignCost, party, Peace, (package, None));
            parties.insert(id, natural(Link::Logit, mean(ConsentPrecision, party, Peace, nothing) * gain));
        }
        json!({ "parties": parties, "concluded": parties.values().product::<f64>() })
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

/// The mean of weighted responses; none where there is hardly any weight.
fn mean_response(weighted: &[(f64, Vec<Response>)]) -> Option<Vec<Response>> {
    let weight: f64 = weighted.iter().map(|(weight, _)| weight).sum();
    let mean = |i: usize, k: usize| weighted.iter().map(|(w, responses)| w * responses[i][k]).sum::<f64>() / weight;
    (weight >= NO_WEIGHT).then(|| (0..weighted[0].1.len()).map(|i| [mean(i, 0), mean(i, 1), mean(i, 2)]).collect())
}

fn remember<Key: Ord, Solved: Clone>(memory: &Memory<Key, Solved>, key: Key, solve: impl FnOnce() -> Solved) -> Solved {
    let known = memory.borrow().get(&key).cloned();
    let solved = known.unwrap_or_else(solve);
    memory.borrow_mut().entry(key).or_insert(solved).clone()
}

fn logit<const N: usize>(precision: f64, values: &[f64; N]) -> [f64; N] {
    let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights = values.map(|value| f64::exp(precision * (value - best)));
    weights.map(|weight| weight / weights.iter().sum::<f64>())
}

fn natural(link: Link, linked: f64) -> f64 {
    match link {
        Link::Identity => linked,
        Link::Log => f64::exp(linked),
        Link::Logit => 1.0 / (1.0 + f64::exp(-linked)),
    }
}

fn dot(chances: &[f64], value: impl Fn(usize) -> f64) -> f64 {
    chances.iter().enumerate().map(|(y, p)| p * value(y)).sum()
}
