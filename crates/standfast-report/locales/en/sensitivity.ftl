# What would change an outcome: groups of numbers, single numbers.

sensitivity-whole = With { $package }, { $outcome } is { $mean } on average, and from { $low } to { $high } in the middle 80 % of the futures. Which of the uncertain numbers make that spread is what follows.
sensitivity-narrow = With { $package }, { $outcome } is { $mean } in nearly all futures: there is hardly a spread to take apart.
sensitivity-no-spread = It is the same in every future, so no number changes it.
sensitivity-most = Most of the spread comes from { $by ->
    [basis] numbers that rest on these grounds: { $groups }
   *[other] { $groups }
}.
sensitivity-group = { $group } ({ $alone ->
    [all] about { $total } to { $first } % of the variance, all of it alone as far as can be told
    [none] { $total } % of the variance together with others, nothing alone that could be told from chance
   *[part] { $first } % of the variance alone, { $total } % together with others
})
sensitivity-no-group = No group of numbers makes a tenth of the variance that could be told from chance.
sensitivity-judgement = Numbers in which somebody's judgement has a part make { $total } % (± { $error }) of the variance: so much would be left if all others were known. { $alone ->
    [all] Alone they make as much, as far as can be told.
    [none] What they make alone cannot be told from nothing.
   *[part] Alone they make { $first } %.
}
sensitivity-learn = If you learn one thing, learn this: { $number }. To know it would take away about { $share } % of the variance; with the futures’ results shuffled, the best of all { $read } numbers seems to take away as much in { $p } of 100 shuffles. { $way ->
    [up] The higher it is, the higher the chance.
    [down] The higher it is, the lower the chance.
   *[bent] It works one way when low and another when high.
} It rests on { $basis ->
    [sources] sources alone
    [judged-sources] sources and a judgement of what they mean here
    [calibrated] a check that it was tuned on
    [judgement] judgement alone
   *[nothing] nothing that the case names
}. { $others ->
    [0] No other number stands out.
    [one] One other number stands out.
   *[other] { $others } others stand out.
}
sensitivity-no-number = No single number of the { $read } stands out from what chance would do: either many of them matter together, or there are too few draws to tell which.
sensitivity-rest = the rest ({ $groups } groups)
sensitivity-none-source = no source
sensitivity-none-factor = no factor
sensitivity-years = Within { $years } years it is { $spread } %; most of that comes from { $group } ({ $total } %).

mechanism-aims = what the challenger wants
mechanism-cost-of-war = what war costs the challenger
mechanism-opportunity = whether attacks are on the table
mechanism-beliefs = what the challenger believes of its opponents
mechanism-noise = how sharply everybody chooses
mechanism-interests = what guarantors have at stake and help costs them
mechanism-commitment = what breaks if guarantors stand aside
mechanism-consensus = consensus in bodies
mechanism-strength = strength of all sides
mechanism-course-of-war = how wars go on and end
mechanism-limited-attacks = limited attacks
mechanism-coercion = coercion and capture
mechanism-protege = what the protégé bears
mechanism-drift = how factors move
mechanism-signing = what signing costs
mechanism-discount = the weight of years to come

resting-sources = sources alone
resting-judged-sources = sources and judgement
resting-calibrated = tuned on a check
resting-judgement = judgement alone
resting-nothing = nothing named

table-sensitivity-groups = Where the spread comes from, by { $by ->
    [mechanism] mechanism
    [basis] what numbers rest on
    [source] source
   *[factor] factor
}
column-group = Numbers about
column-numbers = How many
column-first = Alone, %
column-total = In all, %
column-settling = … by { $draws }
cell-index-unsure = { $share } ± { $error } ?
cell-index-nothing = none seen
note-sensitivity-groups = Shares of the variance. Alone: what would go if these numbers were known (first index). In all: what would be left if all others were known (total index); above the first by what they do together with others. ± is a standard error; ? marks what cannot be told from nothing; “none seen”: not even the estimate is above nothing. The last columns show how that settles: the total index by the first quarter of the draws, by half, and by all.
table-sensitivity-numbers = Single numbers
column-number = Number
column-alone = Alone, %
column-chance = By chance, of 100
column-in-the-case = In the case
column-way = Works
column-rests-on = Rests on
cell-rests-on = { $basis ->
    [sources] sources
    [judged-sources] judged sources
    [calibrated] a check
    [judgement] judgement
   *[nothing] nothing
}
cell-way = { $way ->
    [up] raises it
    [down] lowers it
   *[bent] both ways
}
note-sensitivity-numbers = Alone: what would go of the variance if this number were known, as far as a smooth curve shows it. By chance: in how many of 100 shuffles of the results the best of all numbers seems as good; above 5 a number does not stand out. In the case: what standfast explain is asked about.
how-to-read-sensitivity = Numbers that the outcome never reads are left out. What is said of variance is about the futures that the case thinks possible, not about the world: a number that the case takes as known has no part in it.
doubt-sensitivity-unconverged = Equilibria have not converged in { $draws ->
    [one] one draw
   *[other] { $draws } draws
} of some sample; their numbers are used all the same.
doubt-sensitivity-unsure = The first index of { $unsure } of { $groups } groups cannot be told from nothing with { $draws } draws (marked ?); more draws make them surer: { $more } would halve the errors.
doubt-sensitivity-crossed = A share alone cannot be above that in all: where it is estimated so, both are unsure by their errors, and are best read as equal.
doubt-sensitivity-overlapping = A number may { $by ->
    [source] rest on several sources
   *[factor] belong to several factors
} and is then in several groups: shares add up to more than there is.
method-sensitivity = { $solved } solves of the package: two independent samples of all numbers, and for each group the first with the group's numbers from the second. Standard errors from { $resamples } resamples of the draws. { $read } uncertain numbers are read, { $screened } are not.
sensitivity-too-few = too few draws to tell shares of a variance from
    .help = Ask for { $enough } or more: --draws { $enough }.
sensitivity-nothing = no number that this outcome reads is uncertain, so nothing would change it
    .help = Give numbers a range in the case, such as "0.2 to 0.4", or ask about another package.
