//! What was found about a package over the years, as data.

use serde::Serialize;
use standfast_analysis::sunset::{Sunset, ratios, sunset};
use standfast_ensemble::Band;
use standfast_ensemble::band::quantile;
use standfast_ensemble::draw::{DrawFirstPassage, DrawOutcome, Equilibria};
use standfast_ensemble::quantity::Asked;
use standfast_ensemble::run::PackageRun;
use standfast_math::sum::mean;
use standfast_model::check::Quantity;
use standfast_model::constraint::Rule;
use standfast_model::instrument::InstrumentSet;

use super::sequence::{Order, Sequence};
use super::{Parts, Solved, Timeline};
use crate::findings::comparison::NO_DIFFERENCE;
use crate::findings::{EquilibriaFindings, Window, Within, differences, preventive_window};
use crate::provenance::{CaseFindings, Method, NamedFindings, Words};

/// Findings about a package over the years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineFindings {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The package: the id of a preset, or instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Within how many years risks are reported.
    pub years: Vec<usize>,
    /// The span that ranks the orders.
    pub headline_years: usize,
    /// Years between two beginnings.
    pub step: usize,
    /// The risk of a first war.
    pub war: Vec<Within>,
    /// Year by year.
    pub series: Vec<TimelineYear>,
    /// The stretches between two dates of the package.
    pub spells: Vec<SpellFindings>,
    /// How its protection fades; nothing for a package without instruments.
    pub fading: Option<FadingFindings>,
    /// Its instruments, and what waiting for each costs.
    pub instruments: Vec<InstrumentFindings>,
    /// The risk within the headline years minus that with all instruments in force from the start, draw by draw;
    /// nothing if all are.
    pub waiting: Option<Band>,
    /// What announcing costs while a war would still cancel a part of it.
    pub window: Option<Window>,
    /// The order in which its instruments begin; nothing where there are not two.
    pub sequence: Option<SequenceFindings>,
    /// What is known of the equilibria behind all of this.
    pub equilibria: EquilibriaFindings,
}

/// One year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineYear {
    /// The calendar year.
    pub year: i64,
    /// Within how many years it is the last one.
    pub within: usize,
    /// The instruments that are in force by date.
    pub in_force: Vec<String>,
    /// The chance that a war begins in it, with neither war nor capture before.
    pub hazard: Band,
    /// The same without any guarantee.
    pub hazard_nothing: Band,
    /// The first over the second, draw by draw, where the second is not 0; nothing where it is in every draw.
    pub ratio: Option<Band>,
    /// The chance of a first war in it or before.
    pub war: Band,
    /// The same without any guarantee.
    pub war_nothing: Band,
    /// By guarantor: what it does if there is an invasion in it, with neither war nor capture before.
    pub responses: Vec<WillFindings>,
    /// That no guarantor fights then.
    pub nobody_fights: Option<Band>,
}

/// What a guarantor does at the moment of need.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WillFindings {
    /// The guarantor.
    pub guarantor: String,
    /// It fights; nothing where an invasion is all but impossible.
    pub fights: Option<Band>,
    /// It supplies without fighting.
    pub supplies: Option<Band>,
}

/// The years between two dates of a package.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpellFindings {
    /// Its first year, counted from 0.
    pub from: usize,
    /// The first year that is no longer in it.
    pub to: usize,
    /// What happens at its beginning.
    pub events: Vec<EventFindings>,
    /// The instruments that are in force by date.
    pub in_force: Vec<String>,
    /// The mean yearly hazard of a war.
    pub hazard: Band,
    /// The same without any guarantee.
    pub hazard_nothing: Band,
    /// The first over the second, draw by draw; nothing where the second is 0 in every draw.
    pub ratio: Option<Band>,
    /// The chance that the first war falls in it.
    pub war: Band,
}

/// Something that happens to a package by date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventFindings {
    /// `in_force`, `ends`, or `effects` where some effects of an instrument begin on a date of their own.
    pub event: &'static str,
    /// The instrument.
    pub instrument: String,
}

/// How protection fades: 1 less the ratio of the hazards with and without the package.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FadingFindings {
    /// By the median ratio over the draws: the most protection in any year. Nothing if there is none in any year.
    pub best: Option<f64>,
    /// The first year with that much, counted from 0.
    pub best_year: Option<usize>,
    /// The first year from which on it is never again more than half of that; nothing if that is not within the
    /// horizon.
    pub halved: Option<usize>,
    /// The share of the draws in which there is protection in some year.
    pub protected_in: f64,
    /// The share of the draws in which it is halved within the horizon, of those in which there is some.
    pub halved_in: f64,
    /// The first tenth, the middle and the last tenth of the years in which it is halved; nothing where that is not
    /// within the horizon.
    pub halved_years: [Option<usize>; 3],
}

