# One future, told.

story-title = One future of many. { $title }
story-one-of-many = This is one path through the game, drawn by chance: one of very many that the model holds possible, and not a forecast.
story-no-package = There is a ceasefire, and { $protege } is without any guarantee.
story-package = There is a ceasefire, and the package “{ $package }” was agreed with it: { $instruments }.
story-instruments = There is a ceasefire, and this was agreed with it: { $instruments }.
story-signed = The story begins where everybody has signed. How likely that was is another question: with the numbers of this future { $chance }, since all have to: { $signs }.
story-risk = Nobody knows the numbers of the model exactly, so every future has a set of its own. With the set behind this one, a war begins within { $years ->
    [one] { $years } year
   *[other] { $years } years
} in { $chance } of paths.
story-risk-median = With every number at its median, a war begins within { $years ->
    [one] { $years } year
   *[other] { $years } years
} in { $chance } of paths.
story-how-to-read = In brackets: how likely the model held what happens, as things stood; at the start, that they stood so; of a guarantor, that it does what it does; of a row of years, in each of them. A year is peaceful without a war or an attack, even if { $protege } is coerced in it. To coerce is to press { $protege } by means short of an attack; a limited attack is a land grab or a raid, short of an invasion. Whoever supplies sends arms and money; whoever intervenes fights. Whether the moment is good or bad for help, as the rest of the world would have it, is drawn anew for every attack, and for all of them alike.
story-chance = { $percent }%
story-chances = { $low }–{ $high }%
story-any-chance = from <1% to >99%
story-at-least = { $percent }% or more
story-at-most = { $percent }% or less
story-with-chance = { $name } ({ $chance })

story-start = At the start. { $factors }.
story-semicolon = { $first }; { $rest }
story-stands = { $factor }: { $level }
story-moves = { $factor }: { $to }, no longer { $from } ({ $chance }).
story-exhausted = The war has left its mark. { $factor }: { $to }, no longer { $from }.
story-is = { $factor } is { $level }
story-comes-into-force = In force from now on: { $instruments }.
story-expires = No longer in force: { $instruments }.
story-lapses = Suspended: { $instrument }, as { $why }.
story-resumes = No longer suspended: { $instruments }.

story-holds = No attack. { $challenger } leaves { $protege } alone { $held ->
    [one] this year
    [2] in both years
   *[other] in all { $held } years
} ({ $holds }).
story-coerces = No attack. { $challenger } coerces { $protege } { $coerced ->
    [one] this year
    [2] in both years
   *[other] in all { $coerced } years
} ({ $coerces }); { $protege } withstands ({ $withstands }).
story-holds-and-coerces = No attack. { $challenger } leaves { $protege } alone in { $held ->
    [one] one of these years
   *[other] { $held } of these years
} ({ $holds }) and coerces it in { $coerced ->
    [one] one
   *[other] { $coerced }
} ({ $coerces }); { $protege } withstands ({ $withstands }).

story-year-coerces = { $challenger } coerces { $protege } ({ $chance }).
story-captured = { $protege } comes under its control without a war ({ $chance }).
story-attacks-limited = { $challenger } attacks { $protege } in a limited way ({ $chance }).
story-stays-limited = It stays limited ({ $chance }).
story-escalates = It becomes a war ({ $chance }).
story-takes = { $challenger } takes what it was after ({ $chance }).
story-is-held = { $challenger } does not get what it was after ({ $chance }).
story-invades = { $challenger } invades { $protege } ({ $chance }).
story-cancelled = The war cancels for good what was still to come: { $instruments }.
story-agrees = { $instrument }: the members agree to act ({ $chance }).
story-blocks = { $instrument }: a member blocks a common decision ({ $chance }).
story-better = A good moment for help ({ $chance }).
story-worse = A bad moment for help ({ $chance }).
story-intervenes = Intervening: { $who }.
story-supplies = Supplying: { $who }.
story-stands-aside = Standing aside: { $who }.
story-settles = { $challenger } ends the war by a settlement ({ $chance }).
story-fights-on = { $challenger } fights on ({ $chance }).
story-goes-on = The war is undecided ({ $chance }).
story-is-repelled = { $challenger } is repelled, and the war ends ({ $chance }).
story-conquers = { $protege } is conquered, and the war ends ({ $chance }).

story-end = At the end of { $year } { $protege } is { $end ->
    [peace] at peace
    [war] at war
   *[lost] lost to { $challenger }
}.
story-peaceful = { $peaceful } of { $end ->
    [lost] the { $years } years until then
   *[other] { $years } years
} were without a war or an attack{ $coerced ->
    [0] .
   *[other] ; in { $coerced } of them { $protege } was coerced.
}
story-chosen = Chosen from { $among } paths, { $at ->
    [median] all at the median
   *[draw] one in each draw
}, by the number of peaceful years: { $which ->
    [best] a tenth of them have more or as many
    [worst] a tenth of them have fewer or as many
   *[typical] it is the one in the middle
}. A tenth of the paths have { $low } peaceful years or fewer, a tenth { $high } or more.
story-again = { $at ->
    [median] Every number at its median
   *[draw] Draw { $draw }
}, path { $path }, seed { $seed }, engine { $engine }, case digest { $digest }. The same again:
