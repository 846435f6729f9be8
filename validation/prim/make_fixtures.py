"""Makes the fixture in this folder: the peeling of EMA Workbench on draws with numbers, ties, a constant and
categories. Needs ema_workbench (the version used is recorded).

    python make_fixtures.py
"""
import json, pathlib, warnings
import ema_workbench, numpy, pandas, scipy
from ema_workbench.analysis import prim

warnings.filterwarnings("ignore")
here = pathlib.Path(__file__).parent
DRAWS = 600
PEEL, LEAST_MASS = 0.07, 0.05


def recurrence(prime):
    """The same numbers in any language: additive recurrence with the square root of a prime."""
    return (0.5 + numpy.arange(1, DRAWS + 1) * (numpy.sqrt(float(prime)) % 1.0)) % 1.0


a, b, c, d, e, flips = map(recurrence, (2, 3, 5, 7, 11, 13))
data = {
    "a": a,
    "b": b,
    "in_fifths": numpy.floor(5 * c) / 5,
    "constant": numpy.ones(DRAWS),
    "mostly_zero": numpy.where(d < 0.8, 0.0, d),
    "category": numpy.array(["p", "q", "r", "s"], dtype=object)[(4 * e).astype(int)],
}
planted = (a > 0.35) & (data["in_fifths"] < 0.5) & ((data["category"] == "q") | (data["category"] == "s"))
yes = numpy.where(flips < 0.1, ~planted, planted)

# The peeling alone: what is pasted afterwards is of another kind in each program.
prim.Prim._paste = lambda self, box: box
algorithm = prim.Prim(pandas.DataFrame(data), yes, threshold=0.5, peel_alpha=PEEL, mass_min=LEAST_MASS)
box = algorithm.find_box()
steps = box.peeling_trajectory
places = {0: "low", 1: "high"}


def quasi_p(i):
    """By feature and end; of a category both ends are the same."""
    found = {}
    for name, (low, high) in box.qp[i].items():
        ends = {"categories": low} if name == "category" else {"low": low, "high": high}
        found.update({f"{name} {end}": float(p) for end, p in ends.items() if p >= 0})
    return found


content = {
    "made_by": "ema_workbench.analysis.prim.Prim.find_box without pasting",
    "versions": {
        "ema_workbench": ema_workbench.__version__,
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
    },
    "draws": DRAWS,
    "yes": int(yes.sum()),
    "peel": PEEL,
    "least_mass": LEAST_MASS,
    "steps": [
        {
            "draws": int(steps.n[i]),
            "yes": int(steps.k[i]),
            "coverage": float(steps.coverage[i]),
            "density": float(steps.density[i]),
            "restricted": int(steps.res_dim[i]),
            "quasi_p": quasi_p(i),
        }
        for i in range(len(steps))
    ],
}
(here / "ema.json").write_text(json.dumps(content) + "\n")
print(steps, quasi_p(len(steps) - 1), box.box_lims[-1], sep="\n")
