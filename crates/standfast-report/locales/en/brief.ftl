# A brief: one package, for a reader who decides and knows nothing of the model.

brief-title = Would it hold? { $package }
brief-contents = Contents
brief-footer = Made by Standfast, open-source software. It is analysis for keeping peace and contains no operational military detail. Another reader with the same case and the same command gets the same file.

brief-figure-numbers = The numbers of this figure
brief-heading-reading = What this is about, and how to read it
brief-heading-answer = The answer
brief-heading-parties = Who signs, and who keeps its word
brief-heading-why = Why it works as far as it does
brief-heading-breach = Where it breaks
brief-heading-change = What would change the answer
brief-heading-claims = What people said, and what the model gives
brief-heading-assumptions = Assumptions that were changed
brief-heading-sources = Sources
brief-heading-method = Method and limits
brief-heading-again = To make it again

# What it is about, and how to read it

brief-term-package = What is in the package
brief-holds-nothing = Nothing: a ceasefire and no guarantee.
brief-in-force = { $years ->
    [0] In force with the ceasefire.
    [one] In force one year after the ceasefire.
   *[other] In force { $years } years after the ceasefire.
}
brief-signed-by = To be signed by { $names }.
brief-term-parties = Who is who
brief-role-challenger = { $names } is the state that may attack.
brief-role-protege = { $names } is the state to be protected.
brief-role-guarantor = { $count ->
    [one] { $names } may come to its help (a guarantor).
   *[other] { $names } may come to its help (the guarantors).
}
brief-role-other = { $count ->
    [one] { $names } has a vote where a body decides by consensus, or a signature to give.
   *[other] { $names } have votes where a body decides by consensus, or signatures to give.
}
brief-term-condition = What is taken for granted
brief-condition = There is a ceasefire, and the package is agreed with it. How likely that is, the risks do not say; part 2 says who would sign. A war means a new war between the two; limited attacks are counted apart. Coercion is pressure short of an attack, and capture the end of the state’s independence without a war.
brief-term-numbers = How to read the numbers
brief-draws = Nobody knows the numbers that such an answer needs. So a model of what all these states would decide (a game) was solved for { $draws } sets of assumptions, called draws. In each of them { $numbers } uncertain numbers, such as what a war costs, have other values, as far as sources and judgement leave them open, and each has a risk of its own.
brief-no-draws = This case takes every number as known, so all possible futures are alike and there is no spread.
brief-brackets = “{ $spread }” means: { $mean } % on average over the draws; in 8 of 10 draws from { $low } to { $high } %, in one of 10 less, in one of 10 more.
brief-points = A point is a percentage point: from 50 % to 45 % is −5 points. Differences are taken draw by draw and before rounding, so one may be a point off the difference of two rounded numbers. An estimate of a risk is no forecast of a date.

# The answer

brief-draw-first = A draw is one set of assumptions about what nobody knows, for which the model was solved; the figures in brackets are where 8 in 10 draws lie.
brief-later = Within { $years ->
    [one] { $years } year
   *[other] { $years } years
} the chance is { $risk }, against { $nothing } with a ceasefire and nothing else.
brief-window = What is agreed but not yet in force can still be stopped by a war, which is a reason to begin one early.
brief-note-packages = What is in them: { $packages }.
brief-table-risks = The risks that are left, in percent

# Who signs, and who keeps its word

brief-signs-nothing = There is nothing to sign but the ceasefire.
brief-word-nobody = The case knows no guarantor, so there is nobody who could keep a word.
brief-table-parties = The same in numbers, in percent
brief-column-signs = Signs
brief-column-refuses = Refuses, in draws of { $draws }
brief-column-fights = Fights
brief-column-supplies = Supplies
brief-column-aside = Stands aside
brief-column-fights-without = Fights, had there been no guarantee
brief-row-nobody = Nobody fights
brief-note-parties = Signs, refuses: each party compares the package with what a refusal leaves it with, which is that the war goes on, and decides alone; it refuses where it signs with less than 50 %. Blank: its signature is not needed. Fights, supplies, stands aside: what it does if an invasion comes in year { $years }, whatever was promised. An invasion comes above all where nobody is likely to fight, and the more so the better a package deters: so these numbers do not say which package makes guarantors firmer. To supply is to send arms and money without fighting.
brief-why-others = { $count ->
    [one] One other party would rather refuse
   *[other] { $count } other parties would rather refuse
} too: standfast why tells why.
brief-note-gain = What signing is worth is counted in hundredths of what the party has at stake in the conflict as a whole. Below 0 it is worse off if it signs than if the war goes on.

# Why, where it breaks, what would change it

