# Figures: what is written in them, beside them, and about them for those who cannot see them.

figure-mean = mean
figure-median = every number at its median
figure-half = half of the draws
figure-nine-tenths = 9 in 10 draws
figure-signs-dot = Dot: the mean; line: the middle 80 % of the draws. Refuses: signs with less than 50 %, in so many of the draws; in more than half of them: would rather refuse.
figure-floor = noise floor: left with nothing to win
figure-window = window: for { $years ->
    [one] { $years } year
   *[other] { $years } years
} a war would still cancel a part of it
figure-percent-column = Chance, %
figure-column-by = By the beginning of

# Hazard fan

figure-fan = Chance that a war has begun, { $package }
figure-fan-description = A fan chart. Across: calendar years since the ceasefire. Upwards: the chance in percent that a first war has begun by then. A line for the mean over the draws, a dark band for the middle half of them, a light band for the middle nine tenths. Hatched at the bottom: the noise floor, which would be left if there were nothing to win. Shaded: the window in which a war would still cancel a part of what was agreed. Dashed lines with names: other packages.
figure-fan-sentence = { $nothing ->
    [yes] Without any guarantee
   *[no] With { $package }
} the chance that a war has begun by { $by } is { $risk }{ $spread ->
    [yes] {" "}(8 in 10 draws: { $low } to { $high } %)
   *[no] {""}
}.
figure-fan-beside = { $nothing ->
    [yes] Without any guarantee
   *[no] With { $package }
} it is { $risk }.
figure-fan-bands = The dark band holds half of the draws, the light one 9 in 10.
figure-fan-note = In percent, by the beginning of each year. Ranges: the middle half of the draws, and the middle nine tenths.

# Ten dots

figure-dots = In how many of ten futures does a war begin within { $years ->
    [one] { $years } year
   *[other] { $years } years
}?
figure-dots-row = { $package }: { $count } of 10 · { $percent } %
figure-dots-war = a war begins
figure-dots-none = no war begins
figure-dots-description = Ten dots in a row for each package. Filled and crossed dots are futures in which a war begins within { $years ->
    [one] { $years } year
   *[other] { $years } years
}, empty ones those without; the last one is filled as far as the chance goes. Below, the same without any guarantee.
figure-dots-sentence = { $nothing ->
    [yes] Without any guarantee
   *[no] With { $package }
} a war begins within { $years ->
    [one] { $years } year
   *[other] { $years } years
} in { $count } of 100 futures.
figure-dots-beside = Without any guarantee it does in { $count } of 100.
figure-dots-count = { $size ->
    [least] fewer than 1
    [most] more than 99
   *[plain] { $count }
}
figure-dots-column = Of ten futures

# Who signs, and who keeps its word

figure-signs = Who signs { $package }, and who keeps its word?
figure-signs-head = Chance of signing
figure-signs-head-short = Signs, %
figure-responds-head = If there were an invasion in year { $years }
figure-signs-verdict = { $verdict ->
    [no] would rather refuse
   *[yes] would rather sign
}
figure-not-needed = not needed
figure-refuses = refuses in { $share } %
figure-refuses-column = Refuses, % of the draws
figure-verdict-column = Verdict
figure-intervenes = intervenes
figure-supplies = supplies
figure-stands-aside = stands aside
figure-signs-description = A row for each party. On the left: its chance of signing, a dot for the mean and a line for the middle 80 % of the draws; words and a shape say whether it would rather sign (a full circle) or rather refuse (a crossed square). On the right, for guarantors: a bar in three parts, how likely it is to intervene (filled), to supply (hatched) and to stand aside (empty) if there were an invasion.
figure-signs-note = In percent: the mean over the draws, in brackets their middle 80 %. A party refuses in a draw if it signs with less than 50 %; it would rather refuse if it refuses in more than half of the draws. The last columns: if there were an invasion in year { $years }, with no war and no capture before.
figure-nobody = If there were an invasion in year { $years }, the chance that nobody intervenes would be { $chance }.

# Packages compared

figure-packages = Chance of a first war under each package
figure-within = within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
figure-dot = In percent. Dot and number: the mean; line: the middle 80 % of the draws; dashed: no guarantee. From 40 years on, numbers are rounded to fives (~).
figure-packages-description = A row for each package, the one without any guarantee first, then from the lowest risk on. In each column, for so many years, a dot for the mean chance of a first war, a line for the middle 80 % of the draws, and the mean as a number. A dashed line marks the mean without any guarantee.
figure-packages-nothing = Without any guarantee the chance of a war within { $years ->
    [one] { $years } year
   *[other] { $years } years
} is { $risk }.
figure-packages-range = Under the packages here it lies between { $risk } ({ $package }) and { $highestrisk } ({ $highest }).
figure-packages-one = With { $package } it is { $risk }.

# Why

