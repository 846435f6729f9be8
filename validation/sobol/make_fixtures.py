"""Makes salib.json: Sobol indices of two test functions by SALib, on its own sample matrices.

    python make_fixtures.py

Needs numpy and SALib (versions used are recorded in the file). Small samples, so that all results fit in the file:
what is compared is the arithmetic. `resamples` are the draws that SALib takes for its confidence intervals,
made here as it makes them, and checked by what it makes of them.
"""
import importlib.metadata, json, math, pathlib
import numpy
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sample

DRAWS, RESAMPLES, SEED, LEVEL = 64, 8, 1, 0.9


def ishigami(x):
    """Ishigami and Homma 1990, a = 7, b = 0.1."""
    return numpy.sin(x[:, 0]) + 7 * numpy.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * numpy.sin(x[:, 0])


def sobol_g(x):
    """Saltelli and Sobol 1995."""
    a = numpy.array([0, 1, 4.5, 9, 99, 99, 99, 99])
    return numpy.prod((numpy.abs(4 * x - 2) + a) / (1 + a), axis=1)


def study(name, function, numbers, bounds):
    problem = {"num_vars": numbers, "names": [f"x{i}" for i in range(numbers)], "bounds": [bounds] * numbers}
    y = function(sample.sample(problem, DRAWS, calc_second_order=False, scramble=True, seed=SEED))
    found = analysis.analyze(problem, y, calc_second_order=False, num_resamples=RESAMPLES, conf_level=LEVEL,
                             seed=SEED, keep_resamples=True)
    taken = numpy.random.default_rng(SEED).integers(DRAWS, size=(DRAWS, RESAMPLES))
    by_draw = y.reshape(DRAWS, numbers + 2)
    first = by_draw - y.mean()
    a, ab, b = first[taken[:, 0], 0], first[taken[:, 0], 1], first[taken[:, 0], -1]
    assert abs((b * (ab - a)).mean() / numpy.var(numpy.r_[a, b]) - found["S1_conf_all"][0, 0]) < 1e-12
    listed = lambda array: [float(x) for x in array]
    return {"name": name, "a": listed(by_draw[:, 0]), "b": listed(by_draw[:, -1]),
            "ab": [listed(by_draw[:, 1 + i]) for i in range(numbers)],
            "first": listed(found["S1"]), "total": listed(found["ST"]),
            "resamples": [[int(draw) for draw in taken[:, r]] for r in range(RESAMPLES)],
            "first_resampled": [listed(row) for row in found["S1_conf_all"]],
            "total_resampled": [listed(row) for row in found["ST_conf_all"]]}


cases = [study("ishigami", ishigami, 3, [-math.pi, math.pi]), study("sobol_g", sobol_g, 8, [0, 1])]
versions = {"numpy": numpy.__version__, "SALib": importlib.metadata.version("SALib")}
made_by = "SALib.analyze.sobol on SALib.sample.sobol, first and total indices"
path = pathlib.Path(__file__).parent / "salib.json"
path.write_text(json.dumps({"made_by": made_by, "versions": versions, "cases": cases}) + "\n")
