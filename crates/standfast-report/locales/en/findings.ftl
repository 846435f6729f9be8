# Sentences and tables about findings.

method-sobol = { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
} of { $numbers ->
    [one] { $numbers } uncertain number
   *[other] { $numbers } uncertain numbers
} (seed { $seed }), { $states ->
    [one] { $states } state
   *[other] { $states } states
}, engine { $engine }.
method-median = Every number at its median: no spread. { $states ->
    [one] { $states } state
   *[other] { $states } states
}, engine { $engine }.
method-case = Case { $id }, digest { $digest }. Largest residual of { $solved ->
    [one] { $solved } equilibrium
   *[other] { $solved } equilibria
}: { $residual }.
under-line = Under: { $stresses }, from the start.
conditional = All risks assume a ceasefire in place, and the package agreed with it.
how-to-read = In percent: the mean over the draws, in brackets where 8 in 10 draws lie. No brackets: rounding leaves no spread.
how-to-read-median = In percent, every number at its median.

# Tables

column-package = Package
column-party = Party
package-nothing = No guarantee

table-risk = Would it hold?
column-war = First war within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-limited = Limited attack within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-lost = Lost within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-floor = Noise floor within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
note-risk = Limited attack: the first one, before any war or capture. Lost: to any war, not only the first, or without one. Noise floor: the risk of war that is left although there is nothing to win, from the noise that the model allows in decisions.

table-difference = Against no guarantee
column-difference = Points within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-lower = Draws lower
column-same = No difference
column-higher = Draws higher
note-difference = The change in the risk of a first war, draw by draw on the same draws. Last columns: of { $draws } draws, within { $years ->
    [one] { $years } year
   *[other] { $years } years
}; less than half a point counts as no difference.
note-difference-median = The change in the risk of a first war.

table-window = What announcing costs
column-window-years = Window, years
column-window = First war in it
column-window-unforeseen = If not foreseen
column-window-cost = Difference, points
note-window = The window is the time in which a war would still cancel something agreed, which is a reason for { $challenger } to begin it. Not foreseen: the same package, if { $challenger } chose as though that were not coming.

table-signing = Who would sign?
row-concluded = All accept
note-signing = Each package comes with the ceasefire, so { $challenger } and { $protege } must both accept the whole. The alternative of each party is that the war goes on, with only what does not need its consent. Who accepts with less than 50 % in most draws would rather refuse. Blank: its signature is not needed. Last row: the chance that all accept, each deciding alone.

table-fights = Who would fight, if an invasion came in year { $years }, with no war and no capture before?
column-nobody = Nobody
note-fights = A response at the moment of need, whatever was promised.
table-supplies = Who would supply then, without fighting?
note-supplies = Who neither fights nor supplies stands aside.

# Sentences

