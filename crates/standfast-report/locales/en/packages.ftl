# All packages of a case.

packages-best = Of the { $packages ->
    [one] one package
   *[other] { $packages } packages
} that can be agreed out of { $instruments ->
    [one] { $instruments } instrument
   *[other] { $instruments } instruments
}, { $package } protects best: with it the chance that there is neither war nor capture within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $intact }; without any guarantee it is { $nothing }.
packages-close = { $close ->
    [one] Another one is
   *[other] { $close } others are
} worse by less than half a point, which is no difference.
packages-none-better = Of the { $packages } packages that can be agreed, none protects better than no guarantee by as much as half a point.
packages-none = There is no instrument on offer, so there is nothing to agree.
packages-refused = { $parties } would rather refuse it.
packages-accepted = Nobody whose signature it needs would rather refuse it.
packages-signed = Of the { $among } packages that nobody would rather refuse, { $package } protects best: { $intact }.
packages-signed-one = Only { $package } is a package that nobody would rather refuse: { $intact }.
packages-none-signed = For every package there is somebody who would rather refuse it.
packages-challenger = Of the { $among } that { $challenger } would not rather refuse, { $package } protects best: { $intact }.
packages-challenger-one = { $package } is the only one that { $challenger } would not rather refuse: { $intact }.
packages-none-challenger = { $challenger } would rather refuse every one of them.
packages-halving = The cheapest of the { $among ->
    [one] one package that halves
   *[other] { $among } packages that halve
} the risk of war or capture within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $package }: { $intact }, for an upkeep of { $cost } of the stakes.
packages-none-halves = No package halves the risk of war or capture within { $years ->
    [one] { $years } year
   *[other] { $years } years
}.
packages-common = The { $best } best all hold: { $instruments }.

table-packages = The best of all packages
column-rank = Rank
column-intact = Neither war nor capture within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-quiet = No attack at all within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-challenger = { $challenger } accepts
note-packages = Ranked by the mean of the first column, over all packages; the packages themselves stand below. No attack at all: no limited one either. All accept: each deciding alone. Blank: there is nothing to sign.

table-frontier = The frontier of protection, acceptance and cost: { $shown } of its { $packages } packages
column-frontier = On it, % of futures
column-signs = { $actor } accepts
column-upkeep = Upkeep to { $actor }
column-upkeep-of-all = Upkeep to all
note-frontier = No other package is better than one of these in one of the three without being worse in another: by the means, and by the numbers of each future in so many of them. Upkeep: what every year at peace costs those who keep it, discounted, each in units of what is at stake for it.

packages-heading = The packages
packages-line = { $rank }: { $package }
packages-line-more = { $rank }: these and { $package }
packages-line-common = { $rank }: these alone
packages-line-refused = { $line }; { $parties } would rather refuse it

doubt-packages-unconverged = In { $packages ->
    [one] { $packages } package
   *[other] { $packages } packages
} there are equilibria that have not converged, in { $draws ->
    [one] { $draws } draw
   *[other] up to { $draws } draws
}. Their numbers are not to be relied on: `--format csv` has the largest residual of each.
doubt-packages-rank = The mean of the best is known to about { $error } points (standard error of { $draws } draws). Packages that are closer to each other than that may change places with more draws.

resumed = { $file }: { $blocks } of { $of } blocks are there already.
resumed-cut = { $file }: its last { $bytes ->
    [one] byte was
   *[other] { $bytes } bytes were
} not written in full, and cut off.
cancelled-kept = Cancelled; what is done stands in { $file }. The same command goes on from there.
packages-actor = { $option } cannot be { $given }
    .help = Choose from: { $known }.
packages-too-many = more than { $limit } packages can be agreed out of these instruments
    .help = Choose some of them: --among A+B+C.
checkpoint-foreign = { $file } is no checkpoint, and was left as it is
    .help = Give the checkpoint another name.
checkpoint-version = { $file } is a checkpoint of another version, and was left as it is
    .help = Give the checkpoint another name, or remove that file.
checkpoint-other = { $file } belongs to another study: { $differences }
    .help = Ask for what the file has, give the checkpoint another name, or remove that file.
checkpoint-difference = { $what ->
    [case] the case is { $file } there and { $asked } here
    [text] the text of the case has changed since (digest { $file } there, { $asked } here)
    [under] it is { $file ->
        [none] without stresses
       *[some] under { $file }
    } there and { $asked ->
        [none] without stresses
       *[some] under { $asked }
    } here
    [engine] engine { $file } there and { $asked } here
    [seed] seed { $file } there and { $asked } here
    [among] instruments { $file } there and { $asked } here
    [by] numbers are grouped by { $file } there and by { $asked } here
   *[columns] other years or quantities are asked for
}
checkpoint-unreadable = cannot use { $file }: { $reason }
    .help = Give the path of a file that can be read and written.
checkpoint-locked = { $file } is in use: another run is writing it
    .help = Wait for it, or give the checkpoint another name.
checkpoint-output = { $file } cannot be the checkpoint and the output at once
    .help = Give one of them another name.
