"""The work W1 (validation/w1/README.md) in numba: one draw at a time, draws spread over threads.

    python w1_numba.py [--threads N] [--vector-exp] [--json]

Moves that no action changes are shared by the actions, and zeros of moves and phases are skipped."""

import argparse
import json
import math
import sys
import time
from pathlib import Path

import numba
import numpy as np
from elementary import OPERATIONS, library_exp, vector_exp
from numba import njit, prange

FACTORS, PHASES, ACTIONS, YEARS = 6, 3, 4, 50
# Indices are unsigned: signed ones may count from the end, and the compiler does not vectorise loops over them.
STATES, ALL, START = np.uint64(729), np.uint64(PHASES * 729), np.uint64(364)
ONE, TWO, THREE, NINE = (np.uint64(x) for x in (1, 2, 3, 9))
BETA = 0.95
DRAWS = 128
REPEATS = 7
TOLERANCE = 1e-9
# Operations of a solve, and exponentials and logarithms (validation/w1/README.md).
COUNTED, ELEMENTARY = 15.8e6, 437_400 + 109_350


def draw(k):
    """Of draw k: moves by factor and action (up, down), and the precision."""
    i, a = np.arange(FACTORS)[:, None], np.arange(ACTIONS)[None, :]
    up = (0.06 + 0.01 * i) * (1 + 0.2 * np.sin(1.1 * k * (i + 1))) + 0 * a
    down = (0.10 - 0.01 * i) * (1 + 0.2 * np.sin(0.7 * k * (i + 2))) + 0.05 * a * (i == 3) + 0.04 * a * (i == 4)
    return np.stack([up, down], -1), 4 + 0.5 * math.sin(k)


def phases():
    """By action: peace stays, peace to war, peace to lost, war stays, war to lost."""
    begins, ends = np.array([0.002, 0.01, 0.10, 0.90]), np.array([0.02, 0.03, 0.06, 0.12])
    return np.stack([1 - begins, 0.9 * begins, 0.1 * begins, 1 - ends, ends], -1)


def rewards():
    """By action and state, peace first."""
    y = np.stack(np.meshgrid(*[np.arange(3)] * FACTORS, indexing="ij"), -1).reshape(STATES, FACTORS) / 2
    deterrence = y[:, :3] @ [0.5, 0.3, 0.2]
    win = 1 / (1 + np.exp(-(2 * (y[:, 4] - y[:, 3]) - 3 * deterrence + 1)))
    hostile = y[:, 5]
    peace = np.stack([
        0 * win,
        0.10 * hostile - 0.05 * deterrence,
        0.35 * hostile + 0.4 * win - 0.45 * deterrence - 0.50,
        0.60 * hostile + win - deterrence - 1.00,
    ])
    return np.concatenate([peace, 0.5 * peace + 0.8 * win - 0.7, np.full_like(peace, 0.05)], 1)


@njit(fastmath=True, inline="always")
def expect_at(v, out, j, stride, up, down):
    a, b, c = v[j], v[j + stride], v[j + stride + stride]
    out[j] = (1 - up) * a + up * b
    out[j + stride] = down * a + (1 - up - down) * b + up * c
    out[j + stride + stride] = down * b + (1 - down) * c


@njit(fastmath=True, inline="always")
def push_at(mass, out, j, stride, up, down):
    a, b, c = mass[j], mass[j + stride], mass[j + stride + stride]
    out[j] = (1 - up) * a + down * b
    out[j + stride] = up * a + (1 - up - down) * b + down * c
    out[j + stride + stride] = up * b + (1 - down) * c


def along(at, factor):
    """What is done at one state, done along a factor; its stride is a constant to the compiler."""
    stride, blocks = np.uint64(3 ** (5 - factor)), np.uint64(PHASES * 3**factor)

    @njit(fastmath=True)
    def sweep(v, out, move):
        up, down = move[0], move[1]
        for block in range(blocks):
            start = THREE * stride * block
            for j in range(start, start + stride):
                at(v, out, j, stride, up, down)

    @njit(fastmath=True)
    def unrolled(v, out, move):
        up, down = move[0], move[1]
        for block in range(blocks):
            at(v, out, NINE * block, THREE, up, down)
            at(v, out, NINE * block + ONE, THREE, up, down)
            at(v, out, NINE * block + TWO, THREE, up, down)

    return unrolled if stride == THREE else sweep


expect0, expect1, expect2, expect3, expect4, expect5 = (along(expect_at, factor) for factor in range(FACTORS))
push0, push1, push2, push3, push4, push5 = (along(push_at, factor) for factor in range(FACTORS))


