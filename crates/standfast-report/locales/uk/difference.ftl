# У чому два сценарії кажуть різне.

topic-difference = що змінилося
difference-title = Від { $before } до { $after }
difference-none = Обидва сценарії кажуть те саме.
difference-count = { $count ->
    [1] Одна відмінність.
    [one] { $count } відмінність.
    [few] { $count } відмінності.
    [many] { $count } відмінностей.
   *[other] { $count } відмінності.
}
difference-draws = Те саме зерно розігрує для них різні значення, бо їхні невизначені числа не однакові або стоять в іншому порядку: результати різняться ще й випадково.
difference-sources = Джерела не порівнюються, бо бібліографія є не в кожного з двох сценаріїв.

part-scenario = Сценарій
part-actors = Учасники
part-factors = Чинники
part-primitives = Базові величини
part-effects = Впливи рівнів, фаз і дій
part-instruments = Інструменти
part-constraints = Обмеження порядку
part-packages = Пакети
part-stresses = Потрясіння
part-checks = Перевірки
part-claims = Твердження
part-assumptions = Припущення читачів
part-evidence = Підстави
part-sources = Джерела

difference-changed = { $what }: було — { $before }, стало — { $after }
difference-rests = { $what }: { $rests }
difference-number-rests = { $number }; { $rests }
difference-now-with = { $what }: тепер із { $added }
difference-now-without = { $what }: тепер без { $removed }
difference-now-with-without = { $what }: тепер із { $added }, без { $removed }
difference-order = { $what }: тепер у порядку { $after } (було: { $before })
difference-order-effects = впливи в іншому порядку
difference-added = додано: { $what }
difference-removed = вилучено: { $what }
difference-of = { $of }, { $what }
difference-of-effect = { $of }, вплив на { $what }
difference-unshown = { $what }: відмінність у тому, чого тут не показано
difference-thing = { $id }: { $about }

rests-first = тепер спирається на { $added }
rests-more = тепер спирається ще й на { $added }
rests-less = більше не спирається на { $removed }
rests-more-less = тепер спирається ще й на { $added }, але вже не на { $removed }
rests-nothing = тепер не спирається ні на що (було: { $removed })
rests-other = тепер спирається на { $added } (було: { $removed })

said-none = немає
said-ukrainian = { $text } (українською)
said-default = { $value }, типове значення
said-number = { $median } (від { $low } до { $high })
said-written = { $number } із { $written }
said-level = { $level } { $value }
said-range = від { $low } до { $high }
said-assumed = { $what } { $number }
said-own = як у самій перевірці
said-guarantor = { $id } (гарант)
said-other = { $id } (інший учасник)

# Ключі мови словами. `.none` — те, що каже сценарій, у якому ключа немає.

label-id = id
label-title = заголовок
label-start = рік припинення вогню
label-horizon = скільки років у звіті
label-tail = скільки років розв’язано понад них
label-discount = дисконтування
label-exhausted_by_war = виснажує війна
label-challenger = супротивник
label-protege = підзахисна держава
label-name = назва
label-about = опис
label-role = роль
label-levels = рівні
label-level_names = назви рівнів
label-initial = рівні на початку
label-rise = річний ризик зростання
label-fall = річний ризик падіння
label-from = перший рік
    .none = як в інструмента
label-lead_time = перший рік чинності
label-until = перший рік, коли вже не чинний
label-aborted_by = назавжди скасовує
label-lapses_when = призупинення
    .none = ніколи
label-decision = хто вирішує
    .none = ті, хто підписує
label-members = члени
label-consent = хто підписує
label-requires = потребує
label-excludes = виключає
label-instruments = інструменти
label-set = установлює
label-at = перший рік
label-disable = вимикає
label-says = зміст
label-reason = обґрунтування
label-quantity = величина
label-actor = учасник
label-years = роки
label-package = пакет
label-under = потрясіння
label-by = спосіб порівняння
label-against-package = пакет для порівняння
label-against-under = потрясіння для порівняння
label-target = ціль
label-who = хто каже
label-tests = тести
label-silent = чому модель мовчить
label-use = призначення
label-primitives = числа
label-effects = впливи
label-kind = вид
label-source = джерело
label-locator = місце в джерелі
label-date = дата
label-direction = напрям
label-check = підібрано за перевіркою
