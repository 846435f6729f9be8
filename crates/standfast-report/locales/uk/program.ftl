# The program's own words.

progress = { $bar } { $percent } %  { $rate } ігор за секунду, лишилося { $left }
cancelled = Скасовано; нічого не записано.
cases-heading = Сценарії, що йдуть разом із програмою:
new-done = Записано { $path }: невеликий сценарій із вигаданими державами й числами, на місце яких слід поставити свої. Він працює вже зараз:
new-bad-name = `{ $name }` не може бути назвою сценарію
    .help = Використовуйте латинські літери, цифри, _ та -, першою — літеру: `standfast new my-case` записує my-case.toml.
new-exists = { $path } уже існує; файл не змінено
    .help = Виберіть іншу назву або перенесіть цей файл.
new-unwritten = не вдалося записати { $path }: { $reason }
    .help = Вкажіть теку, яка існує та в яку вам дозволено записувати.
fmt-done = { $name }: тепер у канонічному вигляді
fmt-differs = { $name }: не в канонічному вигляді
fmt-help = `standfast fmt FILE` впорядковує файл; коментарі та значення лишаються.
years-bad = { $years } р. — поза горизонтом сценарію ({ $horizon } р.)
    .help = Виберіть від 1 до { $horizon }.
draws-bad = прогонів { $draws }: виберіть від 1 до { $limit }
    .help = 128 — для першої спроби, 1024 — для чисел, на які посилатимуться.
standard-input-twice = зі стандартного введення можна взяти лише один сценарій, а не два
    .help = Для одного з них вкажіть шлях до файлу.
parquet-terminal = Parquet не для термінала
    .help = Вкажіть файл через --output або спрямуйте стандартне виведення у файл.
threads-failed = не вдалося запустити { $threads ->
    [one] { $threads } потік
    [few] { $threads } потоки
    [many] { $threads } потоків
   *[other] { $threads } потоку
}: { $reason }
    .help = Задайте менше.
not-converged = { $count ->
    [one] { $count } рівновага не зійшлася
    [few] { $count } рівноваги не зійшлися
    [many] { $count } рівноваг не зійшлося
   *[other] { $count } рівноваги не зійшлося
} (найбільша нев’язка { $residual }); на надруковане не слід покладатися.

solve-title = { $case }: { $package }, на початку { $start ->
    [war] війна
   *[peace] мир
}{ $stresses ->
    [0] { "" }
   *[other] , потрясіння: { $under }
}, на медіані
solve-note = value: { $values }. mass { $mass }.
solve-signs = підписи: { $parties }; усі разом (concluded): { $concluded }.
solve-equilibria = рівноваг: { $solved }, найбільша нев’язка { $residual }, з неєдиною гілкою: { $marked }.

plot-ending = { $given }: рисунок записують як SVG або PNG
    .help = Назва файлу має закінчуватися на .svg або .png.
plot-one-package = цей рисунок — про один пакет, { $given ->
    [0] а жодного не названо
   *[other] а названо { $given }
}
    .help = Назвіть один через --package: один із { $known } або інструменти, з’єднані знаком +.
plot-ghosts = { $given } пакетів за віялом — забагато, щоб їх розрізнити
    .help = Назвіть через --ghost щонайбільше { $limit }.
page-missing = цю програму зібрано без сторінки
    .help = У копії репозиторію її збирає `cargo xtask page` (потрібні npm і компілятор для WebAssembly); наступний `cargo build --release` вбудує її.
serve-at = Сторінка доступна за адресою { $address }, лише на цьому комп’ютері. Ctrl-C завершує роботу.
serve-busy = не вдалося відкрити порт { $port }: { $reason }
    .help = Виберіть інший за допомогою --port або --port 0, щоб узяти будь-який вільний.
serve-unopened = Не вдалося відкрити браузер: { $reason }
site-written = Записано { $files ->
    [one] { $files } файл
    [few] { $files } файли
    [many] { $files } файлів
   *[other] { $files } файлу
} у { $path }: це сторінка для будь-якого хостингу.
site-not-empty = { $path } — не порожня тека; її залишено без змін
    .help = Укажіть теку, яка порожня або якої ще немає.
site-unwritten = не вдалося записати в { $path }: { $reason }
    .help = Укажіть теку, до якої ви маєте право писати.
