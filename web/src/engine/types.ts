// Written by a test of `standfast-wasm` from the types in Rust: `cargo xtask generate` writes it anew.

/**
 * An actor.
 */
export type ActorFindings = { 
/**
 * Its id.
 */
id: string, 
/**
 * `challenger`, `protege`, `guarantor` or `other`.
 */
role: string, 
/**
 * Its name.
 */
name: Words, };

/**
 * An actor.
 */
export type ActorOutline = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `challenger`, `protege`, `guarantor` or `other`.
 */
role: string, };

/**
 * An answer in JSON.
 */
export type Answer<T> = { "found": T } | { "failed": Failure };

/**
 * The spread of a result over the draws, with the standard errors of what is printed.
 */
export type Band = { 
/**
 * Mean.
 */
mean: number, 
/**
 * Standard error of the mean.
 */
mean_se: number | null, 
/**
 * 5th percentile.
 */
p05: number, 
/**
 * 10th percentile.
 */
p10: number, 
/**
 * Standard error of the 10th percentile.
 */
p10_se: number | null, 
/**
 * 25th percentile.
 */
p25: number, 
/**
 * Median.
 */
p50: number, 
/**
 * 75th percentile.
 */
p75: number, 
/**
 * 90th percentile.
 */
p90: number, 
/**
 * Standard error of the 90th percentile.
 */
p90_se: number | null, 
/**
 * 95th percentile.
 */
p95: number, };

/**
 * What the findings rest on.
 */
export type BasisFindings = { 
/**
 * How many numbers the case gives, those of stresses included.
 */
numbers: number, 
/**
 * How many of them rest on what, from the firmest to nothing at all.
 */
resting_on: Array<RestingOn>, 
/**
 * How many of them are taken as known, without any spread.
 */
without_spread: number, 
/**
 * How much of the variance of the answer, the risk of war within the headline years, comes from
 * which numbers. Empty at the median, and with too few draws for it.
 */
shares: Array<Share>, };

/**
 * The case that was studied.
 */
export type CaseFindings = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: Words, 
/**
 * SHA-256 of its text.
 */
digest: string, 
/**
 * The year of the ceasefire.
 */
start: number, 
/**
 * Who takes part.
 */
actors: Array<ActorFindings>, 
/**
 * The stresses that it is under.
 */
under: Array<NamedFindings>, };

/**
 * In how many draws a risk is lower than another one, the same, or higher.
 */
export type Compared = { 
/**
 * Lower by half a point or more.
 */
lower: number, 
/**
 * Less than half a point apart.
 */
same: number, 
/**
 * Higher by half a point or more.
 */
higher: number, };

/**
 * A reason to doubt the numbers.
 */
export type Doubt = { "doubt": "no-standard-errors", 
/**
 * With how many draws one can.
 */
enough: number, } | { "doubt": "too-few-draws", 
/**
 * The largest standard error of a printed mean.
 */
mean_se: number, 
/**
 * The largest standard error of an end of a printed range.
 */
end_se: number, 
/**
 * How many draws would do for the means, if the error fell as with independent draws.
 */
enough_for_means: number, 
/**
 * How many would do for the ends too.
 */
enough: number, } | { "doubt": "unconverged", 
/**
 * The package.
 */
package: string, 
/**
 * In how many draws.
 */
draws: number, } | { "doubt": "branch-not-unique", 
/**
 * The package.
 */
package: string, 
/**
 * In how many draws.
 */
draws: number, } | { "doubt": "settled-at-once", 
/**
 * The packages.
 */
packages: Array<string>, } | { "doubt": "noise-floor", 
/**
 * The share that is left.
 */
share: number, } | { "doubt": "median-only" };

/**
 * The equilibria behind a package's numbers.
 */
export type EquilibriaFindings = { 
/**
 * The largest residual.
 */
residual: number, 
/**
 * Draws in which some have not converged.
 */
unconverged_draws: number, 
/**
 * Draws in which the principal branch is somewhere not unique.
 */
branch_not_unique_draws: number, 
/**
 * How many equilibria were solved, in all draws.
 */
solved: number, };

/**
 * A piece of evidence.
 */