brief-why-too-many = A package of more than { $limit } instruments is not taken apart.
brief-note-why = Share: the mean of what an instrument adds over all orders in which the instruments may come (the Shapley value); shares add up to what the package changes. Added first: to a bare ceasefire. Taken last: on top of all the others.
brief-breach-lead = A stress is something that may go wrong after the package was agreed. The package is tested against each of them, and against the smallest sets of them; each is assumed to begin in the first year.
brief-breach-stresses = What these stresses are:
brief-breach-too-many = There are too many sets of stresses to look at.
brief-note-breach = In percent. Change: against the package without these stresses, in points. Reached: the chance that it comes to this at some time, if peace lasts; blank for what is no event of the model, such as a decision that somebody takes or not. The risk and this chance are not to be multiplied.
brief-change-nothing = Nothing: no number that this risk depends on is uncertain in the case.
brief-change-few = With so few draws nobody can tell.
brief-learn = The one number most worth knowing: { $number }. Known for certain, it would take away about { $share } % of the variance. { $way ->
    [up] The higher it is, the higher the risk.
    [down] The higher it is, the lower the risk.
   *[bent] It works one way when low and another when high.
} It rests on { $basis ->
    [sources] sources alone
    [judged-sources] sources and a judgement of what they mean here
    [calibrated] a check against history that it was tuned on
    [judgement] judgement alone
   *[nothing] nothing that the case names
}.
brief-learn-nothing = No single number stands out: many of them matter together, or there are too few draws to tell which.
brief-note-groups = Shares of the variance, the square of the spread. Alone: what would go if these numbers were known. In all: what would be left if all others were known. The largest groups are shown; “none seen”: what they make cannot be told from nothing.

# What people said

brief-claims-none = The case records nobody's words about this package or one of its instruments.
brief-claims-lead = Words about this package, or about another one with an instrument of it, were turned into tests and put to the model.
brief-claims-more = { $count ->
    [one] One more
   *[other] { $count } more
}: standfast claims { $case }.
brief-column-who = Who
brief-column-says = What is said, in short
brief-note-claims = Paraphrases. A claim holds if it does in 90 % of the draws or more, fails if in 10 % or less, and is open in between. That a claim holds in the model does not make it true, nor does it judge who said it. How words became tests: standfast claims.

# Assumptions, sources

brief-under = These stresses are taken to hold from the start:
brief-assumptions-none = The numbers of the case are those that it comes with ({ $case }); none was changed.
brief-assumptions-own = This case ({ $case }) is its author's own: no other comes with the program that it could be compared with.
brief-assumptions-changed = { $count ->
    [0] The text of the case differs from the { $case } that comes with the program, but says the same.
    [one] The case differs from the { $case } that comes with the program in one thing:
   *[other] The case differs from the { $case } that comes with the program in { $count } things:
}
brief-assumptions-more = { $count ->
    [one] One more: standfast diff { $case } FILE.
   *[other] { $count } more: standfast diff { $case } FILE.
}
brief-sources-none = The case names no works that these numbers rest on.
brief-sources-lead = The { $count ->
    [one] work
   *[other] { $count } works
} on which the numbers behind this brief rest, alone or with judgement{ $claims ->
    [0] { "" }
   *[other] , and in which the words of part 6 stand
}.

# Method and limits, and how to make it again

brief-method = A dynamic game of extended deterrence, solved exactly in every draw: each year the challenger may leave its neighbour alone, press it, attack in a limited way or invade; guarantors, whose will drifts, answer an attack; instruments come into force years after they are agreed, and act only by moving quantities of that game. All studies in this brief use the same draws. The equations, and what the numbers rest on, are in the documentation: docs/method.md, standfast explain.
brief-limits-others = Also: { $limits }.
brief-doubt-larger-sets = Sets of more than { $up_to ->
    [one] { $up_to } stress
   *[other] { $up_to } stresses
} were not looked at; some of them may break the package as well.
brief-doubt-breach-unconverged = Under { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
} of stresses there are equilibria that have not converged. These numbers are not to be relied on.
brief-doubt-shares = What { $unsure } of { $groups ->
    [one] one group
   *[other] { $groups } groups
} of numbers make alone cannot be told from nothing with { $draws } draws; four times as many halve the errors.
brief-doubt-claims-close = { $claims ->
    [one] One claim is
   *[other] { $claims } claims are
} so near to a threshold that more draws could change the verdict.
brief-doubt-claims-unconverged = Equilibria behind the claims have not converged in { $draws ->
    [one] one draw
   *[other] { $draws } draws
}.
brief-again = The same command with the same version makes the same file, byte for byte, on every machine:
brief-digest = SHA-256 of the text of { $case }
