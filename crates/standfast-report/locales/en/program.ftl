# The program's own words.

progress = { $rate } games a second, { $left } left
cancelled = Cancelled; nothing was written.
cases-heading = Cases that come with the program:
package-unknown = there is no package or instrument `{ $given }`
    .help = Known: { $known }. Join instruments with +.
package-requires = `{ $first }` requires `{ $second }`
    .help = Add it: --package { $first }+{ $second }
package-excludes = `{ $first }` and `{ $second }` exclude each other
    .help = Leave one of them out.
package-two-bodies = `{ $first }` and `{ $second }` are both decided by consensus
    .help = A package has at most one consensus body.
case-unknown = there is no case or file `{ $given }`
    .help = Cases: { $known }; or give the path of a scenario file.
file-unreadable = cannot read { $path }: { $reason }
    .help = Is it a file, and may you read it?
years-bad = { $years } years lie outside the case's horizon of { $horizon }
    .help = Choose from 1 to { $horizon }.
draws-bad = { $draws } draws: choose from 1 to { $limit }
    .help = 128 for a first look, 1024 for figures that are quoted.
not-converged = { $count ->
    [one] { $count } equilibrium has
   *[other] { $count } equilibria have
} not converged (largest residual { $residual }); what is printed is not to be relied on.