figure-why = Why { $package } comes to this: what each instrument brings
figure-why-axis = What it adds to { $outcome }, in points
figure-why-better = for the better
figure-why-worse = for the worse
figure-eight-tenths = middle 80 % of the draws
figure-why-first = added first, to nothing
figure-why-last = taken last, on top of all others
figure-why-pairs = Pairs, in points
figure-why-pair = { $one } and { $other } { $way ->
    [help] help each other
   *[spoil] spoil each other
}
figure-why-instrument = Instrument
figure-why-share = Share
figure-why-note = In points: the mean over the draws, in brackets their middle 80 %. Shares (Shapley values) add up to what the package changes. Pairs: what two instruments change together beyond what each does by itself.
figure-why-description = A bar for each instrument, from zero to its share (its Shapley value) in what the package changes of { $outcome }: filled where that is for the better, hatched where it is for the worse; a line across for the middle 80 % of the draws. An empty triangle above marks what the instrument adds to a bare ceasefire, a full one below what it adds to all the others. Below: the pairs that help or spoil each other most.

# Breach cards

figure-breach = Where { $package } breaks
figure-breach-none = No set of stresses that was looked at breaks it.
figure-breach-more = { $sets ->
    [one] … and { $sets } other set
   *[other] … and { $sets } other sets
}
figure-breach-own = the package's own risk
figure-breach-added = what the stresses add
figure-breach-threshold = breaks from { $threshold } on
figure-breach-set = Set { $number }: { $stresses ->
    [one] one stress
   *[other] { $stresses } stresses together
}
figure-breach-set-likeliest = Set { $number }, the likeliest: { $stresses ->
    [one] one stress
   *[other] { $stresses } stresses together
}
figure-breach-bar = risk: { $own } → { $risk }
figure-breach-reached = comes to this within { $years ->
    [one] { $years } year
   *[other] { $years } years
}: { $chance } %
figure-breach-unknown = how likely, the model does not say
figure-breach-stresses = Stresses
figure-breach-after = Risk, %
figure-breach-chance = Comes to this, %
figure-breach-description = A card for each of the smallest sets of stresses under which the package breaks, up to six, the likeliest of all among them and marked. Each names the stresses, draws a bar from the package's own risk to the risk under them, with a line where it breaks, and says how likely it is to come to this.

# Sobol bars

figure-sensitivity = What would change { $outcome } with { $package }
figure-sensitivity-judgement = all numbers in which judgement has a part
figure-sensitivity-first = alone: gone if known
figure-sensitivity-total = in all: left if all others were known
figure-sensitivity-error = sure to 95 %
figure-sensitivity-weak = weak evidence
figure-sensitivity-weak-name = { $name } (weak evidence)
figure-sensitivity-numbers = { $first } · { $total } %
figure-sensitivity-head = alone · in all
figure-sensitivity-group = Numbers about
figure-sensitivity-note = Shares of the variance in percent, with standard errors: what would go if the group were known, and what would be left if all others were.
figure-sensitivity-description = Two bars for each group of uncertain numbers: the share of the variance that would go if they were known, and below it the share that would be left if all others were known, each with a line for how sure that is. Groups that rest on weak evidence are hatched and named.

# Timeline

figure-timeline = { $package } over the years
figure-timeline-axis = Chance that a war begins in a year, with neither war nor capture before
figure-timeline-instruments = Instruments
figure-timeline-force = in force
figure-timeline-pending = agreed, not yet in force
figure-timeline-instrument = { $instrument }: from { $from }{ $until ->
    [none] {""}
   *[other] {" "}to { $until }
}{ $aborted ->
    [yes] , if no war comes before
   *[no] {""}
}
figure-timeline-description = Above: the chance in percent that a war begins in a year, with neither war nor capture before, year by year: a line for the mean over the draws, a band for their middle 80 %, dashed the same without any guarantee; some years have their number. Below, on the same years: a bar for each instrument, hatched while it is agreed and not yet in force, filled while it is in force.

# Checks

figure-checks = Held against the record
figure-checks-found = found
figure-checks-target = target
figure-checks-close = contested
figure-checks-contested = { $checks ->
    [one] { $checks } verdict is contested: more draws could change it.
   *[other] { $checks } verdicts are contested: more draws could change them.
}
figure-checks-note = Contested: an end of the target lies within two standard errors of what was found, so that more draws could change the verdict.
figure-checks-description = A row for each check: what the record says; on a scale of its own, a hatched box for the target, a dot for what was found and a line for the middle 80 % of the draws; the numbers; and whether it holds (a full circle), fails (a crossed square) or is contested (a half-filled diamond).

# Frontier

figure-frontier = All packages: protection and acceptance within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
figure-frontier-named = packages with names
figure-frontier-on = frontier of protection, acceptance and cost
figure-frontier-others = all others
figure-frontier-line = no other has more of both
figure-frontier-size = The larger the circle, the dearer: { $cost }.
figure-frontier-sentence = Of { $packages } packages, { $frontier } are beaten by no other in protection, acceptance and cost taken together. The one that protects best leaves { $intact } without war or capture within { $years ->
    [one] { $years } year
   *[other] { $years } years
}; the chance that it is accepted is { $accepted }.
figure-frontier-note = Means over the draws in percent, in brackets their middle 80 %; cost in hundredths of what is at stake. The packages with names, then some of the frontier.
figure-frontier-description = A scatter plot of every package that can be agreed. Upwards: the chance of neither war nor capture within { $years ->
    [one] { $years } year
   *[other] { $years } years
}. Across: the chance that it is accepted. Full circles with names: presets. Rings: packages that are worse than no other in protection, acceptance and cost at once; the larger a circle, the higher the cost. A stepped line joins those that no other beats in both protection and acceptance.
