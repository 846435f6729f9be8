"""Reads what `export` writes and lays it out as arrays.

Everything here follows from the package alone (index maps, the order of moves), or copies a draw's
tabulated primitives from one array to another; none of it is timed."""

import json
import subprocess
from pathlib import Path

import numpy as np

LEVELS = 3
REPOSITORY = Path(__file__).parents[3]
CONTEXTS = ("peace", "coerce", "limited", "war")
WAR_CONTEXT = 3

# The order of the factors in a state, the slowest first. A factor's parents are slower than it, so its moves are
# constants of an inner loop; the fastest has none. The one in which all actions differ moves most often: its loop
# is the longest.
LAYOUT = ("ceasefire", "us_will", "european_will", "ukrainian_army", "sanctions", "russian_forces", "kremlin")

# What is read on the grid of all states, in the order of the constants of game.py.
PEACE = (
    "challenger.grievance@peace", "challenger.coercion_gain@peace", "challenger.coercion_cost@peace",
    "protege.capture@coerce", "challenger.prize@peace", "limited.prize_share@limited", "limited.cost@limited",
    "limited.escalation@limited", "challenger.onset_cost@peace", "challenger.opportunity@peace",
    "limited.opportunity@limited", "challenger.precision@peace",
)
WAR = (
    "challenger.war_cost@war", "war.resolution@war", "challenger.prize@war", "challenger.settlement_cost@war",
    "war.settlement_share@war", "challenger.precision@war",
)
COSTS = (
    "protege.peace_cost@peace", "protege.coercion_harm@peace", "limited.harm@limited", "protege.loss_cost@peace",
    "protege.war_cost@war", "protege.loss_cost@war",
)
COSTS_OF_GUARANTOR = ("presence_cost@peace", "stake@peace", "stake@war")

CONTEST = ("challenger.strength@war", "protege.strength@war", "contest.decisiveness@war",
           "challenger.overconfidence@war")
HELP = ("supply_strength@war", "intervention_strength@war")
STAGE = ("coalition.precision@war", "war.resolution@war", "coalition.common_shock@war", "challenger.doubt@war",
         "limited.stake_share@limited", "limited.commitment_share@limited", "limited.burden_share@limited")
STAGE_OF_GUARANTOR = ("stake@war", "supply_cost@war", "intervention_cost@war", "supply_discharge@war",
                      "tripwire@war", "audience_cost@war", "escalation@war", "sanction@war")


def export(package, draws):
    """What our own program writes of a package."""
    command = ["cargo", "run", "--release", "--quiet", "-p", "standfast-benches", "--bin", "export", "--"]
    run = subprocess.run([*command, package, str(draws)], cwd=REPOSITORY, check=True, stdout=subprocess.PIPE)
    return json.loads(run.stdout)


class Grid:
    """Joint levels of some factors, the first slowest."""

    def __init__(self, factors):
        self.factors = tuple(factors)
        self.points = LEVELS ** len(self.factors)

    def levels(self):
        """By point, the level of each factor."""
        axes = np.meshgrid(*[np.arange(LEVELS)] * len(self.factors), indexing="ij")
        columns = [axis.ravel() for axis in axes] or [np.zeros(1, int)]
        return dict(zip(self.factors, columns)), len(columns[0])

    def map_to(self, coarser):
        """For each point the point of a coarser grid that it lies over."""
        level, points = self.levels()
        place = np.zeros(points, np.int64)
        for factor in coarser.factors:
            place = place * LEVELS + level[factor]
        return place


