# Sentences and tables about findings.

method-sobol = { $draws ->
    [one] { $draws } прогін
    [few] { $draws } прогони
    [many] { $draws } прогонів
   *[other] { $draws } прогону
} { $numbers ->
    [one] { $numbers } невизначеного числа
    [few] { $numbers } невизначених чисел
    [many] { $numbers } невизначених чисел
   *[other] { $numbers } невизначених чисел
} (зерно { $seed }), { $states ->
    [one] { $states } стан
    [few] { $states } стани
    [many] { $states } станів
   *[other] { $states } стану
}, рушій { $engine }.
method-median = Кожне число на медіані: розкиду немає. { $states ->
    [one] { $states } стан
    [few] { $states } стани
    [many] { $states } станів
   *[other] { $states } стану
}, рушій { $engine }.
method-case = Сценарій { $id }, відбиток { $digest }. Найбільша нев’язка серед { $solved ->
    [one] { $solved } рівноваги
    [few] { $solved } рівноваг
    [many] { $solved } рівноваг
   *[other] { $solved } рівноваги
}: { $residual }.
under-line = Потрясіння, від самого початку: { $stresses }.
conditional = Усі ризики — за умови, що вогонь припинено, а пакет узгоджено разом із припиненням вогню.
how-to-read = У відсотках: середнє за прогонами, у дужках — межі, між якими лежать 8 із 10 прогонів. Дужок немає, якщо після округлення розкиду не видно.
how-to-read-median = У відсотках, кожне число на медіані.

# Tables

column-package = Пакет
column-party = Сторона
package-nothing = Жодних гарантій

table-risk = Чи спрацює?
column-war = Перша війна за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
column-limited = Обмежений напад за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
column-lost = Втрата держави за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
column-floor = Рівень шуму за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
note-risk = Обмежений напад: перший, до будь-якої війни чи підкорення. Втрата держави: через будь-яку війну, не лише першу, або без війни. Рівень шуму: ризик війни, який лишається навіть тоді, коли здобувати нема чого, — через шум, що його модель допускає в рішеннях.

table-difference = Порівняно з варіантом без гарантій
column-difference = Зміна за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}, п. п.
column-lower = Нижчий у прогонах
column-same = Без різниці
column-higher = Вищий у прогонах
note-difference = Наскільки змінюється ризик першої війни, прогін за прогоном, на тих самих прогонах. Останні стовпці: скільки з { $draws ->
    [one] { $draws } прогону
    [few] { $draws } прогонів
    [many] { $draws } прогонів
   *[other] { $draws } прогону
}, протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}; якщо ризик змінюється менше ніж на 0,5 п. п., різниці немає.
note-difference-median = Наскільки змінюється ризик першої війни.

table-window = Чого коштує оголосити заздалегідь
column-window-years = Вікно, років
column-window = Перша війна у вікні
column-window-unforeseen = Якби не очікували
column-window-cost = Різниця, п. п.
note-window = Вікно — час, коли війна ще скасувала б щось із домовленого, тож супротивник ({ $challenger }) має причину її почати. Якби не очікували: той самий пакет, але супротивник вибирає так, ніби домовлене ніколи не набуде чинності.

table-signing = Хто підписав би?
row-concluded = Згодні всі
note-signing = Кожен пакет іде разом із припиненням вогню, тож прийняти його цілком мають і супротивник ({ $challenger }), і підзахисна держава ({ $protege }). Інакше для кожної сторони війна триває, а діє лише те, на що її згода не потрібна. Сторона, яка в більшості прогонів погоджується з імовірністю, меншою ніж 50 %, радше відмовиться. Порожньо: підпис сторони не потрібен. Останній рядок: імовірність, що згодні всі, коли кожен вирішує самостійно.

table-fights = Хто воював би, якби вторгнення сталося у { $years }-му році, а доти не було ні війни, ні підкорення?
column-nobody = Ніхто
note-fights = Відповідь у ту мить, коли допомога потрібна, хай що було обіцяно.
table-supplies = Хто тоді допомагав би зброєю й грошима, а не військом?
note-supplies = Хто не воює й нічого не постачає, той лишається осторонь.

