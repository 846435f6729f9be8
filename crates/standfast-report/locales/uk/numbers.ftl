# Uncertain numbers of a case: what they are, and their values.

number-effect = додаток до { $name }
number-effect-by = додаток до { $name } від { $holder }
number-where = { $what }, { $when }
number-added = { $value }
number-factor = × { $factor }
number-odds = шанси × { $factor }
