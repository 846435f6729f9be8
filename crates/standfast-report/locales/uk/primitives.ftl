# Базові величини: primitive-OWNER-NAME — значення, .unit — одиниця, .larger — що робить більше
# значення, .method — розділ сторінки про метод, де стоять її рівняння (сторінка англійська, тому й
# назва розділу). Самі рівняння — в equations.ftl.
# .title — як її називають люди, .affected — те саме у знахідному відмінку, після «вплив на»; { $end } — рівень, у бік
# якого рухається чинник.

primitive-challenger-prize = Цінність підкорення підзахисної держави.
    .title = цінність перемоги
    .affected = цінність перемоги
    .unit = корисність супротивника, один раз
    .larger = Кожен спосіб щось здобути вигідніший: вторгнення, тиск, обмежений напад, врегулювання зі здобутками.
    .method = What the challenger does
    .equation =
        { -fight }
        { -settle }
        { -coerce }
        { -limited }
primitive-challenger-strength = Сила S_C у протиборстві.
    .title = воєнна сила
    .affected = воєнну силу
    .unit = та сама шкала, що й для всіх сил: важать лише відношення
    .larger = Супротивник виграє більше з тих воєн, які завершуються перемогою однієї зі сторін.
    .method = The contest
    .equation = { -contest }
primitive-challenger-war_cost = Ціна війни.
    .title = ціна року війни
    .affected = ціну року війни
    .unit = корисність супротивника, за рік війни
    .larger = Воювати менш вигідно: менше вторгнень, більше врегулювань.
    .method = What the challenger does
    .equation = { -fight }
primitive-challenger-onset_cost = Ціна початку війни.
    .title = ціна початку війни
    .affected = ціну початку війни
    .unit = корисність супротивника, один раз
    .larger = Менше вторгнень. Війна, яка вже почалася, триває, як і раніше.
    .method = What the challenger does
    .equation = { -invade }
primitive-challenger-opportunity = Імовірність того, що за миру вторгнення взагалі є серед варіантів вибору.
    .title = річна імовірність нагоди для вторгнення
    .affected = річну імовірність нагоди для вторгнення
    .unit = імовірність, за рік
    .larger = Більше років, у які супротивник може обрати війну; частіше, ніж з цією ймовірністю, вторгнення не обирають.
    .method = What the challenger does
    .equation = { -choice }
primitive-challenger-grievance = Невдоволення наявним миром.
    .title = невдоволення наявним миром
    .affected = невдоволення наявним миром
    .unit = корисність супротивника, за рік миру
    .larger = Мир для супротивника вартий менше, тож війна порівняно з ним — більше.
    .method = What the challenger does
    .equation =
        { -hold }
        { -coerce }
        { -limited }
primitive-challenger-coercion_gain = Здобуток від дестабілізації підзахисної держави.
    .title = здобуток за рік тиску
    .affected = здобуток за рік тиску
    .unit = корисність супротивника, за рік тиску
    .larger = Супротивник частіше дестабілізує її, замість того щоб лишити в спокої.
    .method = What the challenger does
    .equation = { -coerce }
primitive-challenger-coercion_cost = Ціна дестабілізації підзахисної держави для супротивника.
    .title = ціна року тиску
    .affected = ціну року тиску
    .unit = корисність супротивника, за рік тиску
    .larger = Супротивник рідше її дестабілізує.
    .method = What the challenger does
    .equation = { -coerce }
primitive-challenger-doubt = Наскільки супротивник недооцінює допомогу гарантів.
    .title = сумнів у допомозі гарантів
    .affected = сумнів у допомозі гарантів
    .unit = логарифм шансів кожного виду допомоги
    .larger = Супротивник очікує меншої допомоги, ніж надійшла б, тому стримування слабше. Сама допомога не змінюється.
    .method = Who helps
    .equation = { -perceived }
primitive-challenger-overconfidence = Наскільки супротивник недооцінює силу підзахисної держави.
    .title = недооцінка сили підзахисної держави
    .affected = недооцінку сили підзахисної держави
    .unit = логарифм сили: за 0,1 він бачить приблизно на десяту частину менше
    .larger = Супротивник розраховує перемагати частіше, ніж перемагав би, тому стримування слабше.
    .method = Who helps
    .equation = { -perceived }
primitive-challenger-settlement_cost = Ціна врегулювання війни.
    .title = ціна врегулювання війни
    .affected = ціну врегулювання війни
    .unit = корисність супротивника, один раз
    .larger = Війни врегульовують пізніше.
    .method = What the challenger does
    .equation = { -settle }
primitive-challenger-precision = Точність λ квантального вибору супротивника.
    .title = точність вибору найвигіднішого
    .affected = точність вибору найвигіднішого
    .unit = на одиницю корисності супротивника
    .larger = Вибір точніше відповідає тому, що вигідніше: менше шуму, нижчий рівень шуму.
    .method = What the challenger does
    .equation = { -choice }