class Tables:
    """The arrays of a package in some draws."""

    def __init__(self, package):
        self.package = package
        self.eras = package["eras"]
        self.factors = len(package["levels"])
        self.draws = len(package["discount"])
        self.names = [name.split(".")[0] for name in self.eras[0]["primitives"] if name.endswith(".rise@peace")]
        demand(sorted(self.names) == sorted(LAYOUT), "other factors")
        self.layout = [self.names.index(name) for name in LAYOUT]
        self.all = Grid(self.layout)
        self.guarantor_names = [
            name.split(".")[0] for name in self.eras[0]["primitives"] if name.endswith(".stake@war")
        ]
        demand(set(package["levels"]) == {LEVELS}, "a factor without three levels")
        demand(all(era["body"] is None for era in self.eras), "a consensus body")
        self.moves()
        self.contests_and_stages()
        self.everywhere()
        initial = np.ones(1)
        for mass in (package["initial"][f] for f in self.layout):
            initial = np.multiply.outer(initial, mass).ravel()
        self.initial = initial
        self.discount = np.array(package["discount"])
        self.era_of_year = np.array(package["era_of_year"])

    def read(self, era, name):
        """The grid of a primitive, and its values by draw and point."""
        table = self.eras[era]["primitives"][name]
        return Grid(table["factors"]), np.array(table["values"])

    def on(self, grid, era, names):
        """Primitives on one grid: by draw, primitive and point."""
        read = [self.read(era, name) for name in names]
        return np.stack([values[:, grid.map_to(own)] for own, values in read], 1)

    def union(self, names):
        """The grid of all that some primitives depend on in any era."""
        factors = {f for era in self.eras for name in names for f in era["primitives"][name]["factors"]}
        return Grid(sorted(factors))

    def of_guarantors(self, names):
        return [f"{guarantor}.{name}" for guarantor in self.guarantor_names for name in names]

    def moves(self):
        """The distinct moves: `hazards` by draw, move, rise and fall, row and level; `move_of` by era,
        context and factor. The row is the point of the factor's parents."""
        known, hazards, self.parents = [], [], []
        self.move_of = np.empty((len(self.eras), len(CONTEXTS), self.factors), np.int64)
        rows = 1
        for f, factor in enumerate(self.names):
            names = [f"{factor}.{way}@{context}" for way in ("rise", "fall") for context in CONTEXTS]
            parents = [p for p in self.union(names).factors if p != f]
            slower = self.layout[: self.layout.index(f)]
            demand(all(p < f and p in slower for p in parents), f"{factor} without its parents before it")
            self.parents.append(parents)
            rows = max(rows, LEVELS ** len(parents))
        for f, factor in enumerate(self.names):
            grid = Grid([*self.parents[f], f])
            for era in range(len(self.eras)):
                for c, context in enumerate(CONTEXTS):
                    pair = self.on(grid, era, [f"{factor}.rise@{context}", f"{factor}.fall@{context}"])
                    key = (f, pair.tobytes())
                    if key not in known:
                        known.append(key)
                        pair = pair.reshape(self.draws, 2, -1, LEVELS)
                        padded = np.zeros((self.draws, 2, rows, LEVELS))
                        padded[:, :, : pair.shape[2]] = pair
                        hazards.append(padded)
                    self.move_of[era, c, f] = known.index(key)
        demand(not self.parents[self.layout[-1]], f"{LAYOUT[-1]} with hazards that read other factors")
        self.hazards = np.stack(hazards, 1)
        self.rows_of_move = np.array([LEVELS ** len(self.parents[f]) for f, _ in known])

    def row_maps(self, without=None):
        """For each factor the row of its moves in each block of states that agree in the slower factors, on
        the grid of all factors or of all but one; and the strides on that grid."""
        kept = [f for f in self.layout if f != without]
        maps = np.zeros((self.factors, LEVELS ** (self.factors - 1)), np.uint64)
        strides = np.zeros(self.factors, np.uint64)
        for place, f in enumerate(kept):
            slower = Grid(kept[:place])
            maps[f, : slower.points] = slower.map_to(Grid(self.parents[f]))
            strides[f] = LEVELS ** (len(kept) - 1 - place)
        return maps, strides

    def contests_and_stages(self):
        """Contests on their grid, and what the guarantors read for each contest on the points over it."""
        contest_names = [*CONTEST, *self.of_guarantors(HELP)]
        stage_names = [*STAGE, *self.of_guarantors(STAGE_OF_GUARANTOR)]
        contest_grid = self.union(contest_names)
        stage_grid = self.union([*contest_names, *stage_names])
        eras = range(len(self.eras))
        self.contests = np.stack([self.on(contest_grid, era, contest_names) for era in eras], 1)
        self.stages = np.stack([self.on(stage_grid, era, stage_names) for era in eras], 1)
        over = stage_grid.map_to(contest_grid)
        self.stage_points = np.stack([np.flatnonzero(over == point) for point in range(contest_grid.points)])
        self.stage_of_state = self.all.map_to(stage_grid)
        shock = self.stages[:, :, STAGE.index("coalition.common_shock@war")]
        demand((shock != 0).all() or (shock == 0).all(), "a common shock that is 0 in places")
        self.shocks = np.array([1.0, -1.0] if shock.any() else [0.0])

    def everywhere(self):
        """What is read at every state: one row of numbers a draw, and by era and primitive where its table
        begins and which map leads to it."""
        names = [*PEACE, *WAR, *COSTS, *self.of_guarantors(COSTS_OF_GUARANTOR)]
        grids, known, parts, begin = [], {}, [], 0
        self.place = np.empty((len(self.eras), len(names), 2), np.int64)
        for era in range(len(self.eras)):
            for i, name in enumerate(names):
                grid, values = self.read(era, name)
                if grid.factors not in grids:
                    grids.append(grid.factors)
                key = (name, values.tobytes())
                if key not in known:
                    known[key] = begin
                    parts.append(values)
                    begin += grid.points
                self.place[era, i] = known[key], grids.index(grid.factors)
        self.numbers = np.concatenate(parts, 1)
        self.maps = np.stack([self.all.map_to(Grid(factors)) for factors in grids])


def demand(holds, what):
    if not holds:
        raise SystemExit(f"ukraine_numba: this program is written by hand for the default case and cannot solve {what}")
