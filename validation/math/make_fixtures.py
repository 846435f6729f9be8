"""Makes the fixtures in this folder. Needs numpy, scipy and mpmath (versions used are recorded in the files).

    python make_fixtures.py
"""
import json, pathlib, random, struct
import mpmath, numpy, scipy
from scipy.stats import qmc

here = pathlib.Path(__file__).parent
versions = {"numpy": numpy.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__}
mpmath.mp.dps = 60
rng = random.Random(2025)


def write(name, made_by, **content):
    (here / name).write_text(json.dumps({"made_by": made_by, "versions": versions, **content}, indent=None) + "\n")


def bits(x):
    """A double as its bit pattern (JSON readers differ in how they round decimals)."""
    return str(struct.unpack("<Q", struct.pack("<d", x))[0])


def fraction(x):
    """A number in [0, 1) as a 64-bit binary fraction."""
    return str(int(float(x) * 2**64))


# Philox: raw words for a few keys and counters.
rows = []
for key, counter in [([0, 0], [0, 0, 0, 0]), ([1, 2], [3, 4, 5, 6]), ([2**64 - 1, 12345], [2**64 - 1, 0, 7, 2**63])]:
    generator = numpy.random.Philox(key=numpy.array(key, dtype=numpy.uint64), counter=numpy.array(counter, dtype=numpy.uint64))
    rows.append({"key": [str(k) for k in key], "counter": [str(c) for c in counter],
                 "words": [str(int(w)) for w in generator.random_raw(16)]})
write("philox.json", "numpy.random.Philox(key, counter).random_raw(16): blocks for counter + 1, + 2, ...", rows=rows)

# Sobol: unscrambled points as 64-bit fractions, first points of some dimensions and far ones.
sampler = qmc.Sobol(d=1024, scramble=False, bits=64)
points = sampler.random(2048)
dims = [0, 1, 2, 3, 4, 10, 63, 64, 255, 511, 777, 1022, 1023]
rows = [[fraction(x) for x in points[i, dims]] for i in list(range(32)) + [100, 1000, 2047]]
far = qmc.Sobol(d=1024, scramble=False, bits=32)  # SciPy cannot fast-forward 64-bit points
far.fast_forward(10**6)
far_rows = [[fraction(x) for x in row] for row in far.random(2)[:, dims]]
whole = [fraction(x) for x in points[777]]
write("sobol.json", "scipy.stats.qmc.Sobol(1024, scramble=False, bits=64)", dimensions=dims,
      indices=list(range(32)) + [100, 1000, 2047], points=rows, far_indices=[10**6, 10**6 + 1], far_points=far_rows,
      index_777_all_dimensions=whole)

# exp and ln against 60-digit arithmetic, as correctly rounded doubles.
xs = [rng.uniform(-745, 709.7) for _ in range(400)] + [rng.uniform(-1, 1) for _ in range(400)] + \
     [rng.uniform(-40, 40) for _ in range(400)] + [709.78, -708.0, -744.0, 1e-20, -1e-300, 0.34657359, -0.34657359]
ys = [2.0 ** rng.uniform(-1074, 1023) for _ in range(400)] + [rng.uniform(0.5, 2) for _ in range(400)] + \
     [1 + s * 2.0 ** -k for k in range(1, 52) for s in (1, -1)] + [5e-324, 1.7976931348623157e308, 2.0 ** -1022]


def row(f, x):
    exact = f(mpmath.mpf(x))
    nearest = float(exact)
    # the distance between the exact value and its nearest double, in units of the last place
    ulp = numpy.spacing(abs(nearest)) if nearest else 5e-324
    return [bits(x), bits(nearest), float((exact - mpmath.mpf(nearest)) / mpmath.mpf(float(ulp)))]


write("exp_ln.json", "mpmath, 60 digits: bits of [x, nearest double], (exact - nearest) in ulp",
      exp=[row(mpmath.exp, x) for x in xs], ln=[row(mpmath.log, y) for y in ys])

# Quantiles.
from scipy.special import ndtri
from scipy.stats import beta, triang
ps = [1e-12, 1e-6, 0.001, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.999, 1 - 1e-6]


def normal_quantile(p):
    return float(mpmath.sqrt(2) * mpmath.erfinv(2 * mpmath.mpf(p) - 1))


def beta_quantile_log_odds(p, a, b):
    start = min(max(float(beta.ppf(p, a, b)), 1e-250), 1 - 1e-16)
    y0 = mpmath.log(start / (1 - mpmath.mpf(start)))
    f = lambda y: mpmath.betainc(a, b, 0, 1 / (1 + mpmath.exp(-y)), regularized=True) - mpmath.mpf(p)
    return float(mpmath.findroot(f, (y0, y0 + mpmath.mpf("0.001")), tol=1e-40, maxsteps=200))


shapes = [(4, 9), (0.5, 0.5), (1, 1), (5.79, 0.96), (1.105, 38.451), (120, 80), (0.3, 6)]
write("quantiles.json", "normal: sqrt(2) erfinv(2p-1) by mpmath; beta: root of the regularised incomplete beta by mpmath, as log-odds; triangular: scipy.stats.triang.ppf",
      p=ps, normal=[normal_quantile(p) for p in ps],
      beta=[{"alpha": a, "beta": b, "log_odds": [beta_quantile_log_odds(p, a, b) for p in ps]} for a, b in shapes],
      triangular={"low": -1.0, "mode": 0.5, "high": 2.0, "x": [float(triang.ppf(p, 0.5, -1, 3)) for p in ps]})
