# Figures: what is written in them, beside them, and about them for those who cannot see them.

figure-mean = mean
figure-median = every number at its median
figure-half = half of the draws
figure-nine-tenths = 9 in 10 draws
figure-signs-dot = Dot: the mean; line: the middle 80 % of the draws. Refuses in: so many of the draws.
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
    [yes] {" "}(9 in 10 draws: { $low } to { $high } %)
   *[no] {""}
}.
figure-fan-beside = { $nothing ->
    [yes] Without any guarantee
   *[no] With { $package }
} it is { $risk }.
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
}, empty ones those without; a dot may be half full. Below, the same without any guarantee.
figure-dots-sentence = { $nothing ->
    [yes] Without any guarantee
   *[no] With { $package }
} a war begins within { $years ->
    [one] { $years } year
   *[other] { $years } years
} in { $zero ->
    [yes] fewer than one in twenty futures
   *[no] about { $count } of ten futures
} ({ $risk }).
figure-dots-beside = Without any guarantee: { $zero ->
    [yes] fewer than one in twenty
   *[no] about { $count } of ten
} ({ $risk }).
figure-dots-column = Of ten futures

# Who signs, and who keeps its word

figure-signs = Who signs { $package }, and who keeps its word?
figure-signs-head = Chance of signing
figure-signs-head-short = Signs, %
figure-responds-head = If there were an invasion in year { $years }
figure-signs-verdict = { $verdict ->
    [yes] signs
    [no] refuses
   *[split] split
}
figure-not-needed = not needed
figure-refuses = refuses in { $share } %
figure-refuses-column = Rather refuses, % of the draws
figure-verdict-column = Verdict
figure-intervenes = intervenes
figure-supplies = supplies
figure-stands-aside = stands aside
figure-signs-description = A row for each party. On the left: its chance of signing, a dot for the mean and a line for the middle 80 % of the draws; a word and a shape say whether it signs, refuses, or is split: a full circle, a crossed square, a half-filled diamond. On the right, for guarantors: a bar in three parts, how likely it is to intervene (filled), to supply (hatched) and to stand aside (empty) if there were an invasion.
figure-signs-note = In percent: the mean over the draws, in brackets their middle 80 %. Who would rather refuse in a fifth of the draws or fewer signs, in four fifths or more refuses, and is split between. The last columns: if there were an invasion in year { $years }, with no war and no capture before.
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