export type EvidenceOutline = { 
/**
 * Its id.
 */
id: string, 
/**
 * `measured`, `expert`, `judgement` or `calibrated`.
 */
kind: string, 
/**
 * What it says.
 */
says: string, 
/**
 * The key of its source in the bibliography.
 */
source: string | null, 
/**
 * Where in the source.
 */
locator: string | null, 
/**
 * Of when it is.
 */
date: string | null, };

/**
 * A diagnostic in words, as editors and other programs get it.
 */
export type Explained = { 
/**
 * What kind of fault.
 */
code: string, 
/**
 * `error` or `warning`.
 */
severity: string, 
/**
 * The path of the place in the document; empty for the text as a whole.
 */
path: string, 
/**
 * The bytes of the place in the file.
 */
span: { start: number, end: number, }, 
/**
 * Where the place begins: line and column from 1, columns in characters.
 */
start: Position, 
/**
 * Where it ends.
 */
end: Position, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What to write instead.
 */
help: string | null, 
/**
 * The word that was probably meant.
 */
suggestion: string | null, 
/**
 * The page about this code.
 */
page: string, };

/**
 * Why a request cannot be answered.
 */
export type Failure = { "because": "bad_request", 
/**
 * What the reader of requests says.
 */
message: string, } | { "because": "no_words" } | { "because": "nothing_open" } | { "because": "out_of_bounds", 
/**
 * Which.
 */
what: string, 
/**
 * What was given.
 */
given: number, 
/**
 * The most that it may be.
 */
most: number, } | { "because": "unknown_number", 
/**
 * Where.
 */
number: string, } | { "because": "refused", 
/**
 * What has them.
 */
name: string, 
/**
 * The faults.
 */
diagnostics: Array<Explained>, } | { "because": "missing", 
/**
 * Of which package.
 */
package: string, 
/**
 * Which batch.
 */
batch: number, } | { "because": "foreign_part" } | { "because": "unanswerable", 
/**
 * Why.
 */
message: string, 
/**
 * What to ask instead.
 */
help: string | null, };

/**
 * A figure with everything that belongs to it.
 */
export type Figure = { 
/**
 * Which figure it is, in the word that `standfast plot` has for it.
 */
name: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What it shows and how, for those who cannot see it.
 */
description: string, 
/**
 * What a reader should take from it.
 */
sentence: string, 
/**
 * Its numbers.
 */
table: Table, 
/**
 * The drawing.
 */
svg: string, };

/**
 * Findings of a study.
 */
export type Findings = { 
/**
 * The case.
 */
case: CaseFindings, 
/**
 * How the numbers were made.
 */
method: Method, 
/**
 * Within how many years risks are reported.
 */
years: Array<number>, 
/**
 * The span that sentences and comparisons are about.
 */
headline_years: number, 
/**
 * By package.
 */
packages: Array<PackageFindings>, 
/**
 * The package with the lowest risk of war among those that are something.
 */
safest: Safest | null, 
/**
 * The same among the packages that nobody whose signature they need would rather refuse.
 */
safest_signed: Safest | null, 
/**
 * What these numbers rest on.
 */
basis: BasisFindings, 
/**
 * The same where assumptions of the game are made otherwise, if that was asked for.
 */
structure?: Array<StructureFindings>, 
/**
 * What is doubtful about these numbers.
 */
doubts: Array<Doubt>, };

/**
 * An instrument.
 */
export type InstrumentOutline = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is; empty where the case does not say.
 */
about: string, 
/**
 * What it is for.
 */
purpose: Purpose, 
/**
 * Its first year in force, from 0.
 */
lead_time: number, 
/**
 * Whether a war that begins before it is in force cancels it.
 */
aborted_by_war: boolean, 
/**
 * Who has to sign it.
 */
signed_by: Array<string>, 
/**
 * What a package with it must have too.
 */
needs: Array<string>, 
/**
 * What a package with it cannot have.
 */
clashes: Array<string>, 
/**
 * What its effects rest on: ids of evidence.
 */
evidence: Array<string>, };

/**
 * How numbers were made: with the case, enough to make them again, bit for bit.
 */
