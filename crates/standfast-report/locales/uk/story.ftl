# Один варіант майбутнього як розповідь.

story-title = Один із багатьох варіантів майбутнього. { $title }
story-one-of-many = Це один шлях крізь гру, обраний випадком: один із дуже багатьох, які модель вважає можливими, а не прогноз.
story-no-package = Припинення вогню діє, а { $protege } не має жодних гарантій.
story-package = Припинення вогню діє, і разом із ним узгоджено пакет «{ $package }»: { $instruments }.
story-instruments = Припинення вогню діє, і разом із ним узгоджено: { $instruments }.
story-signed = Розповідь починається тоді, коли підписали вже всі. Наскільки це ймовірно — інше питання: з числами цього варіанта майбутнього — { $chance }, бо підписати мають усі: { $signs }.
story-risk = Чисел моделі ніхто не знає точно, тому кожен варіант майбутнього має власний їх набір. З набором, на якому побудовано цей варіант, війна починається протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} у { $chance } шляхів.
story-risk-median = Якщо кожне число дорівнює своїй медіані, війна починається протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} у { $chance } шляхів.
story-how-to-read = У дужках — наскільки ймовірним модель вважала те, що стається, за тодішнього стану; на початку — сам цей стан; для гаранта — те, що він робить; для кількох років поспіль — те саме в кожному з них. Мирний рік — це рік без війни й нападу, навіть якщо { $protege } зазнає тиску. Тиснути означає домагатися свого заходами, слабшими за напад; обмежений напад — це захоплення території або рейд, але ще не вторгнення. Хто постачає, той надсилає зброю та гроші; хто втручається, той воює. Чи сприятливий момент для допомоги з огляду на події в решті світу, вирішує випадок: заново для кожного нападу й однаково для всіх гарантів.
story-chance = { $percent } %
story-chances = { $low }–{ $high } %
story-any-chance = від <1 % до >99 %
story-at-least = { $percent } % або більше
story-at-most = { $percent } % або менше
story-with-chance = { $name } ({ $chance })

story-start = На початку. { $factors }.
story-semicolon = { $first }; { $rest }
story-stands = { $factor }: { $level }
story-moves = { $factor }: { $to }, раніше — { $from } ({ $chance }).
story-exhausted = Війна лишає слід. { $factor }: { $to }, раніше — { $from }.
story-is = { $factor } — { $level }
story-comes-into-force = Відтепер чинне: { $instruments }.
story-expires = Більше не чинне: { $instruments }.
story-lapses = Призупинено: { $instrument }. Причина: { $why }.
story-resumes = Дію відновлено: { $instruments }.

story-holds = Нападу немає. { $challenger } { $held ->
    [1] цього року
    [2] обидва роки
    [one] { $held } рік поспіль
    [few] { $held } роки поспіль
    [many] { $held } років поспіль
   *[other] { $held } року поспіль
} не чинить тиску ({ $holds }); { $protege } має спокій.
story-coerces = Нападу немає. { $challenger } { $coerced ->
    [1] цього року
    [2] обидва роки
    [one] { $coerced } рік поспіль
    [few] { $coerced } роки поспіль
    [many] { $coerced } років поспіль
   *[other] { $coerced } року поспіль
} тисне ({ $coerces }); { $protege } витримує тиск ({ $withstands }).
story-holds-and-coerces = Нападу немає. Із цих років { $challenger } { $held ->
    [1] один рік
    [one] { $held } рік
    [few] { $held } роки
    [many] { $held } років
   *[other] { $held } року
} не чинить тиску ({ $holds }), а { $coerced ->
    [1] один рік
    [one] { $coerced } рік
    [few] { $coerced } роки
    [many] { $coerced } років
   *[other] { $coerced } року
} тисне ({ $coerces }); { $protege } витримує тиск ({ $withstands }).

story-year-coerces = { $challenger } тисне; під тиском — { $protege } ({ $chance }).
story-captured = { $protege } потрапляє під владу супротивника без війни ({ $chance }).
story-attacks-limited = { $challenger } вдається до обмеженого нападу; під ударом — { $protege } ({ $chance }).
story-stays-limited = Напад лишається обмеженим ({ $chance }).
story-escalates = Напад переростає у війну ({ $chance }).
story-takes = { $challenger } здобуває те, чого домагається ({ $chance }).
story-is-held = { $challenger } не здобуває того, чого домагається ({ $chance }).
story-invades = { $challenger } починає вторгнення; під ударом — { $protege } ({ $chance }).
story-cancelled = Війна назавжди скасовує те, що ще не набуло чинності: { $instruments }.
story-agrees = { $instrument }: члени погоджуються діяти ({ $chance }).
story-blocks = { $instrument }: хтось із членів блокує спільне рішення ({ $chance }).
story-better = Сприятливий момент для допомоги ({ $chance }).
story-worse = Несприятливий момент для допомоги ({ $chance }).
story-intervenes = Втручання: { $who }.
story-supplies = Постачання: { $who }.
story-stands-aside = Осторонь: { $who }.
story-settles = { $challenger } завершує війну врегулюванням ({ $chance }).
story-fights-on = { $challenger } воює далі ({ $chance }).
story-goes-on = Війна триває без розв’язки ({ $chance }).
story-is-repelled = { $challenger } дістає відсіч, і війна закінчується ({ $chance }).
story-conquers = Війна закінчується завоюванням: { $protege } зазнає поразки ({ $chance }).

story-end = На кінець { $year } року { $protege } { $end ->
    [peace] живе в мирі
    [war] перебуває у війні
   *[lost] перебуває під владою супротивника ({ $challenger })
}.
story-peaceful = Без війни й нападу — { $peaceful ->
    [one] { $peaceful } рік
    [few] { $peaceful } роки
    [many] { $peaceful } років
   *[other] { $peaceful } року
} із { $end ->
    [lost] { $years }, що минули до того
   *[other] { $years }
}{ $coerced ->
    [0] .
    [one] ; { $coerced } рік із них { $protege } зазнає тиску.
    [few] ; { $coerced } роки з них { $protege } зазнає тиску.
    [many] ; { $coerced } років із них { $protege } зазнає тиску.
   *[other] ; { $coerced } року з них { $protege } зазнає тиску.
}
story-chosen = Обрано з { $among ->
    [one] { $among } шляху
    [few] { $among } шляхів
    [many] { $among } шляхів
   *[other] { $among } шляху
}, { $at ->
    [median] усіх із медіанними значеннями
   *[draw] по одному на прогін
}, за кількістю мирних років: { $which ->
    [best] у десятої частини шляхів їх стільки ж або більше
    [worst] у десятої частини шляхів їх стільки ж або менше
   *[typical] цей шлях — посередині
}. У десятої частини шляхів мирних років { $low } або менше, у десятої — { $high } або більше.
story-again = { $at ->
    [median] Кожне число дорівнює своїй медіані
   *[draw] Прогін { $draw }
}, шлях { $path }, зерно { $seed }, рушій { $engine }, відбиток сценарію { $digest }. Щоб отримати те саме ще раз:
