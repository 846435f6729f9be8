# A package over the years: sunset, windows, sequence.

timeline-own = With { $package } the chance of a first war is { $risks }.
timeline-within = { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
timeline-ratios = In { $near } the yearly risk of war is { $near_ratio } of what it is without any guarantee, in { $far } it is { $far_ratio } (medians over the draws).
timeline-ratio = In { $near } the yearly risk of war is { $near_ratio } of what it is without any guarantee (median over the draws).
timeline-times = × { $ratio }
timeline-halved = Its protection is greatest in { $best_year }, when it takes away { $best } of that risk, and { $halved ->
    [none] never falls to half of that for good within { $horizon ->
        [one] { $horizon } year
       *[other] { $horizon } years
    }; in { $share } of the draws it does.
   *[year] from { $halved } on it takes away less than half as much. It does so within { $horizon ->
        [one] { $horizon } year
       *[other] { $horizon } years
    } in { $share } of the draws.
}
timeline-no-protection = In no year is the yearly risk of war lower with it than without any guarantee (medians over the draws).
timeline-will = If war came, { $guarantors }.
timeline-will-one = { $guarantor } would fight with { $near } in { $near_year } and { $far } in { $far_year }
timeline-will-same = If war came, each guarantor would fight in { $far_year } as in { $near_year }, within a point.
timeline-waiting = The dearest window is that of { $instrument }: waiting { $lead ->
    [one] { $lead } year
   *[other] { $lead } years
} for it costs { $price } within { $years ->
    [one] { $years } year
   *[other] { $years } years
}, against the same package with it in force from the start.{ $all ->
    [none] { "" }
   *[all] {" "}All waiting together costs { $all }.
}
timeline-waiting-little = No waiting for a single instrument costs as much as half a point within { $years ->
    [one] { $years } year
   *[other] { $years } years
}{ $all ->
    [none] .
   *[all] ; all of it together costs { $all }.
}
timeline-points = { $points ->
    [one] { $shown } point
   *[other] { $shown } points
}
timeline-points-spread = { $mean } ({ $low } to { $high })
timeline-none-allowed = The case's constraints allow none of the orders of these instruments that were looked at.
timeline-no-matter = In which order they begin, { $step ->
    [one] { $step } year
   *[other] { $step } years
} apart, does not matter: the { $orders ->
    [one] one order that is allowed was
   *[other] { $orders } orders that were looked at are within half a point of each other
}.
timeline-only = The case's constraints allow one order: { $order }.
timeline-best = The best order, one beginning every { $step ->
    [one] year
   *[other] { $step } years
}, is { $order }: { $risk } within { $years ->
    [one] { $years } year
   *[other] { $years } years
}. { $ties ->
    [0] It is told apart from each of the others that were looked at
    [one] It cannot be told from one other order
   *[other] It cannot be told from { $ties } other orders
}; the worst costs { $worst } more, and is the worse one in { $share } of the draws.
timeline-one-by-one = Against everything beginning with the ceasefire, one after the other { $direction ->
    [dearer] costs { $points }
    [cheaper] saves { $points }
   *[same] makes no difference of half a point
}, in the best order.

timeline-unbound = The case's constraints { $cost ->
    [some] cost { $points }: without them { $order } would be best.
   *[none] cost less than half a point.
}

table-over-years = Sunset: the package over the years
column-by-year = Year
column-hazard = Risk in the year, %
column-hazard-nothing = Without any guarantee, %
column-hazard-ratio = Ratio
column-war-by = First war by then, %
column-war-by-nothing = Without any guarantee, %
note-over-years = Risk in the year: that a war begins in it, with neither war nor capture before. Ratio: with the package over without any guarantee, draw by draw: median, and where 8 in 10 draws lie. What is left at peace without any guarantee are the calmer futures: late in time the ratio makes a package look weaker than it is.

table-spells = From date to date
column-spell = Years
column-spell-hazard = Risk a year, %
column-spell-war = First war falls in it, %
note-spells = Means over the years between two dates of the package. The dates stand below.
spells-heading = The dates
spell-line = { $year }: { $events }
event-in_force = { $instrument } comes into force
event-ends = { $instrument } ends
event-effects = { $instrument } begins to act

table-will = Who would fight, if an invasion came in that year?
column-guarantor = Guarantor
row-nobody-fights = Nobody
note-will = In percent, with neither war nor capture before: a response at the moment of need, as will has drifted by then. Blank: an invasion is all but impossible.

table-windows = What waiting costs
column-in-force-from = In force from
column-window-war = First war before that, %
column-window-price = Because it is pending
column-price = Price within { $years ->
    [one] { $years } year
   *[other] { $years } years
}
column-announcing = Announcing it adds
column-later = { $step ->
    [one] { $step } year
   *[other] { $step } years
} later adds
column-brings = It takes away
note-windows = In points of the risk of a first war, draw by draw on the same draws. Because it is pending: the risk in the years before it is in force, minus what it would be if it were in force from the start; its price is the same within { $years ->
    [one] { $years } year
   *[other] { $years } years
}. Announcing it adds: the risk in those years, minus what it would be without it. The last columns are within { $years ->
    [one] { $years } year
   *[other] { $years } years
}: what a later beginning of it alone adds, and by how much the risk is higher without it.
goes-with-it = Without { $instrument } these go, too, for they require it: { $others }.

table-orders = Sequence: in which order they begin
column-order = Order
column-order-risk = First war within { $years ->
    [one] { $years } year
   *[other] { $years } years
}, %
column-above-best = Above the best
column-beaten = Best is lower in draws, %
column-lowest = Lowest of all in draws, %
column-above-once = Above all at once
note-orders = Each begins { $step ->
    [one] { $step } year
   *[other] { $step } years
} after the one before it, or as soon as the constraints allow; it comes into force as many years later as the case says, and stays as long. Differences in points. = stands beside an order that cannot be told from the best: less than half a point, or less than two standard errors, apart.
orders-heading = The orders, with the year in which each comes into force
order-line = { $order }: { $instruments }
order-start = { $instrument } { $year }
order-arrow = { $first } → { $rest }
orders-more = { $orders ->
    [one] One more order is
   *[other] { $orders } more orders are
} not shown: --format json and csv have all.
constraints-heading = Constraints of the case
constraint-after = { $then } not before { $first }: { $reason }
constraint-year = year { $year }
constraint-not-before = { $instrument } not before { $year }: { $reason }

doubt-timeline-unconverged = { $draws ->
    [one] In { $draws } draw
   *[other] In { $draws } draws
} there are equilibria that have not converged. The numbers are not to be relied on: --format csv has the largest residual of each.
doubt-timeline-exchanges = Not every order was looked at. The search went from one to a better one by exchanging two instruments, until no exchange made it better; a better order that is further away may have been missed.
doubt-timeline-ended = Not every order was looked at. The search ended at { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
}, while exchanges of two instruments still might have made it better (--orders).
doubt-timeline-best = The best order was chosen on the draws on which it is told: of many that are close, the one that looks best is flattered a little.
doubt-timeline-known = All parties know the whole sequence from the ceasefire on: what is planned to come later is as pending, and as good a reason to act before it, as what was begun at once.
timeline-not-held = { $given } is not in the package
    .help = Move instruments of the package, joined by +: --move { $known }.
