# When a package fails, or succeeds.

discover-does = { $does ->
    [fails] fails
   *[succeeds] succeeds
}
discover-futures = { $does ->
    [fails] failing futures
   *[succeeds] futures of success
}
discover-flat = With { $package }, { $outcome } is { $chance } in every future: no uncertain number moves it.
discover-found = With { $package }, { $outcome } is { $chance }. Here the package is said to { $does ->
    [fails] fail
   *[succeeds] succeed
} where that is { $side ->
    [above] more
   *[below] less
} than { $threshold } %{ $worst ->
    [asked] :
   *[worst] , which is the worst quarter of the futures:
} in { $failing } of { $draws }.
discover-none = In no future is that so, and there is nothing to tell apart.
discover-all = In every future that is so, and there is nothing to tell apart.
discover-box = { $box ->
    [first] Of 100 futures in which it { discover-does },
   *[other] Of 100 in which it { discover-does } outside of that,
} { $coverage } have { $limits }; where { $count ->
    [one] that holds
    [2] both hold
   *[other] all of that holds
}, it { discover-does } in { $density }{ $error ->
    [none] { "" }
   *[other] { " " }± { $error }
} of 100, against { $base } of 100 of all { $box ->
    [first] futures
   *[other] that are left
}{ $box ->
    [first] . These are fresh futures, which had no part in the search; among those in which the limits were found it is { $found-coverage } and { $found-density }.
   *[other] { " " }(where they were found: { $found-coverage } and { $found-density }).
}
discover-box-empty = { $box ->
    [first] In the futures that were searched,
   *[other] Outside of that,
} { $found-coverage } of 100 in which it { discover-does } have { $limits }, and where that is so it { discover-does } in { $found-density } of 100; but no fresh future of that kind is there to hold that against.
discover-nothing-stands-out = No limits tell { discover-futures } from others: of { $numbers } numbers none does so better than chance lets one of them do. { $hint ->
    [few] More futures (--draws) may show some.
   *[many] What decides is spread over many numbers, or lies in how they combine.
}
discover-no-box = No limits are left that stand out, though { $names } { $count ->
    [one] tells
   *[other] tell
} { discover-futures } from others.
discover-not-better = No limits stand out: the best are { $limits }, but chance alone finds as good ones in { $p } of cases.
discover-others = Beyond these limits, { $names } { $count ->
    [one] tells
   *[other] tell
} { discover-futures } from others, too; but what { $count ->
    [one] it adds
   *[other] they add
} to these limits is too little to be sure of.
discover-rest = Outside of these limits it still { discover-does } in { $rest } of 100 futures: a box says where that is likely, not where alone it happens.
discover-limit = { $number } { $side ->
    [above] above
   *[below] below
} { $value }

table-box = { $box ->
    [0] The limits
   *[other] The limits, box { $box }
}; within them it { discover-does } in { $density } %
column-limit = Limit
column-keeps = Futures, %
column-without = { $does ->
    [fails] Fails
   *[succeeds] Succeeds
} without it, %
column-quasi-p = p
column-fresh-p = p, fresh
column-in-halves = Found again, %
note-box = Futures: those that keep to this limit, whatever the others. Without it: in what share of the futures that keep to the other limits it { discover-does }. p: how often as many futures, taken at random from those, hold as many { discover-futures }; “fresh” on futures that had no part in the search. Found again: in how many random halves of the futures.

table-way = { $box ->
    [0] From all futures to the box
    [1] From all futures to box 1
   *[other] From all futures that are left to box { $box }
}
column-step = Boxes
column-coverage = Of { $does ->
    [fails] failures
   *[succeeds] successes
}, %
column-density = { $does ->
    [fails] Fails
   *[succeeds] Succeeds
} in, %
column-restricted = Limited numbers
column-phi = φ
column-fresh-coverage = Fresh: of { $does ->
    [fails] failures
   *[succeeds] successes
}, %
column-fresh-density = { $does ->
    [fails] Fails
   *[succeeds] Succeeds
} in, %
column-fresh-phi = φ
row-all-futures = all futures
row-peeled = peeled { $step ->
    [one] once
   *[other] { $step } times
}
row-best = peeled { $step ->
    [one] once
   *[other] { $step } times
}: the best
row-box = limits moved or dropped
note-way = First the share of the { discover-futures } that is in the box (coverage), then the share of the futures in the box in which it { discover-does } (density). φ: the correlation of both, by which the box is chosen. Fresh: the same boxes in futures that had no part in the search. Every box on the way: --format json.

discover-meaning = { $name }: { $meaning }
how-to-read-discover = Futures are draws of the case's uncertain numbers; each has a chance of its own that something happens.

doubt-discover-unconverged = Equilibria have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}, fresh ones included.{ $converged ->
    [nothing] { "" }
   *[other] { " " }Without them it { discover-does } in { $converged } of 100 within the limits, among the futures that were searched.
}
doubt-discover-few = There are only { $failing } { discover-futures }: what is found among so few is not sure. More futures (--draws), or another threshold, help.
doubt-discover-fresh = On fresh futures { $limits } { $count ->
    [one] does
   *[other] do
} not stand out (p above 0.05).
doubt-discover-again = In fewer than half of random halves of the futures a limit was found where this one is: { $limits }. Another number may do as well.
method-discover = Boxes: peels of 5 %, the smallest of 5 % of the draws; { $standing ->
    [one] one number stands out
   *[other] { $standing } numbers stand out
} of { $numbers } that the game reads. Dealt at random, { discover-futures } make a box in { $boxes } of { $deals } cases{ $p ->
    [none] { "" }
   *[other] ; p of the one found: { $p }
}. Fresh draws: as many, seed { $seed }.
