# When a package fails.

discover-flat = With { $package }, { $outcome } is { $chance } in every future: no uncertain number moves it.
discover-found = With { $package }, { $outcome } is { $chance }. Here the package is said to fail where that is { $side ->
    [above] more
   *[below] less
} than { $threshold } %{ $worst ->
    [asked] :
   *[worst] , which is the worst quarter of the futures:
} in { $failing } of { $draws }.
discover-none = In no future is that so, and there is nothing to tell apart.
discover-all = In every future that is so, and there is nothing to tell apart.
discover-box = { $box ->
    [first] Of 100 futures in which it fails,
   *[other] Of 100 in which it fails outside of that,
} { $coverage } have { $limits }; where { $count ->
    [one] that holds
    [2] both hold
   *[other] all of that holds
}, it fails in { $density }{ $error ->
    [none] { "" }
   *[other] { " " }± { $error }
} of 100, against { $base } of 100 of all { $box ->
    [first] futures
   *[other] that are left
}. These are fresh futures, which had no part in the search; among those in which the limits were found it is { $found-coverage } and { $found-density }.
discover-box-empty = { $box ->
    [first] In the futures that were searched,
   *[other] Outside of that,
} { $found-coverage } of 100 in which it fails have { $limits }, and where that is so it fails in { $found-density } of 100; but no fresh future that fails is there to hold that against.
discover-nothing-stands-out = No limits tell failing futures from others: of { $numbers } numbers none does so better than chance lets one of them do. { $hint ->
    [few] More futures (--draws) may show some.
   *[many] What decides is spread over many numbers, or lies in how they combine.
}
discover-no-box = No limits are left that stand out, though { $names } { $count ->
    [one] tells
   *[other] tell
} failing futures from others.
discover-not-better = No limits stand out: the best are { $limits }, but chance alone finds as good ones in { $p } of cases.
discover-others = Beyond these limits, { $names } { $count ->
    [one] tells
   *[other] tell
} failing futures from others, too; but what { $count ->
    [one] it adds
   *[other] they add
} to these limits is too little to be sure of.
discover-rest = Outside of these limits it still fails in { $rest } of 100 futures: a box says where failure is likely, not where alone it happens.
discover-limit = { $number } { $side ->
    [above] above
   *[below] below
} { $value }
discover-in-quotes = { $number } { $side ->
    [above] >
   *[below] <
} { $value }

table-box = { $box ->
    [0] The limits
   *[other] The limits, box { $box }
}; within them it fails in { $density } %
column-limit = Limit
column-keeps = Futures, %
column-without = Fails without it, %
column-quasi-p = p
column-fresh-p = p, fresh
column-in-halves = Found again, %
note-box = Futures: those that keep to this limit, whatever the others. Fails without it: in what share of the futures that keep to the other limits it fails. p: how often as many futures, taken at random from those, hold as many failures; “fresh” on futures that had no part in the search. Found again: in how many random halves of the futures.

table-way = { $box ->
    [0] From all futures to the box
    [1] From all futures to box 1
   *[other] From all futures that are left to box { $box }
}
column-step = Boxes
column-coverage = Of failures, %
column-density = Fails in, %
column-restricted = Limited numbers
column-phi = φ
column-fresh-coverage = Fresh: of failures, %
column-fresh-density = Fails in, %
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
note-way = Of failures: the share of the failing futures that is in the box (coverage). Fails in: the share of the futures in the box that fails (density). φ: the correlation of being in the box with failing, by which the box is chosen. Fresh: the same boxes in futures that had no part in the search. Every box on the way: --format json.

discover-meaning = { $name }: { $meaning }
how-to-read-discover = Futures are draws of the case's uncertain numbers; each has a chance of its own that something happens.

doubt-discover-unconverged = Equilibria have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}, fresh ones included.{ $converged ->
    [nothing] { "" }
   *[other] { " " }Without them it fails in { $converged } of 100 within the limits, among the futures that were searched.
}
doubt-discover-few = Only { $failing } futures fail: what is found among so few is not sure. More futures (--draws), or another threshold, help.
doubt-discover-fresh = On fresh futures { $limits } { $count ->
    [one] does
   *[other] do
} not stand out (p above 0.05).
doubt-discover-again = In fewer than half of random halves of the futures a limit was found where this one is: { $limits }. Another number may do as well.
method-discover = Boxes: peels of 5 %, the smallest of 5 % of the draws; { $standing ->
    [one] one number stands out
   *[other] { $standing } numbers stand out
} of { $numbers } that the game reads. Dealt at random, failures make a box in { $boxes } of { $deals } cases{ $p ->
    [none] { "" }
   *[other] ; p of the one found: { $p }
}. Fresh draws: as many, seed { $seed }.
