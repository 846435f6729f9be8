# Сценарій, звірений з історією.

table-record = Звірка з історією
column-check = Перевірка
column-check-years = Роки
column-target = Ціль
column-found = Знайдено
column-verdict = Висновок
column-use = Призначення
note-record = Знайдено: медіана за прогонами, у дужках — їхні середні 80 %; якщо питають, чи відмовиться якась сторона, — частка прогонів. Перевірка справджується, якщо це потрапляє в її ціль. Роки відлічено від припинення вогню: від першого до початку другого. Для підбору: за нею могли підбирати числа. Відкладена: обрана до підбору чисел, і за нею, як заявляє автор сценарію, нічого не підбирали.

cell-target = { $scale ->
    [ratio] × від { $low } до { $high }
    [difference] від { $low } до { $high } п. п.
   *[chance] від { $low } до { $high } %
}
cell-found = { $value } (від { $low } до { $high })

verdict-holds = справджується
verdict-fails = не справджується
verdict-undefined = не визначено
use-tuning = для підбору
use-held-out = відкладена

record-empty = У цьому сценарії немає перевірок.
record-summary = { $holding ->
    [one] Справджується { $holding }
    [few] Справджуються { $holding }
    [many] Справджується { $holding }
   *[other] Справджується { $holding }
} із { $checks ->
    [one] { $checks } перевірки
    [few] { $checks } перевірок
    [many] { $checks } перевірок
   *[other] { $checks } перевірки
}; { $held ->
    [0] відкладених перевірок немає
    [1] єдина відкладена перевірка { $heldholding ->
        [0] не справджується
       *[other] справджується
    }
   *[other] серед відкладених { $heldholding ->
        [one] справджується { $heldholding }
        [few] справджуються { $heldholding }
        [many] справджується { $heldholding }
       *[other] справджується { $heldholding }
    } із { $held }
}.
record-fails = { $check } не справджується. { $says } Ціль: { $target }, знайдено: { $found }. { $reason }
record-undefined = { $check } не має відповіді: те, про що питає ця перевірка, не стається в жодному прогоні. { $says } { $reason }
record-not-converged = Рівноваги, на яких ґрунтуються деякі перевірки, не зійшлися; на висновки про ці перевірки покладатися не можна.

doubt-close = Більша кількість прогонів могла б змінити висновок щодо перевірок, у яких знайдене лежить у межах двох стандартних похибок від краю цілі: { $checks }.
doubt-check-unconverged = { $check }: рівноваги не зійшлися у { $draws ->
    [one] { $draws } прогоні
    [few] { $draws } прогонах
    [many] { $draws } прогонах
   *[other] { $draws } прогону
}; медіана лише за рештою прогонів — { $alone }.
doubt-undefined = { $check }: умова, за якої ставлять це питання, не настає у { $draws ->
    [one] { $draws } прогоні
    [few] { $draws } прогонах
    [many] { $draws } прогонах
   *[other] { $draws } прогону
}; їх не враховано.