/// An instrument of the package, and what waiting for it costs. All are differences of the risk of a first war, draw
/// by draw.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstrumentFindings {
    /// The instrument.
    #[serde(flatten)]
    pub named: NamedFindings,
    /// Its first year in force, counted from 0.
    pub lead_time: usize,
    /// Its first year no longer in force.
    pub until: Option<usize>,
    /// Whether a war before it is in force cancels it.
    pub aborted_by_war: bool,
    /// What goes with it, if it is left out, for lack of something that it requires.
    pub goes_with_it: Vec<String>,
    /// What it brings: the risk within the headline years without it, minus that with it.
    pub brings: Band,
    /// The risk within the headline years if it begins a step later, minus that of the package.
    pub later: Band,
    /// The years before it is in force; nothing where there are none.
    pub pending: Option<PendingFindings>,
}

/// A window of vulnerability: the years in which an instrument is agreed and not in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PendingFindings {
    /// Within how many years the risks are meant: its lead time, or the horizon if that is nearer.
    pub within: usize,
    /// The risk in the window.
    pub war: Band,
    /// That risk, minus what it would be if the instrument were in force from the start.
    pub price_in_window: Band,
    /// The same within the headline years.
    pub price: Band,
    /// The risk in the window, minus what it would be without the instrument.
    pub announcing: Band,
}

/// The orders in which the instruments of a package begin.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SequenceFindings {
    /// The instruments that begin one after the other.
    pub moved: Vec<String>,
    /// `all` orders that are allowed were looked at; or those that `exchanges` led to; or the search `ended` at as
    /// many as were asked for; or `none_allowed`.
    pub extent: &'static str,
    /// The constraints of the case that bear on these instruments.
    pub constraints: Vec<ConstraintFindings>,
    /// The orders that were looked at, the one with the lowest mean risk within the headline years first.
    pub orders: Vec<OrderFindings>,
    /// What the constraints cost; nothing where none bears, or no order is allowed.
    pub unbound: Option<UnboundFindings>,
}

/// The best order that was found with the constraints left aside.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnboundFindings {
    /// The instruments in their order.
    pub starts: Vec<StartFindings>,
    /// The risk of a first war.
    pub war: Vec<Within>,
    /// What the constraints cost: the risk within the headline years of the best order that they allow minus that of
    /// this one, draw by draw.
    pub cost: Band,
}

/// A constraint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConstraintFindings {
    /// What comes into force first.
    pub first: Option<String>,
    /// What does not before it.
    pub then: Option<String>,
    /// What does not come into force before a year.
    pub instrument: Option<String>,
    /// The year.
    pub not_before: Option<usize>,
    /// Why.
    pub reason: Words,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OrderFindings {
    /// The instruments in their order.
    pub starts: Vec<StartFindings>,
    /// The risk of a first war.
    pub war: Vec<Within>,
    /// The risk within the headline years minus that of the best order, draw by draw.
    pub above_best: Band,
    /// The share of the draws in which the best order has the lower risk.
    pub beaten_in: f64,
    /// Whether it cannot be told from the best order: they are less than half a point or less than two standard errors
    /// apart.
    pub tied: bool,
    /// The share of the draws in which it has the lowest risk of all that were looked at.
    pub best_in: f64,
    /// The risk within the headline years minus that if all begin with the ceasefire.
    pub above_at_once: Band,
    /// What is known of the equilibria behind it.
    pub equilibria: EquilibriaFindings,
}

/// When an instrument begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StartFindings {
    /// Which.
    pub instrument: String,
    /// The year in which it begins, counted from 0.
    pub begins: usize,
    /// The year in which it comes into force.
    pub in_force: usize,
}

