//! The Pareto frontier of points with several objectives.
//!
//! A point is *dominated* if another is at least as good in every objective and better in one; the frontier is
//! what is left. Points that are equal in every objective do not dominate each other. A point with an objective
//! that is not a number cannot be compared: it is not on the frontier, and dominates nothing.
//!
//! Exact, in any number d of objectives. With n points the work is n log n up to three objectives and
//! n (log n)^(d − 2) beyond: distinct points are sorted, so that only one that comes before another can dominate
//! it, and the objectives after the first are divided and conquered until two are left, which one sweep decides.
//!
//! Source: Kung, Luccio and Preparata 1975, On finding the maxima of a set of vectors.

/// For each point whether it is on the frontier, where more of each objective is better. The points lie one after
/// the other, `objectives` numbers each.
///
/// # Panics
/// If there is no objective, or the numbers are not whole points.
pub fn frontier(points: &[f64], objectives: usize) -> Vec<bool> {
    assert!(objectives > 0 && points.len().is_multiple_of(objectives), "whole points");
    let mut on = vec![false; points.len() / objectives];
    let comparable = |point: &[f64]| !point.iter().any(|x| x.is_nan());
    let at = |i: usize| &points[i * objectives..(i + 1) * objectives];
    let mut order: Vec<usize> = (0..on.len()).filter(|&i| comparable(at(i))).collect();
    let ranks = Ranks::new(points, objectives, &order);
    // Highest first: what dominates a point comes before it.
    order.sort_unstable_by(|&a, &b| ranks.of(b).cmp(ranks.of(a)));
    let mut distinct = order.clone();
    distinct.dedup_by(|a, b| ranks.of(*a) == ranks.of(*b));
    let mut search = Search { ranks: &ranks, dominated: vec![false; on.len()], best: Prefix::new(ranks.levels) };
    search.within(&distinct, 1);
    let mut leader = None;
    for &i in &order {
        let equal = leader.filter(|&leader| ranks.of(leader) == ranks.of(i));
        let leader = *leader.insert(equal.unwrap_or(i));
        on[i] = !search.dominated[leader];
    }
    on
}

/// Objectives as ranks: equal numbers have the same, from 0 for the lowest.
struct Ranks {
    objectives: usize,
    /// By point and objective.
    each: Vec<u32>,
    /// More than the highest rank.
    levels: usize,
}

impl Ranks {
    fn new(points: &[f64], objectives: usize, comparable: &[usize]) -> Ranks {
        let mut ranks = Ranks { objectives, each: vec![0; points.len()], levels: 1 };
        let mut order = comparable.to_vec();
        for objective in 0..objectives {
            // The two zeros are equal.
            let value = |i: usize| points[i * objectives + objective] + 0.0;
            order.sort_unstable_by(|&a, &b| value(a).total_cmp(&value(b)));
            let mut rank = 0;
            for (position, &i) in order.iter().enumerate() {
                rank += u32::from(position > 0 && value(i) != value(order[position - 1]));
                ranks.each[i * objectives + objective] = rank;
            }
            let levels = rank as usize + 1;
            ranks.levels = if levels > ranks.levels { levels } else { ranks.levels };
        }
        ranks
    }

    fn of(&self, point: usize) -> &[u32] {
        &self.each[point * self.objectives..(point + 1) * self.objectives]
    }

    /// An objective of a point; those that there are not are equal for all.
    fn get(&self, point: usize, objective: usize) -> u32 {
        if objective < self.objectives { self.of(point)[objective] } else { 0 }
    }
}

/// Distinct points in an order in which what dominates comes first.
struct Search<'a> {
    ranks: &'a Ranks,
    dominated: Vec<bool>,
    best: Prefix,
}