primitive-protege-strength = Сила S_P у протиборстві.
    .title = воєнна сила
    .affected = воєнну силу
    .unit = та сама шкала, що й для всіх сил: важать лише відношення
    .larger = Супротивник виграє менше з тих воєн, які завершуються перемогою однієї зі сторін.
    .method = The contest
    .equation = { -contest }
primitive-protege-capture = Імовірність c того, що під тиском державу буде підкорено без війни.
    .title = річна імовірність підкорення тиском без війни
    .affected = річну імовірність підкорення тиском без війни
    .unit = імовірність, за рік тиску
    .larger = Державу частіше втрачено без війни, а тиск вигідніший.
    .method = What the challenger does
    .equation = { -coerce }
primitive-protege-loss_cost = Ціна втрати держави.
    .title = ціна втрати держави
    .affected = ціну втрати держави
    .unit = корисність підзахисної держави, один раз
    .larger = Безпека для держави варта більше; цією одиницею виміряно її готовність підписати.
    .method = What happens
    .equation = { -value-protege }
primitive-protege-war_cost = Ціна війни.
    .title = ціна року війни
    .affected = ціну року війни
    .unit = корисність підзахисної держави, за рік війни
    .larger = Кожен пакет, який зберігає мир, для держави вартий більше.
    .method = What happens
    .equation = { -value-protege }
primitive-protege-peace_cost = Чого коштують власні заходи за миру.
    .title = ціна власних заходів за рік миру
    .affected = ціну власних заходів за рік миру
    .unit = корисність підзахисної держави, за рік миру
    .larger = Держава підписує не так охоче. Нічий інший вибір від цього не залежить.
    .method = What happens
    .equation = { -value-protege }
primitive-protege-coercion_harm = Шкода від тиску.
    .title = шкода від року тиску
    .affected = шкоду від року тиску
    .unit = корисність підзахисної держави, за рік тиску
    .larger = Пакети, які лишають державу відкритою для тиску, для неї варті менше.
    .method = What happens
    .equation = { -value-protege }

primitive-coalition-precision = Точність λ квантальних відповідей гарантів.
    .title = точність вибору найвигіднішого
    .affected = точність вибору найвигіднішого
    .unit = на одиницю корисності гарантів
    .larger = Їхній вибір точніше відповідає тому, що вигідніше.
    .method = Who helps
    .equation = { -response }
primitive-coalition-unagreed_share = Частка консенсусного зобов’язання, яка лишається в силі, коли орган не дійшов згоди.
    .title = частка спільної обіцянки, що зобов’язує без згоди органу
    .affected = частку спільної обіцянки, що зобов’язує без згоди органу
    .unit = частка
    .larger = Член, який блокує, менше послаблює слово, дане іншими.
    .method = Who helps
    .equation = { -commitment }
primitive-coalition-common_shock = Наскільки кращими чи гіршими є обставини у світі для всіх гарантів разом у мить потреби.
    .title = наскільки обставини зсувають рішення всіх разом
    .affected = те, наскільки обставини зсувають рішення всіх разом
    .unit = корисність гарантів, за рік війни
    .larger = Гаранти частіше разом допомагають або разом лишаються осторонь.
    .method = Who helps
    .equation =
        { -shock }
        { -intervene }

primitive-contest-decisiveness = Вирішальність κ протиборства.
    .title = певність перемоги сильнішої сторони
    .affected = певність перемоги сильнішої сторони
    .unit = показник степеня сил
    .larger = Сильніша сторона перемагає певніше.
    .method = The contest
    .equation = { -contest }

primitive-war-resolution = Імовірність ω того, що війна завершиться перемогою однієї зі сторін.
    .title = річна імовірність перемоги однієї зі сторін
    .affected = річну імовірність перемоги однієї зі сторін
    .unit = імовірність, за рік війни
    .larger = Війни коротші, і кожного року на кону більше.
    .method = What the challenger does
    .equation =
        { -fight }
        { -aside }
        { -supply }
        { -intervene }
primitive-war-settlement_share = Частка здобичі, яку дає врегулювання.
    .title = частка здобичі, яку дає врегулювання
    .affected = частку здобичі, яку дає врегулювання
    .unit = частка
    .larger = Супротивник раніше йде на врегулювання, а підзахисна держава й гаранти втрачають від нього більше.
    .method = What the challenger does
    .equation =
        { -settle }
        { -value-protege }
        { -value-guarantor }

primitive-limited-opportunity = Імовірність того, що за миру обмежений напад узагалі є серед варіантів вибору.
    .title = річна імовірність нагоди
    .affected = річну імовірність нагоди
    .unit = імовірність, за рік
    .larger = Більше років, у які супротивник може обрати обмежений напад; частіше, ніж з цією ймовірністю, його не обирають.
    .method = What the challenger does
    .equation = { -choice }
