"""The challenger's game: what it chooses, backwards through the years, and what comes of it, forwards."""

import math

import numpy as np
from numba import njit, prange

from . import response as stages
from .moves import (
    ADD, AFTER_BUFFERS, COERCE, END, FACTOR, FACTORS, HOLD, LIMITED, MOVE, ONE, S, SOURCE, TARGET, THIRD, THREE,
    TWO, expect, plan, push, push_and_add,
)
from .tables import WAR_CONTEXT, demand

GUARANTORS = stages.GUARANTORS
LARGEST = 700.0  # the largest exponent: e^700 is still a number

# Primitives at every state, in the order of tables.py.
(GRIEVANCE, COERCION_GAIN, COERCION_COST, CAPTURE, PRIZE, PRIZE_SHARE, LIMITED_COST, ESCALATES, ONSET_COST,
 OPPORTUNITY, LIMITED_OPPORTUNITY, PRECISION, WAR_COST, RESOLUTION, PRIZE_OF_WAR, SETTLEMENT_COST,
 SETTLEMENT_SHARE, PRECISION_AT_WAR, PEACE_COST, COERCION_HARM, LIMITED_HARM, LOSS_AT_PEACE, PROTEGE_WAR_COST,
 LOSS_AT_WAR, OF_GUARANTORS) = range(25)


def rows(count, after=0):
    """Where rows of S numbers begin in a flat array; the last is where they end."""
    return (np.uint64(after) + np.uint64(i) * S for i in range(count + 1))


# What the challenger's choices read, by era.
(T_HOLD, T_COERCE, T_CAPTURE, T_LIMITED, T_ESCALATES, T_ONSET, T_INVADE_ALONE, T_LIMITED_ALONE, T_BOTH,
 T_PRECISION, T_FIGHT, T_REPELLED_SEEN, T_UNDECIDED, T_SETTLE, T_PRECISION_AT_WAR, T_CONQUERED, T_REPELLED,
 TABLE) = rows(17)

# One flat workspace, so that the compiler knows that its parts do not overlap.
(V_PEACE, V_WAR, FIGHT, AFTER, X, Y, M_INTACT, M_QUIET, M_PEACE, M_WAR, BEGUN, WORKSPACE) = rows(11, AFTER_BUFFERS)

# A year's policy.
INVADE, ATTACK, DESTABILISE, SETTLE, POLICY = rows(4)

# What values are charged for: discounted masses by era.
F_PEACE, F_COERCED, F_ATTACKED, F_CAPTURED, F_FOUGHT, F_SETTLED, FLOW = rows(6)

# What is reported a year.
SERIES = (
    "intact", "quiet", "war_hazard", "limited_hazard", "capture_hazard", "first_limited", "lost", "at_peace",
    "coerced", "begun", "conquered", "settled", "repelled", "at_war",
)
(INTACT, QUIET, WAR_HAZARD, LIMITED_HAZARD, CAPTURE_HAZARD, FIRST_LIMITED, LOST, AT_PEACE, COERCED, WARS_BEGUN,
 CONQUERED, SETTLED, REPELLED, AT_WAR) = range(14)
# Of a year's response: each guarantor's three answers, the chance that nobody intervenes, the weight.
ANSWERS = 3 * GUARANTORS
NOBODY_INTERVENES, WEIGHT, RESPONSE = ANSWERS, ANSWERS + 1, ANSWERS + 2


@njit(fastmath=True)
def total(w, mass):
    sum = 0.0
    for s in range(S):
        sum += w[mass + s]
    return sum


