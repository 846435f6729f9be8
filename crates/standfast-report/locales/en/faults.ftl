# What is wrong with a scenario: fault-CODE is the message, its .help says what to write instead.

severity-error = error
severity-warning = warning
fault-suggestion = did you mean `{ $suggestion }`?
faults-count = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
} in { $name }
hint-help = help

fault-syntax = this is not TOML: { $message }
    .help = Check quotes, brackets and equal signs near this place; other checks follow once the text can be read.
fault-not-text = this file is not UTF-8 text (byte { $offset })
    .help = Save it as UTF-8.
fault-too-large = this file has { $given } bytes; a scenario has at most { $limit }
    .help = Is it the file that you meant?
fault-wrong-type = here stands { $found }, needed is { $expected }
    .help = Write { $expected }.
fault-unknown-key = there is no key `{ $given }` here
    .help = Known here: { $known }.
fault-missing-key = the key `{ $key }` is missing
    .help = Add `{ $key } = …`.
fault-unknown-word = `{ $given }` cannot stand here
    .help = Write one of: { $known }.
fault-unknown-version = format version { $given } is not known
    .help = This engine reads `standfast = { $version }`.
fault-bad-id = `{ $given }` cannot be an id
    .help = Ids have letters a to z, digits, `_` and `-`, and begin with a letter.
fault-reserved-id = `{ $given }` is a word of the language and cannot be an id
    .help = Choose another id.
fault-duplicate-id = the id `{ $given }` is given twice
    .help = Actors, factors and instruments share one set of ids: rename one of them.
fault-out-of-limits = { $given } lies outside { $low } to { $high }
    .help = Write a whole number from { $low } to { $high }.
fault-unknown-actor = there is no actor `{ $given }` here
    .help = Known here: { $known }.
fault-unknown-factor = there is no factor `{ $given }`
    .help = Known here: { $known }.
fault-unknown-level = unknown level `{ $given }` of `{ $factor }`
    .help = Its levels are: { $known }.
fault-unknown-instrument = there is no instrument `{ $given }`
    .help = Known: { $known }.
fault-unknown-primitive = there is no primitive `{ $given }`
    .help = Primitives are named owner.quantity, like challenger.prize or a guarantor's id.stake.
fault-unknown-evidence = there is no evidence `{ $given }`
    .help = Add [evidence.{ $given }] or name another entry.
fault-bad-levels = levels must be 1 to 64 different words, here: { $given }
    .help = Name every level once, from low to high.
fault-initial-length = { $given } probabilities for { $levels } levels
    .help = Give one probability for each level.
fault-initial-entry = { $given } is no probability
    .help = Write numbers from 0 to 1.
fault-initial-sum = the probabilities sum to { $sum }
    .help = They must sum to 1.
fault-not-finite = { $given } is not a finite number
    .help = Write a finite number.
fault-out-of-domain = { $given } lies outside { $domain }
    .help = Write a number inside { $domain }.
fault-bad-range = `{ $given }` is no range
    .help = Write "low to high", like "0.2 to 0.4".
fault-range-order = the range goes from { $low } to { $high }
    .help = The first end must be smaller; a number without a range is written plainly.
fault-range-at-edge = `{ $given }` reaches the edge of { $domain }
    .help = Keep every value strictly inside { $domain }.
fault-unknown-distribution = there is no distribution `{ $given }`
    .help = Known: { $known }.
fault-bad-parameter = `{ $parameter }` cannot be { $given }
    .help = It must be greater than 0.
fault-ambiguous-number = a number needs exactly one of `value`, `range` and `dist`
    .help = Keep one of them.
fault-never-active = this condition never holds where `{ $primitive }` is read
    .help = Leave `phase` and `action` out, or use those at which the primitive is read.
fault-empty-condition = this condition can never hold
    .help = Name at least one level, and no instrument in both `with` and `without`.
fault-no-effects = `{ $primitive }` takes no effects
    .help = Set it in [scenario].
fault-read-without-instruments = `{ $primitive }` is read with nothing in force: this effect does nothing
    .help = Make it an effect of the case, or take it out.
fault-consensus-from = the commitment of a consensus body begins with the body
    .help = Take `from` out.
fault-consensus-without-members = `{ $instrument }` is decided by consensus but has no members
    .help = Add `members = […]`.
fault-members-without-consensus = `{ $instrument }` has members but nothing to decide
    .help = Add `decision = "consensus"`, or take the members out.
fault-never-in-force = `{ $instrument }` is never in force: it ends before it begins
    .help = Let `until` be greater than `lead_time`.
fault-effect-never-in-force = this effect is never active: it begins when the instrument has ended
    .help = Let `from` be smaller than the instrument's `until`.
fault-package-requires = `{ $first }` requires `{ $second }`
    .help = Add `{ $second }` to the package, or take `{ $first }` out.
fault-package-excludes = `{ $first }` excludes `{ $second }`
    .help = Take one of them out of the package.
fault-two-consensus-bodies = `{ $first }` and `{ $second }` are both decided by consensus
    .help = A package has at most one consensus body.
fault-package-name-clash = the package `{ $given }` is named like an instrument but is not just that
    .help = Rename the package, or let it hold that instrument alone.
fault-unknown-package = there is no package or instrument `{ $given }`
    .help = Known: { $known }. Join instruments with +.
fault-unknown-stress = there is no stress `{ $given }`
    .help = Known: { $known }.
fault-unknown-check = there is no check `{ $given }`
    .help = Known: { $known }. Add [checks.{ $given }], or name another.
fault-late-stress = the stress `{ $given }` sets in in year { $at }; here only stresses from the start can stand
    .help = Leave `at` out of the stress, or name another.
fault-stresses-clash = `{ $first }` and `{ $second }` put `{ $factor }` at different levels
    .help = Take one of them out.
fault-needless-key = `{ $key }` says nothing for `{ $about }`
    .help = Take it out.
fault-bad-window = this is no window of years inside the horizon of { $horizon }
    .help = Write [from, to] with 0 ≤ from < to ≤ { $horizon }: from the first of these years to before the second.
fault-compared-with-itself = this compares a game with itself
    .help = Give `against` another package, or other stresses.
fault-nothing-to-sign = the package holds no instrument: there is nothing to sign
    .help = Name a package with instruments.
fault-not-asked = the package does not need the signature of `{ $given }`
    .help = Name a party to it, or another package.
fault-tuned-on-held-out = `{ $given }` is held out: nothing may be tuned on it
    .help = Name a check with `use = "tuning"`, or give the number other evidence.
fault-cycle = the hazards of these factors depend on each other in a circle: { $way }
    .help = Take one of these dependencies out.
fault-too-many-states = { $size } = { $states } states; the engine takes on { $limit }
    .help = Merge levels or factors; the largest are { $merge }.
fault-too-many = { $count } { $what }; the engine takes on { $limit }
    .help = Merge some of them.
