"""Makes branches.json. Needs numpy, scipy and mpmath.

    python make_fixtures.py
"""
import json, pathlib
import mpmath, numpy, scipy
from trace import Game


def case(name, target, strength, kappa, helps, supply_cost, intervention_cost, stake, word, discharge, symmetric=False):
    n = len(helps)
    advantage = [(discharge * word[i] - supply_cost[i], word[i] - intervention_cost[i]) for i in range(n)]
    game = Game((1.0, strength), kappa, helps, advantage, stake)
    points, y = game.follow(target, symmetric=symmetric, step=0.02)
    determinants = [game.determinant(z[:-1], z[-1]) for z in points[:-1]]
    determinants.append(game.determinant(numpy.array([float(v) for v in y]), target))
    lambdas = [float(z[-1]) for z in points]
    turns = [round(lambdas[i], 6) for i in range(1, len(lambdas) - 1)
             if (lambdas[i] - lambdas[i - 1]) * (lambdas[i + 1] - lambdas[i]) < 0]
    probabilities = [[mpmath.nstr(x, 20) for x in row] for row in game.p(y, mpmath.exp)]
    print(name, target, "turns", turns, "min det", min(determinants), probabilities)
    return {"name": name, "precision": target, "protege_strength": strength, "decisiveness": kappa, "help": helps,
            "supply_cost": supply_cost, "intervention_cost": intervention_cost, "stake": stake, "word": word,
            "discharge": discharge, "turns": turns, "smallest_determinant": min(determinants),
            "marked": bool(min(determinants) < 1e-6), "probabilities": probabilities}


fork = dict(strength=0.55, kappa=4, helps=[[0.1, 0.5]] * 2, supply_cost=[0.05] * 2, intervention_cost=[0.8] * 2,
            stake=[2.4] * 2, word=[0.2] * 2, discharge=0.6, symmetric=True)
fold = dict(strength=0.32, kappa=6, helps=[[0.042, 0.2355], [0.0226, 0.53]], supply_cost=[0.1, 0.205],
            intervention_cost=[1.138, 0.924], stake=[3.79, 2.744], word=[0.062, 0.152], discharge=0.6)
three = dict(strength=0.5, kappa=3, helps=[[0.05, 0.4], [0.1, 0.3], [0.02, 0.2]], supply_cost=[0.05, 0.1, 0.02],
             intervention_cost=[0.7, 0.5, 0.3], stake=[2.0, 1.5, 1.0], word=[0.1, 0.3, 0.2], discharge=0.5)
alike = dict(strength=0.4, kappa=5, helps=[[0.1, 0.4]] * 3, supply_cost=[0.1] * 3, intervention_cost=[0.6] * 3,
             stake=[3.0] * 3, word=[0.1] * 3, discharge=0.7, symmetric=True)
cases = [case("fork", 8.0, **fork), case("fork", 10.0, **fork),
         case("fold", 5.0, **fold), case("fold", 6.5, **fold), case("fold", 6.7, **fold), case("fold", 9.0, **fold),
         case("three", 4.0, **three), case("three", 12.0, **three),
         case("alike", 12.0, **alike)]
made_by = "trace.py: the tangent field integrated by scipy, polished in 50 digits"
versions = {"numpy": numpy.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__}
pathlib.Path(__file__).with_name("branches.json").write_text(
    json.dumps({"made_by": made_by, "versions": versions, "cases": cases}, indent=1) + "\n")