# Sentences

heading-sentences = Словами
quoted = «{ $name }»
chance = { $size ->
    [least] менше ніж 1 %
    [most] понад 99 %
   *[plain] { $percent } %
}
spread = { $mean } (від { $low } до { $high } %)
spread-first = { $mean } (8 із 10 прогонів: від { $low } до { $high } %)
spread-points = { " " }(від { $low } до { $high })
answer = З пакетом { $package } імовірність того, що протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} почнеться війна, — { $risk }. Із самим лише припиненням вогню — { $nothing }: { $direction ->
    [lower] пакет змінює її на −{ $points } п. п.{ $ends }
    [higher] пакет змінює її на +{ $points } п. п.{ $ends }
   *[same] пакет змінює її менше ніж на 0,5 п. п.{ $ends }
}
answer-draws = Він знижує ризик у { $lower } із { $draws ->
    [one] { $draws } прогону
    [few] { $draws } прогонів
    [many] { $draws } прогонів
   *[other] { $draws } прогону
}, підвищує — у { $higher }, не змінює — у { $same }.
answer-same = У жодному з прогонів він нічого не змінює.
answer-nothing = Із самим лише припиненням вогню ймовірність того, що протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} почнеться війна, — { $risk }.
sentence-nothing = Із самим лише припиненням вогню ймовірність нової війни протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} — { $risk }. Якби супротивник ({ $challenger }) не мав чого здобувати, модель однаково показала б { $floor }: це шум, який вона допускає в рішеннях.
sentence-safest = Найнижчий ризик війни тут дає пакет { $package }: { $risk } протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}.
sentence-safest-draws = Ризик нижчий, ніж без жодних гарантій, у { $lower } з { $draws ->
    [one] { $draws } прогону
    [few] { $draws } прогонів
    [many] { $draws } прогонів
   *[other] { $draws } прогону
}, а найнижчий з усіх — у { $lowest }.
sentence-none-lower = Жоден із цих пакетів не знижує ризику війни протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} навіть на 0,5 п. п.
party-refuses-first = { $party } (у { $refuses } з { $draws ->
    [one] { $draws } прогону
    [few] { $draws } прогонів
    [many] { $draws } прогонів
   *[other] { $draws } прогону
})
party-refuses = { $party } (у { $refuses })
sentence-refused = Ось хто радше відхилить пакет { $package }, ніж прийме: { $parties }. Імовірність, що згодні всі, коли кожен вирішує самостійно, — { $concluded }.
sentence-signed = Усі, чий підпис потрібен для пакета { $package }, радше приймуть його, ніж відхилять. Імовірність, що згодні всі, коли кожен вирішує самостійно, — { $concluded }.
sentence-safest-signed = З пакетів, які кожна сторона радше прийме, ніж відхилить, найнижчий ризик дає { $package }: { $risk } протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}.
sentence-signed-none-lower = З пакетів, які кожна сторона радше прийме, ніж відхилить, жоден не знижує ризику війни протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} навіть на 0,5 п. п.
sentence-none-signed = Кожен із цих пакетів хтось радше відхилить, ніж прийме.
sentence-window = { $part ->
    [all] Протягом { $years ->
        [one] { $years } року
        [few] { $years } років
        [many] { $years } років
       *[other] { $years } року
    } війна ще скасувала б пакет { $package }.
   *[part] Протягом { $years ->
        [one] { $years } року
        [few] { $years } років
        [many] { $years } років
       *[other] { $years } року
    } війна ще скасувала б частину пакета { $package }.
} Імовірність війни протягом { $within ->
    [one] { $within } року
    [few] { $within } років
    [many] { $within } років
   *[other] { $within } року
} — { $risk }: { $direction ->
    [higher] на { $cost } п. п. вища{ $ends }, ніж
    [lower] на { $cost } п. п. нижча{ $ends }, ніж
   *[same] така сама{ $ends }, якою була б,
} якби супротивник ({ $challenger }) цього не передбачав.
sentence-turn = { $way ->
    [worse] Спершу ризик більший, згодом менший:
   *[better] Спершу ризик менший, згодом більший:
} як змінює імовірність війни пакет { $package } порівняно із самим лише припиненням вогню, у п. п.: за { $first ->
    [one] { $first } рік
    [few] { $first } роки
    [many] { $first } років
   *[other] { $first } року
} — на { $early }, за { $last } — на { $late }.
list-and = { $first } та { $last }
list-comma = { $first }, { $rest }