export type Method = { 
/**
 * Version of the engine.
 */
engine: string, 
/**
 * `sobol` or `median`.
 */
draws_by: string, 
/**
 * How many draws.
 */
draws: number, 
/**
 * The seed of the scramblings; none at the median.
 */
seed: number | null, 
/**
 * How many numbers of the case are uncertain.
 */
uncertain_numbers: number, 
/**
 * How many joint states the factors have.
 */
states: number, };

/**
 * A stress, or an instrument.
 */
export type NamedFindings = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: Words, };

/**
 * Something with a name.
 */
export type NamedOutline = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is; empty where the case does not say.
 */
about: string, };

/**
 * An uncertain number.
 */
export type NumberOutline = { 
/**
 * Where it stands in the case.
 */
path: string, 
/**
 * What people call it.
 */
title: string, 
/**
 * What it is, by the names of the case.
 */
name: string, 
/**
 * What the primitive means that it is, or is added to.
 */
meaning: string, 
/**
 * As the case writes it.
 */
written: string, 
/**
 * Its 5th percentile, median and 95th percentile, on the scale on which the case writes it.
 */
percentiles: [number, number, number], 
/**
 * The same as they are best read.
 */
read: [string, string, string], 
/**
 * `sources`, `judged-sources`, `calibrated`, `judgement` or `nothing`.
 */
basis: string, 
/**
 * Ids of evidence.
 */
evidence: Array<string>, };

/**
 * A case in words.
 */
export type Outline = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The year of the ceasefire.
 */
start: number, 
/**
 * How many years it looks ahead.
 */
horizon: number, 
/**
 * SHA-256 of its text.
 */
digest: string, 
/**
 * Who takes part.
 */
actors: Array<ActorOutline>, 
/**
 * What a package can hold.
 */
instruments: Array<InstrumentOutline>, 
/**
 * Its presets.
 */
packages: Array<PackageOutline>, 
/**
 * What can happen to a package.
 */
stresses: Array<NamedOutline>, 
/**
 * Assumptions that somebody holds.
 */
readers: Array<NamedOutline>, 
/**
 * Its uncertain numbers.
 */
numbers: Array<NumberOutline>, 
/**
 * What its numbers rest on.
 */
evidence: Array<EvidenceOutline>, };

/**
 * What was found about a package.
 */
export type PackageFindings = { 
/**
 * Its id, or its instruments joined by `+`.
 */
id: string, 
/**
 * Its name, where the case has one.
 */
name: Words | null, 
/**
 * Its instruments.
 */
instruments: Array<string>, 
/**
 * That a war begins.
 */
war: Array<Within>, 
/**
 * A limited attack, before any war or capture.
 */
limited: Array<Within>, 
/**
 * That the protégé is lost, to a war or without one.
 */
lost: Array<Within>, 
/**
 * That a war begins although there is nothing to win: the risk that choice noise alone leaves. Nothing if nobody
 * asked.
 */
noise_floor: Array<Within>, 
/**
 * Risk of war minus that without any guarantee, draw by draw.
 */
war_difference: Array<Within>, 
/**
 * In how many draws the risk within the headline years is lower, the same or higher than without
 * any guarantee.
 */
against_nothing: Compared, 
/**
 * Who signs, in the order of the actors, if somebody asked.
 */
parties: Array<PartyFindings>, 
/**
 * That all of them sign, each deciding alone; nothing if there is nothing to sign, or nobody asked who signs.
 */
concluded: Band | null, 
/**
 * That the war of the alternative is settled in its first year, whoever refuses; nothing if there is
 * nothing to sign, or nobody asked who signs.
 */
alternative_settled: Band | null, 
/**
 * What the guarantors do if the protégé is invaded in the last of the headline years, and there was
 * no war and no capture before.
 */
responses: Array<ResponseFindings>, 
/**
 * That nobody intervenes then.
 */
nobody_intervenes: Band | null, 
/**
 * The years in which a war would still cancel a part of it.
 */
window: Window | null, 
/**
 * What is known of the equilibria behind these numbers.
 */
equilibria: EquilibriaFindings, 
/**
 * The risk of war within the headline years over the converged draws alone, if some have not
 * converged and some have.
 */
war_converged_only: Band | null, 
/**
 * Year by year.
 */
series: Array<YearFindings>, };

