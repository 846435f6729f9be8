//! One factor moves, one level at most: along its axis of a grid.
//!
//! A move needs 3·L − 2 products and 2·L − 2 sums for a column of L levels; the two products with
//! the moves that would leave the axis are left out. All levels of a column are read, then written, so
//! each number travels once. Where many columns in a row move alike their moves stay in registers: of
//! as many lanes as the registers have room for ([`Part`]).
//!
//! Sums have a fixed order: the bits do not depend on how many lanes are worked on at once.

use standfast_math::{LANES, Lanes};

/// At most so many points of a grid are worked on in one go for each part of the lanes: they stay in the
/// cache nearest to the processor.
const GROUP: usize = 96;

/// An axis of a grid, and the moves along it.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// How far apart neighbouring levels are.
    pub stride: usize,
    /// How many levels there are.
    pub levels: usize,
    /// How many points of the grid in a row move alike: a multiple of `stride` times `levels`.
    pub run: usize,
    /// For each run which moves are its own.
    pub points: &'a [u32],
    /// Probabilities of one level down, none, one up; level by level, one set of moves after the other.
    pub moves: &'a [[Lanes; 3]],
}

/// Some of the lanes.
type Part<const WIDTH: usize> = [f64; WIDTH];

#[inline(always)]
fn times<const WIDTH: usize>(a: Part<WIDTH>, b: Part<WIDTH>) -> Part<WIDTH> {
    let mut product = [0.0; WIDTH];
    for i in 0..WIDTH {
        product[i] = a[i] * b[i];
    }
    product
}

#[inline(always)]
fn plus<const WIDTH: usize>(a: Part<WIDTH>, b: Part<WIDTH>) -> Part<WIDTH> {
    let mut sum = [0.0; WIDTH];
    for i in 0..WIDTH {
        sum[i] = a[i] + b[i];
    }
    sum
}

/// What moves make of a column of levels. A trait, not a closure: closures are not always inlined, and then
/// not compiled for the same instruction set.
pub(super) trait Direction {
    fn moved<const LEVELS: usize, const WIDTH: usize>(
        moves: &[[Part<WIDTH>; 3]; LEVELS],
        column: &[Part<WIDTH>; LEVELS],
    ) -> [Part<WIDTH>; LEVELS];

    /// The same for any number of levels: a point of a column. `column` gives moves and number at a level.
    fn moved_at(level: usize, levels: usize, column: impl Fn(usize) -> ([Lanes; 3], Lanes)) -> Lanes;
}

/// v(x) ← Σ_x' P(x → x') v(x').
pub(super) struct Backward;

impl Direction for Backward {
    #[inline(always)]
    fn moved<const LEVELS: usize, const WIDTH: usize>(
        moves: &[[Part<WIDTH>; 3]; LEVELS],
        v: &[Part<WIDTH>; LEVELS],
    ) -> [Part<WIDTH>; LEVELS] {
        let mut mean = [[0.0; WIDTH]; LEVELS];
        for level in 0..LEVELS {
            let [down, stay, up] = moves[level];
            mean[level] = times(stay, v[level]);
            if level > 0 {
                mean[level] = plus(mean[level], times(down, v[level - 1]));
            }
            if level + 1 < LEVELS {
                mean[level] = plus(mean[level], times(up, v[level + 1]));
            }
        }
        mean
    }

    fn moved_at(level: usize, levels: usize, column: impl Fn(usize) -> ([Lanes; 3], Lanes)) -> Lanes {
        let ([down, stay, up], here) = column(level);
        let mut sum = stay * here;
        if level > 0 {
            sum += down * column(level - 1).1;
        }
        if level + 1 < levels {
            sum += up * column(level + 1).1;
        }
        sum
    }
}

/// m(x') ← Σ_x m(x) P(x → x').
pub(super) struct Forward;

impl Direction for Forward {
    #[inline(always)]
    fn moved<const LEVELS: usize, const WIDTH: usize>(
        moves: &[[Part<WIDTH>; 3]; LEVELS],
        mass: &[Part<WIDTH>; LEVELS],
    ) -> [Part<WIDTH>; LEVELS] {
        let mut pushed = [[0.0; WIDTH]; LEVELS];
        for level in 0..LEVELS {
            pushed[level] = times(moves[level][1], mass[level]);
            if level > 0 {
                pushed[level] = plus(pushed[level], times(moves[level - 1][2], mass[level - 1]));
            }
            if level + 1 < LEVELS {
                pushed[level] = plus(pushed[level], times(moves[level + 1][0], mass[level + 1]));
            }
        }
        pushed
    }