impl Search<'_> {
    /// Which of the points others of them dominate, from an objective on; in those before it, who comes earlier is
    /// at least as good.
    fn within(&mut self, points: &[usize], objective: usize) {
        if self.ranks.objectives <= objective + 2 {
            return self.sweep(points, objective);
        }
        if points.len() > 1 {
            let (first, second) = points.split_at(points.len() / 2);
            self.within(first, objective);
            self.across(first, second, objective);
            self.within(second, objective);
        }
    }

    /// Which of some points others dominate, from an objective on; both are in order, and in the objectives before
    /// it these others are at least as good as all of them.
    fn across(&mut self, better: &[usize], worse: &[usize], objective: usize) {
        if better.is_empty() || worse.is_empty() {
            return;
        }
        if self.ranks.objectives <= objective + 2 {
            return self.sweep_across(better, worse, objective);
        }
        let rank = |point: usize| self.ranks.get(point, objective);
        let both = || better.iter().chain(worse).map(|&point| rank(point));
        let (mut low, mut high) = (u32::MAX, 0);
        both().for_each(|rank| (low, high) = (low.min(rank), high.max(rank)));
        if low == high {
            return self.across(better, worse, objective + 1);
        }
        // The median of the ranks; both sides of it have something.
        let mut all: Vec<u32> = both().collect();
        let half = all.len() / 2;
        let (_, &mut median, _) = all.select_nth_unstable(half);
        let bar = if median > low { median } else { low + 1 };
        let part = |points: &[usize]| -> [Vec<usize>; 2] {
            let (above, below) = points.iter().partition(|&&point| rank(point) >= bar);
            [above, below]
        };
        let ([better_above, better_below], [worse_above, worse_below]) = (part(better), part(worse));
        self.across(&better_above, &worse_above, objective);
        self.across(&better_above, &worse_below, objective + 1);
        self.across(&better_below, &worse_below, objective);
    }

    /// The last two objectives of points in order.
    fn sweep(&mut self, points: &[usize], objective: usize) {
        for &point in points {
            let (first, second) = (self.ranks.get(point, objective), self.ranks.get(point, objective + 1));
            if self.best.at_least(first) > second {
                self.dominated[point] = true;
            } else {
                self.best.put(first, second + 1);
            }
        }
        points.iter().for_each(|&point| self.best.forget(self.ranks.get(point, objective)));
    }

    /// The last two objectives where every one of the better comes first.
    fn sweep_across(&mut self, better: &[usize], worse: &[usize], objective: usize) {
        for &point in better.iter().filter(|&&point| !self.dominated[point]) {
            self.best.put(self.ranks.get(point, objective), self.ranks.get(point, objective + 1) + 1);
        }
        for &point in worse {
            let (first, second) = (self.ranks.get(point, objective), self.ranks.get(point, objective + 1));
            self.dominated[point] |= self.best.at_least(first) > second;
        }
        better.iter().for_each(|&point| self.best.forget(self.ranks.get(point, objective)));
    }
}

/// The highest number put at some rank or a higher one: a tree of maxima (Fenwick 1994).
struct Prefix {
    /// One more than the highest second objective; 0: nothing.
    tree: Vec<u32>,
}

impl Prefix {
    fn new(levels: usize) -> Prefix {
        Prefix { tree: vec![0; levels + 1] }
    }

    /// Where a rank stands: high ranks first.
    fn position(&self, rank: u32) -> usize {
        self.tree.len() - 1 - rank as usize
    }

    fn put(&mut self, rank: u32, number: u32) {
        let mut at = self.position(rank);
        while at < self.tree.len() {
            self.tree[at] = self.tree[at].max(number);
            at += at & at.wrapping_neg();
        }
    }

    /// Of what was put at a rank or higher.
    fn at_least(&self, rank: u32) -> u32 {
        let mut at = self.position(rank);
        let mut highest = 0;
        while at > 0 {
            highest = highest.max(self.tree[at]);
            at &= at - 1;
        }
        highest
    }

    /// Takes out whatever a number put at a rank could have reached.
    fn forget(&mut self, rank: u32) {
        let mut at = self.position(rank);
        while at < self.tree.len() {
            self.tree[at] = 0;
            at += at & at.wrapping_neg();
        }
    }
}