/**
 * A preset.
 */
export type PackageOutline = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is; empty where the case does not say.
 */
about: string, 
/**
 * Its instruments.
 */
instruments: Array<string>, };

/**
 * A party and its signature.
 */
export type PartyFindings = { 
/**
 * The actor.
 */
actor: string, 
/**
 * Its probability of signing.
 */
signs: Band, 
/**
 * In how many draws it would rather refuse: it signs with less than 1/2.
 */
refuses_in: number, 
/**
 * Whether these are most of the draws.
 */
rather_refuses: boolean, };

/**
 * A place in a text, lines and columns from 1, columns in characters.
 */
export type Position = { 
/**
 * Line.
 */
line: number, 
/**
 * Column.
 */
column: number, };

/**
 * What an instrument does in the first place.
 */
export type Purpose = "concession" | "own_strength" | "forces" | "promise" | "pressure";

/**
 * A request. All but `words` need words, which are those that were given last; all but `open` and `check` are about the
 * case that was opened last.
 */
export type Request = { "ask": "words", 
/**
 * The language's code.
 */
language: string, 
/**
 * Its messages, as Fluent has them.
 */
text: string, } | { "ask": "open", 
/**
 * The scenario text.
 */
text: string, 
/**
 * Numbers of it that are taken to be otherwise: where they stand, and what to write there.
 */
assume?: Array<[string, string]>, } | { "ask": "check", 
/**
 * The text.
 */
text: string, } | { "ask": "part", 
/**
 * A preset, or instruments joined by `+`.
 */
package: string, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * Which batch, from 0.
 */
batch: number, 
/**
 * Whether its noise floor, and who signs it, are left out, which take most of the time.
 */
risks_only?: boolean, } | { "ask": "gather" } & Study | { "ask": "assess" } & Study | { "ask": "solve", 
/**
 * Presets, or instruments joined by `+`.
 */
packages: Array<string>, } | { "ask": "why" } & Study | { "ask": "break" } & Study | { "ask": "sensitivity" } & Study | { "ask": "claims" } & Study | { "ask": "tell" } & Study | { "ask": "packages" } & Study | { "ask": "disagree" } & Study | { "ask": "timeline" } & Study;

/**
 * A guarantor's response.
 */
export type ResponseFindings = { 
/**
 * The guarantor.
 */
guarantor: string, 
/**
 * It stands aside.
 */
stands_aside: Band, 
/**
 * It supplies.
 */
supplies: Band, 
/**
 * It intervenes.
 */
intervenes: Band, };

/**
 * Numbers of one basis.
 */
export type RestingOn = { 
/**
 * `sources`, `judged-sources`, `calibrated`, `judgement` or `nothing`.
 */
basis: 'sources' | 'judged-sources' | 'calibrated' | 'judgement' | 'nothing', 
/**
 * How many.
 */
numbers: number, };

/**
 * The package with the lowest mean risk of war among some.
 */
export type Safest = { 
/**
 * Its id.
 */
package: string, 
/**
 * The risk that it leaves, within the headline years.
 */
risk: Band, 
/**
 * Whether its mean risk is below that without any guarantee, by half a point or more.
 */
lowers_risk: boolean, 
/**
 * In how many draws its risk is below that of every other package, by half a point or more.
 */
lowest_in: number, };

/**
 * Findings, and what they come to in words.
 */
export type Said<F> = { 
/**
 * As the command of the same name prints them.
 */
findings: F, 
/**
 * What they come to.
 */
sentences: Array<string>, 
/**
 * Why to doubt them.
 */
doubts: Array<string>, 
/**
 * How they were made.
 */
method: Array<string>, 
/**
 * What they look like.
 */
figures: Array<Figure>, };

/**
 * The share of a result's variance that some numbers make.
 */
