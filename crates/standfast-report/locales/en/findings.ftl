# Sentences and tables about findings.

title-line = { $title }
method-sobol = { $draws } draws of { $numbers } uncertain numbers (seed { $seed }), { $states } states, engine { $engine }.
method-median = Every number at its median: no spread. { $states } states, engine { $engine }.
method-case = Case { $id }, digest { $digest }. Largest residual of { $solved } equilibria: { $residual }.
conditional = Every risk is conditional on a ceasefire that exists and a package that is in it.
how-to-read = Mean over the draws in percent, in brackets the middle 80 % of the draws.
how-to-read-median = Percent, every number at its median.

# Tables

column-package = Package
package-nothing = No guarantee

table-risk = Would it hold?
column-war = War within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-limited = Limited attack, { $years } y
column-lost = Lost within { $years } y
column-floor = Noise floor, { $years } y
note-risk = Noise floor: the risk of war that is left although there is nothing to win, from noise in the choice alone.

table-difference = Against no guarantee
column-difference = Change in { $years ->
    [one] { $years } year
   *[other] { $years } years
}, points
column-better = Lower in … of 100 draws
note-difference = Draw by draw, on the same draws: the change in the risk of war. Last column: within { $years } years.

table-window = What waiting costs
column-window-years = Years to wait
column-window = War meanwhile
column-window-without = War if nobody expected it
column-window-cost = Difference, points
note-window = As long as a war would still cancel part of a package, that makes war tempting. Compared with the same package without that part.

table-signing = Who would sign?
column-concluded = All sign
note-signing = Probability of signing rather than letting the war go on without what needs that signature. Blank: its signature is not needed.

table-response = Who would help, if an invasion came in year { $years } and nothing before?
column-nobody = Nobody fights
cell-response = { $fights } / { $supplies }
note-response = Fights / supplies, in percent; a response at the moment of need, whatever was promised.

# Sentences

heading-sentences = In words
sentence-nothing = With a ceasefire and nothing else, war begins again within { $years } years in { $mean } of 100 futures ({ $low } to { $high } in the middle 80 % of the draws); { $floor } of these would come from noise in the choice alone.
sentence-nothing-median = With a ceasefire and nothing else, war begins again within { $years } years in { $mean } of 100 futures; { $floor } of these would come from noise in the choice alone.
sentence-safest = { $package } leaves the lowest risk of war: { $mean } of 100 within { $years } years. It is lower than without any guarantee in { $better } of 100 draws, and lower than every other package here in { $lowest }.
sentence-safest-median = { $package } leaves the lowest risk of war: { $mean } of 100 within { $years } years, with every number at its median.
sentence-refused = { $count ->
    [one] { $parties } would rather refuse it
   *[other] { $parties } would rather refuse it
}; all sign in { $concluded } of 100 cases.
sentence-signed = Nobody whose signature it needs would rather refuse it; all sign in { $concluded } of 100 cases.
sentence-safest-signed = Of the packages that everybody would rather sign than not, { $package } leaves the lowest risk: { $mean } of 100.
sentence-none-signed = There is no package here that everybody would rather sign than not.
sentence-window = For { $years ->
    [one] { $years } year
   *[other] { $years } years
} a war would still cancel part of { $package }. Meanwhile war begins in { $with } of 100 futures, { $direction ->
    [higher] { $cost } more
    [lower] { $cost } fewer
   *[same] as many
} { $direction ->
    [same] as
   *[other] than
} if nobody expected it.
list-and = { $first } and { $last }
list-comma = { $first }, { $rest }

# Doubts

doubt-heading = Doubts
doubt-too-few-draws = The draws are few for whole percent points: the largest standard error of a mean is { $se } points. About { $enough } draws would do (--draws { $enough }).
doubt-unconverged = { $package }: equilibria have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}; over the other draws alone the risk of war within { $years } years is { $alone }.
doubt-branch = { $package }: the guarantors' equilibrium is not unique somewhere in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}; the principal branch is used.
doubt-median = At the median there is no spread: no probability here says how sure it is.
