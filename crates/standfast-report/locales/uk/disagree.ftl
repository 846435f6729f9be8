# Два читачі одного сценарію.

reader-case = Сценарій як є
assumed = { $what }: { $number }
assumed-two = { $what }: { $first } проти { $second }
assumed-none = немає
assumed-part = { $first }, { $rest }
disagree-risk = { $risk ->
    [war] першої війни
    [war_or_capture] війни чи підкорення
    [quiet_broken] будь-якого нападу, зокрема обмеженого,
    [limited] обмеженого нападу
   *[lost] утрати підзахисної держави ({ $protege })
}
disagree-answers = З пакетом { $package } імовірність { $risk } протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} така: за припущеннями { $first } — { $first_risk }, за припущеннями { $second } — { $second_risk }{ $difference ->
    [none] ; різниця менша за 0,5 п. п.
   *[some] , тобто на { $points } { $direction ->
        [more] вища.
       *[less] нижча.
    }
}
disagree-nothing-apart = Припущення в обох однакові, тож розходитися нема в чому.
disagree-one = Уся різниця походить з одного: { $what }.
disagree-no-matter = Те, у чому різняться припущення, тут нічого не важить: жодна з відмінностей не дає навіть 0,05 п. п.
disagree-parts = Звідки береться різниця: { $parts }.
disagree-part = { $what } ({ $points })
disagree-cancel = Відмінності в припущеннях урівноважують одна одну: { $parts }.
disagree-package-same = Щодо дії пакета розбіжності немає: він зменшує ризик на { $first } за припущеннями першого і на { $second } за припущеннями другого.
disagree-package-apart = Щодо дії пакета розбіжність теж є: він зменшує ризик на { $first } за припущеннями першого і на { $second } за припущеннями другого.
points-signed = { $shown } п. п.

table-readers = Два читачі
column-reader = Читач
column-reader-risk = { $risk ->
    [war] Перша війна
    [war_or_capture] Війна чи підкорення
    [quiet_broken] Будь-який напад
    [limited] Обмежений напад
   *[lost] Втрата держави
} за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
column-takes-away = Зменшення ризику за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}, п. п.
row-difference = Різниця, п. п.
note-readers = Обидва — на тих самих прогонах: числа, щодо яких припущення різняться, беруться на тому самому квантилі. Зменшення ризику: ризик без жодних гарантій мінус ризик із пакетом, обидва — за припущеннями цього читача.
table-apart = У чому різняться припущення
column-apart-part = Відмінність
column-apart-share = Частка, п. п.
column-apart-alone = Окремо
column-apart-last = Останньою
column-apart-raises = Підвищує, % прогонів
column-apart-lowers = Знижує, % прогонів
note-apart = Частини різниці між двома відповідями протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}, у п. п.: частки (значення Шеплі) у сумі дорівнюють їй у кожному прогоні. Окремо: що додає до відповіді першого число другого. Останньою: що воно додає там, де все інше вже таке, як у другого. Що саме припускає кожен, наведено нижче.
heading-apart = У чому різняться їхні числа
apart-line = { $part }: { $assumptions }
readers-heading = Чого дотримується кожен
reader-line = { $reader }: { $says }
doubt-disagree-together = Чисел, у яких різняться припущення, понад { $most }, тож їх згруповано за тим, { $by ->
    [owner] чиї вони
   *[group] чого вони стосуються
}.
doubt-disagree-cancel = Деякі частки мають протилежні знаки: вага кожної відмінності залежить від решти, і такий поділ різниці чинний саме для цієї пари читачів.
method-disagree = { $variants ->
    [one] { $variants } варіант
    [few] { $variants } варіанти
    [many] { $variants } варіантів
   *[other] { $variants } варіанта
} сценарію: по одному на кожен вибір того, чиї числа взято.
