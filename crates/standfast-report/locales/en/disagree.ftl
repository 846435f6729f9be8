# Two readers of a case.

reader-case = The case as it is
assumed = { $what }: { $number }
assumed-two = { $what }: { $first } against { $second }
assumed-none = none
assumed-part = { $first }, { $rest }
disagree-risk = { $risk ->
    [war] a first war
    [war_or_capture] war or capture
    [quiet_broken] any attack, a limited one included,
    [limited] a limited attack
   *[lost] losing { $protege }
}
disagree-answers = With { $package }, { $first } puts the chance of { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
} at { $first_risk }, { $second } at { $second_risk }{ $difference ->
    [none] : less than half a point apart.
   *[some] : { $points } { $direction ->
        [more] more
       *[less] less
    }.
}
disagree-nothing-apart = The two assume the same, so there is nothing to disagree about.
disagree-one = All of it is on one thing: { $what }.
disagree-no-matter = What they assume differently does not matter here: no part of it comes to a twentieth of a point.
disagree-parts = Where that comes from: { $parts }.
disagree-part = { $points } from { $what }
disagree-cancel = What they assume differently cancels: { $parts }.
disagree-package-same = On what the package does they agree: it takes away { $first } for the one and { $second } for the other.
disagree-package-apart = On what the package does they disagree, too: it takes away { $first } for the one and { $second } for the other.
points-signed = { $shown } { $points ->
    [one] point
   *[other] points
}

table-readers = Two readers
column-reader = Reader
column-reader-risk = { $risk ->
    [war] First war
    [war_or_capture] War or capture
    [quiet_broken] Any attack
    [limited] Limited attack
   *[lost] Lost
} within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-takes-away = The package takes away, points, { $years ->
    [one] { $years } year
   *[other] { $years } years
}
row-difference = Difference, points
note-readers = Both on the same draws: what they assume differently is drawn at the same quantile. Takes away: the risk without any guarantee minus that with the package, as each reader has it.
table-apart = What they assume differently
column-apart-part = Of
column-apart-share = Share, points
column-apart-alone = Alone
column-apart-last = Last of all
column-apart-raises = Raises in draws, %
column-apart-lowers = Lowers in draws, %
note-apart = Parts of the difference of the two answers within { $years ->
    [one] { $years } year
   *[other] { $years } years
}, in points: shares (Shapley values) add up to it in every draw. Alone: what the second's number adds to the first's answer; last of all: what it adds where all else is as the second has it. What each assumes stands below.
heading-apart = What they take to be different
apart-line = { $part }: { $assumptions }
readers-heading = What each holds
reader-line = { $reader }: { $says }
doubt-disagree-together = They differ in more than { $most } numbers, so these were taken together by { $by ->
    [owner] whose they are
   *[group] what they are about
}.
doubt-disagree-cancel = Some shares are of opposite signs: what each does depends on the others, and the parts of a difference are those of this pair of readers.
method-disagree = { $variants ->
    [one] { $variants } variant
   *[other] { $variants } variants
} of the case, one for each choice of whose numbers hold.
