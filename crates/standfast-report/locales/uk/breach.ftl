# Where a package breaks.

breach-risk = { $risk ->
    [war] першої війни
    [war_or_capture] війни чи підкорення
    [quiet_broken] будь-якого нападу, зокрема обмеженого,
    [limited] обмеженого нападу
   *[lost] утрати підзахисної держави ({ $protege })
}
breach-own = З пакетом { $package } імовірність { $risk } протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} — { $own }. Вважається, що пакет не витримує, якщо вона перевищить { $threshold }{ $times ->
    [none] { "" }
    [twice] , тобто подвоїться
   *[other] , тобто власний ризик пакета, помножений на { $times }
}.
breach-own-least = З пакетом { $package } імовірність { $risk } протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} — { $own }. Вважається, що пакет не витримує, якщо вона зросте більше ніж на 0,5 п. п.: { $times ->
    [twice] подвоєння
   *[other] множення на { $times }
} дало б менше.
breach-broken = Пакет { $package } не витримує вже тепер: і без цих потрясінь імовірність { $risk } протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} — { $own }, а це перевищує { $threshold }.
breach-out-of-reach = Більшою за це ймовірність не буває: задайте менший множник (--times) або саму ймовірність (--threshold).
breach-no-stresses = Жодне потрясіння сценарію його не стосується, тож розглядати нема чого.
breach-none = Ніщо зі списку його не ламає: { $up_to ->
    [1] жодне окреме потрясіння.
   *[other] жоден із переглянутих наборів потрясінь (усього наборів { $sets }, у кожному потрясінь щонайбільше { $up_to }).
} Найближче до порога ризик підходить за таких потрясінь: { $stresses } — { $risk }.
breach-singles-hold = Будь-яке окреме потрясіння він витримує.
breach-single = Досить одного потрясіння: { $stresses }.
breach-with-risk = { $stresses } ({ $risk })
breach-together = Він не витримує, коли разом стаються { $stresses }: ризик { $risk } замість { $own }.
breach-others = Не витримує він і за { $sets ->
    [one] { $sets } іншого набору
    [few] { $sets } інших наборів
    [many] { $sets } інших наборів
   *[other] { $sets } іншого набору
} з кількох потрясінь, кожне з яких потрібне.
breach-reached = Імовірність того, що протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} цих рівнів буде досягнуто, за моделлю — { $chance }; { $earliest ->
    [0] це можливо від самого початку
   *[other] найраніше — у { $earliest }-й рік
}.
breach-likeliest = З тих, що є подіями моделі, найімовірніший такий набір: { $stresses }; з ним ризик — { $risk }. Імовірність, що настануть вони всі, кожне свого часу, — { $chance } протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}; { $earliest ->
    [0] це можливо від самого початку
   *[other] найраніше — у { $earliest }-й рік
}.
breach-mended = Ризик не лише зростає, коли щось іде не так: у { $places ->
    [one] { $places } випадку
    [few] { $places } випадках
    [many] { $places } випадках
   *[other] { $places } випадку
} ще одне потрясіння усуває злам.

table-breach = Найменші набори потрясінь, яких він не витримує
column-set = Набір
column-breach-risk = { $risk ->
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
column-change = Зміна, п. п.
column-breaks-in = Злам у прогонах
column-reached = Досягнуто за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
column-earliest = Можливо з року
column-likely = Імовірно з року
note-breach = Набори наведено нижче.
table-singles = Окремі потрясіння
column-stress = Потрясіння
note-singles = Ризик такий, ніби потрясіння діють від першого року й назавжди, на тих самих прогонах; зміна — порівняно з пакетом без них. Злам у прогонах: частка прогонів, у яких ризик переходить поріг. Досягнуто: імовірність того, що кожного з рівнів колись буде досягнуто, якщо мир триває, а пакет чинний; цю ймовірність і ризик не можна перемножувати. Порожньо: потрясіння, що не є подіями моделі, не мають у ній імовірності. Роки відлічено від року припинення вогню, номер якого — 0.
breach-sets-heading = Набори
breach-set-line = { $set }: { $stresses }
breach-more = Не показано ще { $sets ->
    [one] { $sets } набір
    [few] { $sets } набори
    [many] { $sets } наборів
   *[other] { $sets } набору
}: усі є в --format json і csv.
breach-descents-heading = Що знижує ризик
breach-descent = { $stress }: у { $places ->
    [one] { $places } переглянутому випадку
    [few] { $places } переглянутих випадках
    [many] { $places } переглянутих випадках
   *[other] { $places } переглянутого випадку
}; { $where ->
    [alone] саме собою змінює ризик так: { $from } → { $to }
   *[set] коли вже є { $where }, змінює ризик так: { $from } → { $to }
}.
breach-left-out-heading = Не розглянуто
breach-left-out = { $why ->
    [holds] { $stresses }: діє в будь-якому разі (--under).
    [late] { $stresses }: починається пізніше, а набір діє від самого початку.
    [clashes] { $stresses }: несумісне з тим, що діє в будь-якому разі.
   *[bears_not] { $stresses }: нічого не змінює в цьому пакеті, хай що ще діє.
}

doubt-breach-not-looked-at = Не переглянуто { $sets ->
    [one] { $sets } більшого набору
    [few] { $sets } більших наборів
    [many] { $sets } більших наборів
   *[other] { $sets } більшого набору
}, у яких понад { $up_to ->
    [one] { $up_to } потрясіння
    [few] { $up_to } потрясіння
    [many] { $up_to } потрясінь
   *[other] { $up_to } потрясіння
}; вони теж можуть зламати пакет (--up-to, --whole).
doubt-breach-not-looked-at-many = Не переглянуто дуже багато наборів, у яких понад { $up_to ->
    [one] { $up_to } потрясіння
    [few] { $up_to } потрясіння
    [many] { $up_to } потрясінь
   *[other] { $up_to } потрясіння
}; вони теж можуть зламати пакет (--up-to, --among).
doubt-breach-close = Для { $sets ->
    [one] { $sets } набору ризик лежить
    [few] { $sets } наборів ризик лежить
    [many] { $sets } наборів ризик лежить
   *[other] { $sets } набору ризик лежить
} не далі ніж за дві стандартні похибки від порога: з більшою кількістю прогонів він може опинитися по інший бік.
doubt-breach-unconverged = За { $sets ->
    [one] { $sets } набору
    [few] { $sets } наборів
    [many] { $sets } наборів
   *[other] { $sets } набору
} є рівноваги, які не зійшлися. На їхні числа не слід покладатися: --format csv показує найбільшу нев’язку кожного.
doubt-breach-descents = Наборів, у яких уже є такий, якого пакет не витримує, не переглянуто, тож випадків, коли ще одне потрясіння знижує ризик, може бути більше (--whole).
breach-too-many = наборів потрясінь понад { $limit }
    .help = Перегляньте менші (--up-to 2) або виберіть потрясіння: --among A+B+C.
threshold-bad = { $given } — це не ймовірність
    .help = Задайте ймовірність від 0 до 1, наприклад 0.3.
times-bad = { $given } — це не множник ризику
    .help = Задайте число, більше за 0: --times 2.
