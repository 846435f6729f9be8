# Claims held against the model, and questions put to it.

claims-none = У цьому сценарії тверджень немає.
claims-summary = З { $claims ->
    [one] { $claims } твердження
    [few] { $claims } тверджень
    [many] { $claims } тверджень
   *[other] { $claims } твердження
}: { $counts }.
claims-holds = { $count ->
    [one] { $count } справджується
    [few] { $count } справджуються
    [many] { $count } справджуються
   *[other] { $count } справджуються
}
claims-fails = { $count ->
    [one] { $count } не справджується
    [few] { $count } не справджуються
    [many] { $count } не справджуються
   *[other] { $count } не справджуються
}
claims-open = { $count ->
    [one] { $count } відкрите
    [few] { $count } відкриті
    [many] { $count } відкриті
   *[other] { $count } відкриті
}
claims-undefined = { $count ->
    [one] { $count } без відповіді
    [few] { $count } без відповіді
    [many] { $count } без відповіді
   *[other] { $count } без відповіді
}
claims-silent = { $count ->
    [one] про { $count } модель мовчить
    [few] про { $count } модель мовчить
    [many] про { $count } модель мовчить
   *[other] про { $count } модель мовчить
}
claims-hang-on = Кілька відкритих тверджень залежать від того самого: { $numbers }.
claims-hang-on-one = { $name } ({ $count ->
    [one] { $count } твердження
    [few] { $count } твердження
    [many] { $count } тверджень
   *[other] { $count } твердження
})

table-claims = Що було сказано і що дає модель
column-claim = Твердження
column-share = Прогони, %
column-decides = Радше справджується, якщо
note-claims = Твердження справджується, якщо так є щонайменше у 90 % прогонів, не справджується, якщо щонайбільше в 10 %, а між цими межами воно відкрите; ± — стандартна похибка. «Радше справджується, якщо»: для відкритого твердження — те одне число з усіх, від яких залежать його ігри, поріг якого найкраще розділяє прогони; порожньо, якщо жодне не робить цього краще за випадковість. «У сценарії» — назва базової величини для standfast explain. Хто що казав, наведено нижче.
claims-heading = Словами
cell-share = { $share } ± { $error }
cell-decides = { $name } { $side ->
    [above] >
   *[below] <
} { $value }

verdict-open = відкрите
verdict-silent = модель мовчить

claim-says = { $claim } ({ $who }): { $says }
claim-holds = → Справджується у { $share } % прогонів.
claim-fails = → Не справджується: так лише у { $share } % прогонів.
claim-open = → Відкрите: справджується у { $share } % прогонів.
claim-undefined = → Без відповіді: того, про що в ньому йдеться, не стається в жодному прогоні.
claim-silent = → Модель мовчить. { $why }
claim-test = Тест: { $test }; знайдено: { $found }.
claim-test-of-several = Тест: { $test }; знайдено: { $found }; виконується у { $share } % прогонів.
claim-reason = Як слова стали тестом: { $reason }
found-yes = так у { $share } % прогонів
found-nothing = не визначено в жодному прогоні

decides = Найбільше вирішує { $number }: коли це число більше за { $value }, твердження справджується в { $above } % з { $drawsabove ->
    [one] { $drawsabove } прогону
    [few] { $drawsabove } прогонів
    [many] { $drawsabove } прогонів
   *[other] { $drawsabove } прогону
}, коли менше — в { $below } % з { $drawsbelow }. Якщо відповіді перемішати між прогонами, то найкраще з { $numbers ->
    [one] { $numbers } числа
    [few] { $numbers } чисел
    [many] { $numbers } чисел
   *[other] { $numbers } числа
} поділяє їх не гірше в { $p } зі 100 перемішувань.
decides-nothing = Жодне окреме число не вирішує: найкращий поділ за будь-яким із { $numbers } міг би дати й випадок: у { $p } зі 100 перемішувань відповідей.

doubt-claims-few = Прогонів мало: якщо їх менше ніж { $enough }, то твердження, яке справджується або не справджується в усіх, насправді може бути відкритим.
doubt-claims-close = З більшою кількістю прогонів { $count ->
    [one] міг би змінитися { $count } висновок, що лежить
    [few] могли б змінитися { $count } висновки, що лежать
    [many] могли б змінитися { $count } висновків, що лежать
   *[other] могло б змінитися { $count } висновку, що лежать
} не далі ніж за дві стандартні похибки від порога: { $claims }.
doubt-claim-unconverged = { $check }: рівноваги не зійшлися в { $draws ->
    [one] { $draws } прогоні
    [few] { $draws } прогонах
    [many] { $draws } прогонах
   *[other] { $draws } прогону
}; в інших прогонах окремо справджується у { $alone } %.
claims-not-converged = Рівноваги, на яких ґрунтуються деякі твердження, не зійшлися; на висновки про них не слід покладатися.

# Questions

asked-war = імовірність війни
asked-limited = імовірність обмеженого нападу
asked-quiet_broken = імовірність війни, підкорення чи обмеженого нападу
asked-lost = імовірність утрати підзахисної держави
asked-coerced = частка мирних років із тиском
asked-war_hazard = річний ризик війни
asked-limited_hazard = річний ризик обмеженого нападу
asked-capture_hazard = річний ризик підкорення
asked-ended_by_conquest = частка воєн, що закінчуються завоюванням
asked-ended_by_settlement = частка воєн, що закінчуються врегулюванням
asked-ended_by_repulse = частка воєн, що закінчуються відсіччю
asked-fights = імовірність вступу у війну в разі вторгнення ({ $actor })
asked-supplies = імовірність допомоги зброєю й грошима в разі вторгнення ({ $actor })
asked-nobody_fights = імовірність того, що в разі вторгнення не воює ніхто
asked-signs = імовірність підпису ({ $actor })
asked-refuses = чи радше відмова, ніж згода ({ $actor })
asked-concluded = імовірність згоди всіх сторін
asked-years = { $what }, роки { $years }
asked-of = { $what }, пакет { $game }
asked-ratio = { $what }, пакет { $game } відносно пакета { $other }
asked-difference = { $what }, пакет { $game } мінус пакет { $other }
asked-test = { $question }: { $bounds }
bound-yes = так
bound-no = ні
bound-least = щонайменше { $scale ->
    [ratio] × { $value }
    [difference] { $value } п. п.
   *[chance] { $value } %
}
bound-most = щонайбільше { $scale ->
    [ratio] × { $value }
    [difference] { $value } п. п.
   *[chance] { $value } %
}
