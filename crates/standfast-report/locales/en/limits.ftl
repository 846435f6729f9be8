# What the model leaves out. Each limit: what it is; .means: what that does to the answers.

limits-title = What the model leaves out
limits-lead = No range that Standfast prints covers what stands here. The ranges carry what is not known of a case's numbers, not what is wrong with the game. Read this before an answer is used.
limits-tail = What the numbers of a case rest on is a limit of its own: assess says how much of its answer rests on judgement, record how the case stands against history, explain what a single number rests on.

limit-ceasefire = A ceasefire exists
    .means = Every risk assumes a ceasefire, and the package agreed with it. How likely that is, the risks do not say. Whether each party would rather sign than let the war go on stands beside them.
limit-structure = The equations are taken as true
    .means = Another game could give other answers, outside every range. Small differences between packages are worth less than they look, even where every draw agrees on them.
limit-independent-draws = Uncertain numbers are drawn independently of each other
    .means = Where two numbers tend to be wrong together, the true spread is wider than the one shown, or narrower.
limit-constant = What is not a factor stays as it is
    .means = The numbers of a draw hold in all years; only factors drift, and only effects have dates. The further the year, the less history there is to hold the answer against. Figures for fifty years extrapolate.
limit-dates = Dates are known
    .means = How many years an instrument takes to come, and when it ends, are plain numbers without a spread. What may come early or never is better told by a stress, or by a factor.
limit-one-year = Guarantors look one year ahead
    .means = A guarantor weighs the year of the attack, not a long war, and not what its answer teaches others. Where wars are long, their cost to it is too small here, and so is the worth of ending them early.
limit-no-coordination = Guarantors do not coordinate
    .means = Each expects rightly what the others are likely to do, and then chooses alone. Factors and the common shock move them together; planning, waiting for each other and bargaining over who goes first do not.
limit-protege = The protégé never chooses
    .means = It does not provoke because it feels safe (moral hazard), does not surrender, and does not attack. A promise that would make it reckless, or lull it, looks better here than it is.
limit-information = Nobody knows more than the others
    .means = There is no bluff, no costly signal that reveals resolve, and no reputation, unless a factor stands for it. A challenger's misjudgement is a number (doubt, overconfidence), not something that it learns to correct.
limit-unitary = States are single actors
    .means = Parliaments, publics, elections and coups are factors that drift by chance. No leader gambles to stay in office, and no opposition holds one back, unless a factor says so.
limit-two-sides = There is one challenger and one protégé
    .means = A war elsewhere that binds a guarantor, a second front, or a third state that helps the challenger is in the game only as a factor.
limit-contest = A war is a contest of strengths, decided by chance
    .means = It has no terrain, no course and no weapons. The use of nuclear weapons is no outcome of the game: the fear of it is a cost of intervening, and of being answered.
limit-bargain = A package is taken or left as a whole
    .means = It is agreed with the ceasefire or not at all. Nobody haggles, pays the others for a signature, or agrees on it again later. The chance that all accept is that of parties who decide each alone.
limit-all-or-nothing = An instrument is in force or not
    .means = Half a contingent, or a treaty half kept, is another instrument, or an effect that depends on a factor.
limit-limited-gain = A limited gain does not shrink the prize
    .means = After a land grab the challenger wants as much as before, unless a factor says otherwise.
limit-noise = Choices are noisy
    .means = Quantal choice leaves a risk of war where there is nothing to win. Each risk stands beside this noise floor; an answer near its floor says little about the package.
