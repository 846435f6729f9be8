# Що означає назва: теми, факти про них, впливи словами, посилання на джерела.

topic-primitive = базова величина
topic-group = базові величини
topic-actor = учасник
topic-factor = чинник
topic-instrument = інструмент
topic-package = пакет
topic-stress = потрясіння
topic-check = перевірка
topic-claim = твердження
topic-assumptions = припущення
topic-evidence = підстава
topic-reference = джерело
topic-code = помилка

list-or = { $first } або { $last }
where = якщо { $levels }
where-level = { $factor } має рівень { $levels }
in-force-with = якщо в силі { $instruments }
in-force-without = якщо не в силі { $instruments }
years-from = з { $first }-го року
years-between = з { $first }-го по { $last }-й рік
years-never = ніколи

change = { $direction ->
    [up] вище
    [down] нижче
    [either] вище або нижче
   *[none] без змін
}
change-identity = { change } (додає { $range })
change-log = { change }, × { $factors } (додає { $range } до логарифма)
change-logit = { change }, шанси × { $factors } (додає { $range } до логарифма шансів)
effect = { $subject }: { $change }
effect-where = { $subject }, { $active }: { $change }
effect-by = { $on } (від { $holder })
effect-always = завжди

fact-unit = Одиниця
fact-larger = Якщо більша
fact-link = Функція зв’язку
fact-domain = Допустимі значення
fact-default = Типове значення
fact-default-none = немає: його задає кожен чинник
fact-read = Коли використовують
fact-value = Значення
fact-left-out = типове значення; сценарій його не задає
fact-scale = Розкид
fact-median = Медіана
fact-range = Від 5 % до 95 %
fact-name = Назва
fact-about = Опис
fact-role = Роль
fact-levels = Рівні на початку
fact-exhausted = Після війни
fact-exhausted-yes = падає до найнижчого рівня
fact-parents = Його річні ризики залежать від
fact-in-force = Чинність
fact-always = усі роки
fact-aborted = Війна до того
fact-aborted-yes = скасовує його назавжди
fact-lapses = Призупиняється
fact-signed = Потрібні підписи
fact-signed-nobody = нічиї
fact-consensus = Зобов’язує повною мірою
fact-consensus-of = якщо жоден із членів ({ $members }) не блокує
fact-requires = Потребує
fact-required = Потрібний для
fact-excludes = Виключає
fact-instruments = Інструменти
fact-nothing = жодних: лише припинення вогню
fact-when = Коли
fact-from-start = від початку
fact-from-year = від { $year }-го року
fact-sets = Установлює
fact-sets-level = { $factor } на рівень { $level }
fact-disables = Вимикає
fact-kind = Вид
fact-says = Зміст
fact-source = Джерело
fact-source-unlisted = { $source } — цього немає в жодній тутешній бібліографії
fact-locator = Де саме в ньому
fact-date = Дата
fact-direction = Напрям
fact-tuned = Підібрано за перевіркою
fact-quantity = Величина
fact-years = Роки
fact-package = Пакет
fact-target = Ціль
fact-whose = Чия
fact-against = Порівняно з
fact-window = { $window }: від { $from }-го року до початку { $to }-го
fact-by-ratio = { $game }, як відношення
fact-by-difference = { $game }, як різниця
fact-game-under = { $package }, потрясіння: { $under }
fact-use = Призначення
fact-reason = Обґрунтування
fact-who = Хто каже
fact-coded = Як слова стали тестом
fact-silent = Модель мовчить
fact-severity = Серйозність
fact-why = Чому
fact-page = Приклади
fact-evidence = Спирається на

kind-measured = measured: виміряно, тобто полічено або оцінено за даними
kind-expert = expert: слова того, хто знає цю галузь
kind-judgement = judgement: судження, вибір автора сценарію
kind-calibrated = calibrated: підібрано так, щоб модель проходила названу перевірку

role-challenger = супротивник: може напасти на підзахисну державу; має базові величини challenger.…
role-protege = підзахисна держава: на неї можуть напасти; має базові величини protege.…
role-guarantor = гарант: дав більш чи менш переконливу обіцянку допомогти
role-other = інший: лише голосує в органах, що вирішують консенсусом, і підписує

spread-known = просте число, яке вважається відомим
spread-range-identity = від 5-го до 95-го процентиля нормального розподілу
spread-range-log = від 5-го до 95-го процентиля нормального розподілу логарифма
spread-range-logit = від 5-го до 95-го процентиля нормального розподілу логарифма шансів
spread-distribution = розподіл самого числа

heading-equations = Рівняння
heading-equations-in = Рівняння ({ $section }, docs/method.md)
heading-values = У сценарії { $case }
heading-effects = Впливи на цю величину
heading-own-effects = Власні впливи
heading-evidence = Спирається на (англійською)
heading-conditions = Впливи, що від цього залежать
heading-presets = У пакетах
heading-checks = У перевірках
heading-claims = У твердженнях
heading-tests = Тести: у прогоні мають виконуватися всі
heading-assumes = Вважає іншим
heading-lapses = Через це призупиняється
heading-stresses = У потрясіннях
heading-constraints = В обмеженнях порядку
heading-primitives = Базові величини
heading-signs = Підписує
heading-members = Голосує щодо
heading-used = На це посилаються
heading-owners = У сценарії { $case }
heading-tuned = За нею підібрано

value-line = { $name }: { $value }
value-line-median = { $name }: { $value }, медіана { $median }
value-line-default = { $name }: { $value }, типове значення
evidence-line = { $id } ({ $kind }): { $says }
evidence-line-source = { $id } ({ $kind }): { $says } Джерело: { $source }
locator = { $citation } { $locator }.

citation-authors = { $people } ({ $date })
citation-editors = { $people } (ред., { $date })
citation-volume = Т. { $number }
citation-number = № { $number }
citation-et-al = { $first } та ін.
citation-no-date = без дати
citation-accessed = { $url } (дата звернення: { $date })

topic-title = { $name } ({ $topic })

primitives-title = Базові величини
primitives-about = Усі величини гри. Значення в певному стані — це число величини плюс усі впливи, що діють у цьому стані, додані на шкалі її функції зв’язку. GUARANTOR, VOTER, FACTOR і PARTY стоять замість id зі сценарію: VOTER — гарант або один з інших, PARTY — challenger, protege або гарант. `standfast explain NAME` додає, чим величина стає у сценарії. Позначення — ті самі, що в [описі методу](method.md).
primitives-name = назва
primitives-link = функція зв’язку
primitives-default = типове значення
primitives-read = коли використовують
primitives-meaning = значення