    fn moved_at(level: usize, levels: usize, column: impl Fn(usize) -> ([Lanes; 3], Lanes)) -> Lanes {
        let ([_, stay, _], here) = column(level);
        let mut sum = stay * here;
        if level > 0 {
            let ([.., up], below) = column(level - 1);
            sum += up * below;
        }
        if level + 1 < levels {
            let ([down, ..], above) = column(level + 1);
            sum += down * above;
        }
        sum
    }
}

/// The numbers stand where they go.
pub(super) const IN_PLACE: u8 = 0;
/// They come from elsewhere.
pub(super) const COPIED: u8 = 1;
/// They come from elsewhere and are added to what is there.
pub(super) const ADDED: u8 = 2;

/// Moves along an axis, `WIDTH` lanes at once. In place, `from` is not read.
#[inline(always)]
pub(super) fn along<D: Direction, const WIDTH: usize, const ROUTE: u8>(
    from: &[Lanes],
    to: &mut [Lanes],
    axis: Axis<'_>,
) {
    match axis.levels {
        2 => runs::<D, 2, WIDTH, ROUTE>(from, to, axis),
        3 => runs::<D, 3, WIDTH, ROUTE>(from, to, axis),
        4 => runs::<D, 4, WIDTH, ROUTE>(from, to, axis),
        5 => runs::<D, 5, WIDTH, ROUTE>(from, to, axis),
        _ => any_columns::<D, ROUTE>(from, to, axis),
    }
}

#[inline(always)]
fn runs<D: Direction, const LEVELS: usize, const WIDTH: usize, const ROUTE: u8>(
    from: &[Lanes],
    to: &mut [Lanes],
    axis: Axis<'_>,
) {
    let (stride, block) = (axis.stride, axis.stride * LEVELS);
    // Many short blocks, or some columns of a long one.
    let group = if block < GROUP { GROUP / block * block } else { block };
    let some = if block < GROUP { stride } else { GROUP / LEVELS };
    let (sets, _) = axis.moves.as_chunks::<LEVELS>();
    for (run, &point) in axis.points.iter().enumerate() {
        let set = &sets[point as usize];
        let end = (run + 1) * axis.run;
        let mut start = run * axis.run;
        while start < end {
            let next = if start + group < end { start + group } else { end };
            let to = &mut to[start..next];
            let from = if ROUTE == IN_PLACE { from } else { &from[start..next] };
            let mut first = 0;
            while first < stride {
                let last = if first + some < stride { first + some } else { stride };
                for part in 0..LANES / WIDTH {
                    let moves = part_of::<LEVELS, WIDTH>(set, part);
                    if stride == 1 {
                        short::<D, LEVELS, WIDTH, ROUTE>(from, to, part, &moves);
                    } else {
                        long::<D, LEVELS, WIDTH, ROUTE>(from, to, part, &moves, stride, first, last);
                    }
                }
                first = last;
            }
            start = next;
        }
    }
}

/// Some lanes of the moves of a column.
#[inline(always)]
fn part_of<const LEVELS: usize, const WIDTH: usize>(
    set: &[[Lanes; 3]; LEVELS],
    part: usize,
) -> [[Part<WIDTH>; 3]; LEVELS] {
    let mut moves = [[[0.0; WIDTH]; 3]; LEVELS];
    for level in 0..LEVELS {
        for direction in 0..3 {
            moves[level][direction] = lanes(&set[level][direction], part);
        }
    }
    moves
}

#[inline(always)]
fn lanes<const WIDTH: usize>(lanes: &Lanes, part: usize) -> Part<WIDTH> {
    lanes.0.as_chunks::<WIDTH>().0[part]
}

#[inline(always)]
fn set<const WIDTH: usize, const ROUTE: u8>(lanes: &mut Lanes, part: usize, moved: Part<WIDTH>) {
    let place = &mut lanes.0.as_chunks_mut::<WIDTH>().0[part];
    *place = if ROUTE == ADDED { plus(*place, moved) } else { moved };
}