impl TimelineFindings {
    pub(super) fn new(study: &Timeline<'_>, parts: &Parts) -> TimelineFindings {
        let Timeline { case, package, .. } = study;
        let scenario = &case.scenario;
        let of = Summary { study, parts, own: Solved::of(&parts.own), headline: study.headline() };
        let within = |solved: &Solved| of.within(solved);
        TimelineFindings {
            case: CaseFindings::of(case),
            method: Method::of(scenario, study.design),
            package: package.id.clone(),
            name: package.name.as_ref().map(Words::from),
            years: study.years.clone(),
            headline_years: of.headline,
            step: study.step,
            war: within(&of.own),
            series: (0..scenario.horizon).map(|year| of.year(year)).collect(),
            spells: of.spells(),
            fading: (!package.set.is_empty()).then(|| of.fading()),
            instruments: package.set.iter().enumerate().map(|(at, i)| of.instrument(at, i)).collect(),
            waiting: parts.all_at_once.as_ref().map(|all| of.above(&of.own, all, of.headline)),
            window: preventive_window(scenario, &parts.own),
            sequence: parts.sequence.as_ref().map(|sequence| of.sequence(sequence)),
            equilibria: EquilibriaFindings::of(&of.equilibria()),
        }
    }

    /// Whether there is no spread because every number is at its median.
    pub fn is_median(&self) -> bool {
        self.method.seed.is_none()
    }
}

struct Summary<'a> {
    study: &'a Timeline<'a>,
    parts: &'a Parts,
    own: Solved,
    headline: usize,
}

fn first(outcome: &DrawOutcome) -> &DrawFirstPassage {
    outcome.first_passage.as_ref().unwrap_or_else(|| unreachable!("all start at peace"))
}

fn by_draw(run: &PackageRun, f: impl Fn(&DrawOutcome) -> f64) -> Vec<f64> {
    run.outcomes.iter().map(f).collect()
}

/// The band of what is defined; nothing if nothing is.
fn defined(values: Vec<f64>) -> Option<Band> {
    let defined: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
    (!defined.is_empty()).then(|| Band::of(&defined))
}

/// The share of the draws in which something holds.
fn share(holds: impl ExactSizeIterator<Item = bool>) -> f64 {
    let all = holds.len();
    holds.filter(|holds| *holds).count() as f64 / all as f64
}

