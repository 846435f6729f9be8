# The language of scenario files, for editors: key-TABLE-KEY says what a key is for, word-KEY-WORD what
# a word means.

schema-title = A Standfast scenario
schema-about = A case of extended deterrence: who takes part, what drifts, what is on offer, and what each number rests on.

key-top-standfast = Version of the format. Every file begins with it.
key-top-scenario = What the case asks, and over how many years.
key-top-actors = Who takes part.
key-top-factors = What drifts from year to year and nobody controls: will, forces, regimes.
key-top-primitives = The quantities of the game. What is left out keeps its default.
key-top-effect = What factor levels, phases and actions do to the primitives.
key-top-instruments = Guarantees and measures that a package can hold.
key-top-constraint = In which order instruments may come into force, and how early, if they do not all begin with the ceasefire.
key-top-packages = Presets: named sets of instruments, agreed together with a ceasefire.
key-top-stresses = What may go wrong with a package after it was agreed.
key-top-checks = What history says, to hold the case against.
key-top-claims = What somebody said, as tests on outcomes.
key-top-assumptions = What readers take to be otherwise than the case: to be held against each other.
key-top-evidence = What the numbers rest on.

key-scenario-id = A short name for the case.
key-scenario-title = What the case asks.
key-scenario-start = The year of the ceasefire.
key-scenario-horizon = How many years are reported.
key-scenario-tail = How many years are solved beyond them, so that the end of the game disturbs choices little. Default 50.
key-scenario-discount = δ, what next year counts for against this year.
key-scenario-exhausted_by_war = The factor that a war drops to its lowest level.

key-actors-challenger = May attack the protégé. Owns primitives under the word challenger.
key-actors-protege = May be attacked. Owns primitives under the word protege.
key-actors-guarantors = Have promised, more or less credibly, to help. Own primitives under their ids.
key-actors-others = Only vote in consensus bodies, and sign.
key-actors-names = Names for people, by id.

key-factor-name = Its name for people.
key-factor-about = What it stands for.
key-factor-levels = Ids of its levels, from low to high.
key-factor-level_names = Names of its levels for people, by the id of the level.
key-factor-initial = The probability of each level at the start; they sum to 1.
key-factor-rise = Yearly hazard of rising by a level; a plain 0 never does.
key-factor-fall = Yearly hazard of falling by a level; a plain 0 never does.
key-factor-evidence = What its initial distribution and both hazards rest on.

key-effect-on = The primitive that it moves.
key-effect-add = By how much, on the scale of the primitive's link.
key-effect-when = Where it is active; without this it always is.
key-effect-evidence = What the number rests on.
key-effect-instrument = The instrument whose effect it is; without this it is one of the case.
key-effect-from = Its first year, where that is not the instrument's.

on-one = A primitive that exists once.
on-of-owner = A primitive of a guarantor, of one of the others or of a factor: the id, a dot and the name.

key-when-phase = At peace, or at war.
key-when-action = While the challenger does this.
key-when-with = All of these instruments are in force by date.
key-when-without = None of these instruments is in force by date.
when-factor = A level of this factor, or a list of levels: any of them.

key-instrument-name = Its name for people.
key-instrument-about = What it is.
key-instrument-lead_time = Its first year in force. Default 0.
key-instrument-until = The first year in which it is no longer in force. Default: for good.
key-instrument-aborted_by = What cancels it for good before it is in force.
key-instrument-lapses_when = At these levels its effects are suspended.
key-instrument-decision = How it is decided whether it binds in full.
key-instrument-members = The members of its consensus body: guarantors and others.
key-instrument-consent = Who has to sign it.
key-instrument-requires = What a package with it must have too.
key-instrument-excludes = What a package with it cannot have.
key-instrument-effects = What it does.

key-constraint-first = The instrument that comes into force first.
key-constraint-then = The instrument that does not come into force before it.
key-constraint-instrument = The instrument that does not come into force before a year.
key-constraint-not_before = The year, counted from 0, the year of the ceasefire.
key-constraint-reason = Why no other order can be chosen.

key-package-name = Its name for people.
key-package-about = What it is.
key-package-instruments = What it holds.

key-stress-name = Its name for people.
key-stress-about = What it is.
key-stress-at = The year in which it sets in. Default: from the start.
key-stress-set = Factors that are put at a level.
key-stress-disable = Instruments that never come into force.
key-stress-effects = Further effects.

key-check-says = What history says, in one sentence.
key-check-quantity = What is held against it.
key-check-actor = Whose, where the quantity belongs to an actor.
key-check-years = The window: from the first year to before the second.
key-check-package = The package: a preset, or instruments joined by +.
key-check-under = Stresses that hold from the start.
key-check-against = Another game to compare with; package and under default to the check's own.
key-check-by = How the two games are compared, draw by draw.
key-check-target = Where the median over the draws has to lie, "low to high".
key-check-use = What the check is for.
key-check-reason = Where the target comes from, and why this window.
key-check-evidence = What the target rests on.

