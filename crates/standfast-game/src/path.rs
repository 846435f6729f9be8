//! One path of the game: what happens year by year in one draw, where chance decides as it does in the
//! solution.
//!
//! A path plays the policies that [`backward`](crate::backward) found, with the chances that
//! [`forward`](crate::forward) pushes whole distributions by. A solution takes means over the cases and
//! over what the guarantors do; a path goes through one case and one joint response
//! ([`response::cases`](crate::response::cases)). Every decision is an event with the probability that
//! it had where it was taken.

use standfast_math::Lanes;
use standfast_model::instrument::InstrumentSet;
use standfast_model::primitive::Phase;

use crate::batch::Batch;
use crate::dice::{Dice, Roll};
use crate::era::Era;
use crate::outcome::Start;
use crate::response::Severity;
use crate::world::{Worlds, after_war};

/// One thing that happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// What.
    pub what: What,
    /// How likely it was, given all that had happened before; 1 for what follows from it.
    pub probability: f64,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A factor stands at a level in the first year.
    Stands {
        /// The factor.
        factor: usize,
        /// Its level.
        level: usize,
    },
    /// A factor has moved since the year before.
    Moves {
        /// The factor.
        factor: usize,
        /// From this level.
        from: usize,
        /// To this one.
        to: usize,
    },
    /// A factor has dropped to its lowest level, because a war has ended.
    Exhausted {
        /// The factor.
        factor: usize,
        /// From this level.
        from: usize,
    },
    /// An instrument comes into force by date.
    ComesIntoForce(usize),
    /// An instrument's time is over.
    Expires(usize),
    /// The effects of an instrument in force are suspended from this year on.
    Lapses(usize),
    /// They are no longer.
    Resumes(usize),
    /// A war that begins cancels a pending instrument for good.
    Cancelled(usize),
    /// The challenger leaves the protégé alone.
    Holds,
    /// The challenger coerces the protégé.
    Coerces,
    /// Coercion ends in capture: the protégé is lost without a war.
    Captured,
    /// It does not.
    Withstands,
    /// The challenger attacks in the limited way.
    AttacksLimited,
    /// The challenger invades: a war begins.
    Invades,
    /// The limited attack becomes a war.
    Escalates,
    /// It does not.
    StaysLimited,
    /// The challenger wins the contest of the limited attack.
    Takes,
    /// It does not.
    IsHeld,
    /// The challenger settles a war of earlier years.
    Settles,
    /// It fights on.
    FightsOn,
    /// The consensus body in force agrees, so that its promise counts in full.
    Agrees(usize),
    /// A member blocks it.
    Blocks(usize),
    /// The world at the moment of need is better than expected, for all guarantors alike.
    Better,
    /// It is worse.
    Worse,
    /// A guarantor responds.
    Responds {
        /// The guarantor.
        guarantor: usize,
        /// How.
        response: Help,
        /// To what.
        to: Severity,
    },
    /// The war ends with the protégé conquered.
    Conquers,
    /// The war ends with the challenger repelled.
    IsRepelled,
    /// The war is not decided this year.
    GoesOn,
}

/// What a guarantor can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// It stands aside.
    StandsAside,
    /// It supplies.
    Supplies,
    /// It intervenes.
    Intervenes,
}

impl Help {
    const ALL: [Help; 3] = [Help::StandsAside, Help::Supplies, Help::Intervenes];
}

/// One year of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// The level of each factor, as the year starts.
    pub levels: Vec<usize>,
    /// The phase as the year starts.
    pub phase: Phase,
    /// What is left of the package as the year starts, in force or to come.
    pub set: InstrumentSet,
    /// What happens, in order.
    pub events: Vec<Event>,
}

/// How the protégé stands when a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At peace.
    Peace,
    /// At war.
    War,
    /// Lost.
    Lost,
}

/// A path.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The years, to the horizon or to the one in which the protégé is lost.
    pub years: Vec<Year>,
    /// How it ends.
    pub end: End,
}

/// The solved game of a package, from which paths are drawn.
#[derive(Debug)]
pub struct Game<'b> {
    batch: &'b Batch<'b>,
    worlds: Worlds,
    start: Start,
}

/// How a year leaves the protégé, and so by what the factors move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    /// At peace, after calm, coercion or a limited attack: a context of the kernel of peace.
    Peace(usize),
    /// At peace, after a war.
    EndOfWar,
    /// At war.
    War,
    /// Lost.
    Lost,
}

const CALM: After = After::Peace(0);
const COERCION: After = After::Peace(1);
const LIMITED: After = After::Peace(2);

/// Where a path has got to.
struct Now<'a> {
    lane: usize,
    dice: &'a Dice,
    world: usize,
    state: usize,
    year: usize,
    events: Vec<Event>,
}

