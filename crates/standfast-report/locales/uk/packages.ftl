# All packages of a case.

packages-best = З { $packages ->
    [one] { $packages } пакета, який
    [few] { $packages } пакетів, які
    [many] { $packages } пакетів, які
   *[other] { $packages } пакета, який
} можна узгодити з { $instruments ->
    [one] { $instruments } інструмента
    [few] { $instruments } інструментів
    [many] { $instruments } інструментів
   *[other] { $instruments } інструмента
}, найкраще захищає { $package }: з ним імовірність обійтися без війни й підкорення протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} — { $intact }; без жодних гарантій — { $nothing }.
packages-close = Ще { $close ->
    [one] { $close } пакет поступається йому
    [few] { $close } пакети поступаються йому
    [many] { $close } пакетів поступаються йому
   *[other] { $close } пакета поступається йому
} менше ніж на 0,5 п. п., а це не різниця.
packages-none-better = З { $packages ->
    [one] { $packages } пакета, який
    [few] { $packages } пакетів, які
    [many] { $packages } пакетів, які
   *[other] { $packages } пакета, який
} можна узгодити, жоден не переважає варіанта без гарантій навіть на 0,5 п. п.
packages-none = Жодного інструмента не запропоновано, тож узгоджувати нема чого.
packages-refused = Ось хто радше відхилить його, ніж прийме: { $parties }.
packages-accepted = Усі, чий підпис для нього потрібен, радше приймуть його, ніж відхилять.
packages-signed = З { $among ->
    [one] { $among } пакета, який
    [few] { $among } пакетів, які
    [many] { $among } пакетів, які
   *[other] { $among } пакета, який
} кожна сторона радше прийме, ніж відхилить, найкраще захищає { $package }: { $intact }.
packages-signed-one = Лише пакет { $package } кожна сторона радше прийме, ніж відхилить: { $intact }.
packages-none-signed = Кожен пакет хтось радше відхилить, ніж прийме.
packages-challenger = З { $among ->
    [one] { $among } пакета, який
    [few] { $among } пакетів, які
    [many] { $among } пакетів, які
   *[other] { $among } пакета, який
} супротивник ({ $challenger }) радше прийме, ніж відхилить, найкраще захищає { $package }: { $intact }.
packages-challenger-one = { $package } — єдиний пакет, який супротивник ({ $challenger }) радше прийме, ніж відхилить: { $intact }.
packages-none-challenger = Супротивник ({ $challenger }) радше відхилить кожен із них, ніж прийме.
packages-halving = { $among ->
    [1] Єдиний пакет, який зменшує
    [one] Найдешевший із { $among } пакета, які зменшує
    [few] Найдешевший із { $among } пакетів, які зменшують
    [many] Найдешевший із { $among } пакетів, які зменшують
   *[other] Найдешевший із { $among } пакета, які зменшують
} вдвічі ризик війни чи підкорення протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}, — { $package }: { $intact }, а утримання, у частках ставок, — { $cost }.
packages-none-halves = Жоден пакет не зменшує вдвічі ризик війни чи підкорення протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}.
packages-common = Спільні інструменти { $best ->
    [one] { $best } найкращого пакета
    [few] { $best } найкращих пакетів
    [many] { $best } найкращих пакетів
   *[other] { $best } найкращих пакетів
}: { $instruments }.