heading-sentences = In words
quoted = “{ $name }”
chance = { $size ->
    [least] under 1 %
    [most] over 99 %
   *[plain] { $percent } %
}
spread = { $mean } ({ $low } to { $high } %)
spread-first = { $mean } (8 in 10 draws: { $low } to { $high } %)
spread-points = { " " }({ $low } to { $high })
answer = With { $package } the chance that a war begins within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $risk }. With a ceasefire and nothing else it is { $nothing }: the package changes that by { $direction ->
    [lower] −{ $points ->
        [one] 1 point
       *[other] { $points } points
    }{ $ends }
    [higher] +{ $points ->
        [one] 1 point
       *[other] { $points } points
    }{ $ends }
   *[same] less than half a point{ $ends }
}.
answer-draws = It lowers the risk in { $lower } of { $draws } draws and raises it in { $higher }; in { $same } it makes no difference.
answer-same = It makes no difference in any of the draws.
answer-nothing = With a ceasefire and nothing else the chance that a war begins within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $risk }.
sentence-nothing = With a ceasefire and nothing else, the chance of renewed war within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $risk }. If { $challenger } had nothing to win, the model would still say { $floor }: the noise that it allows in decisions.
sentence-safest = { $package } leaves the lowest risk of war here: { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
}.
sentence-safest-draws = That is lower than without any guarantee in { $lower } of { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}, and the lowest of all in { $lowest }.
sentence-none-lower = No package here lowers the risk of war within { $years ->
    [one] { $years } year
   *[other] { $years } years
} by as much as half a point.
party-refuses-first = { $party } (in { $refuses } of { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
})
party-refuses = { $party } (in { $refuses })
sentence-refused = { $parties } would rather refuse { $package } than accept it. The chance that all accept, each deciding alone, is { $concluded }.
sentence-signed = Nobody whose signature { $package } needs would rather refuse it. The chance that all accept, each deciding alone, is { $concluded }.
sentence-safest-signed = Of the packages that nobody would rather refuse, { $package } leaves the lowest risk: { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
}.
sentence-signed-none-lower = Of the packages that nobody would rather refuse, none lowers the risk of war within { $years ->
    [one] { $years } year
   *[other] { $years } years
} by as much as half a point.
sentence-none-signed = For every package here there is somebody who would rather refuse it.
sentence-window = { $part ->
    [all] For { $years ->
        [one] { $years } year
       *[other] { $years } years
    } a war would still cancel { $package }.
   *[part] For { $years ->
        [one] { $years } year
       *[other] { $years } years
    } a war would still cancel a part of { $package }.
} The chance of war within { $within ->
    [one] { $within } year
   *[other] { $within } years
} is { $risk }: { $direction ->
    [higher] { $cost ->
        [one] { $cost } point
       *[other] { $cost } points
    } higher{ $ends } than
    [lower] { $cost ->
        [one] { $cost } point
       *[other] { $cost } points
    } lower{ $ends } than
   *[same] no different{ $ends } from what it would be
} if { $challenger } did not see it coming.
sentence-turn = { $way ->
    [worse] More risk at first, less later:
   *[better] Less risk at first, more later:
} against a ceasefire and nothing else, { $package } changes the chance of war, in points, by { $early } within { $first ->
    [one] { $first } year
   *[other] { $first } years
} and by { $late } within { $last }.
list-and = { $first } and { $last }
list-comma = { $first }, { $rest }

# Doubts

doubt-heading = Doubts
doubt-no-standard-errors = With fewer than { $enough } draws nobody can tell how sure these numbers are: there are no standard errors.
doubt-too-few-draws = The draws are few for whole percent points. The largest standard error of a mean is { $mean } points, of an end of a range { $end }. About { $means } draws would do for the means, { $enough } for the ranges too.
doubt-unconverged = { $package }: equilibria have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}; { $others ->
    [none] there is no draw in which all have.
   *[some] over the other draws alone the risk of war within { $years ->
        [one] { $years } year
       *[other] { $years } years
    } is { $alone }.
}
doubt-branch = { $package }: the guarantors' equilibrium is not unique somewhere in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}; the principal branch is used.
doubt-settled-at-once = { $which ->
    [all] Whoever refuses any of these packages
   *[some] Whoever refuses { $packages }
} mostly gets a peace all the same: in most draws the war that goes on is settled in its first year with a chance of more than 90 %. So the parties compare a peace with a peace, and who would sign says little of the guarantees. Much depends on what settling costs { $challenger } (challenger.settlement_cost): docs/how-to/choosing-numbers.md.
doubt-noise-floor = { $share } % of the risk of war without any guarantee within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is left with nothing to win, by the noise that the model allows: so much is no answer of the case. Are challenger.precision and the costs of a war what they should be in the unit of the prize? See docs/how-to/choosing-numbers.md.
doubt-median = At the median there is no spread: no probability here says how sure it is.

# What the findings rest on

basis-heading = What it rests on
basis-numbers = Of { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
} in the case, { $parts }.
basis-sources = { $numbers } { $numbers ->
    [one] rests
   *[other] rest
} on sources alone
basis-judged-sources = { $numbers } on sources and a judgement of what they mean here
basis-calibrated = { $numbers } { $numbers ->
    [one] was
   *[other] were
} tuned so that a check holds
basis-judgement = { $numbers } { $numbers ->
    [one] rests
   *[other] rest
} on judgement alone
basis-nothing = { $numbers } on nothing that the case names
basis-share-of-nothing = Judgement alone makes { $alone } of the variance of the risk of war within { $years ->
    [one] { $years } year
   *[other] { $years } years
} without any guarantee; all numbers in which judgement has a part make { $any }.
basis-share-of-difference = Of the variance of what { $package } changes, judgement alone makes { $alone }, all numbers with judgement in them { $any }.
basis-share = { $all ->
    [yes] all
   *[no] { $share }
} (standard error { $error } { $error ->
    [one] point
   *[other] points
})
basis-share-unconverged = Equilibria behind these shares have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}.
basis-limits = No range covers what the model itself leaves out: standfast limits.
