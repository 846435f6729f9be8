# What two cases say differently.

topic-difference = what changed
difference-title = From { $before } to { $after }
difference-none = The two cases say the same.
difference-count = { $count ->
    [one] One difference.
   *[other] { $count } differences.
}
difference-draws = One seed draws other values for the two, as their uncertain numbers are not the same or stand in another order: results differ by chance as well.
difference-sources = Sources are not compared, as there is no bibliography beside both.

part-scenario = Scenario
part-actors = Actors
part-factors = Factors
part-primitives = Primitives
part-effects = Effects of levels, phases and actions
part-instruments = Instruments
part-constraints = Constraints on the order
part-packages = Packages
part-stresses = Stresses
part-checks = Checks
part-claims = Claims
part-assumptions = Assumptions of readers
part-evidence = Evidence
part-sources = Sources

difference-changed = { $what }: { $before } becomes { $after }
difference-rests = { $what } { $rests }
difference-number-rests = { $number }; { $rests }
difference-now-with = { $what }: now with { $added }
difference-now-without = { $what }: now without { $removed }
difference-now-with-without = { $what }: now with { $added }, without { $removed }
difference-order = { $what }: now in the order { $after } (before: { $before })
difference-order-effects = effects in another order
difference-added = added: { $what }
difference-removed = removed: { $what }
difference-of = { $of }, { $what }
difference-of-effect = { $of } on { $what }
difference-unshown = { $what } differs in what is not shown here
difference-thing = { $id }: { $about }

rests-first = now rests on { $added }
rests-more = now also rests on { $added }
rests-less = no longer rests on { $removed }
rests-more-less = now also rests on { $added }, no longer on { $removed }
rests-nothing = now rests on nothing (before: { $removed })
rests-other = now rests on { $added } (before: { $removed })

said-none = none
said-ukrainian = { $text } (Ukrainian)
said-default = { $value }, the default
said-number = { $median } ({ $low } to { $high })
said-written = { $number } from { $written }
said-level = { $level } { $value }
said-range = { $low } to { $high }
said-assumed = { $what } { $number }
said-own = its own
said-guarantor = { $id } (guarantor)
said-other = { $id } (other)

# Keys of the language, in words. `.none` is what a case says that leaves the key out.

label-id = id
label-title = title
label-start = year of the ceasefire
label-horizon = years reported
label-tail = years solved beyond them
label-discount = discount
label-exhausted_by_war = exhausted by war
label-challenger = challenger
label-protege = protégé
label-name = name
label-about = description
label-role = role
label-levels = levels
label-level_names = names of levels
label-initial = levels at the start
label-rise = hazard of rising
label-fall = hazard of falling
label-from = first year
    .none = that of the instrument
label-lead_time = first year in force
label-until = first year no longer in force
label-aborted_by = cancelled for good by
label-lapses_when = suspended
    .none = never
label-decision = decided by
    .none = its signatories
label-members = members
label-consent = signed by
label-requires = requires
label-excludes = excludes
label-instruments = instruments
label-set = puts
label-at = first year
label-disable = disables
label-says = says
label-reason = reason
label-quantity = quantity
label-actor = actor
label-years = years
label-package = package
label-under = stresses
label-by = compared by
label-against-package = package compared with
label-against-under = stresses compared with
label-target = target
label-who = who says it
label-tests = tests
label-silent = why the model is silent
label-use = use
label-primitives = numbers
label-effects = effects
label-kind = kind
label-source = source
label-locator = place in the source
label-date = date
label-direction = direction
label-check = tuned on