export type Share = { 
/**
 * Of what.
 */
of: ShareOf, 
/**
 * Of which numbers.
 */
from: ShareFrom, 
/**
 * The total index.
 */
share: number, 
/**
 * Its standard error.
 */
standard_error: number, 
/**
 * In how many of the draws that were drawn anew equilibria have not converged.
 */
unconverged_draws: number, };

/**
 * The numbers that a share comes from.
 */
export type ShareFrom = "judgement-alone" | "any-judgement";

/**
 * The result whose variance is shared out.
 */
export type ShareOf = "nothing" | "difference";

/**
 * The risk of war within the headline years where one assumption is made otherwise.
 */
export type StructureFindings = { 
/**
 * Which assumption: `no_preventive_war`, `flat_choice` or `whole_war`.
 */
switch: string, 
/**
 * By package, in the order of the findings.
 */
packages: Array<SwitchedFindings>, 
/**
 * The package with the lowest mean risk among those that are something.
 */
safest: string | null, 
/**
 * What is known of the equilibria behind these numbers.
 */
equilibria: EquilibriaFindings, };

/**
 * Packages on draws.
 */
export type Study = { 
/**
 * Presets, or instruments joined by `+`; what is about one package is about the first.
 */
packages?: Array<string>, 
/**
 * The seed of the draws.
 */
seed: number, 
/**
 * How many draws.
 */
draws: number, 
/**
 * Within how many years; those of the command line if there are none.
 */
years?: Array<number>, 
/**
 * Whether its figures are for a telephone.
 */
narrow?: boolean, 
/**
 * The future to tell, by number; a typical one if there is none.
 */
future?: number, 
/**
 * The ids of the readers who disagree.
 */
readers?: [string, string], };

/**
 * The risk of a package where an assumption is made otherwise.
 */
export type SwitchedFindings = { 
/**
 * The package.
 */
package: string, 
/**
 * Its risk of war.
 */
war: Band, 
/**
 * That minus its risk in the game of the method, draw by draw.
 */
change: Band, 
/**
 * Its risk minus that without any guarantee, both with the assumption made otherwise, draw by draw.
 */
war_difference: Band, };

/**
 * A table for people.
 */
export type Table = { 
/**
 * What it is about.
 */
title: string, 
/**
 * The heads of its columns; the first column holds names.
 */
columns: Array<string>, 
/**
 * Its rows.
 */
rows: Array<Array<string>>, 
/**
 * How to read it.
 */
note: string, };

/**
 * The window of vulnerability: the years in which a war would still cancel a part of a package.
 */
export type Window = { 
/**
 * How many years they are.
 */
years: number, 
/**
 * Within how many years the risks are meant: as many of these as the horizon holds.
 */
within: number, 
/**
 * The instruments that a war would cancel.
 */
instruments: Array<string>, 
/**
 * Risk of war.
 */
war: Band, 
/**
 * The same if the challenger did not see coming what a war would cancel.
 */
war_unforeseen: Band, 
/**
 * What announcing costs: the difference, draw by draw.
 */
cost: Band, };

/**
 * A risk within some years.
 */
export type Within = { 
/**
 * Within how many years.
 */
years: number, 
/**
 * Its spread over the draws.
 */
band: Band, };

/**
 * Text in the languages that the case has it in.
 */
export type Words = { 
/**
 * English.
 */
en: string, 
/**
 * Ukrainian.
 */
uk?: string, };

/**
 * One year.
 */
export type YearFindings = { 
/**
 * The calendar year.
 */
year: number, 
/**
 * Neither war nor capture before it.
 */
intact: Band, 
/**
 * A war begins, if intact.
 */
war_hazard: Band, 
/**
 * A limited attack, if intact.
 */
limited_hazard: Band, 
/**
 * Capture without a war, if intact.
 */
capture_hazard: Band, 
/**
 * At peace at its end, over all histories.
 */
at_peace: Band, 
/**
 * Lost by its end.
 */
lost: Band, 
/**
 * Coerced during it.
 */
coerced: Band, 
/**
 * The war hazard with nothing to win, if somebody asked.
 */
floor_hazard: Band | null, 
/**
 * A first war in it or before.
 */
war: Band, 
/**
 * The same with nothing to win.
 */
war_floor: Band | null, };
