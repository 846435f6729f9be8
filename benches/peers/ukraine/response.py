"""Who helps: the guarantors' quantal response equilibria of the default case, in numba.

For one contest all games that share it lie side by side, innermost: the points of the stage grid over it,
the cases, a war and a limited attack. Responses are found by iterating P <- logit(lambda u(P)), each
guarantor answering what those before it have just answered (Gauss-Seidel). Where the guarantors'
influence on each other is small the map is a contraction for all precisions up to lambda, and the
equilibrium is the one that the branch from lambda = 0 leads to. Elsewhere the precision is raised in small
steps from where that holds, each from the equilibrium of the last."""

import math

import numpy as np
from numba import njit

GUARANTORS, JOINT = 5, 3**5
ITERATIONS, SETTLED = 500, 1e-13
# Up to this bound of the contraction det(I - J) stays above 1e-6 (docs/method.md, `response/equilibrium.rs`).
CERTAIN = 1 - math.exp(math.log(1e-6) / (2 * GUARANTORS))
STEPS = 40

# Primitives of a stage, in the order of tables.py; those of guarantor i begin at OF_GUARANTOR + 8 i.
PRECISION, RESOLUTION, SHOCK, DOUBT, STAKE_SHARE, COMMITMENT_SHARE, BURDEN_SHARE, OF_GUARANTOR = range(8)
STAKE, SUPPLY_COST, INTERVENTION_COST, DISCHARGE, TRIPWIRE, AUDIENCE_COST, ESCALATION, SANCTION = range(8)

# What a response is, by severity: rows over the stage grid.
WIN, SEEN_WIN, BURDEN, NOBODY, OUTLAY, CHANCE = 0, 1, 2, 3, 4, 4 + GUARANTORS
RESPONSE_ROWS = CHANCE + 3 * GUARANTORS


