# Uncertain numbers of a case: what they are, and their values.

number-effect = what is added to { $name }
number-effect-by = what { $holder } adds to { $name }
number-where = { $what }, { $when }
number-added = { $value }
number-factor = × { $factor }
number-odds = odds × { $factor }
