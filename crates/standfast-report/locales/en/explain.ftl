# What a name means: topics, their facts, effects in words, citations.

topic-primitive = primitive
topic-group = primitives
topic-actor = actor
topic-factor = factor
topic-instrument = instrument
topic-package = package
topic-stress = stress
topic-check = check
topic-claim = claim
topic-assumptions = assumptions
topic-evidence = evidence
topic-reference = source
topic-code = fault

list-or = { $first } or { $last }
where = where { $levels }
where-level = { $factor } is { $levels }
in-force-with = with { $instruments } in force
in-force-without = without { $instruments } in force
years-from = from year { $first }
years-between = from year { $first } to year { $last }
years-never = never

change = { $direction ->
    [up] higher
    [down] lower
    [either] higher or lower
   *[none] unchanged
}
change-identity = { change } (adds { $range })
change-log = { change }, × { $factors } (adds { $range } to its logarithm)
change-logit = { change }, odds × { $factors } (adds { $range } to its log-odds)
effect = { $subject }: { $change }
effect-where = { $subject }, { $active }: { $change }
effect-by = { $on } (by { $holder })
effect-always = always

fact-unit = Unit
fact-larger = If larger
fact-link = Link
fact-domain = Domain
fact-default = Default
fact-default-none = none: each factor gives it
fact-read = Read
fact-value = Value
fact-left-out = the default; the case does not give it
fact-scale = Spread
fact-median = Median
fact-range = 5 % to 95 %
fact-name = Name
fact-about = About
fact-role = Role
fact-levels = Levels at the start
fact-exhausted = After a war
fact-exhausted-yes = drops to its lowest level
fact-parents = Its hazards depend on
fact-in-force = In force
fact-always = all years
fact-aborted = A war before that
fact-aborted-yes = cancels it for good
fact-lapses = Suspended
fact-signed = Signed by
fact-signed-nobody = nobody
fact-consensus = Binds in full
fact-consensus-of = if none of { $members } blocks it
fact-requires = Requires
fact-required = Required by
fact-excludes = Excludes
fact-instruments = Instruments
fact-nothing = none: a ceasefire and nothing else
fact-when = When
fact-from-start = from the start
fact-from-year = from year { $year } on
fact-sets = Puts
fact-sets-level = { $factor } at { $level }
fact-disables = Disables
fact-kind = Kind
fact-says = Says
fact-source = Source
fact-source-unlisted = { $source }, which no bibliography here explains
fact-locator = Where in it
fact-date = Date
fact-direction = Direction
fact-tuned = Tuned on the check
fact-quantity = Quantity
fact-years = Years
fact-package = Package
fact-target = Target
fact-whose = Whose
fact-against = Against
fact-window = { $window }: from year { $from } to before year { $to }
fact-by-ratio = { $game }, as a ratio
fact-by-difference = { $game }, as a difference
fact-game-under = { $package }, under { $under }
fact-use = Use
fact-reason = Reason
fact-who = Who says it
fact-coded = Coding
fact-silent = The model is silent
fact-severity = Severity
fact-why = Why
fact-page = Examples
fact-evidence = Rests on

kind-measured = measured: counted or estimated from data
kind-expert = expert: said by somebody who knows the field
kind-judgement = judgement: a choice of the case's author
kind-calibrated = calibrated: tuned so that the model passes the named check

role-challenger = challenger: may attack the protégé; owns the primitives challenger.…
role-protege = protégé: may be attacked; owns the primitives protege.…
role-guarantor = guarantor: has promised, more or less credibly, to help
role-other = other: only votes in consensus bodies, and signs

spread-known = a plain number, taken as known
spread-range-identity = 5th to 95th percentile of a normal distribution
spread-range-log = 5th to 95th percentile of a normal distribution of the logarithm
spread-range-logit = 5th to 95th percentile of a normal distribution of the log-odds
spread-distribution = a distribution of the number itself

heading-equations = Equations
heading-equations-in = Equations ({ $section }, docs/method.md)
heading-values = In { $case }
heading-effects = Effects on it
heading-own-effects = Its effects
heading-evidence = Rests on
heading-conditions = Effects that depend on it
heading-presets = In the packages
heading-checks = In the checks
heading-claims = In the claims
heading-tests = Tests, all of which have to hold in a draw
heading-assumes = Takes to be otherwise
heading-lapses = Suspended by it
heading-stresses = In the stresses
heading-constraints = In the constraints on the order
heading-primitives = Its primitives
heading-signs = Signs
heading-members = Votes on
heading-used = Named by
heading-owners = In { $case }
heading-tuned = Tuned on it

value-line = { $name }: { $value }
value-line-median = { $name }: { $value }, median { $median }
value-line-default = { $name }: { $value }, the default
evidence-line = { $id } ({ $kind }): { $says }
evidence-line-source = { $id } ({ $kind }): { $says } Source: { $source }
locator = { $citation } { $locator }.

citation-authors = { $people } ({ $date })
citation-editors = { $people } ({ $count ->
    [one] ed.
   *[other] eds
}, { $date })
citation-volume = Vol. { $number }
citation-number = No. { $number }
citation-et-al = { $first } et al.
citation-no-date = no date
citation-accessed = { $url } (accessed { $date })

topic-title = { $name } ({ $topic })

primitives-title = The primitives
primitives-about = Every quantity of the game. A value at a state is its number plus all effects that are active there, added on the scale of its link. GUARANTOR, VOTER, FACTOR and PARTY stand for ids of a case: VOTER is a guarantor or one of the others, PARTY is challenger, protege or a guarantor. `standfast explain NAME` adds what a case makes of it. The symbols are those of [the method](method.md).
primitives-name = name
primitives-link = link
primitives-default = default
primitives-read = read
primitives-meaning = meaning