class Solver:
    """The program for a package. Its index maps are constants of the program; a draw's numbers are not."""

    def __init__(self, tables, exp):
        demand(len(tables.guarantor_names) == GUARANTORS, "other guarantors")
        self.tables = tables
        self.expectations = plan(tables, [0, 1, 2], start=V_PEACE)
        self.intact = plan(tables, [0, 1, 2], end=M_INTACT)
        self.quiet = plan(tables, [0, 1], end=M_QUIET)
        self.peace = plan(tables, [0, 1, 2], end=M_PEACE)
        self.run, self.response_workspace = program(self, exp)

    def arrays(self, threads, solves):
        """What `run` takes: a draw's numbers, workspaces by thread, and by solve what it finds."""
        t = self.tables
        eras, horizon, points = len(t.eras), t.package["horizon"], t.stages.shape[3]
        work = [
            (self.response_workspace,), (2, stages.JOINT), (GUARANTORS, GUARANTORS),
            (eras, 2, stages.RESPONSE_ROWS, points), (t.hazards.shape[1], t.hazards.shape[3], 7), (eras, TABLE),
            (WORKSPACE,), (horizon + 1, POLICY), (eras, FLOW), (2, points),
        ]
        found = [
            (len(SERIES), horizon + 1), (horizon, RESPONSE), (horizon, RESPONSE), (2 + GUARANTORS,), (2,),
        ]
        return (
            t.hazards, t.contests, t.stages, t.numbers, t.discount, *(np.zeros((threads, *shape)) for shape in work),
            *(np.zeros((solves, *shape)) for shape in found),
        )


