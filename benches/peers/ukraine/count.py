"""The operations of a solve, counted by hand: additions, multiplications, divisions, comparisons of numbers
that the solve needs; exponentials and logarithms apart. Index arithmetic and copies do not count."""

from .game import GUARANTORS
from .moves import ADD, END, FACTORS, S, THIRD
from .response import JOINT

STATES, REDUCED = int(S), int(THIRD)
SWEEP, ADDED = 11 / 3, 1  # a state along one factor: seven products, four sums for three states
WAR_BACKWARD, PEACE_BACKWARD = 14, 42
SPLIT, TOTAL, RESPONSE_WEIGHTS, FLOWS_AT_PEACE, WAR_FORWARD, EXHAUST = 15, 1, 5, 15, 14, 1
TABULATE, CHARGE = 25, 15 + 10 * GUARANTORS
# A round averages the chance of winning over the others' responses, once for each guarantor.
CONTRACTIONS = 5 * (120 + 3 + 12 + 39 + 120)
ANSWER, ANSWER_EXPONENTIALS = 20, 2
WHOLE_MEAN = 5 * 121
SUM_UP = 2 * WHOLE_MEAN + 30 * GUARANTORS
CONTEST, CONTEST_ELEMENTARY = 10, 4
PAIRS, SECOND_DIFFERENCES = GUARANTORS * (GUARANTORS - 1) // 2, 27 * 9 * 5


def swept(plans, era):
    """Of one year's plan in an era."""
    steps = [step for step in plans[era] if not step[END]]
    return sum(STATES * (SWEEP + ADDED * bool(step[ADD])) for step in steps)


def operations(solver, rounds):
    """Operations, and exponentials and logarithms, of a solve whose responses take some rounds in all."""
    tables = solver.tables
    eras, horizon = tables.era_of_year, tables.package["horizon"]
    contests, points = tables.contests.shape[1] * tables.contests.shape[3], tables.stages.shape[3]
    games = tables.stage_points.shape[1] * len(tables.shocks) * 2
    war = SWEEP * (STATES * FACTORS + REDUCED * (FACTORS - 1))
    plain = sum(swept(solver.expectations, era) + war + STATES * (WAR_BACKWARD + PEACE_BACKWARD) for era in eras)
    elementary = len(eras) * STATES * 4.0
    for era in eras[:horizon]:
        plain += swept(solver.intact, era) + swept(solver.quiet, era) + swept(solver.peace, era) + war
        per_state = 3 * SPLIT + 4 * TOTAL + RESPONSE_WEIGHTS + FLOWS_AT_PEACE + WAR_FORWARD + EXHAUST
        plain += STATES * per_state + 2 * 2 * points * (3 * GUARANTORS + 1)
    plain += len(tables.eras) * STATES * (TABULATE + CHARGE)
    plain += rounds * games * (CONTRACTIONS + GUARANTORS * ANSWER)
    elementary += rounds * games * GUARANTORS * ANSWER_EXPONENTIALS
    plain += contests * (games * SUM_UP + JOINT * CONTEST + PAIRS * SECOND_DIFFERENCES)
    elementary += contests * JOINT * CONTEST_ELEMENTARY
    return plain, elementary
