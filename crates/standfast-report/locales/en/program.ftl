# The program's own words.

progress = { $bar } { $percent } %  { $rate } games a second, { $left } left
cancelled = Cancelled; nothing was written.
cases-heading = Cases that come with the program:
years-bad = { $years } years lie outside the case's horizon of { $horizon }
    .help = Choose from 1 to { $horizon }.
draws-bad = { $draws } draws: choose from 1 to { $limit }
    .help = 128 for a first look, 1024 for figures that are quoted.
threads-failed = cannot start { $threads ->
    [one] { $threads } thread
   *[other] { $threads } threads
}: { $reason }
    .help = Ask for fewer.
not-converged = { $count ->
    [one] { $count } equilibrium has
   *[other] { $count } equilibria have
} not converged (largest residual { $residual }); what is printed is not to be relied on.

solve-title = { $case }: { $package }, from { $start ->
    [war] war
   *[peace] peace
}, at the median
solve-note = value: { $values }. mass { $mass }.
solve-signs = signs: { $parties }; concluded { $concluded }.
solve-equilibria = equilibria: { $solved }, largest residual { $residual }, branch not unique in { $marked }.
