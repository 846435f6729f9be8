# Assumptions of the game made otherwise.

heading-structure = Якби гра була іншою
structure-switch = { $switch ->
    [no_preventive_war] Якби війна не скасовувала нічого з домовленого, а отже, не було б чого випереджати,
    [flat_choice] Якби супротивник зважував спокій, тиск і напад водночас,
   *[whole_war] Якби гаранти зважували цілу війну, а не один її рік,
} { $moved ->
    [0] ризик жодного пакета не змінився б навіть на 0,5 п. п.
   *[other] ризик найбільше змінився б { $same ->
        [yes] без жодних гарантій: до { $risk } % ({ $change }).
       *[no] з пакетом { $package }: до { $risk } % ({ $change }). Без жодних гарантій було б { $nothing } % ({ $nothingchange }).
    }
}
structure-safest = { $others ->
    [0] Найнижчий ризик у кожній із цих ігор дає пакет { $package }.
   *[other] Пакет { $package } дає найнижчий ризик не в кожній із цих ігор. Де його дає інший: { $list }.
}
structure-safest-other = { $package } ({ $switch ->
    [no_preventive_war] якби війни нічого не скасовували
    [flat_choice] якби все зважували водночас
   *[whole_war] якби гаранти зважували цілу війну
})
structure-no-safest = Немає пакета, який можна було б порівняти.
structure-beside = Для порівняння: через невизначеність чисел ризик без жодних гарантій у 8 із 10 варіантів майбутнього лежить між { $low } і { $high } %.
table-structure = Війна протягом { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}, якби гра була іншою, %
column-structure-own = Як є
column-structure = { $switch ->
    [no_preventive_war] Війни нічого не скасовують
    [flat_choice] Усе зважують водночас
   *[whole_war] Зважують цілу війну
}
cell-structure = { $risk } ({ $change })
note-structure = Середні за тими самими прогонами; у дужках зміна в п. п. Кожне припущення змінено окремо. Числа, які підібрано за перевірками, підібрано для гри, якою вона є.
doubt-structure-unconverged = Рівноваги не зійшлися в { $draws ->
    [one] { $draws } прогоні
    [few] { $draws } прогонах
    [many] { $draws } прогонах
   *[other] { $draws } прогону
} { $switch ->
    [no_preventive_war] гри, де війни нічого не скасовують
    [flat_choice] гри, де все зважують водночас
   *[whole_war] гри, де зважують цілу війну
}.
