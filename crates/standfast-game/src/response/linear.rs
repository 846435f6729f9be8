//! Small dense linear systems: at most two unknowns a guarantor, and one more.

use standfast_model::scenario::MAX_GUARANTORS;

/// The largest system.
pub(super) const MAX: usize = 2 * MAX_GUARANTORS + 1;

/// A square matrix, row by row, of which the leading part is used.
pub(super) type Matrix = [[f64; MAX]; MAX];

/// Solves A·x = b by elimination with partial pivoting, leaving x in b; returns det A.
///
/// A singular matrix returns 0 and leaves b useless.
pub(super) fn solve(a: &mut Matrix, b: &mut [f64; MAX], size: usize) -> f64 {
    let mut determinant = 1.0;
    for column in 0..size {
        let mut pivot = column;
        for row in column + 1..size {
            if a[row][column].abs() > a[pivot][column].abs() {
                pivot = row;
            }
        }
        if pivot != column {
            a.swap(pivot, column);
            b.swap(pivot, column);
            determinant = -determinant;
        }
        let diagonal = a[column][column];
        determinant *= diagonal;
        if diagonal == 0.0 {
            return 0.0;
        }
        for row in column + 1..size {
            let factor = a[row][column] / diagonal;
            if factor != 0.0 {
                for k in column + 1..size {
                    a[row][k] -= factor * a[column][k];
                }
                b[row] -= factor * b[column];
            }
        }
    }
    for row in (0..size).rev() {
        for k in row + 1..size {
            b[row] -= a[row][k] * b[k];
        }
        b[row] /= a[row][row];
    }
    determinant
}

/// det A.
pub(super) fn determinant(mut a: Matrix, size: usize) -> f64 {
    solve(&mut a, &mut [0.0; MAX], size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_that_needs_pivoting() {
        let mut a = [[0.0; MAX]; MAX];
        a[0][..3].copy_from_slice(&[0.0, 2.0, 1.0]);
        a[1][..3].copy_from_slice(&[1.0, 1.0, 1.0]);
        a[2][..3].copy_from_slice(&[2.0, 1.0, 3.0]);
        let mut b = [0.0; MAX];
        b[..3].copy_from_slice(&[7.0, 6.0, 13.0]);
        assert_eq!(determinant(a, 3), -3.0);
        solve(&mut a, &mut b, 3);
        assert_eq!(&b[..3], &[1.0, 2.0, 3.0]);
    }
}