/// Columns whose levels stand side by side.
#[inline(always)]
fn short<D: Direction, const LEVELS: usize, const WIDTH: usize, const ROUTE: u8>(
    from: &[Lanes],
    to: &mut [Lanes],
    part: usize,
    moves: &[[Part<WIDTH>; 3]; LEVELS],
) {
    let (from, _) = from.as_chunks::<LEVELS>();
    for (i, to) in to.as_chunks_mut::<LEVELS>().0.iter_mut().enumerate() {
        let mut column = [[0.0; WIDTH]; LEVELS];
        for level in 0..LEVELS {
            column[level] = lanes(if ROUTE == IN_PLACE { &to[level] } else { &from[i][level] }, part);
        }
        let moved = D::moved(moves, &column);
        for level in 0..LEVELS {
            set::<WIDTH, ROUTE>(&mut to[level], part, moved[level]);
        }
    }
}

/// Columns from `first` to `last` of each block.
#[inline(always)]
fn long<D: Direction, const LEVELS: usize, const WIDTH: usize, const ROUTE: u8>(
    from: &[Lanes],
    to: &mut [Lanes],
    part: usize,
    moves: &[[Part<WIDTH>; 3]; LEVELS],
    stride: usize,
    first: usize,
    last: usize,
) {
    let count = last - first;
    for (block, mut to) in to.chunks_exact_mut(stride * LEVELS).enumerate() {
        let to = [
            next_level(&mut to, stride, first, count),
            next_level(&mut to, stride, first, count),
            next_level(&mut to, stride, first, count),
            next_level(&mut to, stride, first, count),
            next_level(&mut to, stride, first, count),
        ];
        let mut source = [&[][..]; LEVELS];
        if ROUTE != IN_PLACE {
            for level in 0..LEVELS {
                source[level] = &from[(block * LEVELS + level) * stride + first..][..count];
            }
        }
        for i in 0..count {
            let mut column = [[0.0; WIDTH]; LEVELS];
            for level in 0..LEVELS {
                column[level] = lanes(if ROUTE == IN_PLACE { &to[level][i] } else { &source[level][i] }, part);
            }
            let moved = D::moved(moves, &column);
            for level in 0..LEVELS {
                set::<WIDTH, ROUTE>(&mut to[level][i], part, moved[level]);
            }
        }
    }
}

/// Takes the next level's part of a block; nothing after the last.
#[inline(always)]
fn next_level<'a>(rest: &mut &'a mut [Lanes], stride: usize, first: usize, count: usize) -> &'a mut [Lanes] {
    let Some((level, others)) = std::mem::take(rest).split_at_mut_checked(stride) else { return &mut [] };
    *rest = others;
    &mut level[first..][..count]
}

/// The same for any number of levels, column by column.
pub(super) fn any_columns<D: Direction, const ROUTE: u8>(from: &[Lanes], to: &mut [Lanes], axis: Axis<'_>) {
    let Axis { stride, levels, run, points, moves } = axis;
    let mut column = vec![Lanes::ZERO; levels];
    for first in (0..to.len()).step_by(stride * levels).flat_map(|block| block..block + stride) {
        let moves = &moves[points[first / run] as usize * levels..][..levels];
        let source = if ROUTE == IN_PLACE { &*to } else { from };
        for level in 0..levels {
            column[level] = source[first + level * stride];
        }
        for level in 0..levels {
            let moved = D::moved_at(level, levels, |level| (moves[level], column[level]));
            let place = &mut to[first + level * stride];
            *place = if ROUTE == ADDED { *place + moved } else { moved };
        }
    }
}

/// The values at the lowest level of one axis.
pub(crate) fn lowest(v: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (block, out) in v.chunks_exact(stride * levels).zip(out.chunks_exact_mut(stride)) {
        out.copy_from_slice(&block[..stride]);
    }
}

/// Gives every level of one axis the same values.
pub(crate) fn spread(v: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (v, block) in v.chunks_exact(stride).zip(out.chunks_exact_mut(stride * levels)) {
        block.chunks_exact_mut(stride).for_each(|level| level.copy_from_slice(v));
    }
}

/// Sums a mass over all levels of one axis.
pub(crate) fn collapse(mass: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (block, out) in mass.chunks_exact(stride * levels).zip(out.chunks_exact_mut(stride)) {
        for (i, sum) in out.iter_mut().enumerate() {
            *sum = (1..levels).fold(block[i], |sum, level| sum + block[level * stride + i]);
        }
    }
}

/// Adds a mass to the lowest level of one axis.
pub(crate) fn add_to_lowest(mass: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (mass, block) in mass.chunks_exact(stride).zip(out.chunks_exact_mut(stride * levels)) {
        block.iter_mut().zip(mass).for_each(|(sum, mass)| *sum += *mass);
    }
}
