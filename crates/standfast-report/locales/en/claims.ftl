# Claims held against the model, and questions put to it.

claims-none = This case records no claims.
claims-summary = Of { $claims ->
    [one] one claim
   *[other] { $claims } claims
}, { $counts }.
claims-holds = { $count ->
    [one] one holds
   *[other] { $count } hold
}
claims-fails = { $count ->
    [one] one fails
   *[other] { $count } fail
}
claims-open = { $count ->
    [one] one is open
   *[other] { $count } are open
}
claims-undefined = { $count ->
    [one] one has no answer
   *[other] { $count } have no answer
}
claims-silent = { $count ->
    [one] on one the model is silent
   *[other] on { $count } the model is silent
}
claims-hang-on = Of the open ones, several hang on the same: { $numbers }.
claims-hang-on-one = { $name } ({ $count } claims)

table-claims = What was said, and what the model gives
column-claim = Claim
column-share = Draws, %
column-decides = Rather holds where
note-claims = A claim holds if it does in 90 % of the draws or more, fails if in 10 % or less, and is open in between; ± is a standard error. Rather holds where: of an open claim the one number, of all that its games read, whose threshold parts the draws best; blank where none does so better than chance. In the case: the name of its primitive, for standfast explain. Who said what stands below.
claims-heading = In words
cell-share = { $share } ± { $error }
cell-decides = { $name } { $side ->
    [above] >
   *[below] <
} { $value }

verdict-open = open
verdict-silent = silent

claim-says = { $claim } ({ $who }): { $says }
claim-holds = → Holds in { $share } % of the draws.
claim-fails = → Fails: it holds in { $share } % of the draws.
claim-open = → Open: it holds in { $share } % of the draws.
claim-undefined = → No answer: what it asks about never happens in any draw.
claim-silent = → The model is silent. { $why }
claim-test = Test: { $test }. Found: { $found }.
claim-test-of-several = Test: { $test }. Found: { $found }; it holds in { $share } % of the draws.
claim-reason = Coding: { $reason }
found-yes = yes in { $share } % of the draws
found-nothing = not defined in any draw

decides = What decides most is { $number }: above { $value } the claim holds in { $above } % of { $drawsabove ->
    [one] { $drawsabove } draw
   *[other] { $drawsabove } draws
}, below in { $below } % of { $drawsbelow }. With the draws’ answers shuffled, the best of all { $numbers } numbers parts them as well in { $p } of 100 shuffles.
decides-nothing = No single number decides: the best split by any of { $numbers } is what chance would do, too, in { $p } of 100 shuffles of the answers.

doubt-claims-few = Few draws: even where all of them agree, with fewer than { $enough } draws a claim that holds, or fails, may in truth be open.
doubt-claims-close = More draws could change { $count ->
    [one] a verdict
   *[other] verdicts
} within two standard errors of a threshold: { $claims }.
doubt-claim-unconverged = { $check }: equilibria have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}; in the other draws alone it holds in { $alone } %.
claims-not-converged = Equilibria behind some claims have not converged; their verdicts are not to be relied on.

# Questions

asked-war = chance of a war
asked-limited = chance of a limited attack
asked-quiet_broken = chance of a war, a capture or a limited attack
asked-lost = chance that the protégé is lost
asked-coerced = share of the years at peace with coercion
asked-war_hazard = yearly hazard of war
asked-limited_hazard = yearly hazard of a limited attack
asked-capture_hazard = yearly hazard of capture
asked-ended_by_conquest = share of wars that end in conquest
asked-ended_by_settlement = share of wars that are settled
asked-ended_by_repulse = share of wars that are repelled
asked-fights = chance that { $actor } fights if there is an invasion
asked-supplies = chance that { $actor } supplies if there is an invasion
asked-nobody_fights = chance that nobody fights if there is an invasion
asked-signs = chance that { $actor } signs
asked-refuses = whether { $actor } would rather refuse
asked-concluded = chance that all sign
asked-years = { $what } in years { $years }
asked-of = { $what }, with { $game }
asked-ratio = { $what }, with { $game } over { $other }
asked-difference = { $what }, with { $game } less that with { $other }
asked-test = { $question }: { $bounds }
bound-yes = yes
bound-no = no
bound-least = at least { $scale ->
    [ratio] × { $value }
    [difference] { $value } points
   *[chance] { $value } %
}
bound-most = at most { $scale ->
    [ratio] × { $value }
    [difference] { $value } points
   *[chance] { $value } %
}
