# Where a package breaks.

breach-risk = { $risk ->
    [war] a first war
    [war_or_capture] war or capture
    [quiet_broken] any attack, a limited one included,
    [limited] a limited attack
   *[lost] losing { $protege }
}
breach-own = With { $package } the chance of { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $own }. It counts as broken if that passes { $threshold }{ $times ->
    [none] { "" }
    [twice] , twice as much
   *[other] , { $times } times as much
}.
breach-own-least = With { $package } the chance of { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $own }. It counts as broken if that rises by more than half a point: { $times ->
    [twice] twice
   *[other] { $times } times
} as much would be less.
breach-broken = { $package } is broken already: without any of these stresses the chance of { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $own }, more than { $threshold }.
breach-out-of-reach = No chance can be more than that: ask for a smaller multiple (--times), or for a chance (--threshold).
breach-no-stresses = No stress of the case bears on it, so there is nothing to look at.
breach-none = Nothing on the list breaks it: { $up_to ->
    [one] no single stress does.
   *[other] none of the { $sets } sets of up to { $up_to } stresses does.
} The risk comes nearest under { $stresses }: { $risk }.
breach-singles-hold = It holds against every single stress.
breach-single = One stress is enough: { $stresses }.
breach-with-risk = { $stresses } ({ $risk })
breach-together = It breaks under { $stresses } together: { $risk } instead of { $own }.
breach-others = It also breaks under { $sets ->
    [one] { $sets } other set
   *[other] { $sets } other sets
} of several stresses, none of which can be left out.
breach-reached = That it comes to these stresses within { $years ->
    [one] { $years } year
   *[other] { $years } years
} has, by the model, a chance of { $chance }, { $earliest ->
    [0] possible from the start
   *[other] at the earliest in year { $earliest }
}.
breach-likeliest = Of the sets that are made of events of the model, the likeliest is { $stresses }, which makes the risk { $risk }. The chance that all of them have come to pass, each at some time, is { $chance } within { $years ->
    [one] { $years } year
   *[other] { $years } years
}, { $earliest ->
    [0] possible from the start
   *[other] at the earliest in year { $earliest }
}.
breach-mended = Risk does not only rise with what goes wrong: { $places ->
    [one] in { $places } place
   *[other] in { $places } places
} a breach is mended by one stress more.

table-breach = The smallest sets of stresses that break it
column-set = Set
column-breach-risk = { $risk ->
    [war] First war
    [war_or_capture] War or capture
    [quiet_broken] Any attack
    [limited] Limited attack
   *[lost] Lost
} within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-change = Change in points
column-breaks-in = Breaks in draws
column-reached = Reached within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-earliest = Possible from year
column-likely = Likely from year
note-breach = The sets stand below.
table-singles = Single stresses
column-stress = Stress
note-singles = The risk is meant as though the stresses held from the first year for good, on the same draws; the change is that against the package without them. Breaks in draws: the share of draws in which the risk passes the threshold. Reached: the chance that each of the levels is reached at some time, if peace lasts with the package in force; this and the risk are not to be multiplied. Blank: stresses that are no events of the model have no chance in it. Years count from 0, the year of the ceasefire.
breach-sets-heading = The sets
breach-set-line = { $set }: { $stresses }
breach-more = { $sets ->
    [one] One more set is
   *[other] { $sets } more sets are
} not shown: --format json and csv have all.
breach-descents-heading = What lowers the risk
breach-descent = { $stress }: in { $places ->
    [one] one place that was looked at
   *[other] { $places } places that were looked at
}; { $where ->
    [alone] by itself it makes { $to } of { $from }
   *[set] beside { $where } it makes { $to } of { $from }
}.
breach-left-out-heading = Left out
breach-left-out = { $why ->
    [holds] { $stresses }: held in any case (--under).
    [late] { $stresses }: begins later, and a set holds from the start.
    [clashes] { $stresses }: cannot hold together with what holds in any case.
   *[bears_not] { $stresses }: does nothing to this package, whatever else holds.
}

doubt-breach-not-looked-at = { $sets ->
    [one] One larger set
   *[other] { $sets } larger sets
} of more than { $up_to ->
    [one] { $up_to } stress
   *[other] { $up_to } stresses
} { $sets ->
    [one] was
   *[other] were
} not looked at, and may break it (--up-to, --whole).
doubt-breach-not-looked-at-many = Very many sets of more than { $up_to ->
    [one] { $up_to } stress
   *[other] { $up_to } stresses
} were not looked at, and may break it (--up-to, --among).
doubt-breach-close = { $sets ->
    [one] The risk under { $sets } set is
   *[other] The risks under { $sets } sets are
} within two standard errors of the threshold: with more draws { $sets ->
    [one] it
   *[other] they
} may fall on the other side.
doubt-breach-unconverged = Under { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
} there are equilibria that have not converged. Their numbers are not to be relied on: --format csv has the largest residual of each.
doubt-breach-descents = Sets that contain a breach set were not looked at, so there may be more places in which one stress more lowers the risk (--whole).
breach-too-many = more than { $limit } sets of stresses
    .help = Look at smaller ones (--up-to 2), or choose stresses: --among A+B+C.
threshold-bad = { $given } is no chance
    .help = Give a chance from 0 to 1, such as 0.3.
times-bad = { $given } is no multiple of a risk
    .help = Give a number above 0: --times 2.