table-packages = Найкращі з усіх пакетів
column-rank = Місце
column-intact = Без війни й підкорення за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
column-quiet = Без жодного нападу за { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
column-challenger = Згода: { $challenger }
note-packages = Упорядковано за середнім у першому стовпці, серед усіх пакетів; самі пакети наведено нижче. Без жодного нападу: обмеженого теж немає. Згодні всі: коли кожен вирішує самостійно. Порожньо: підписувати нема чого.

table-frontier = Межа (Парето) захисту, згоди й витрат: показано { $shown } з { $packages ->
    [one] { $packages } пакета на ній
    [few] { $packages } пакетів на ній
    [many] { $packages } пакетів на ній
   *[other] { $packages } пакета на ній
}
column-frontier = На межі, % варіантів майбутнього
column-signs = Згода: { $actor }
column-upkeep = Утримання: { $actor }
column-upkeep-of-all = Утримання: усі разом
note-frontier = Жоден інший пакет не переважає показаного в чомусь одному з трьох, не поступаючись йому в іншому: за середніми, а в зазначеній частці варіантів майбутнього — і за їхніми власними числами. Утримання: чого коштує кожен рік миру тим, хто утримує пакет, — із дисконтуванням, для кожного в одиницях його власної ставки.

packages-heading = Пакети
packages-line = { $rank }: { $package }
packages-line-more = { $rank }: спільні та { $package }
packages-line-common = { $rank }: лише спільні
packages-line-refused = { $line }; хто радше відхилить: { $parties }

doubt-packages-unconverged = У { $packages ->
    [one] { $packages } пакеті
    [few] { $packages } пакетах
    [many] { $packages } пакетах
   *[other] { $packages } пакета
} є рівноваги, які не зійшлися, { $draws ->
    [one] щонайбільше в { $draws } прогоні
    [few] щонайбільше в { $draws } прогонах
    [many] щонайбільше в { $draws } прогонах
   *[other] щонайбільше в { $draws } прогону
}. На їхні числа не слід покладатися: `--format csv` показує найбільшу нев’язку кожного.
doubt-packages-rank = Середнє найкращого пакета відоме з точністю приблизно { $error } п. п. (стандартна похибка для { $draws ->
    [one] { $draws } прогону
    [few] { $draws } прогонів
    [many] { $draws } прогонів
   *[other] { $draws } прогону
}). Пакети, ближчі один до одного, з більшою кількістю прогонів можуть помінятися місцями.

resumed = { $file }: уже є { $blocks } з { $of ->
    [one] { $of } блоку
    [few] { $of } блоків
    [many] { $of } блоків
   *[other] { $of } блоку
}.
resumed-cut = { $file }: { $bytes ->
    [one] останній { $bytes } байт записано не повністю, його відкинуто
    [few] останні { $bytes } байти записано не повністю, їх відкинуто
    [many] останні { $bytes } байтів записано не повністю, їх відкинуто
   *[other] останні { $bytes } байта записано не повністю, їх відкинуто
}.
cancelled-kept = Скасовано; зроблене збережено у файлі { $file }. Та сама команда продовжить із цього місця.
packages-actor = { $option }: значення { $given } неможливе
    .help = Виберіть із таких: { $known }.
packages-too-many = із цих інструментів можна узгодити понад { $limit } пакетів
    .help = Виберіть лише деякі: --among A+B+C.
checkpoint-foreign = { $file } — це не точка збереження; файл не змінено
    .help = Дайте точці збереження іншу назву.
checkpoint-version = { $file } — точка збереження іншої версії; файл не змінено
    .help = Дайте точці збереження іншу назву або видаліть цей файл.
checkpoint-other = { $file } належить до іншого дослідження: { $differences }
    .help = Запитайте про те, що є у файлі, дайте точці збереження іншу назву або видаліть цей файл.
checkpoint-difference = { $what ->
    [case] сценарій там { $file }, а тут { $asked }
    [text] текст сценарію відтоді змінився (відбиток там { $file }, тут { $asked })
    [under] потрясіння там { $file ->
        [none] відсутні
       *[some] { $file }
    }, а тут { $asked ->
        [none] відсутні
       *[some] { $asked }
    }
    [engine] рушій там { $file }, а тут { $asked }
    [seed] зерно там { $file }, а тут { $asked }
    [among] інструменти там { $file }, а тут { $asked }
    [by] числа згруповано там за { $file }, а тут за { $asked }
   *[columns] запитано інші роки чи величини
}
checkpoint-unreadable = не вдалося скористатися файлом { $file }: { $reason }
    .help = Вкажіть шлях до файлу, який можна читати й записувати.
checkpoint-locked = файл { $file } зайнятий: у нього пише інший запуск програми
    .help = Дочекайтеся, доки він завершиться, або дайте точці збереження іншу назву.
checkpoint-output = { $file } не може бути водночас точкою збереження і файлом виведення
    .help = Дайте одному з них іншу назву.