primitive-limited-prize_share = Частка здобичі, яку дає успішний обмежений напад.
    .title = частка здобичі, яку дає успіх
    .affected = частку здобичі, яку дає успіх
    .unit = частка
    .larger = Обмежені напади вигідніші.
    .method = What the challenger does
    .equation = { -limited }
primitive-limited-cost = Ціна обмеженого нападу для супротивника.
    .title = ціна для нападника
    .affected = ціну для нападника
    .unit = корисність супротивника, за напад
    .larger = Менше обмежених нападів.
    .method = What the challenger does
    .equation = { -limited }
primitive-limited-stake_share = Частка ставки гарантів, яка під загрозою за обмеженого нападу.
    .title = частка ставки гарантів під загрозою
    .affected = частку ставки гарантів під загрозою
    .unit = частка
    .larger = Гаранти охочіше допомагають проти обмеженого нападу.
    .method = Who helps
    .equation =
        { -smaller }
        { -smaller-costs }
primitive-limited-commitment_share = Частка ціни порушеного слова й сил-розтяжки, яку зачіпає обмежений напад.
    .title = якою мірою зачіпає слово гарантів і сили-розтяжку
    .affected = те, якою мірою зачіпає слово гарантів і сили-розтяжку
    .unit = частка
    .larger = Дане слово й розміщені сили більше зв’язують гарантів за обмеженого нападу.
    .method = Who helps
    .equation = { -smaller }
primitive-limited-burden_share = Розмір витрат на обмежений напад порівняно з витратами за рік війни.
    .title = витрати порівняно з роком війни
    .affected = витрати порівняно з роком війни
    .unit = частка
    .larger = Обмежений напад дорожче обходиться і гарантам, і супротивникові.
    .method = Who helps
    .equation = { -smaller-costs }
primitive-limited-escalation = Імовірність ε того, що обмежений напад того самого року переростає у війну.
    .title = імовірність переростання у війну
    .affected = імовірність переростання у війну
    .unit = імовірність, за напад
    .larger = Більше обмежених нападів переростає у війну.
    .method = What the challenger does
    .equation = { -limited }
primitive-limited-harm = Шкода підзахисній державі від обмеженого нападу.
    .title = шкода підзахисній державі
    .affected = шкоду підзахисній державі
    .unit = корисність підзахисної держави, за напад
    .larger = Пакети, які лишають державу відкритою для обмежених нападів, для неї варті менше.
    .method = What happens
    .equation = { -value-protege }

primitive-guarantor-stake = Що втрачає гарант, якщо втрачено підзахисну державу (s).
    .title = що стоїть на кону
    .affected = те, що стоїть на кону
    .unit = корисність гаранта, один раз
    .larger = Гарант охочіше допомагає; цією одиницею виміряно його готовність підписати.
    .method = Who helps
    .equation =
        { -aside }
        { -supply }
        { -intervene }
        { -value-guarantor }
primitive-guarantor-supply_strength = Сила a, яку його постачання додає стороні підзахисної держави.
    .title = сила, яку додає постачання
    .affected = силу, яку додає постачання
    .unit = та сама шкала, що й для всіх сил: важать лише відношення
    .larger = Постачання дає більше, тож воно цінніше для гаранта й сильніше стримує.
    .method = The contest
    .equation = { -contest }
primitive-guarantor-intervention_strength = Сила a, яку його втручання додає стороні підзахисної держави.
    .title = сила, яку додає втручання
    .affected = силу, яку додає втручання
    .unit = та сама шкала, що й для всіх сил: важать лише відношення
    .larger = Втручання дає більше, тож воно цінніше для гаранта й сильніше стримує.
    .method = The contest
    .equation = { -contest }
primitive-guarantor-supply_cost = Ціна постачання.
    .title = ціна року постачання
    .affected = ціну року постачання
    .unit = корисність гаранта, за рік війни
    .larger = Гарант не так охоче постачає.
    .method = Who helps
    .equation =
        { -supply }
        { -outlay }
primitive-guarantor-intervention_cost = Ціна втручання.
    .title = ціна року втручання
    .affected = ціну року втручання
    .unit = корисність гаранта, за рік війни
    .larger = Гарант не так охоче втручається.
    .method = Who helps
    .equation =
        { -intervene }
        { -outlay }
primitive-guarantor-audience_cost = Ціна A порушеного слова («зв’язані руки»); від’ємну вважають нулем.
    .title = ціна порушеного слова
    .affected = ціну порушеного слова
    .unit = корисність гаранта, помножена на ймовірність ω того, що цей рік вирішує війну
    .larger = Лишатися осторонь гарантові дорожче, тому він охочіше допомагає.
    .method = Who helps
    .equation =
        { -aside }
        { -supply }
        { -commitment }