def program(solver, exp):
    tables = solver.tables
    respond, response_workspace = stages.responder(exp, math.log, tables.stage_points.shape[1], tables.shocks)
    eras, horizon = len(tables.eras), tables.package["horizon"]
    years = horizon + tables.package["tail"]
    era_of_year, initial = tables.era_of_year, tables.initial
    place, maps, stage_points = tables.place, tables.maps, tables.stage_points
    expectations, intact_masses, quiet_masses, peace_masses = (
        solver.expectations, solver.intact, solver.quiet, solver.peace
    )
    war_moves, rows_of_move = tables.move_of[:, WAR_CONTEXT].copy(), tables.rows_of_move
    row_of, stride = tables.row_maps()
    exhausted = tables.package["exhausted_by_war"]
    demand(exhausted is not None and all(exhausted not in parents for parents in tables.parents),
           "a war that exhausts no factor, or one that other factors move by")
    row_of_reduced, stride_reduced = tables.row_maps(exhausted)
    below = stride[exhausted]
    above = S // (THREE * below)
    demand((tables.stage_of_state.reshape(-1, 3).T == tables.stage_of_state[::3]).all(),
           "guarantors who look at the fastest factor")
    stage_of, points = tables.stage_of_state[::3].copy(), tables.stages.shape[3]

    @njit(fastmath=True, error_model="numpy")
    def chances(hazards, moves):
        """By move and row: low stays, rises; middle falls, stays, rises; high falls, stays."""
        for m in range(hazards.shape[0]):
            for row in range(rows_of_move[m]):
                rise, fall, out = hazards[m, 0, row], hazards[m, 1, row], moves[m, row]
                out[0] = exp(-rise[0])
                out[1] = 1 - out[0]
                both = rise[1] + fall[1]
                out[3] = exp(-both)
                share = (1 - out[3]) / max(both, 1e-300)
                out[2] = fall[1] * share
                out[4] = rise[1] * share
                out[6] = exp(-fall[2])
                out[5] = 1 - out[6]

    @njit(fastmath=True, inline="always")
    def read(numbers, era, primitive, s):
        return numbers[place[era, primitive, 0] + maps[place[era, primitive, 1], s]]

    @njit(fastmath=True, error_model="numpy")
    def tabulate(numbers, era, response, t):
        """What the challenger's choices read in an era, at every state."""
        war, limited = response[0], response[1]
        for s in range(S):
            at = stage_of[s // THREE]
            grievance, prize = read(numbers, era, GRIEVANCE, s), read(numbers, era, PRIZE, s)
            capture, cost = read(numbers, era, CAPTURE, s), read(numbers, era, COERCION_COST, s)
            t[T_HOLD + s] = -grievance
            t[T_COERCE + s] = read(numbers, era, COERCION_GAIN, s) - grievance - cost + capture * prize
            t[T_CAPTURE + s] = capture
            taken = limited[stages.SEEN_WIN, at] * read(numbers, era, PRIZE_SHARE, s) * prize
            cost = read(numbers, era, LIMITED_COST, s) + limited[stages.BURDEN, at]
            t[T_LIMITED + s] = taken - grievance - cost
            t[T_ESCALATES + s] = read(numbers, era, ESCALATES, s)
            t[T_ONSET + s] = read(numbers, era, ONSET_COST, s)
            invasion, attack = read(numbers, era, OPPORTUNITY, s), read(numbers, era, LIMITED_OPPORTUNITY, s)
            t[T_BOTH + s] = invasion * attack
            t[T_INVADE_ALONE + s] = invasion - invasion * attack
            t[T_LIMITED_ALONE + s] = attack - invasion * attack
            t[T_PRECISION + s] = read(numbers, era, PRECISION, s)
            decided, prize = read(numbers, era, RESOLUTION, s), read(numbers, era, PRIZE_OF_WAR, s)
            seen = decided * war[stages.SEEN_WIN, at]
            t[T_FIGHT + s] = seen * prize - read(numbers, era, WAR_COST, s) - war[stages.BURDEN, at]
            t[T_REPELLED_SEEN + s] = decided - seen
            t[T_UNDECIDED + s] = 1 - decided
            share = read(numbers, era, SETTLEMENT_SHARE, s)
            t[T_SETTLE + s] = share * prize - read(numbers, era, SETTLEMENT_COST, s)
            t[T_PRECISION_AT_WAR + s] = read(numbers, era, PRECISION_AT_WAR, s)
            t[T_CONQUERED + s] = decided * war[stages.WIN, at]
            t[T_REPELLED + s] = decided - t[T_CONQUERED + s]

    @njit(fastmath=True, inline="always")
    def exponentials(w, at):
        for s in range(S):
            w[at + s] = exp(w[at + s])

    # Loops are cut at the exponentials: the C library's are not vectorised, the rest is.

    @njit(fastmath=True, error_model="numpy")
    def war_backward(w, t, p, discount, moves, era):
        """A year of war: FIGHT, V_WAR and the chance of settling."""
        source, target = AFTER, X
        for a in range(above):
            for j in range(below):
                w[source + a * below + j] = w[V_PEACE + THREE * a * below + j]
        for f in range(FACTORS):
            if f != exhausted:
                m = moves[war_moves[era, f]]
                expect(w[source : source + THIRD], w[target : target + THIRD], m, row_of_reduced[f], stride_reduced[f])
                source, target = target, source
        for a in range(above):
            for level in range(THREE):
                for j in range(below):
                    w[Y + (THREE * a + level) * below + j] = discount * w[source + a * below + j]
        source, target = V_WAR, X
        for f in range(FACTORS):
            m = moves[war_moves[era, f]]
            expect(w[source : source + S], w[target : target + S], m, row_of[f], stride[f])
            source, target = target, AFTER if target == X else X
        for s in range(S):
            after, goes_on = w[Y + s], discount * w[source + s]
            fighting = t[T_FIGHT + s] + t[T_REPELLED_SEEN + s] * after + t[T_UNDECIDED + s] * goes_on
            gain = t[T_SETTLE + s] + after - fighting
            w[FIGHT + s] = fighting
            w[Y + s] = gain
            w[HOLD + s] = min(-t[T_PRECISION_AT_WAR + s] * gain, LARGEST)
        exponentials(w, HOLD)
        for s in range(S):
            settles = 1 / (1 + w[HOLD + s])
            p[SETTLE + s] = settles
            w[V_WAR + s] = w[FIGHT + s] + settles * w[Y + s]

    @njit(fastmath=True, error_model="numpy")
    def peace_backward(w, t, p, discount, moves, era):
        """A year at peace: V_PEACE and the policy."""
        steps, i = expectations[era], 0
        while steps[i, END] == 0:
            source, target, f = steps[i, SOURCE], steps[i, TARGET], steps[i, FACTOR]
            expect(w[source : source + S], w[target : target + S], moves[steps[i, MOVE]], row_of[f], stride[f])
            i += 1
        for s in range(S):
            hold = t[T_HOLD + s] + discount * w[HOLD + s]
            coerce = t[T_COERCE + s] + (1 - t[T_CAPTURE + s]) * (discount * w[COERCE + s])
            w[HOLD + s] = hold
            w[COERCE + s] = coerce - hold
            w[X + s] = min(t[T_PRECISION + s] * (hold - coerce), LARGEST)
        exponentials(w, X)
        for s in range(S):
            coerce = 1 / (1 + w[X + s])
            calm = w[HOLD + s] + coerce * w[COERCE + s]
            invade, escalates = w[FIGHT + s] - t[T_ONSET + s], t[T_ESCALATES + s]
            limited = t[T_LIMITED + s] + (1 - escalates) * (discount * w[LIMITED + s]) + escalates * invade
            p[DESTABILISE + s] = coerce
            w[V_PEACE + s] = calm
            w[HOLD + s] = limited - calm
            w[COERCE + s] = invade - calm
            w[X + s] = min(t[T_PRECISION + s] * (limited - calm), LARGEST)
            w[Y + s] = min(t[T_PRECISION + s] * (invade - calm), LARGEST)
        exponentials(w, X)
        exponentials(w, Y)
        for s in range(S):
            a, b = w[X + s], w[Y + s]
            together = t[T_BOTH + s] / (1 + a + b)
            limited = a * (t[T_LIMITED_ALONE + s] / (1 + a) + together)
            invade = b * (t[T_INVADE_ALONE + s] / (1 + b) + together)
            p[ATTACK + s] = limited
            p[INVADE + s] = invade
            w[V_PEACE + s] += limited * w[HOLD + s] + invade * w[COERCE + s]

    @njit(fastmath=True, error_model="numpy")
    def split(w, mass, t, p):
        """Splits a mass at peace into HOLD, COERCE, LIMITED, BEGUN; returns what begins, is captured,
        attacked, coerced."""
        begins, captures, attacks, coerces = 0.0, 0.0, 0.0, 0.0
        for s in range(S):
            here = w[mass + s]
            invaded, attacked = here * p[INVADE + s], here * p[ATTACK + s]
            calm = here - invaded - attacked
            coerced = calm * p[DESTABILISE + s]
            captured, escalated = coerced * t[T_CAPTURE + s], attacked * t[T_ESCALATES + s]
            w[HOLD + s] = calm - coerced
            w[COERCE + s] = coerced - captured
            w[LIMITED + s] = attacked - escalated
            w[BEGUN + s] = invaded + escalated
            begins += invaded + escalated
            captures += captured
            attacks += attacked
            coerces += coerced
        return begins, captures, attacks, coerces

    @njit(fastmath=True, error_model="numpy")
    def move_masses(w, moves, steps):
        i = 0
        while steps[i, END] == 0:
            source, target, f = steps[i, SOURCE], steps[i, TARGET], steps[i, FACTOR]
            mass, out = w[source : source + S], w[target : target + S]
            if steps[i, ADD] == 0:
                push(mass, out, moves[steps[i, MOVE]], row_of[f], stride[f])
            else:
                push_and_add(mass, out, moves[steps[i, MOVE]], row_of[f], stride[f])
            i += 1

    @njit(fastmath=True, error_model="numpy")
    def mean_response(weights, response, out):
        weight = weights.sum()
        for k in range(ANSWERS + 1):
            row = stages.NOBODY if k == NOBODY_INTERVENES else stages.CHANCE + k
            mean = 0.0
            for point in range(points):
                mean += weights[point] * response[row, point]
            out[k] = mean / weight
        out[WEIGHT] = weight

    @njit(fastmath=True, error_model="numpy")
    def first_passage(w, t, p, response, moves, era, year, weights, series, if_invaded, if_limited):
        before = total(w, M_INTACT)
        begins, captures, attacks, _ = split(w, M_INTACT, t, p)
        series[WAR_HAZARD, year] = begins / before
        series[LIMITED_HAZARD, year] = attacks / before
        series[CAPTURE_HAZARD, year] = captures / before
        series[INTACT, year + 1] = series[INTACT, year] * (1 - begins / before - captures / before)
        weights[:] = 0.0
        for b in range(THIRD):
            invaded, attacked = 0.0, 0.0
            for s in range(THREE * b, THREE * b + THREE):
                invaded += w[M_INTACT + s] * p[INVADE + s]
                attacked += w[M_INTACT + s] * p[ATTACK + s]
            weights[0, stage_of[b]] += invaded
            weights[1, stage_of[b]] += attacked
        mean_response(weights[0], response[0], if_invaded)
        mean_response(weights[1], response[1], if_limited)
        move_masses(w, moves, intact_masses[era])
        _, _, attacks, _ = split(w, M_QUIET, t, p)
        series[FIRST_LIMITED, year] = attacks
        move_masses(w, moves, quiet_masses[era])
        series[QUIET, year + 1] = total(w, M_QUIET)

    @njit(fastmath=True, error_model="numpy")
    def histories(w, t, p, flow, weight, moves, era, year, series):
        begins, captures, _, coerces = split(w, M_PEACE, t, p)
        for s in range(S):
            here = w[M_PEACE + s]
            invaded, attacked = here * p[INVADE + s], here * p[ATTACK + s]
            coerced = (here - invaded - attacked) * p[DESTABILISE + s]
            flow[F_PEACE + s] += weight * (here - w[BEGUN + s])
            flow[F_COERCED + s] += weight * coerced
            flow[F_ATTACKED + s] += weight * attacked
            flow[F_CAPTURED + s] += weight * (coerced * t[T_CAPTURE + s])
        move_masses(w, moves, peace_masses[era])
        conquers, settles, repels = 0.0, 0.0, 0.0
        for s in range(S):
            settled = w[M_WAR + s] * p[SETTLE + s]
            fought = w[BEGUN + s] + w[M_WAR + s] - settled
            repelled = fought * t[T_REPELLED + s]
            conquers += fought * t[T_CONQUERED + s]
            settles += settled
            repels += repelled
            flow[F_FOUGHT + s] += weight * fought
            flow[F_SETTLED + s] += weight * settled
            w[HOLD + s] = repelled + settled
            w[COERCE + s] = fought * t[T_UNDECIDED + s]
        source, target = AFTER, X
        for a in range(above):
            low, middle, high = THREE * a * below, (THREE * a + ONE) * below, (THREE * a + TWO) * below
            for j in range(below):
                w[source + a * below + j] = w[HOLD + low + j] + w[HOLD + middle + j] + w[HOLD + high + j]
        for f in range(FACTORS - 1, -1, -1):
            if f != exhausted:
                m = moves[war_moves[era, f]]
                push(w[source : source + THIRD], w[target : target + THIRD], m, row_of_reduced[f], stride_reduced[f])
                source, target = target, source
        for a in range(above):
            for j in range(below):
                w[M_PEACE + THREE * a * below + j] += w[source + a * below + j]
        source, target = COERCE, X
        for f in range(FACTORS - 1, -1, -1):
            m, target = moves[war_moves[era, f]], M_WAR if f == 0 else target
            push(w[source : source + S], w[target : target + S], m, row_of[f], stride[f])
            source, target = target, Y if target == X else X
        series[LOST, year] = (series[LOST, year - 1] if year > 0 else 0.0) + captures + conquers
        series[AT_PEACE, year], series[AT_WAR, year] = total(w, M_PEACE), total(w, M_WAR)
        series[COERCED, year], series[WARS_BEGUN, year] = coerces, begins
        series[CONQUERED, year], series[SETTLED, year], series[REPELLED, year] = conquers, settles, repels

    @njit(fastmath=True, error_model="numpy")
    def charge(numbers, era, response, t, flow, value):
        """What an era's masses cost protege and guarantors."""
        war, limited = response[0], response[1]
        for s in range(S):
            at = stage_of[s // THREE]
            peace, coerced, attacked = flow[F_PEACE + s], flow[F_COERCED + s], flow[F_ATTACKED + s]
            captured, fought, settled = flow[F_CAPTURED + s], flow[F_FOUGHT + s], flow[F_SETTLED + s]
            lost = t[T_CONQUERED + s] * fought + read(numbers, era, SETTLEMENT_SHARE, s) * settled
            value[1] -= (
                read(numbers, era, PEACE_COST, s) * peace + read(numbers, era, COERCION_HARM, s) * coerced
                + read(numbers, era, LIMITED_HARM, s) * attacked + read(numbers, era, LOSS_AT_PEACE, s) * captured
                + read(numbers, era, PROTEGE_WAR_COST, s) * fought + read(numbers, era, LOSS_AT_WAR, s) * lost
            )
            for i in range(GUARANTORS):
                own = OF_GUARANTORS + 3 * i
                value[2 + i] -= (
                    read(numbers, era, own, s) * peace + limited[stages.OUTLAY + i, at] * attacked
                    + read(numbers, era, own + 1, s) * captured + war[stages.OUTLAY + i, at] * fought
                    + read(numbers, era, own + 2, s) * lost
                )

    @njit(fastmath=True, error_model="numpy")
    def solve(hazards, contests, stage, numbers, discount, games, win, pull, response, moves, t, w, policy, flow,
              weights, series, if_invaded, if_limited, value, notes):
        chances(hazards, moves)
        notes[:] = 0.0
        for era in range(eras):
            rounds, beyond = respond(
                contests[era], stage[era], stage_points, games, win[0], win[1], pull, response[era]
            )
            notes[0] += rounds
            notes[1] += beyond
            tabulate(numbers, era, response[era], t[era])
        for s in range(S):
            w[V_PEACE + s] = 0.0
            w[V_WAR + s] = 0.0
        for year in range(years - 1, -1, -1):
            era, p = era_of_year[year], policy[min(year, horizon)]
            war_backward(w, t[era], p, discount, moves, era)
            peace_backward(w, t[era], p, discount, moves, era)
        value[:] = 0.0
        for s in range(S):
            value[0] += initial[s] * w[V_PEACE + s]
            w[M_INTACT + s] = initial[s]
            w[M_QUIET + s] = initial[s]
            w[M_PEACE + s] = initial[s]
            w[M_WAR + s] = 0.0
        flow[:] = 0.0
        series[INTACT, 0], series[QUIET, 0] = 1.0, 1.0
        weight = 1.0
        for year in range(horizon):
            era, p = era_of_year[year], policy[year]
            first_passage(w, t[era], p, response[era], moves, era, year, weights, series, if_invaded[year],
                          if_limited[year])
            histories(w, t[era], p, flow[era], weight, moves, era, year, series)
            weight *= discount
        for era in range(eras):
            charge(numbers, era, response[era], t[era], flow[era], value)

    @njit(parallel=True)
    def run(hazards, contests, stage, numbers, discount, games, win, pull, response, moves, t, w, policy, flow,
            weights, series, if_invaded, if_limited, value, notes):
        """Solves each draw, and again from the first until there are as many solves as results."""
        threads, draws, solves = w.shape[0], discount.shape[0], value.shape[0]
        for i in prange(threads):
            for k in range(i * solves // threads, (i + 1) * solves // threads):
                d = k % draws
                solve(hazards[d], contests[d], stage[d], numbers[d], discount[d], games[i], win[i], pull[i],
                      response[i], moves[i], t[i], w[i], policy[i], flow[i], weights[i], series[k], if_invaded[k],
                      if_limited[k], value[k], notes[k])

    return run, response_workspace
