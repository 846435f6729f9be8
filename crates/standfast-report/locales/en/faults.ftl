# What is wrong with a scenario or a command: fault-CODE is the message, its .help says what to write
# instead.

severity-error = error
severity-warning = warning
hint-help = help
fault-suggestion = Did you mean `{ $suggestion }`?
faults-more = and { $count } more of `{ $code }`; --format json lists all
faults-errors = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}
faults-warnings = { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
faults-count = { $name }: { $errors ->
    [0] { $warnings ->
        [0] no faults
       *[other] { faults-warnings }
    }
   *[other] { $warnings ->
        [0] { faults-errors }
       *[other] { faults-errors }, { faults-warnings }
    }
}
faults-total = { $files } files: { $errors ->
    [0] { $warnings ->
        [0] no faults
       *[other] { faults-warnings }
    }
   *[other] { $warnings ->
        [0] { faults-errors }
       *[other] { faults-errors }, { faults-warnings }
    }
}
faults-explain = `standfast explain CODE` tells what a code means and why it matters.
references-note = { $name } cannot be used; `standfast check { $argument }` shows why.
warnings-note = { $name } has { faults-warnings }; `standfast check { $argument }` shows { $warnings ->
    [one] it
   *[other] them
}.

# What was expected somewhere, and what was found there.
expected = { $expected ->
    [table] a table
    [text] a text in quotes
    [text-or-languages] a text in quotes, or a table of languages
    [text-or-texts] a text in quotes, or a list of texts
    [list-of-texts] a list of texts
    [list-of-numbers] a list of numbers
    [list-of-tables] a list of tables
    [whole-number] a whole number
    [number] a number
    [range] a range in quotes
    [one-level] one level
    [date] a date
    [window] two years in brackets
   *[other] a number or a range
}
found = { $found ->
    [string] a text
    [integer] a whole number
    [float] a number with a fraction
    [boolean] true or false
    [date] a date
    [array] a list
   *[other] a table
}
known = Known here: { $known }.

fault-syntax = this is not TOML: { $message }
    .help = { $hint ->
        [one-table] This heading makes a single table, and later ones add to a list: write [[…]] here too.
        [two-tables] Tables that there can be several of are written [[…]], each of them. Or is it the same table twice?
       *[none] Look at quotes, brackets and equal signs here and just before. Everything else is checked once the text can be read.
    }
fault-not-text = { $encoding ->
    [utf-16] this file is UTF-16, not UTF-8
   *[other] this file is not UTF-8: its byte { $offset } is no part of any character
}
    .help = Save it as UTF-8: editors ask for the encoding under "Save as".
fault-too-large = this file has more than { $limit } bytes, which no scenario or bibliography has
    .help = Is it the file that you meant?
fault-unreadable = cannot read { $given }: { $reason }
    .help = Is it a file, and may you read it?
fault-unknown-case = there is no case or file `{ $given }`
    .help = Cases that come with the program: { $known }. Or give the path of a scenario file.
fault-hidden-character = this holds { $character }, a character that cannot be seen or changes how others are shown
    .help = Delete it and type the text again; it often comes along when text is pasted.
fault-too-long = the key that begins with `{ $given }` has { $count } characters; a key has { $limit } at most
    .help = Give it a short name, and say the rest in a comment or in `about`.
fault-too-deep = tables, lists or braces lie within each other more than { $limit } deep
    .help = Nothing here has to go that deep: is a bracket or a quote missing before this?
fault-wrong-type = here should be { expected }, not { found }
    .help = { $expected ->
        [table] Write its keys under a heading `[…]`, or in braces: {"{"} key = … {"}"}.
        [text] Put it in quotes: "…".
        [text-or-languages] Write "…", or {"{"} en = "…", uk = "…" {"}"}.
        [text-or-texts] Write "…", or ["…", "…"].
        [list-of-texts] Write ["…"], brackets also around a single one.
        [list-of-numbers] Write numbers in brackets: [0.2, 0.8].
        [list-of-tables] Write [{"{"} … {"}"}, {"{"} … {"}"}], brackets also around a single one.
        [whole-number] Write it without quotes and without a fraction.
        [number] Write it without quotes.
        [range] Write "low to high", like "0.2 to 0.4".
        [one-level] A stress puts a factor at one level: write it without brackets.
        [window] Write [0, 10]: from year 0 to before year 10.
        [date] Write 2025-03-06, or a text like "2025" or "March 2025".
       *[other] Write 0.3, or "0.2 to 0.4", or {"{"} value = 0.3, evidence = ["…"] {"}"}.
    }
fault-unknown-key = there is no key `{ $given }` here
    .help = { $instead ->
        [nothing] { known }
       *[other] Effects add on the scale of the primitive's link: write `{ $instead }`.
    }
fault-missing-key = the key `{ $key }` is missing
    .help = { $key ->
        [standfast] Begin the file with `standfast = 1`, the version of its format.
        [scenario] Add a table `[scenario]` with `id`, `title`, `start` and `horizon`.
        [actors] Add a table `[actors]` that names a `challenger` and a `protege`.
        [challenger] Name who may attack: `challenger = "…"`.
        [protege] Name who may be attacked: `protege = "…"`.
        [id] Give the case a short name: `id = "…"`.
        [title] Say what the case asks: `title = "…"`.
        [start] Add the year of the ceasefire: `start = 2025`.
        [horizon] Add how many years are reported: `horizon = 50`.
        [levels] Name its levels from low to high: `levels = ["…", "…"]`.
        [initial] Add the probability of each level at the start: `initial = [0.4, 0.6]`.
        [rise] Add its yearly hazard of rising: `rise = "0.05 to 0.1"`, or 0 for never.
        [fall] Add its yearly hazard of falling: `fall = "0.05 to 0.1"`, or 0 for never.
        [on] Name the primitive that the effect moves: `on = "…"`.
        [add] Say by how much, on the primitive's scale: `add = "0.2 to 0.6"`.
        [kind] Say how it came about: `kind = "measured"`, "expert", "judgement" or "calibrated".
        [says] Say it in one sentence of your own: `says = "…"`.
        [en] Add the English text: `en = "…"`.
        [quantity] Say what is asked for: `quantity = "war_hazard"`, or another of the table in the language.
        [package] Name a preset, or instruments joined by +: `package = "…"`.
        [by] Say how the two are compared: `by = "ratio"` or `by = "difference"`.
        [against] Say what it is compared with: `against = {"{"} package = "nothing" {"}"}`.
        [target] Say where the median over the draws has to lie: `target = "0.2 to 0.4"`.
        [use] Say what the check is for: `use = "tuning"` or `use = "held-out"`.
        [reason] Say where it comes from: the target of a check, or the tests of a claim: `reason = "…"`.
        [who] Say who says it: `who = "…"`.
        [years] Add the years, from the first to before the second: `years = [0, 10]`.
        [actor] Say whose: `actor = "…"`.
        [instruments] List what it holds: `instruments = ["…"]`.
        [check] Name the check that it was tuned on: `check = "…"`.
       *[other] Add `{ $key } = …` to this table.
    }
fault-empty-text = this text says nothing
    .help = Write something between the quotes.
fault-unknown-word = `{ $given }` cannot stand here
    .help = Write { $choices ->
        [one] { $known }, or leave the key out.
       *[other] one of these words: { $known }.
    }
fault-unknown-version = format version { $given } is not known
    .help = This engine reads `standfast = { $version }`.
fault-bad-id = `{ $given }` cannot be an id
    .help = An id has letters a to z, digits, `_` and `-`, and begins with a letter.
fault-reserved-id = `{ $given }` is a word of the language and cannot be an id
    .help = Choose another id. What people read can be given as a name.
fault-duplicate-id = the id `{ $given }` is given twice
    .help = Actors, factors and instruments share one set of ids: rename one of the two.
fault-out-of-limits = { $given } lies outside { $low } to { $high }
    .help = Write a whole number from { $low } to { $high }.
fault-unknown-actor = there is no actor `{ $given }` that could stand here
    .help = { $choices ->
        [0] No actor of this case can.
       *[other] { known }
    }
fault-unknown-factor = there is no factor `{ $given }`
    .help = { $choices ->
        [0] This case has no factors.
       *[other] { known }
    }
fault-unknown-level = `{ $factor }` has no level `{ $given }`
    .help = { $choices ->
        [0] It has no levels at all.
       *[other] Its levels are: { $known }.
    }
fault-unknown-instrument = there is no instrument `{ $given }`
    .help = { $choices ->
        [0] This case has no instruments.
       *[other] { known }
    }
fault-unknown-package = there is no package or instrument `{ $given }`
    .help = { $choices ->
        [0] This case has none: the only package is `nothing`.
       *[other] Known: { $known }. Join several with +.
    }
fault-unknown-primitive = there is no primitive `{ $given }`
    .help = A primitive is written owner.quantity: challenger.prize, or stake after the id of a guarantor. `standfast explain --primitives` lists them all.
fault-unknown-name = nothing in { $case } is called `{ $given }`
    .help = Another case is asked with --case. Ask for a primitive, an actor, a factor, an instrument, a package, a stress, a check, evidence, a source or the code of a fault.
fault-unknown-evidence = there is no evidence `{ $given }`
    .help = Describe it in a table `[evidence.{ $given }]`, or name another entry.
fault-no-evidence = { $what ->
    [effect] the effect on `{ $name }` is given without evidence
    [initial] the initial distribution of `{ $name }` is given without evidence
    [claim] the claim `{ $name }` names no place where it was said
   *[other] `{ $name }` is given without evidence
}
    .help = { $what ->
        [effect] Add `evidence = ["…"]` to the effect. Your own judgement is evidence too, with its reason.
        [claim] Add `evidence = ["…"]`: an entry that says where and when.
        [initial] Add `evidence = ["…"]` to the factor: it stands for its initial distribution and both hazards.
        [hazard] Add `evidence = ["…"]` to the factor: it stands for its initial distribution and both hazards.
       *[other] Write {"{"} range = "…", evidence = ["…"] {"}"}. Your own judgement is evidence too, with its reason.
    }
fault-unused-evidence = nothing rests on the evidence `{ $given }`
    .help = Name it beside the numbers, checks or claims that rest on it, or take it out.
fault-unknown-source = the bibliography beside this case has no entry `{ $given }`
    .help = { $choices ->
        [0] It has no entries at all: add this one to references.bib.
       *[other] Add the entry to references.bib, or name another: { $known }.
    }
fault-no-source = `{ $given }` { $kind ->
    [measured] was measured
   *[expert] was said by an expert
}, and names no source
    .help = Write `source = "…"`, the key of a work in references.bib; or call it judgement.
fault-no-bibliography = { $count ->
    [one] one piece of evidence names a source
   *[other] { $count } pieces of evidence name sources
}, and no references.bib lies beside this case
    .help = Write the works into a file references.bib in the same folder, in BibTeX.
fault-references-syntax = this is not BibTeX: { $message }
    .help = Look at commas, braces and equal signs here and just before.
fault-duplicate-reference = the bibliography has `{ $given }` twice
    .help = Give each entry a key of its own.
fault-borrowing-reference = `{ $given }` lets entries take something from elsewhere
    .help = Write each entry whole: no @string, crossref or xdata.
fault-incomplete-reference = `{ $given }` has no { $field ->
    [title] title
   *[author] author and no editor
}
    .help = { $field ->
        [title] Add `title = {"{…}"}`: readers go by it.
       *[author] Add `author = {"{…}"}`, an organisation in two pairs of braces. A treaty or a document of a body is `@misc`.
    }
fault-unknown-entry-type = BibTeX has no entries of the type `{ $given }`
    .help = It is read like `@misc`. Known: { $known }
fault-bad-levels = a factor has 1 to { $limit } levels, this one has { $count }
    .help = { $count ->
        [0] Name them from low to high.
       *[other] Few levels are enough: each one multiplies the states that are solved.
    }
fault-duplicate-level = the level `{ $given }` is named twice
    .help = Every level needs a name of its own.
fault-listed-twice = `{ $given }` is named twice in this list
    .help = Once is enough: take one out. Was another one meant?
fault-unused-factor = nothing reads the factor `{ $given }`
    .help = Let an effect depend on it (`when`), or take it out: it only makes the game larger.
fault-initial-length = { $given } probabilities for { $levels } levels
    .help = Give one probability for each level.
fault-initial-entry = { $given } is no probability
    .help = Write a number from 0 to 1; per cent are written as 0.05.
fault-initial-sum = the probabilities sum to { $sum }
    .help = They must sum to 1.
fault-not-finite = { $given } is not a finite number
    .help = Write a finite number.
fault-out-of-domain = { $given } cannot stand here: this is { $domain ->
    [above-zero] a number above 0
    [zero-or-above] a number from 0 up
    [minus-one-to-one] a difference of chances, from -1 to 1
   *[other] a chance or a share, from 0 to 1
}
    .help = { $domain ->
        [above-zero] Write a number above 0.
        [zero-or-above] Write 0 or a number above it.
        [minus-one-to-one] Write a number from -1 to 1.
       *[other] Write a number from 0 to 1; per cent are written as 0.05.
    }
fault-bad-range = `{ $given }` is no range
    .help = Write "low to high", like "0.2 to 0.4". { $what ->
        [target] A target is a range, also where it is narrow.
       *[number] A plain number stands without quotes.
    }
fault-range-order = the range goes from { $low } to { $high }
    .help = It must go from a smaller number to a larger one. A number that is known is written plainly.
fault-range-at-edge = { $what ->
    [range] the range `{ $given }` does not stay { $domain ->
        [above-zero] above 0
       *[other] strictly between 0 and 1
    }
   *[other] this `{ $given }` distribution does not stay { $domain ->
        [above-zero] above 0
       *[other] strictly between 0 and 1
    }
}
    .help = { $what ->
        [range] { $percent ->
            [yes] If these are per cent, write "{ $low } to { $high }".
           *[no] Both ends must lie inside, if only by a little, like 0.001. A plain 0 can often stand alone.
        }
       *[other] { $domain ->
            [above-zero] Take "lognormal", or "uniform" or "triangular" with ends above 0.
           *[other] Take "beta", or "uniform" or "triangular" with ends strictly between 0 and 1.
        }
    }
fault-unknown-distribution = there is no distribution `{ $given }`
    .help = { known }
fault-bad-parameter = `{ $parameter }` cannot be { $given }
    .help = It must be greater than 0.
fault-ambiguous-number = { $count ->
    [none] this table gives no number
   *[other] this table gives its number in several ways
}
    .help = Give exactly one of `value`, `range` and `dist`.
fault-never-active = this condition never holds where `{ $primitive }` is read
    .help = Leave `phase` and `action` out, or name those in which the primitive is read: { $read }.
fault-empty-condition = this condition can never hold
    .help = Name at least one level of each factor, and no instrument in both `with` and `without`.
fault-no-effects = `{ $primitive }` takes no effects
    .help = It is one number for the whole case: set it in `[scenario]`.
fault-read-without-instruments = `{ $primitive }` is read with no instrument in force, so this effect does nothing
    .help = Make it an effect of the case, or take it out.
fault-large-effect = to add more than { $limit } to `{ $primitive }` is a factor of more than 20,000
    .help = { $link ->
        [log] What is added to a logarithm multiplies: 0.69 doubles, -0.69 halves. Was a difference meant?
       *[logit] What is added to log-odds multiplies the odds: 0.69 doubles them, -0.69 halves them. Was a difference meant?
    }
fault-same-effect = this effect on `{ $primitive }` says the same as an earlier one, and both count
    .help = Take one out. If it is meant to count twice, write one effect of twice the size.
fault-consensus-from = the commitment of a consensus body begins with the body, not in a year of its own
    .help = Take `from` out.
fault-consensus-without-members = `{ $instrument }` is decided by consensus but has no members
    .help = Add `members = ["…"]`: guarantors or others.
fault-members-without-consensus = `{ $instrument }` has members but nothing to decide
    .help = Add `decision = "consensus"`, or take the members out.
fault-never-in-force = `{ $instrument }` is never in force: it ends before it begins
    .help = Let `until` be greater than `lead_time`.
fault-effect-never-in-force = this effect is never active: it begins when its instrument has ended
    .help = Let `from` be smaller than the instrument's `until`.
fault-after-the-end = this { $what ->
    [ends] ends
   *[begins] begins
} in year { $year }; the last year that is solved is { $last }
    .help = { $what ->
    [ends] Years count from 0, the year of the ceasefire. Choose an earlier one, or leave `until` out where it is for good.
   *[begins] Years count from 0, the year of the ceasefire. Choose an earlier one, or raise `horizon` or `tail`.
}
fault-never-agreed = no package can hold `{ $instrument }`: { $why ->
    [itself] it excludes itself
    [bodies] it brings `{ $first }` and `{ $second }`, both decided by consensus
   *[other] it brings `{ $first }` and `{ $second }`, which exclude each other
}
    .help = Take the requirement out, or what it clashes with.
fault-package-requires = `{ $first }` requires `{ $second }`, which is not in this package
    .help = Add `{ $second }` to the package, or take `{ $first }` out.
fault-package-excludes = `{ $first }` and `{ $second }` exclude each other
    .help = Take one of them out of the package.
fault-two-consensus-bodies = `{ $first }` and `{ $second }` are both decided by consensus
    .help = A package has at most one consensus body: take one of them out.
fault-package-name-clash = the package `{ $given }` is named like an instrument but is not just that
    .help = Rename the package, or let it hold that instrument alone.
fault-unknown-stress = there is no stress `{ $given }`
    .help = { $choices ->
        [0] This case has no stresses.
       *[other] { known }
    }
fault-unknown-check = there is no check `{ $given }`
    .help = Describe it in a table `[checks.{ $given }]`, or name another.
fault-unknown-claim = there is no claim `{ $given }`
    .help = { $choices ->
        [0] This case records no claims.
       *[other] Name one of: { $known }.
    }
fault-ambiguous-claim = this claim has { $count ->
    [both] both tests and a reason for silence
   *[none] neither tests nor a reason for silence
}
    .help = { $count ->
        [both] Take one of them out: a claim that is tested is not one on which the model is silent.
       *[none] Add `tests = [{"{"} quantity = "war", package = "…", years = [0, 10], at_most = 0.2 {"}"}]` with a `reason`, or `silent = "why the model cannot speak to it"`.
    }
fault-always-true = this test holds whatever the model says
    .help = Say where the answer has to lie, inside what it can be: `at_most = 0.2`, or `at_least = 0.5`.
fault-late-stress = the stress `{ $given }` begins in year { $at }; here stresses hold from the start
    .help = Leave `at` out of the stress, or name another.
fault-stresses-clash = `{ $first }` and `{ $second }` put `{ $factor }` at different levels
    .help = Take one of them out.
fault-needless-key = `{ $key }` means nothing beside `{ $about }`
    .help = Take it out.
fault-bad-window = this is no window of years inside the horizon of { $horizon }
    .help = Write [from, to], like [0, 10] for the first ten years; the second can be { $horizon } at most.
fault-compared-with-itself = this compares a game with itself
    .help = Give `against` another package, or other stresses.
fault-nothing-to-sign = the package holds no instrument: there is nothing to sign
    .help = Name a package with instruments.
fault-not-asked = the package does not need the signature of `{ $given }`
    .help = Name a party to it, or another package.
fault-tuned-on-held-out = `{ $given }` is held out: nothing may be tuned on it
    .help = Name a check with `use = "tuning"`, or give the number other evidence.
fault-nothing-not-empty = the package `nothing` holds something
    .help = The word stands for the package without any instrument: choose another id.
fault-same-package = the package `{ $given }` holds the same as `{ $first }`
    .help = Take one out, or change what it holds.
fault-empty-stress = the stress `{ $given }` changes nothing
    .help = Give it `set`, `disable` or `effects`.
fault-ambiguous-constraint = this constraint is { $count ->
    [both] about two instruments and about a year
   *[none] neither about two instruments nor about a year
}
    .help = { $count ->
        [both] Make it two constraints: one with `first` and `then`, one with `instrument` and `not_before`.
       *[none] Add `first = "…"` and `then = "…"`, or `instrument = "…"` and `not_before = 3`.
    }
fault-constraint-circle = each of these instruments would have to come after the one before: { $way }
    .help = An arrow leads from what comes first to what comes then: take one of these constraints out.
fault-no-assumptions = `{ $given }` takes nothing to be otherwise
    .help = Say what: `primitives.challenger.prize = "1 to 2"`, or `effects = [{"{"} on = "…", add = … {"}"}]`.
fault-unknown-assumptions = the case has no set of assumptions called `{ $given }`
    .help = Name one of `[assumptions.…]`, or `case` for the case as it is.
fault-cycle = the hazards of these factors depend on each other in a circle: { $way }
    .help = An arrow leads from a factor in a condition to one whose `rise` or `fall` it moves: take the effects of one arrow out.
fault-too-many-states = { $size } = { $states } joint states of the factors; the engine takes on { $limit }
    .help = { $drop ->
        [0] Merge levels, for example { $merge }: that makes { $left } states.
       *[other] Merge factors, or take some out: with two levels each there are still { $drop } too many.
    }
fault-too-many = { $count } { $what ->
    [guarantors] guarantors
    [others] other actors
    [factors] factors
    [instruments] instruments
    [evidence] pieces of evidence
    [effects] effects
   *[other] uncertain numbers
}; the engine takes on { $limit }
    .help = { $what ->
        [guarantors] Let guarantors who act alike be one.
        [uncertain] Write what matters least as plain numbers.
       *[other] Merge some, or take some out.
    }
fault-too-many-faults = there are { $count } errors; the first { $listed } are listed
    .help = Is it the file that you meant?
