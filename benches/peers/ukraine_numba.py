"""The default case's game by hand in numba: one draw at a time, draws spread over threads.

    python ukraine_numba.py [EXPORT.json] [--package ID] [--threads N] [--vector-exp] [--json]

EXPORT.json is what the program `export` of this crate writes; without it, that is run first. README.md says what
is timed and what is counted."""

import argparse
import json
import sys
import time
from pathlib import Path

import numba
import numpy as np
from elementary import OPERATIONS, library_exp, vector_exp
from ukraine.count import operations
from ukraine.game import SERIES, Solver
from ukraine.tables import Tables, export

DRAWS, SOLVES, REPEATS, TOLERANCE = 16, 64, 7, 1e-9


def largest_error(tables, series, if_invaded, if_limited, value):
    """The largest distance from the results in the export; not a number if a number of ours is none."""
    apart = []
    for d, expected in enumerate(tables.package["results"]):
        pairs = [(if_invaded[d], expected["if_invaded"]), (if_limited[d], expected["if_limited"])]
        pairs += [(series[d, i, : len(expected[name])], expected[name]) for i, name in enumerate(SERIES)]
        pairs += [(value[d], expected["value"])]
        apart += [np.abs(ours - np.array(theirs, float)).max() for ours, theirs in pairs]
    return float(np.max(apart))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("export", nargs="?", help="what the program `export` has written")
    parser.add_argument("--package", default="porcupine")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--vector-exp", action="store_true", help="an exponential that vectorises")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    options = parser.parse_args()
    package = json.loads(Path(options.export).read_text()) if options.export else export(options.package, DRAWS)
    tables = Tables(package)
    numba.set_num_threads(options.threads)
    solver = Solver(tables, vector_exp if options.vector_exp else library_exp)
    arrays = solver.arrays(options.threads, max(SOLVES, tables.draws))
    solver.run(*arrays)
    *found, notes = arrays[-5:]
    error = largest_error(tables, *found)
    rates = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        solver.run(*arrays)
        rates.append(len(notes) / (time.perf_counter() - started))
    rate = float(np.median(rates))
    rounds, beyond = notes.mean(0)
    plain, elementary = operations(solver, rounds)
    each = 1e9 * options.threads / rate / (plain + OPERATIONS * elementary)
    name = f"{package['package']}-numba" + ("-vector-exp" if options.vector_exp else "")
    figures = {
        "name": name, "threads": options.threads, "solves_per_second": round(rate, 1), "max_error": error,
        "nanoseconds_per_operation": round(each, 4),
    }
    if options.json:
        print(json.dumps(figures))
    else:
        print(f"{name}, {options.threads} threads: {rate:.1f} solves/s, largest error {error:.3g}")
        print(f"{plain / 1e6:.1f} million operations and {elementary / 1e6:.2f} million exponentials and logarithms a "
              f"solve: {each:.3f} ns each; {rounds:.0f} rounds of responses, {beyond:.2f} games followed in steps")
    sys.exit(0 if error <= TOLERANCE else 1)


if __name__ == "__main__":
    main()
