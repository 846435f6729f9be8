# Figures: what is written in them, beside them, and about them for those who cannot see them.

figure-about = ~{ $percent } %
figure-mean = mean
figure-median = every number at its median
figure-half = half of the draws
figure-nine-tenths = 9 in 10 draws
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
figure-fan-sentence = With { $package } the chance that a war has begun by { $by } is { $risk }{ $spread ->
    [yes] {" "}(9 in 10 draws: { $low } to { $high } %)
   *[no] {""}
}.
figure-fan-beside = With { $package } it is { $risk }.
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
figure-dots-sentence = With { $package } a war begins within { $years ->
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
