"""How the factors move: along one axis of the states at a time, and in which order."""

import numpy as np
from numba import njit

from .tables import demand

# Indices are unsigned: signed ones may count from the end, and the compiler does not vectorise loops over them.
FACTORS = 7
S, THIRD = np.uint64(3**7), np.uint64(3**6)
ONE, TWO, THREE, NINE = (np.uint64(x) for x in (1, 2, 3, 9))

# The workspace begins with the arrays of the three contexts at peace, and then those that moves are made with.
ARRAYS = HOLD, COERCE, LIMITED = tuple(np.uint64(i) * S for i in range(3))
BUFFERS, BUFFER_COUNT = np.uint64(3) * S, 12
AFTER_BUFFERS = BUFFERS + np.uint64(BUFFER_COUNT) * S

# The columns of a plan.
SOURCE, TARGET, MOVE, FACTOR, ADD, END = range(6)


@njit(fastmath=True, inline="always")
def expect_at(v, out, j, stride, move):
    a, b, c = v[j], v[j + stride], v[j + stride + stride]
    out[j] = move[0] * a + move[1] * b
    out[j + stride] = move[2] * a + move[3] * b + move[4] * c
    out[j + stride + stride] = move[5] * b + move[6] * c


@njit(fastmath=True, inline="always")
def push_at(mass, out, j, stride, move):
    a, b, c = mass[j], mass[j + stride], mass[j + stride + stride]
    out[j] = move[0] * a + move[2] * b
    out[j + stride] = move[1] * a + move[3] * b + move[5] * c
    out[j + stride + stride] = move[4] * b + move[6] * c


@njit(fastmath=True, inline="always")
def push_and_add_at(mass, out, j, stride, move):
    a, b, c = mass[j], mass[j + stride], mass[j + stride + stride]
    out[j] += move[0] * a + move[2] * b
    out[j + stride] += move[1] * a + move[3] * b + move[5] * c
    out[j + stride + stride] += move[4] * b + move[6] * c


def along(at):
    """What is done at one state, done along one factor: the short strides are constants to the compiler."""

    @njit(fastmath=True)
    def sweep(v, out, moves, rows, stride):
        if stride == 1:
            m = moves[0]
            move = (m[0], m[1], m[2], m[3], m[4], m[5], m[6])
            for block in range(np.uint64(v.size) // THREE):
                at(v, out, THREE * block, ONE, move)
        elif stride == 3:
            for block in range(np.uint64(v.size) // NINE):
                m = moves[rows[block]]
                move = (m[0], m[1], m[2], m[3], m[4], m[5], m[6])
                at(v, out, NINE * block, THREE, move)
                at(v, out, NINE * block + ONE, THREE, move)
                at(v, out, NINE * block + TWO, THREE, move)
        elif stride == 9:
            for block in range(np.uint64(v.size) // (THREE * NINE)):
                m = moves[rows[block]]
                move = (m[0], m[1], m[2], m[3], m[4], m[5], m[6])
                start = THREE * NINE * block
                for j in range(start, start + NINE):
                    at(v, out, j, NINE, move)
        else:
            for block in range(np.uint64(v.size) // (THREE * stride)):
                m = moves[rows[block]]
                move = (m[0], m[1], m[2], m[3], m[4], m[5], m[6])
                start = THREE * stride * block
                for j in range(start, start + stride):
                    at(v, out, j, stride, move)

    return sweep


expect, push, push_and_add = along(expect_at), along(push_at), along(push_and_add_at)


def plan(tables, contexts, start=None, end=None):
    """How some contexts at peace move by era, shared as far as their paths agree: steps with SOURCE, TARGET, MOVE,
    FACTOR, whether to ADD to the target, and whether all is done (END).

    With `start` the expectations of the array there, which end in ARRAYS; with `end` the
    masses in ARRAYS, whose sum ends there. In between arrays from BUFFERS on are used."""
    plans = []
    for era in range(len(tables.eras)):
        steps, free = [], [BUFFERS + np.uint64(i) * S for i in range(BUFFER_COUNT)]
        move = tables.move_of[era]

        def groups(step, among):
            found = []
            for c in among:
                same = [group for group in found if move[group[0], step] == move[c, step]]
                same[0].append(c) if same else found.append([c])
            return found

        def expectations(step, source, among):
            for group in groups(step, among):
                demand(step + 1 < FACTORS or len(group) == 1, "actions that move every factor alike")
                target = ARRAYS[group[0]] if step + 1 == FACTORS else free.pop()
                steps.append((source, target, move[group[0], step], step, 0, 0))
                if step + 1 < FACTORS:
                    expectations(step + 1, target, group)
                    free.append(target)

        def masses(step, among):
            if step == FACTORS:
                demand(len(among) == 1, "actions that move every factor alike")
                return ARRAYS[among[0]]
            sources = [(masses(step + 1, group), group[0]) for group in groups(step, among)]
            target = end if step == 0 else free.pop()
            for i, (source, c) in enumerate(sources):
                steps.append((source, target, move[c, step], step, i > 0, 0))
                if source >= BUFFERS:
                    free.append(source)
            return target

        if end is None:
            expectations(0, start, contexts)
        else:
            masses(0, contexts)
        plans.append([*steps, (0, 0, 0, 0, 0, 1)])
    length = max(map(len, plans))
    return np.array([steps + steps[-1:] * (length - len(steps)) for steps in plans], np.uint64)