impl Summary<'_> {
    fn id(&self, instrument: usize) -> String {
        self.study.case.scenario.instruments[instrument].id.clone()
    }

    fn ids(&self, set: InstrumentSet) -> Vec<String> {
        set.iter().map(|i| self.id(i)).collect()
    }

    /// The instruments that are in force by date in a year.
    fn in_force(&self, year: usize) -> Vec<String> {
        let instruments = &self.study.case.scenario.instruments;
        self.ids(self.study.package.set.iter().filter(|&i| instruments[i].in_force(year)).collect())
    }

    fn within(&self, solved: &Solved) -> Vec<Within> {
        let each = self.study.years.iter();
        each.map(|&years| Within { years, band: Band::of(&solved.within(years)) }).collect()
    }

    /// The risk of one minus that of another, draw by draw.
    fn above(&self, one: &Solved, other: &Solved, years: usize) -> Band {
        Band::of(&differences(&one.within(years), &other.within(years)))
    }

    fn year(&self, year: usize) -> TimelineYear {
        let Parts { own, nothing, .. } = self.parts;
        let scenario = &self.study.case.scenario;
        let hazard = |run: &PackageRun| by_draw(run, |outcome| first(outcome).war_hazard[year]);
        let war = |run: &PackageRun| Band::of(&by_draw(run, |outcome| first(outcome).war_within(year + 1)));
        let response = |f: &dyn Fn(&standfast_ensemble::draw::DrawResponse) -> f64| {
            let each = own.outcomes.iter().filter_map(|outcome| first(outcome).if_invaded[year].as_ref());
            defined(each.map(f).collect())
        };
        let will = |(i, id): (usize, &String)| WillFindings {
            guarantor: id.clone(),
            fights: response(&|response| response.probabilities[i][2]),
            supplies: response(&|response| response.probabilities[i][1]),
        };
        TimelineYear {
            year: scenario.start + year as i64,
            within: year + 1,
            in_force: self.in_force(year),
            hazard: Band::of(&hazard(own)),
            hazard_nothing: Band::of(&hazard(nothing)),
            ratio: defined(ratios(&hazard(own), &hazard(nothing))),
            war: war(own),
            war_nothing: war(nothing),
            responses: scenario.actors.guarantors.iter().enumerate().map(will).collect(),
            nobody_fights: response(&|response| response.nobody_intervenes),
        }
    }

    /// What happens to the package by date, by year.
    fn events(&self, year: usize) -> Vec<EventFindings> {
        let scenario = &self.study.case.scenario;
        let mut events = Vec::new();
        for i in self.study.package.set.iter() {
            let instrument = &scenario.instruments[i];
            let mut happens = |event: &'static str| {
                let found = EventFindings { event, instrument: instrument.id.clone() };
                if !events.contains(&found) {
                    events.push(found);
                }
            };
            let runs = instrument.until.is_none_or(|until| instrument.lead_time < until);
            if runs && instrument.lead_time == year {
                happens("in_force");
            }
            if instrument.until == Some(year) && year > 0 {
                happens("ends");
            }
            let own = scenario.effects.iter().filter(|effect| effect.instrument == Some(i));
            let from = |from: usize| instrument.until.is_none_or(|until| from < until) && from != instrument.lead_time;
            if own.filter_map(|effect| effect.from).any(|own| own == year && from(own)) {
                happens("effects");
            }
        }
        events
    }

    fn spells(&self) -> Vec<SpellFindings> {
        let horizon = self.study.case.scenario.horizon;
        let begin = |year: &usize| *year == 0 || !self.events(*year).is_empty();
        let mut years: Vec<usize> = (0..horizon).filter(begin).collect();
        years.push(horizon);
        years.windows(2).map(|years| self.spell(years[0], years[1])).collect()
    }

    fn spell(&self, from: usize, to: usize) -> SpellFindings {
        let Parts { own, nothing, .. } = self.parts;
        let hazard = |run: &PackageRun| {
            by_draw(run, |outcome| {
                let asked = Asked { outcome, consent: None, years: (from, to), actor: None };
                asked.value(Quantity::WarHazard)
            })
        };
        SpellFindings {
            from,
            to,
            events: self.events(from),
            in_force: self.in_force(from),
            hazard: Band::of(&hazard(own)),
            hazard_nothing: Band::of(&hazard(nothing)),
            ratio: defined(ratios(&hazard(own), &hazard(nothing))),
            war: Band::of(&differences(&self.own.within(to), &self.own.within(from))),
        }
    }

    fn fading(&self) -> FadingFindings {
        let Parts { own, nothing, .. } = self.parts;
        let each: Vec<Vec<f64>> = own
            .outcomes
            .iter()
            .zip(&nothing.outcomes)
            .map(|(own, nothing)| ratios(&first(own).war_hazard, &first(nothing).war_hazard))
            .collect();
        let median = |year: usize| {
            let ratios: Vec<f64> = each.iter().map(|draw| draw[year]).filter(|ratio| ratio.is_finite()).collect();
            quantile(&ratios, 0.5)
        };
        let curve: Vec<f64> = (0..self.study.case.scenario.horizon).map(median).collect();
        let found = sunset(&curve);
        let fading: Vec<Sunset> = each.iter().filter_map(|draw| sunset(draw)).collect();
        // Not within the horizon is later than any year.
        let mut halved: Vec<usize> = fading.iter().map(|draw| draw.halved.unwrap_or(usize::MAX)).collect();
        halved.sort_unstable();
        let at = |p: f64| {
            let last = halved.len().checked_sub(1)?;
            let year = halved[(p * last as f64) as usize];
            (year < usize::MAX).then_some(year)
        };
        FadingFindings {
            best: found.map(|found| found.best),
            best_year: found.map(|found| found.best_year),
            halved: found.and_then(|found| found.halved),
            protected_in: fading.len() as f64 / each.len() as f64,
            halved_in: if fading.is_empty() { 0.0 } else { share(fading.iter().map(|draw| draw.halved.is_some())) },
            halved_years: [0.1, 0.5, 0.9].map(at),
        }
    }

    fn instrument(&self, at: usize, i: usize) -> InstrumentFindings {
        let scenario = &self.study.case.scenario;
        let instrument = &scenario.instruments[i];
        let (left, without) = &self.parts.without[at];
        let goes = self.study.package.set.minus(*left).minus(InstrumentSet::EMPTY.with(i));
        let pending = self.parts.at_once[at].as_ref().map(|at_once| {
            let (lead, horizon) = (instrument.lead_time, scenario.horizon);
            let within = if lead < horizon { lead } else { horizon };
            PendingFindings {
                within,
                war: Band::of(&self.own.within(within)),
                price_in_window: self.above(&self.own, at_once, within),
                price: self.above(&self.own, at_once, self.headline),
                announcing: self.above(&self.own, without, within),
            }
        });
        InstrumentFindings {
            named: NamedFindings::of(&instrument.id, instrument.name.as_ref()),
            lead_time: instrument.lead_time,
            until: instrument.until,
            aborted_by_war: instrument.aborted_by_war,
            goes_with_it: self.ids(goes),
            brings: self.above(without, &self.own, self.headline),
            later: self.above(&self.parts.later[at], &self.own, self.headline),
            pending,
        }
    }

    fn sequence(&self, sequence: &Sequence) -> SequenceFindings {
        let risks: Vec<Vec<f64>> = sequence.orders.iter().map(|order| order.solved.within(self.headline)).collect();
        let means: Vec<f64> = risks.iter().map(|risks| mean(risks)).collect();
        let mut ranked: Vec<usize> = (0..risks.len()).collect();
        ranked.sort_by(|&a, &b| means[a].total_cmp(&means[b]));
        let draws = self.study.design.draws();
        // Of equals the one that ranks higher.
        let lowest = |draw: usize| {
            let each = ranked.iter().copied();
            each.reduce(|best, each| if risks[each][draw] < risks[best][draw] { each } else { best })
        };
        let lowest: Vec<Option<usize>> = (0..draws).map(lowest).collect();
        let order = |&i: &usize| {
            let order = &sequence.orders[i];
            let best = ranked[0];
            let above_best = differences(&risks[i], &risks[best]);
            let band = Band::of(&above_best);
            OrderFindings {
                starts: self.starts(order),
                war: self.within(&order.solved),
                beaten_in: share(above_best.iter().map(|above| *above > 0.0)),
                tied: band.mean < NO_DIFFERENCE || band.mean_se.is_some_and(|error| band.mean < 2.0 * error),
                above_best: band,
                best_in: share(lowest.iter().map(|lowest| *lowest == Some(i))),
                above_at_once: self.above(&order.solved, &self.own, self.headline),
                equilibria: EquilibriaFindings::of(&order.solved.equilibria),
            }
        };
        SequenceFindings {
            moved: sequence.moved.iter().map(|&i| self.id(i)).collect(),
            extent: sequence.extent.word(),
            constraints: self.constraints(&sequence.moved),
            orders: ranked.iter().map(order).collect(),
            unbound: sequence.unbound.as_ref().zip(ranked.first()).map(|(unbound, &best)| UnboundFindings {
                starts: self.starts(unbound),
                war: self.within(&unbound.solved),
                cost: self.above(&sequence.orders[best].solved, &unbound.solved, self.headline),
            }),
        }
    }

    fn starts(&self, order: &Order) -> Vec<StartFindings> {
        let start = |&(instrument, begins): &(usize, usize)| StartFindings {
            instrument: self.id(instrument),
            begins,
            in_force: begins + self.study.case.scenario.instruments[instrument].lead_time,
        };
        order.starts.iter().map(start).collect()
    }

    /// The constraints that bear on the order of some instruments.
    fn constraints(&self, moved: &[usize]) -> Vec<ConstraintFindings> {
        let set = self.study.package.set;
        let bears = |rule: &Rule| match *rule {
            Rule::After { first, then } => {
                set.contains(first) && set.contains(then) && (moved.contains(&first) || moved.contains(&then))
            }
            Rule::NotBefore { instrument, .. } => moved.contains(&instrument),
        };
        let constraints = self.study.case.scenario.constraints.iter().filter(|constraint| bears(&constraint.rule));
        let found = |(rule, reason): (Rule, Words)| {
            let none = ConstraintFindings { first: None, then: None, instrument: None, not_before: None, reason };
            match rule {
                Rule::After { first, then } => {
                    ConstraintFindings { first: Some(self.id(first)), then: Some(self.id(then)), ..none }
                }
                Rule::NotBefore { instrument, year } => {
                    ConstraintFindings { instrument: Some(self.id(instrument)), not_before: Some(year), ..none }
                }
            }
        };
        constraints.map(|constraint| found((constraint.rule, Words::from(&constraint.reason)))).collect()
    }

    /// By draw, behind everything that was solved.
    fn equilibria(&self) -> Vec<Equilibria> {
        let Parts { own, nothing, without, at_once, all_at_once, later, sequence } = self.parts;
        let mut all = own.equilibria.clone();
        let orders = sequence.iter().flat_map(|sequence| sequence.orders.iter().chain(&sequence.unbound));
        let orders = orders.map(|order| &order.solved);
        let solved = without.iter().map(|(_, solved)| solved).chain(at_once.iter().flatten()).chain(all_at_once);
        let solved = solved.chain(later).chain(orders).map(|solved| &solved.equilibria);
        for each in std::iter::once(&nothing.equilibria).chain(solved) {
            all.iter_mut().zip(each).for_each(|(all, more)| all.merge(more));
        }
        all
    }
}