key-claim-who = Who says it.
key-claim-says = What is said, paraphrased.
key-claim-tests = Tests, all of which have to hold in a draw for the claim to hold in it.
key-claim-reason = How the words became these tests, and what else they could mean.
key-claim-silent = Instead of tests: why the model cannot speak to it.
key-claim-evidence = Where and when it was said.

key-test-quantity = What is asked for.
key-test-actor = Whose, where the quantity belongs to an actor.
key-test-package = The package: a preset, or instruments joined by +.
key-test-years = The window: from the first year to before the second.
key-test-under = Stresses that hold from the start.
key-test-against = Another game to compare with; package and under default to the test's own.
key-test-by = How the two games are compared, draw by draw.
key-test-at_least = The answer may not be below this.
key-test-at_most = The answer may not be above this.

key-game-package = The package: a preset, or instruments joined by +.
key-game-under = Stresses that hold from the start.

key-assumptions-name = Its name for people.
key-assumptions-says = What is held, in a sentence or some.
key-assumptions-primitives = Primitives that have another number: under their owner, hazards of factors too.
key-assumptions-effects = Effects that have another number, known by what they move, where, and whose they are; one that the case lacks is added.
key-assumptions-evidence = Who holds it, and why. Stands for all of its numbers.

key-evidence-kind = How it came about.
key-evidence-says = What it says, in one sentence of your own words.
key-evidence-source = The key of its source in references.bib.
key-evidence-locator = Where in the source.
key-evidence-date = Of when it is.
key-evidence-direction = Which way it points.
key-evidence-check = The check that a calibrated number was tuned on.

key-text-en = English.
key-text-uk = Ukrainian.

key-number-value = A plain number, taken as known.
key-number-range = "low to high": 5th and 95th percentile of a normal distribution on the link scale.
key-number-dist = The kind of distribution, of the number itself.
key-number-evidence = What the number rests on.
key-number-mean = Mean.
key-number-sd = Standard deviation.
key-number-median = Median.
key-number-sigma = Standard deviation of the logarithm.
key-number-alpha = First shape.
key-number-beta = Second shape.
key-number-low = Lower end.
key-number-mode = Peak.
key-number-high = Upper end.

word-phase-peace = No war.
word-phase-war = A war between challenger and protégé.
word-action-coerce = The challenger destabilises the protégé.
word-action-limited = The challenger attacks in a limited way.
word-decision-consensus = It binds in full only if no member blocks.
word-aborted_by-war = A war that begins before it is in force.
word-kind-measured = Counted or estimated from data.
word-kind-expert = Said by somebody who knows the field.
word-kind-judgement = A choice of the case's author, with its reason.
word-kind-calibrated = Tuned so that the named check holds.
word-use-tuning = Numbers may be tuned until it holds.
word-use-held-out = Chosen before tuning, and never tuned on.
word-by-ratio = The first over the second.
word-by-difference = The first minus the second.
word-quantity-war = Chance that a war begins in the window.
word-quantity-limited = Chance of a limited attack in the window, before any war or capture.
word-quantity-quiet_broken = Chance of a war, a capture or a limited attack in the window.
word-quantity-lost = Chance that the protégé is lost in the window, to a war or without one.
word-quantity-coerced = Share of the years at peace in which the challenger coerces.
word-quantity-war_hazard = Mean yearly hazard of a war over the window.
word-quantity-limited_hazard = Mean yearly hazard of a limited attack over the window.
word-quantity-capture_hazard = Mean yearly hazard of capture over the window.
word-quantity-ended_by_conquest = Share of the wars that end in the window in which the protégé is conquered.
word-quantity-ended_by_settlement = Share of the wars that end in the window that are settled.
word-quantity-ended_by_repulse = Share of the wars that end in the window in which the challenger is repelled.
word-quantity-fights = Chance that a guarantor fights, if there is an invasion in the window.
word-quantity-supplies = Chance that a guarantor supplies then, without fighting.
word-quantity-nobody_fights = Chance that no guarantor fights then.
word-quantity-signs = Probability that an actor signs the package.
word-quantity-refuses = Share of draws in which an actor would rather refuse the package.
word-quantity-concluded = Probability that all sign.
word-dist-normal = Normal: mean and standard deviation.
word-dist-lognormal = Lognormal: median, and standard deviation of the logarithm.
word-dist-beta = Beta: two shapes.
word-dist-uniform = Uniform: two ends.
word-dist-triangular = Triangular: two ends and a peak.
