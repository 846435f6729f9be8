# A case held against the record.

table-record = Held against the record
column-check = Check
column-check-years = Years
column-target = Target
column-found = Found
column-verdict = Verdict
column-use = Use
note-record = Found: the median over the draws, in brackets their middle 80 %; where the question is whether somebody would refuse, the share of draws. A check holds if that lies in its target. Years count from the ceasefire, from the first to before the second. Tuning: numbers may have been tuned on it. Held out: chosen before tuning and never tuned on, as the author of the case declares.

cell-target = { $scale ->
    [ratio] × { $low } to { $high }
    [difference] { $low } to { $high } points
   *[chance] { $low } to { $high } %
}
cell-found = { $value } ({ $low } to { $high })

verdict-holds = holds
verdict-fails = fails
verdict-undefined = undefined
use-tuning = tuning
use-held-out = held out

record-empty = This case records no checks.
record-summary = { $holding } of { $checks ->
    [one] { $checks } check
   *[other] { $checks } checks
} { $holding ->
    [one] holds
   *[other] hold
}; { $held ->
    [0] none was held out from tuning
    [one] the one held out from tuning { $heldholding ->
        [0] does not hold
       *[other] holds
    }
   *[other] of { $held } held out from tuning, { $heldholding ->
        [one] { $heldholding } holds
       *[other] { $heldholding } hold
    }
}.
record-fails = { $check } fails. { $says } Target { $target }, found { $found }. { $reason }
record-undefined = { $check } has no answer: what it asks about never happens in any draw. { $says } { $reason }
record-not-converged = Equilibria behind some checks have not converged; their verdicts are not to be relied on.

doubt-close = More draws could change { $count ->
    [one] a verdict that lies
   *[other] verdicts that lie
} within two standard errors of an end of the target: { $checks }.
doubt-check-unconverged = { $check }: equilibria have not converged in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}; the median over the other draws alone is { $alone }.
doubt-undefined = { $check }: what it is conditional on never happens in { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
}, which are left out.