def responder(exp, log, points, shocks):
    """The stage of `points` points for each contest and of the given common shocks."""
    cases = len(shocks)
    signs = tuple(shocks)
    share = 1 / cases
    # Indices are unsigned: see moves.py.
    lanes = np.uint64(points * cases * 2)
    one, two, three = np.uint64(1), np.uint64(2), np.uint64(3)
    n3, n9, n27, n81 = (np.uint64(3**k) for k in range(1, 5))

    # One flat array, so that the compiler knows that its parts do not overlap; rows of one number a game.
    P, SEEN, GAIN, AT_STAKE, WORD, LAMBDA, TARGET, BOUND, SIZE, A81, A27, A9, A3, B81, B27, B9, B3, SUM, LENGTH = (
        np.cumsum([0, 15, 15, 10, 5, 5, 1, 1, 1, 1, 81, 27, 9, 3, 81, 27, 9, 3, 2]).astype(np.uint64) * lanes
    )

    def chances(base):
        """Where the responses of each guarantor begin."""
        return tuple(base + np.uint64(3 * i) * lanes for i in range(GUARANTORS))

    P0, P1, P2, P3, P4 = chances(P)
    SEEN0, SEEN1, SEEN2, SEEN3, SEEN4 = chances(SEEN)

    @njit(fastmath=True, inline="always")
    def last(w, f, out, length, p):
        """Averages over the responses of the last guarantor that is left."""
        for m in range(length):
            a = f + three * m * lanes
            b, c, to = a + lanes, a + two * lanes, out + m * lanes
            for l in range(lanes):
                w[to + l] = w[a + l] * w[p + l] + w[b + l] * w[p + lanes + l] + w[c + l] * w[p + two * lanes + l]

    @njit(fastmath=True, inline="always")
    def first(w, f, out, length, p):
        """Averages over the responses of the first guarantor that is left."""
        for m in range(length):
            a, b, c, to = f + m * lanes, f + (m + length) * lanes, f + (m + two * length) * lanes, out + m * lanes
            for l in range(lanes):
                w[to + l] = w[a + l] * w[p + l] + w[b + l] * w[p + lanes + l] + w[c + l] * w[p + two * lanes + l]

    @njit(fastmath=True)
    def last_of_all(w, win, p):
        for m in range(n81):
            a, b, c, to = win[three * m], win[three * m + one], win[three * m + two], A81 + m * lanes
            for l in range(lanes):
                w[to + l] = a * w[p + l] + b * w[p + lanes + l] + c * w[p + two * lanes + l]

    @njit(fastmath=True)
    def first_of_all(w, win, p):
        for m in range(n81):
            a, b, c, to = win[m], win[m + n81], win[m + two * n81], B81 + m * lanes
            for l in range(lanes):
                w[to + l] = a * w[p + l] + b * w[p + lanes + l] + c * w[p + two * lanes + l]

    @njit(fastmath=True)
    def answer(w, i, means):
        """The logit response of guarantor i to the means; returns how far it moved."""
        p, gain, stake = P + three * i * lanes, GAIN + two * i * lanes, AT_STAKE + i * lanes
        for l in range(lanes):
            none, at_stake = w[means + l], w[stake + l]
            supply = w[gain + l] + at_stake * (none - w[means + lanes + l])
            intervene = w[gain + lanes + l] + at_stake * (none - w[means + two * lanes + l])
            w[SUM + l] = min(w[LAMBDA + l] * supply, 350.0)
            w[SUM + lanes + l] = min(w[LAMBDA + l] * intervene, 350.0)
        for l in range(two * lanes):
            w[SUM + l] = exp(w[SUM + l])
        moved = 0.0
        for l in range(lanes):
            none = 1 / (1 + w[SUM + l] + w[SUM + lanes + l])
            supply, intervene = w[SUM + l] * none, w[SUM + lanes + l] * none
            moved = max(moved, abs(supply - w[p + lanes + l]) + abs(intervene - w[p + two * lanes + l]))
            w[p + l] = none
            w[p + lanes + l] = supply
            w[p + two * lanes + l] = intervene
        return moved

    @njit(fastmath=True)
    def iterate(w, win):
        """Iterates at the present precisions; returns how many rounds it took."""
        for round in range(1, ITERATIONS + 1):
            last_of_all(w, win, P4)
            last(w, A81, A27, n27, P3)
            last(w, A27, A9, n9, P2)
            last(w, A9, A3, n3, P1)
            moved = answer(w, np.uint64(0), A3)
            first(w, A9, B3, n3, P0)
            moved = max(moved, answer(w, one, B3))
            first(w, A27, B9, n9, P0)
            first(w, B9, B3, n3, P1)
            moved = max(moved, answer(w, two, B3))
            first(w, A81, B27, n27, P0)
            first(w, B27, B9, n9, P1)
            first(w, B9, B3, n3, P2)
            moved = max(moved, answer(w, three, B3))
            first_of_all(w, win, P0)
            first(w, B81, B27, n27, P1)
            first(w, B27, B9, n9, P2)
            first(w, B9, B3, n3, P3)
            moved = max(moved, answer(w, three + one, B3))
            if moved <= SETTLED:
                break
        return round

    @njit(fastmath=True)
    def influence(win, out):
        """By pair of guarantors: the largest second difference of the chance of winning."""
        stride = (81, 27, 9, 3, 1)
        for i in range(GUARANTORS):
            for j in range(i):
                most = 0.0
                for m in range(JOINT):
                    if m // stride[i] % 3 == 0 and m // stride[j] % 3 == 0:
                        for k in range(3):
                            k2 = (k + 1) % 3
                            for n in range(3):
                                n2 = (n + 1) % 3
                                twice = (
                                    win[m + k * stride[i] + n * stride[j]] - win[m + k2 * stride[i] + n * stride[j]]
                                    - win[m + k * stride[i] + n2 * stride[j]] + win[m + k2 * stride[i] + n2 * stride[j]]
                                )
                                most = max(most, abs(twice))
                out[i, j] = out[j, i] = most
            out[i, i] = 0.0

    @njit(fastmath=True)
    def bound(w, pull):
        """A bound of the contraction of every game; returns the largest."""
        for l in range(lanes):
            w[BOUND + l] = 0.0
        for i in range(GUARANTORS):
            row, stake = 0.25 * pull[i].sum(), AT_STAKE + np.uint64(i) * lanes
            for l in range(lanes):
                w[BOUND + l] = max(w[BOUND + l], row * w[TARGET + l] * abs(w[stake + l]))
        most = 0.0
        for l in range(lanes):
            most = max(most, w[BOUND + l])
        return most

    @njit(fastmath=True)
    def set_up(w, stage, contest_points):
        """The games of one contest."""
        l = np.uint64(0)
        for point in contest_points:
            for case in range(cases):
                for severity in range(2):
                    limited = severity == 1
                    resolution = 1.0 if limited else stage[RESOLUTION, point]
                    engaged = stage[COMMITMENT_SHARE, point] if limited else 1.0
                    at_risk = stage[STAKE_SHARE, point] if limited else 1.0
                    w[TARGET + l] = stage[PRECISION, point]
                    w[SIZE + l] = share * (stage[BURDEN_SHARE, point] if limited else 1.0)
                    for i in range(GUARANTORS):
                        own, lane = OF_GUARANTOR + 8 * i, np.uint64(i) * lanes + l
                        word = resolution * max(stage[own + AUDIENCE_COST, point], 0.0) * engaged
                        tripwire = max(stage[own + TRIPWIRE, point], 0.0) * engaged
                        shock = signs[case] * stage[SHOCK, point]
                        gain = GAIN + two * np.uint64(i) * lanes + l
                        w[WORD + lane] = word
                        w[gain] = stage[own + DISCHARGE, point] * word - stage[own + SUPPLY_COST, point]
                        w[gain + lanes] = word + tripwire + shock - stage[own + INTERVENTION_COST, point]
                        w[AT_STAKE + lane] = resolution * at_risk * stage[own + STAKE, point]
                    l += one

    @njit(fastmath=True)
    def sum_up(w, stage, contest_points, seen_win, response):
        """Adds what the games of one contest amount to, means over the cases."""
        last(w, B3, SUM, one, P4)
        l = np.uint64(0)
        for point in contest_points:
            less = exp(-stage[DOUBT, point])
            for _ in range(2 * cases):
                for i in range(GUARANTORS):
                    a, b = P + three * np.uint64(i) * lanes + l, SEEN + three * np.uint64(i) * lanes + l
                    supply, intervene = w[a + lanes] * less, w[a + two * lanes] * less
                    total = w[a] + supply + intervene
                    w[b] = w[a] / total
                    w[b + lanes] = supply / total
                    w[b + two * lanes] = intervene / total
                l += one
        last_of_all(w, seen_win, SEEN4)
        last(w, A81, A27, n27, SEEN3)
        last(w, A27, A9, n9, SEEN2)
        last(w, A9, A3, n3, SEEN1)
        last(w, A3, SUM + lanes, one, SEEN0)
        l = np.uint64(0)
        for point in contest_points:
            for row in range(RESPONSE_ROWS):
                response[0, row, point] = response[1, row, point] = 0.0
            for _ in range(cases):
                for severity in range(2):
                    out = response[severity]
                    win, size, nobody = w[SUM + l], w[SIZE + l], share
                    out[WIN, point] += share * win
                    out[SEEN_WIN, point] += share * w[SUM + lanes + l]
                    for i in range(GUARANTORS):
                        own, lane = OF_GUARANTOR + 8 * i, np.uint64(i) * lanes + l
                        p, seen = P + three * np.uint64(i) * lanes + l, SEEN + three * np.uint64(i) * lanes + l
                        word = w[WORD + lane]
                        supplying = stage[own + SUPPLY_COST, point] + word * (1 - stage[own + DISCHARGE, point])
                        year = word * w[p] + supplying * w[p + lanes]
                        year += stage[own + INTERVENTION_COST, point] * w[p + two * lanes]
                        if severity == 1:
                            year += w[AT_STAKE + lane] * win
                        out[OUTLAY + i, point] += size * year
                        burden = w[seen + two * lanes] * stage[own + ESCALATION, point]
                        burden += w[seen + lanes] * stage[own + SANCTION, point]
                        out[BURDEN, point] += size * burden
                        nobody *= 1 - w[p + two * lanes]
                        for k in range(3):
                            out[CHANCE + 3 * i + k, point] += share * w[p + np.uint64(k) * lanes]
                    out[NOBODY, point] += nobody
                    l += one

    @njit(fastmath=True)
    def contest_of(contest, point, win, seen_win):
        """The challenger's chance against every joint response, as it is and as it sees it."""
        strength, protege = log(contest[0, point]), contest[1, point]
        decisiveness, seen = contest[2, point], contest[1, point] * exp(-contest[3, point])
        length = one
        win[0] = 0.0
        # The help of every joint response, put together from the last guarantor to the first.
        for i in range(GUARANTORS - 1, -1, -1):
            supply, intervention = contest[4 + 2 * i, point], contest[5 + 2 * i, point]
            for m in range(length):
                win[length + m] = win[m] + supply
                win[two * length + m] = win[m] + intervention
            length *= three
        for m in range(length):
            seen_win[m] = decisiveness * (log(seen + win[m]) - strength)
        for m in range(length):
            win[m] = decisiveness * (log(protege + win[m]) - strength)
        for m in range(length):
            seen_win[m] = 1 / (1 + exp(seen_win[m]))
        for m in range(length):
            win[m] = 1 / (1 + exp(win[m]))

    @njit(fastmath=True)
    def respond(contest, stage, stage_points, w, win, seen_win, pull, response):
        """The responses to wars and limited attacks in one era; returns the rounds, summed over contests,
        and how many games went beyond the certain contraction."""
        rounds, beyond = 0, 0
        for point in range(stage_points.shape[0]):
            contest_of(contest, point, win, seen_win)
            influence(win, pull)
            set_up(w, stage, stage_points[point])
            for l in range(np.uint64(3 * GUARANTORS) * lanes):
                w[P + l] = 1 / 3
            most = bound(w, pull)
            for l in range(lanes):
                w[LAMBDA + l] = w[TARGET + l] * min(1.0, CERTAIN / max(w[BOUND + l], 1e-300))
            rounds += iterate(w, win)
            if most > CERTAIN:
                for step in range(1, STEPS + 1):
                    for l in range(lanes):
                        start = min(1.0, CERTAIN / max(w[BOUND + l], 1e-300))
                        w[LAMBDA + l] = w[TARGET + l] * (start + (1 - start) * step / STEPS)
                    rounds += iterate(w, win)
                for l in range(lanes):
                    beyond += w[BOUND + l] > CERTAIN
            sum_up(w, stage, stage_points[point], seen_win, response)
        return rounds, beyond

    return respond, int(LENGTH)
