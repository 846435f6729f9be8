# Uncertain numbers of a case: what they are, and their values.

number-effect = what is added to { $name }
number-effect-by = what { $holder } adds to { $name }
number-where = { $what }, { $when }
number-added = { $value }
number-factor = × { $factor }
number-odds = odds × { $factor }

number-title = { $owner }: { $what }
number-titled = { $title } ({ $name })
number-title-effect = { $by }: effect on { $what } ({ $owner })
number-owner-coalition = Guarantors together
number-owner-contest = War
number-owner-war = War
number-owner-limited = Limited attack
number-owner-scenario = Everybody
number-by-case = Always
number-by-stress = { $name } (stress)
number-by-peace = Peace
number-by-war = War
number-by-coerce = Coercion
number-by-limited = Limited attack
number-at-levels = { $factor } { $levels }
number-with-levels = with { $levels }
number-from-the-start = from the start
