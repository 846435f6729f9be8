# Assumptions of the game made otherwise.

heading-structure = If the game were another
structure-switch = { $switch ->
    [no_preventive_war] If a war cancelled nothing that was agreed, so that there were nothing to prevent,
    [flat_choice] If the challenger weighed holding, coercing and attacking all at once,
   *[whole_war] If guarantors weighed a whole war instead of one year of it,
} { $moved ->
    [0] no package's risk would move by as much as half a point.
   *[other] the risk would move most { $same ->
        [yes] without any guarantee: to { $risk } % ({ $change }).
       *[no] under { $package }: to { $risk } % ({ $change }). Without any guarantee it would be { $nothing } % ({ $nothingchange }).
    }
}
structure-safest = { $others ->
    [0] { $package } leaves the lowest risk in each of these games.
   *[other] { $package } does not leave the lowest risk in each of them: { $list }.
}
structure-safest-other = { $package } would { $switch ->
    [no_preventive_war] if wars cancelled nothing
    [flat_choice] if all were weighed at once
   *[whole_war] if guarantors weighed a whole war
}
structure-no-safest = There is no package to compare.
structure-beside = For comparison: what is not known of the numbers lets the risk without any guarantee be anything from { $low } to { $high } % in the middle 80 % of the futures.
table-structure = War within { $years ->
    [one] { $years } year
   *[other] { $years } years
} if the game were another, %
column-structure-own = As it is
column-structure = { $switch ->
    [no_preventive_war] Wars cancel nothing
    [flat_choice] All weighed at once
   *[whole_war] Whole war weighed
}
cell-structure = { $risk } ({ $change })
note-structure = Means over the same draws; in brackets the change in points. Each assumption is made otherwise alone. Numbers that were tuned on checks were tuned in the game as it is.
doubt-structure-unconverged = Equilibria have not converged in { $draws ->
    [one] one draw
   *[other] { $draws } draws
} { $switch ->
    [no_preventive_war] where wars cancel nothing
    [flat_choice] where all is weighed at once
   *[whole_war] where a whole war is weighed
}.
