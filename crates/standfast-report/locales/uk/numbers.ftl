# Uncertain numbers of a case: what they are, and their values.

number-effect = додаток до { $name }
number-effect-by = додаток до { $name } від { $holder }
number-where = { $what }, { $when }
number-added = { $value }
number-factor = × { $factor }
number-odds = шанси × { $factor }

number-title = { $owner }: { $what }
number-titled = { $title } ({ $name })
number-title-effect = { $by }: вплив на { $what } ({ $owner })
number-owner-coalition = Гаранти разом
number-owner-contest = Війна
number-owner-war = Війна
number-owner-limited = Обмежений напад
number-owner-scenario = Усі
number-by-case = Завжди
number-by-stress = { $name } (потрясіння)
number-by-peace = Мир
number-by-war = Війна
number-by-coerce = Тиск
number-by-limited = Обмежений напад
number-at-levels = { $factor } — { $levels }
number-with-levels = коли { $levels }
number-from-the-start = від початку