impl<'b> Game<'b> {
    /// Solves the game of a package.
    pub fn new(batch: &'b Batch<'b>, set: InstrumentSet, start: Start) -> Game<'b> {
        let set = if start == Start::War { after_war(batch.scenario, set, 0) } else { set };
        Game { batch, worlds: Worlds::new(batch, set), start }
    }

    /// A path of the draw in a lane.
    pub fn path(&self, lane: usize, dice: &Dice) -> Path {
        let mut now = Now { lane, dice, world: 0, state: 0, year: 0, events: Vec::new() };
        let mut phase = match self.start {
            Start::Peace => Phase::Peace,
            Start::War => Phase::War,
        };
        let mut years = Vec::new();
        let (mut in_force, mut lapsed) = (InstrumentSet::EMPTY, InstrumentSet::EMPTY);
        self.first_levels(&mut now);
        for year in 0..self.batch.scenario.horizon {
            now.year = year;
            (in_force, lapsed) = self.dates_and_lapses(&mut now, in_force, lapsed);
            let (levels, set) = (self.levels(now.state), self.worlds.list[now.world].set);
            let after = match phase {
                Phase::Peace => self.at_peace(&mut now),
                Phase::War => self.at_war(&mut now),
            };
            years.push(Year { levels, phase, set, events: std::mem::take(&mut now.events) });
            phase = match after {
                After::Peace(_) | After::EndOfWar => Phase::Peace,
                After::War => Phase::War,
                After::Lost => return Path { years, end: End::Lost },
            };
            // What moves now is told in the year that sees it.
            self.move_on(&mut now, after);
        }
        let end = match phase {
            Phase::Peace => End::Peace,
            Phase::War => End::War,
        };
        Path { years, end }
    }

    fn era(&self, now: &Now<'_>) -> &Era {
        &self.worlds.list[now.world].eras[now.year]
    }

    /// The level of each factor at a state.
    fn levels(&self, state: usize) -> Vec<usize> {
        let space = &self.batch.space;
        (0..space.factors()).map(|factor| space.level_at(space.all(), state, factor)).collect()
    }

    fn first_levels(&self, now: &mut Now<'_>) {
        for (factor, each) in self.batch.scenario.factors.iter().enumerate() {
            let level = now.dice.pick_of(0, Roll::Level(factor), &each.initial);
            now.state += level * self.batch.space.stride(factor);
            now.tell(What::Stands { factor, level }, each.initial[level]);
        }
    }

    /// What comes into force, ends, lapses or is back this year.
    fn dates_and_lapses(
        &self,
        now: &mut Now<'_>,
        before: InstrumentSet,
        lapsed_before: InstrumentSet,
    ) -> (InstrumentSet, InstrumentSet) {
        let instruments = &self.batch.scenario.instruments;
        let levels = self.levels(now.state);
        let set = self.worlds.list[now.world].set;
        let in_force: InstrumentSet = set.iter().filter(|&i| instruments[i].in_force(now.year)).collect();
        let lapses = |i: &usize| {
            let when = &instruments[*i].lapses_when;
            !when.is_empty() && when.iter().all(|levels_in| levels_in.contains(levels[levels_in.factor]))
        };
        let lapsed: InstrumentSet = in_force.iter().filter(lapses).collect();
        in_force.minus(before).iter().for_each(|i| now.tell(What::ComesIntoForce(i), 1.0));
        before.minus(in_force).iter().for_each(|i| now.tell(What::Expires(i), 1.0));
        lapsed.minus(lapsed_before).iter().for_each(|i| now.tell(What::Lapses(i), 1.0));
        let back = lapsed_before.minus(lapsed).iter().filter(|&i| in_force.contains(i));
        back.for_each(|i| now.tell(What::Resumes(i), 1.0));
        (in_force, lapsed)
    }

    fn at_peace(&self, now: &mut Now<'_>) -> After {
        let peace = self.era(now).peace(self.batch);
        let policy = &self.worlds.list[now.world].policies[now.year];
        let at = |values: &[Lanes]| values[now.state].0[now.lane];
        let (invade, limited, coerce) = (at(&policy.invade), at(&policy.limited), at(&policy.coerce));
        let calm = 1.0 - invade - limited;
        let options = [What::Holds, What::Coerces, What::AttacksLimited, What::Invades];
        let chances = [calm * (1.0 - coerce), calm * coerce, limited, invade];
        let capture = peace.choice.capture.at(now.state).0[now.lane];
        let escalation = peace.choice.escalation.at(now.state).0[now.lane];
        match now.decide(Roll::Choice, options, chances) {
            What::Coerces => {
                let ends = [What::Withstands, What::Captured];
                match now.decide(Roll::Capture, ends, [1.0 - capture, capture]) {
                    What::Captured => After::Lost,
                    _ => COERCION,
                }
            }
            What::AttacksLimited => {
                let win = self.respond(now, Severity::Limited);
                let ends = [What::StaysLimited, What::Escalates];
                if now.decide(Roll::Escalation, ends, [1.0 - escalation, escalation]) == What::Escalates {
                    return self.war_begins(now);
                }
                now.decide(Roll::Contest(Severity::Limited), [What::IsHeld, What::Takes], [1.0 - win, win]);
                LIMITED
            }
            What::Invades => self.war_begins(now),
            _ => CALM,
        }
    }

    fn war_begins(&self, now: &mut Now<'_>) -> After {
        let before = self.worlds.list[now.world].set;
        now.world = self.worlds.of_war_from(now.world, now.year);
        let left = self.worlds.list[now.world].set;
        before.minus(left).iter().for_each(|i| now.tell(What::Cancelled(i), 1.0));
        self.fight(now)
    }

    /// A war of earlier years goes on.
    fn at_war(&self, now: &mut Now<'_>) -> After {
        let settle = self.worlds.list[now.world].policies[now.year].settle[now.state].0[now.lane];
        let options = [What::FightsOn, What::Settles];
        match now.decide(Roll::Settlement, options, [1.0 - settle, settle]) {
            What::Settles => After::EndOfWar,
            _ => self.fight(now),
        }
    }

    /// A year of war.
    fn fight(&self, now: &mut Now<'_>) -> After {
        let undecided = self.era(now).war(self.batch).undecided.at(now.state).0[now.lane];
        let win = self.respond(now, Severity::War);
        let decided = 1.0 - undecided;
        let ends = [What::IsRepelled, What::GoesOn, What::Conquers];
        let chances = [decided * (1.0 - win), undecided, decided * win];
        match now.decide(Roll::Contest(Severity::War), ends, chances) {
            What::IsRepelled => After::EndOfWar,
            What::GoesOn => After::War,
            _ => After::Lost,
        }
    }

    /// What the guarantors do; returns the challenger's chance to win against it.
    fn respond(&self, now: &mut Now<'_>, severity: Severity) -> f64 {
        let era = self.era(now);
        let cases = era.cases(self.batch, severity);
        let all = cases.at(now.state);
        // The body first, then the shock: each on its own given the other.
        let lane = now.lane;
        let weight = |agreed: Option<bool>, better: Option<bool>| {
            let these = all.iter().filter(|case| agreed.is_none_or(|a| case.agreed == Some(a)));
            let these = these.filter(|case| better.is_none_or(|b| case.better == Some(b)));
            these.fold(0.0, |sum, case| sum + case.weight.0[lane])
        };
        let mut agreed = None;
        if let Some(body) = era.body() {
            let chances = [weight(Some(true), None), weight(Some(false), None)];
            let what = now.decide(Roll::Agreement(severity), [What::Agrees(body), What::Blocks(body)], chances);
            agreed = Some(what == What::Agrees(body));
        }
        let mut better = None;
        if all.iter().any(|case| case.better.is_some()) {
            let of_body = weight(agreed, None);
            let chances = [true, false].map(|better| weight(agreed, Some(better)) / of_body);
            better = Some(now.decide(Roll::Shock(severity), [What::Better, What::Worse], chances) == What::Better);
        }
        let case = all.iter().find(|case| case.agreed == agreed && case.better == better);
        let case = case.unwrap_or_else(|| unreachable!("every case is one of those that were solved"));
        let mut joint = 0;
        for guarantor in 0..self.batch.scenario.actors.guarantors.len() {
            let chances = case.responses[guarantor].map(|p| p.0[now.lane]);
            let options = Help::ALL.map(|response| What::Responds { guarantor, response, to: severity });
            let what = now.decide(Roll::Response(severity, guarantor), options, chances);
            joint = 3 * joint + options.iter().position(|&option| option == what).unwrap_or(0);
        }
        cases.win(now.state, joint).0[now.lane]
    }

    /// The factors move on to the next year.
    fn move_on(&self, now: &mut Now<'_>, after: After) {
        let era = self.era(now);
        let (kernel, context) = match after {
            After::Peace(context) => (&era.peace(self.batch).kernel, context),
            After::EndOfWar | After::War | After::Lost => (&era.war(self.batch).kernel, 0),
        };
        let space = &self.batch.space;
        let exhausted = self.batch.scenario.exhausted_by_war.filter(|_| after == After::EndOfWar);
        let (start, levels) = (now.state, self.levels(now.state));
        let mut moves: Vec<(usize, [Lanes; 3])> = kernel.moves_from(context, start).collect();
        moves.sort_by_key(|(factor, _)| *factor);
        for (factor, chances) in moves {
            let from = levels[factor];
            if exhausted == Some(factor) {
                now.state -= from * space.stride(factor);
                if from > 0 {
                    now.tell(What::Exhausted { factor, from }, 1.0);
                }
                continue;
            }
            let chances = chances.map(|p| p.0[now.lane]);
            let step = now.dice.pick(now.year + 1, Roll::Level(factor), chances);
            // One down, none, one up; at the ends of the axis the missing step has no chance.
            let to = from + step - 1;
            now.state = now.state + to * space.stride(factor) - from * space.stride(factor);
            if to != from {
                now.tell(What::Moves { factor, from, to }, chances[step]);
            }
        }
    }
}

impl Now<'_> {
    fn tell(&mut self, what: What, probability: f64) {
        self.events.push(Event { what, probability });
    }

    /// Chance decides between some possibilities.
    fn decide<const N: usize>(&mut self, roll: Roll, options: [What; N], chances: [f64; N]) -> What {
        let picked = self.dice.pick(self.year, roll, chances);
        self.tell(options[picked], chances[picked]);
        options[picked]
    }
}
