//! What numbers of a case are called by people: whose number it is and what it means, or what of the case changes that,
//! and where.

use standfast::model::assumptions::Item;
use standfast::model::condition::{Condition, LevelSet};
use standfast::model::instrument::InstrumentSet;
use standfast::model::primitive::{Action, Group, Kind, Phase, Primitive};
use standfast::model::subject::{Holder, Subject};

use crate::catalogue::Arg;
use crate::explain::primitive_id;
use crate::phrases::{Phrases, list, or};

/// Something that changes a primitive.
struct Change<'a> {
    on: Primitive,
    /// What the effect belongs to, unless that is the case itself.
    by: Option<Holder>,
    when: &'a Condition,
    /// Its first year, where that is not its instrument's.
    from: Option<usize>,
}

impl Phrases<'_> {
    /// The title of a number: "Russia: what winning is worth", "Large contingent: effect on its strength in war (Ukraine)".
    pub(crate) fn title(&self, subject: Subject<'_>) -> String {
        match subject.effect {
            None => self.title_of(subject.primitive),
            Some(effect) => self.title_of_change(&Change {
                on: subject.primitive,
                by: subject.holder,
                when: &effect.when,
                from: effect.from,
            }),
        }
    }

    /// The title of what somebody takes to be otherwise.
    pub(crate) fn title_of_item(&self, item: &Item) -> String {
        let change = |on, instrument: Option<usize>, when, from| {
            self.title_of_change(&Change { on, by: instrument.map(Holder::Instrument), when, from })
        };
        match item {
            Item::Base(primitive) => self.title_of(*primitive),
            Item::Effect(i) => {
                let effect = &self.scenario.effects[*i];
                change(effect.on, effect.instrument, &effect.when, effect.from)
            }
            Item::Added { on, when, instrument, from } => change(*on, *instrument, when, *from),
        }
    }

    /// The title of a primitive.
    pub(crate) fn title_of(&self, primitive: Primitive) -> String {
        let args = [("owner", self.owner(primitive).into()), ("what", self.what(primitive, "title").into())];
        self.catalogue.text("number-title", &args)
    }

    /// Whose a primitive is: an actor's, a factor's, or that of something which a case has once.
    pub(crate) fn owner(&self, primitive: Primitive) -> String {
        let Primitive { kind, owner } = primitive;
        let actors = &self.scenario.actors;
        let guarantors = &actors.guarantors;
        let id = match kind.spec().group {
            Group::Challenger => &actors.challenger,
            Group::Protege => &actors.protege,
            Group::Guarantor => &guarantors[owner],
            Group::Voter if owner < guarantors.len() => &guarantors[owner],
            Group::Voter => &actors.others[owner - guarantors.len()],
            Group::Party => match owner {
                0 => &actors.challenger,
                1 => &actors.protege,
                _ => &guarantors[owner - 2],
            },
            Group::Factor => return self.factor(owner),
            once @ (Group::Coalition | Group::Contest | Group::War | Group::Limited | Group::Scenario) => {
                return self.catalogue.text(&format!("number-owner-{}", once.word()), &[]);
            }
        };
        self.named(actors.name(id), id)
    }

    fn title_of_change(&self, change: &Change<'_>) -> String {
        let Change { on, by, when, from } = *change;
        let levels: Vec<String> = when.levels.iter().map(|set| self.reached(set)).collect();
        let context = when.phase.map(phase).into_iter().chain(when.action.map(action));
        let by = match by {
            Some(Holder::Instrument(i)) => self.instrument(i),
            Some(Holder::Stress(i)) => {
                let stress = &self.scenario.stresses[i];
                let name = self.named(stress.name.as_ref(), &stress.id);
                self.catalogue.text("number-by-stress", &[("name", name.into())])
            }
            // What the case itself does, it does where something holds: that comes first.
            None => {
                let causes = context.clone().map(|word| self.catalogue.text(&format!("number-by-{word}"), &[]));
                let causes: Vec<String> = levels.iter().cloned().chain(causes).collect();
                let always = || self.catalogue.text("number-by-case", &[]);
                if causes.is_empty() { always() } else { causes.join(", ") }
            }
        };
        let mut rest = Vec::new();
        if change.by.is_some() {
            if !levels.is_empty() {
                let levels = list(self.catalogue, &levels);
                rest.push(self.catalogue.text("number-with-levels", &[("levels", levels.into())]));
            }
            rest.extend(context.map(|word| self.catalogue.text(&format!("context-{word}"), &[])));
        }
        for (id, set) in [("in-force-with", when.with), ("in-force-without", when.without)] {
            if !set.is_empty() {
                rest.push(self.catalogue.text(id, &[("instruments", self.names(set).into())]));
            }
        }
        rest.extend(from.map(|from| self.first_year(from)));
        let args = [("by", by.into()), ("what", self.what(on, "affected").into()), ("owner", self.owner(on).into())];
        let title = self.catalogue.text("number-title-effect", &args);
        std::iter::once(title).chain(rest).collect::<Vec<_>>().join(", ")
    }

    /// What a primitive means, without whose it is.
    fn what(&self, primitive: Primitive, form: &str) -> String {
        let end = match primitive.kind {
            Kind::Rise => self.scenario.factors[primitive.owner].levels.len().checked_sub(1),
            Kind::Fall => Some(0),
            _ => None,
        };
        let end = end.map_or_else(String::new, |level| self.level_name(primitive.owner, level));
        let id = primitive_id(primitive.kind);
        self.catalogue.attribute(&id, form, &[("end", Arg::from(end))]).unwrap_or(id)
    }

    /// "US will withdrawn or wavering".
    fn reached(&self, set: &LevelSet) -> String {
        let levels = (0..self.scenario.factors[set.factor].levels.len()).filter(|level| set.contains(*level));
        let levels: Vec<String> = levels.map(|level| self.level_name(set.factor, level)).collect();
        let args = [("factor", self.factor(set.factor).into()), ("levels", or(self.catalogue, &levels).into())];
        self.catalogue.text("number-at-levels", &args)
    }

    fn first_year(&self, from: usize) -> String {
        let id = if from == 0 { "number-from-the-start" } else { "years-from" };
        self.catalogue.text(id, &[("first", from.to_string().into())])
    }

    fn names(&self, set: InstrumentSet) -> String {
        list(self.catalogue, &set.iter().map(|i| self.instrument(i)).collect::<Vec<_>>())
    }

    fn instrument(&self, instrument: usize) -> String {
        let instrument = &self.scenario.instruments[instrument];
        self.named(instrument.name.as_ref(), &instrument.id)
    }

    fn factor(&self, factor: usize) -> String {
        let factor = &self.scenario.factors[factor];
        self.named(factor.name.as_ref(), &factor.id)
    }

    fn level_name(&self, factor: usize, level: usize) -> String {
        let factor = &self.scenario.factors[factor];
        self.named(factor.level_names[level].as_ref(), &factor.levels[level])
    }
}

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Peace => "peace",
        Phase::War => "war",
    }
}

fn action(action: Action) -> &'static str {
    match action {
        Action::Coerce => "coerce",
        Action::Limited => "limited",
    }
}