# Doubts

doubt-heading = Сумніви
doubt-no-standard-errors = Якщо прогонів менше ніж { $enough }, ніхто не скаже, наскільки певні ці числа: стандартних похибок немає.
doubt-too-few-draws = Для цілих відсоткових пунктів прогонів замало. Найбільша стандартна похибка середнього — { $mean } п. п., межі діапазону — { $end } п. п. Потрібна кількість прогонів: для середніх — приблизно { $means }, щоб вистачило й для діапазонів — { $enough }.
doubt-unconverged = { $package }: рівноваги не зійшлися в { $draws ->
    [one] { $draws } прогоні
    [few] { $draws } прогонах
    [many] { $draws } прогонах
   *[other] { $draws } прогону
}; { $others ->
    [none] немає жодного прогону, у якому зійшлися б усі.
   *[some] якщо взяти лише решту прогонів, ризик війни протягом { $years ->
        [one] { $years } року
        [few] { $years } років
        [many] { $years } років
       *[other] { $years } року
    } — { $alone }.
}
doubt-branch = { $package }: рівновага гарантів десь не єдина в { $draws ->
    [one] { $draws } прогоні
    [few] { $draws } прогонах
    [many] { $draws } прогонах
   *[other] { $draws } прогону
}; узято головну гілку.
doubt-settled-at-once = { $which ->
    [all] Той, хто відхиляє будь-який із цих пакетів,
   *[some] Той, хто відхиляє { $packages },
} здебільшого однаково отримує мир: у більшості прогонів війну, що триває, з імовірністю понад 90 % врегульовують у перший же рік. Тож сторони порівнюють мир із миром, і те, хто підписав би, мало говорить про гарантії. Багато залежить від ціни, яку за врегулювання війни платить супротивник ({ $challenger }): це challenger.settlement_cost, docs/how-to/choosing-numbers.md.
doubt-noise-floor = { $share } % ризику війни без жодних гарантій протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} лишається й тоді, коли здобувати нема чого, через шум, який модель допускає в рішеннях: ця частина відповіді походить не зі сценарію. Чи відповідають challenger.precision і витрати на війну одиниці, у якій виміряно здобич (challenger.prize)? Див. docs/how-to/choosing-numbers.md.
doubt-median = На медіані розкиду немає: жодна ймовірність тут не показує, наскільки вона певна.

# What the findings rest on

basis-heading = На що це спирається
basis-numbers = Підстави чисел сценарію (усього { $numbers ->
    [one] { $numbers } число
    [few] { $numbers } числа
    [many] { $numbers } чисел
   *[other] { $numbers } числа
}): { $parts }.
basis-sources = лише джерела — { $numbers }
basis-judged-sources = джерела й судження про їхнє значення тут — { $numbers }
basis-calibrated = підбір під перевірку — { $numbers }
basis-judgement = лише судження — { $numbers }
basis-nothing = жодної підстави не названо — { $numbers }
basis-share-of-nothing = Саме лише судження дає { $alone } дисперсії ризику війни протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} без жодних гарантій, а всі числа, у яких воно відіграє роль, — { $any }.
basis-share-of-difference = Із дисперсії того, що змінює пакет { $package }, саме лише судження дає { $alone }, а всі числа, у яких воно відіграє роль, — { $any }.
basis-share = { $all ->
    [yes] усі 100 %
   *[no] { $share }
} (стандартна похибка { $error } п. п.)
basis-share-unconverged = Рівноваги, на яких ґрунтуються ці частки, не зійшлися в { $draws ->
    [one] { $draws } прогоні
    [few] { $draws } прогонах
    [many] { $draws } прогонах
   *[other] { $draws } прогону
}.
basis-limits = Чого не враховує сама модель, того не охоплює жоден діапазон: standfast limits.
