# The program's own words.

progress = { $bar } { $percent } %  { $rate } games a second, { $left } left
cancelled = Cancelled; nothing was written.
cases-heading = Cases that come with the program:
new-done = Wrote { $path }: a small case with invented states and numbers, to be replaced by yours. It runs as it is:
new-bad-name = `{ $name }` cannot be the name of a case
    .help = Take letters, digits, _ and -, a letter first: `standfast new my-case` writes my-case.toml.
new-exists = { $path } exists already, and was left as it is
    .help = Choose another name, or move that file out of the way.
new-unwritten = cannot write { $path }: { $reason }
    .help = Name a folder that exists and that you may write to.
fmt-done = { $name }: now in canonical layout
fmt-differs = { $name }: not in canonical layout
fmt-help = `standfast fmt FILE` lays a file out; its comments and values stay.
years-bad = { $years } years lie outside the case's horizon of { $horizon }
    .help = Choose from 1 to { $horizon }.
draws-bad = { $draws } draws: choose from 1 to { $limit }
    .help = 128 for a first look, 1024 for figures that are quoted.
standard-input-twice = standard input is one case, not two
    .help = Give the path of a file for one of them.
parquet-terminal = Parquet is not for a terminal
    .help = Name a file with --output, or send standard output to one.
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
}{ $stresses ->
    [0] { "" }
   *[other] , under { $under }
}, at the median
solve-note = value: { $values }. mass { $mass }.
solve-signs = signs: { $parties }; concluded { $concluded }.
solve-equilibria = equilibria: { $solved }, largest residual { $residual }, branch not unique in { $marked }.

plot-ending = { $given }: a figure is written as SVG or PNG
    .help = End the name of the file in .svg or .png.
plot-one-package = this figure is about one package, { $given ->
    [0] and none is named
   *[other] not { $given }
}
    .help = Name one with --package: one of { $known }, or instruments joined by +.
plot-ghosts = { $given } packages behind the fan are too many to tell apart
    .help = Name { $limit } at most with --ghost.
page-missing = this program was built without its page
    .help = In a checkout, `cargo xtask page` builds it (it needs npm, and a compiler for WebAssembly); the next `cargo build --release` takes it in.
serve-at = The page is at { $address }, on this machine alone. Ctrl-C ends it.
serve-busy = cannot listen on port { $port }: { $reason }
    .help = Choose another with --port, or --port 0 for any that is free.
serve-unopened = The browser could not be opened: { $reason }
site-written = Wrote { $files ->
    [one] one file
   *[other] { $files } files
} into { $path }: the page, for any host.
site-not-empty = { $path } is not empty, and was left as it is
    .help = Name a folder that is empty, or that is not there yet.
site-unwritten = cannot write into { $path }: { $reason }
    .help = Name a folder that you may write into.