def solver(exp):
    """The program with one of the exponentials."""

    @njit(fastmath=True, error_model="numpy")
    def solve(moves, precision, phase, reward, a, b, q, policy, intact):
        a[:] = 0.0
        for year in range(YEARS - 1, -1, -1):
            expect0(a, b, moves[0, 0])
            expect1(b, a, moves[1, 0])
            expect2(a, b, moves[2, 0])
            expect5(b, a, moves[5, 0])
            for action in range(ACTIONS):
                stays, begins, at_once, goes_on, ends = phase[action]
                worth, gain = q[action], reward[action]
                expect3(a, b, moves[3, action])
                expect4(b, worth, moves[4, action])
                for s in range(STATES):
                    war, lost = worth[STATES + s], worth[STATES + STATES + s]
                    worth[s] = gain[s] + BETA * (stays * worth[s] + begins * war + at_once * lost)
                    worth[STATES + s] = gain[STATES + s] + BETA * (goes_on * war + ends * lost)
                    worth[STATES + STATES + s] = gain[STATES + STATES + s] + BETA * lost
            # Short loops over few arrays: the compiler can prove that these do not overlap, and vectorise.
            for s in range(ALL):
                a[s] = max(max(q[0, s], q[1, s]), max(q[2, s], q[3, s]))
            for action in range(ACTIONS):
                worth = q[action]
                for s in range(ALL):
                    worth[s] = exp(precision * (worth[s] - a[s]))
            for s in range(ALL):
                b[s] = (q[0, s] + q[1, s]) + (q[2, s] + q[3, s])
                q[3, s] = 1 / b[s]
            for action in range(ACTIONS - 1):
                weight, share, chance = q[action], q[3], policy[year, action]
                for s in range(ALL):
                    chance[s] = weight[s] * share[s]
            for s in range(ALL):
                a[s] += math.log(b[s]) / precision
        value = a[START]
        a[:] = 0.0
        a[START] = 1.0
        intact[0] = 1.0
        for year in range(YEARS):
            p = policy[year]
            b[:] = 0.0
            for action in range(ACTIONS):
                stays, begins, at_once, goes_on, ends = phase[action]
                done, moved = q[0], q[1]
                if action < ACTIONS - 1:
                    for s in range(ALL):
                        done[s] = a[s] * p[action, s]
                else:
                    for s in range(ALL):
                        done[s] = a[s] * (1 - p[0, s] - p[1, s] - p[2, s])
                push4(done, moved, moves[4, action])
                push3(moved, done, moves[3, action])
                for s in range(STATES):
                    peace, war = done[s], done[STATES + s]
                    b[s] += stays * peace
                    b[STATES + s] += begins * peace + goes_on * war
                    b[STATES + STATES + s] += at_once * peace + ends * war + done[STATES + STATES + s]
            push5(b, q[0], moves[5, 0])
            push2(q[0], b, moves[2, 0])
            push1(b, q[0], moves[1, 0])
            push0(q[0], a, moves[0, 0])
            left = 0.0
            for s in range(STATES):
                left += a[s]
            intact[year + 1] = left
        return value

    @njit(parallel=True)
    def solve_all(moves, precision, phase, reward, a, b, q, policy, value, intact):
        threads = a.shape[0]
        for thread in prange(threads):
            for k in range(thread * DRAWS // threads, (thread + 1) * DRAWS // threads):
                value[k] = solve(
                    moves[k], precision[k], phase, reward, a[thread], b[thread], q[thread], policy[thread], intact[k]
                )

    return solve_all


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--vector-exp", action="store_true", help="an exponential that vectorises")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    options = parser.parse_args()
    numba.set_num_threads(options.threads)
    moves, precision = (np.array(values) for values in zip(*[draw(k) for k in range(DRAWS)]))
    work = [(ALL,), (ALL,), (ACTIONS, ALL), (YEARS, ACTIONS - 1, ALL)]
    value, intact = np.empty(DRAWS), np.empty((DRAWS, YEARS + 1))
    arrays = [np.empty((options.threads, *shape)) for shape in work]
    arguments = (moves, precision, phases(), rewards(), *arrays, value, intact)
    solve_all = solver(vector_exp if options.vector_exp else library_exp)
    solve_all(*arguments)
    reference = json.loads((Path(__file__).parents[2] / "validation/w1/reference.json").read_text())
    apart = [np.abs(intact[0] - reference["base"]["intact"]).max()]
    for k, expected in enumerate(reference["draws"]):
        apart += [abs(value[k] - expected["value"]), abs(1 - intact[k, YEARS] - expected["invaded"])]
    error = float(np.max(apart))
    rates = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        solve_all(*arguments)
        rates.append(DRAWS / (time.perf_counter() - started))
    name = "w1-numba-vector-exp" if options.vector_exp else "w1-numba"
    rate = float(np.median(rates))
    each = 1e9 * options.threads / rate / (COUNTED + OPERATIONS * ELEMENTARY)
    figures = {
        "name": name, "threads": options.threads, "solves_per_second": round(rate, 1), "max_error": error,
        "nanoseconds_per_operation": round(each, 4),
    }
    if options.json:
        print(json.dumps(figures))
    else:
        print(f"{name}, {options.threads} threads: {rate:.1f} solves/s, largest error {error:.3g}, {each:.3f} ns each")
    sys.exit(0 if error <= TOLERANCE else 1)


if __name__ == "__main__":
    main()