primitive-guarantor-supply_discharge = Частка ρ даного слова, яку виконує саме лише постачання.
    .title = частка слова, яку виконує саме лише постачання
    .affected = частку слова, яку виконує саме лише постачання
    .unit = частка
    .larger = Постачання частіше досить: більше постачання, менше втручання.
    .method = Who helps
    .equation = { -supply }
primitive-guarantor-tripwire = Що додає до готовності воювати вже завданий удар: розміщені сили-розтяжка; від’ємне вважають нулем.
    .title = готовність воювати через розміщені сили
    .affected = готовність воювати через розміщені сили
    .unit = корисність гаранта, за рік війни
    .larger = Гарант охочіше втручається.
    .method = Who helps
    .equation = { -intervene }
primitive-guarantor-escalation = Тягар його втручання для супротивника.
    .title = тягар втручання для супротивника
    .affected = тягар втручання для супротивника
    .unit = корисність супротивника, за рік війни
    .larger = Його втручання сильніше стримує.
    .method = Who helps
    .equation = { -burden }
primitive-guarantor-sanction = Тягар його постачання й санкцій для супротивника.
    .title = тягар постачання й санкцій для супротивника
    .affected = тягар постачання й санкцій для супротивника
    .unit = корисність супротивника, за рік війни
    .larger = Його постачання сильніше стримує.
    .method = Who helps
    .equation = { -burden }
primitive-guarantor-presence_cost = Ціна розміщених сил.
    .title = ціна розміщених сил за рік миру
    .affected = ціну розміщених сил за рік миру
    .unit = корисність гаранта, за рік миру
    .larger = Гарант не так охоче підписує. Його відповідь на напад від цього не залежить.
    .method = What happens
    .equation = { -value-guarantor }

primitive-voter-block = Імовірність того, що учасник блокує консенсус; один з інших підписує з імовірністю один мінус ця.
    .title = імовірність блокування консенсусу
    .affected = імовірність блокування консенсусу
    .unit = імовірність
    .larger = Орган доходить згоди рідше.
    .method = Who helps
    .equation = { -agreement }

primitive-factor-rise = Річний ризик r зростання на один рівень.
    .title = річний темп руху вгору, до рівня „{ $end }“
    .affected = річний темп руху вгору, до рівня „{ $end }“
    .unit = інтенсивність, за рік
    .larger = Чинник раніше рухається вгору.
    .method = States and time
    .equation = { -move }
primitive-factor-fall = Річний ризик f падіння на один рівень.
    .title = річний темп руху вниз, до рівня „{ $end }“
    .affected = річний темп руху вниз, до рівня „{ $end }“
    .unit = інтенсивність, за рік
    .larger = Чинник раніше рухається вниз.
    .method = States and time
    .equation = { -move }

primitive-party-consent_precision = Точність рішення про підпис.
    .title = певність підпису під вигідним
    .affected = певність підпису під вигідним
    .unit = на одиницю власної ставки сторони
    .larger = Сторона певніше підписує або відмовляється, залежно від того, що для неї краще.
    .method = Who would sign
    .equation = { -consent }
primitive-party-sign_cost = Чого коштує сам підпис.
    .title = ціна самого підпису
    .affected = ціну самого підпису
    .unit = власна ставка сторони: здобич, ціна втрати або ставка
    .larger = Сторона підписує не так охоче.
    .method = Who would sign
    .equation = { -consent }

primitive-scenario-discount = Коефіцієнт дисконтування δ.
    .title = вага наступного року
    .affected = вагу наступного року
    .unit = за рік
    .larger = Майбутнє важить більше: те, що лишає по собі війна, і тінь договору, який ще має настати.
    .method = What the challenger does
    .equation =
        { -fight }
        { -hold }

group-challenger = Супротивник
group-protege = Підзахисна держава
group-coalition = Гаранти разом
group-contest = Протиборство
group-war = Війна
group-limited = Обмежені напади
group-guarantor = Кожен гарант
group-voter = Кожен гарант і кожен з інших
group-factor = Кожен чинник
group-party = Супротивник, підзахисна держава й кожен гарант
group-scenario = Сценарій загалом

context-peace = за миру
context-coerce = у рік тиску
context-limited = за обмеженого нападу
context-war = під час війни
context-never = один раз, для всього сценарію

link-identity = identity: впливи додаються до самої величини
link-log = log: впливи додаються до її логарифма
link-logit = logit: впливи додаються до логарифма її шансів

domain-identity-open = будь-яке число
domain-log-open = понад 0
domain-log-zero = понад 0 або рівно 0
domain-logit-open = між 0 і 1
domain-logit-both = між 0 і 1 або рівно 0 чи 1
