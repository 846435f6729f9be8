# Why a package comes to what it does.

why-outcome = { $outcome ->
    [war] the chance that a war begins
    [intact] the chance that there is neither war nor capture
    [quiet_broken] the chance of a war, a capture or a limited attack
    [limited] the chance of a limited attack
    [lost] the chance of being lost
   *[concluded] the chance that all sign
}{ $years ->
    [0] { "" }
    [one] { " " }within { $years } year
   *[other] { " " }within { $years } years
}
why-whole = With { $package }, { $outcome } is { $all }; with a ceasefire and nothing else it is { $nothing }: { $difference } points.
why-nothing = { $package } holds no instrument, so there is nothing that its numbers come from.
why-none = None of its instruments changes that by as much as half a point.
why-most = Most of that comes from { $instruments }.
why-all-of-it = All of that comes from its one instrument.
why-against = { $count ->
    [one] { $instruments } works
   *[other] { $instruments } work
} the other way.
why-little = { $count ->
    [one] { $instruments } changes
   *[other] { $instruments } change
} next to nothing: less than half a point { $count ->
    [one] { "" }of it
   *[other] each
}.
why-share = { $instrument } ({ $points })
why-covered = { $count ->
    [one] { $instruments } adds
   *[other] { $instruments } add
} little once the others are there.
why-leans = { $count ->
    [one] { $instruments } needs
   *[other] { $instruments } need
} the others.
why-first-last = { $instrument } ({ $first } alone, { $last } on top of the others)
why-help = { $one } and { $other } help each other most: together they do { $points ->
    [one] one point
   *[other] { $points } points
} more than each by itself suggests.
why-spoil = { $one } and { $other } spoil each other most: together they do { $points ->
    [one] one point
   *[other] { $points } points
} less than each by itself suggests.
why-signs-all = Nobody whose signature it needs, and who has something to gain or to lose, would rather refuse it.
why-refuses = { $party } would rather refuse it, in { $refuses ->
    [every] every draw
   *[other] { $refuses } of the draws
}: to sign is worth { $gain } to it, in hundredths of its own stake and against the war that a refusal leaves it with.
why-base-refused = A bare ceasefire it would refuse as well ({ $gain }).
why-base-signed = A bare ceasefire would be worth { $gain }.
why-instruments-against = Against it { $count ->
    [one] speaks
   *[other] speak
}, of the instruments, above all { $instruments }.
why-streams-against = The same difference, by where it comes from: signing is worse for it above all as regards { $streams }.
why-streams-for = Signing is better for it above all as regards { $streams }.

stream = { $stream ->
    [war] war itself
    [burden] the help and sanctions that it would meet
    [prize] what it wins
    [settlement] a settlement of the war
    [loss] the loss of { $protege }
    [peace] peace as it is
    [coercion] coercion
    [limited] limited attacks
   *[signing] signing itself
}

table-why = Where it comes from: { $outcome }
column-instrument = Instrument
column-shapley = Share, in points
column-added-first = Added first
column-taken-last = Taken last
column-lowers = Lowers it, in % of draws
column-raises = Raises it, in % of draws
row-all-instruments = All together
note-why = Share: the Shapley value, the mean over all orders in which the instruments may come; shares add up to the last row. Added first: to a bare ceasefire. Taken last: added to all the others.

table-pairs = Pairs of instruments
column-pair = Pair
column-interaction = Interaction, in points
column-together = They
pair-help = help each other
pair-spoil = spoil each other
note-pairs = Interaction: how much more or less the two change together than each by itself, the mean over all that may be there already. Two that do the same work spoil each other as well. Left out: less than half a point.

table-gains = What signing is worth, by instrument
column-part = Of the package
row-base = A bare ceasefire
row-package = The package
note-gains = In hundredths of the party's own stake, against the war that a refusal leaves it with; above 0 it signs. Shown: the challenger, the protégé and who else would rather refuse.
table-streams = What signing is worth, by where it comes from
column-stream = From
note-streams = With the package, less the same in that war: a plus under war is war that signing spares. Values are what each actor itself expects: the challenger as it sees things, and beyond the horizon.

how-to-read-why = Chances in percent, differences in points: the mean over the draws, in brackets where 8 in 10 draws lie.

doubt-why-unconverged = Equilibria have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}, with one or another choice of the instruments. Numbers of these draws are not to be relied on.
doubt-why-error = The means are known to about { $error } points (standard error of { $draws } draws).
method-why = Solved in each draw: { $packages ->
    [one] one choice
   *[other] { $packages } choices
} of { $instruments ->
    [one] { $instruments } instrument
   *[other] { $instruments } instruments
}.
why-too-many = a package of { $instruments } instruments has too many choices to be taken apart: { $limit } instruments at most
    .help = Leave out what matters least, and ask for the rest: --package A+B+C.
