"""An exponential that numba's compiler can vectorise, for programs that are run with `--vector-exp`.

numba calls the C library for `math.exp`, one number at a time. This one is plain arithmetic: e^x = 2^k e^r with
|r| <= ln 2 / 2, e^r by its series up to r^12, and 2^k put together from its bits. Within [-700, 700], to
which arguments are cut, it is right to two units in the last place."""

import math

from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

# Everything but reassociation, which would undo the rounding to a whole k.
ROUNDED = {"nnan", "ninf", "nsz", "arcp", "contract"}

# As how many operations an exponential or a logarithm counts; the one below has 13 products and as many sums, which
# fused operations halve.
OPERATIONS = 20

LIMIT = 700.0
TO_BINARY = 1 / math.log(2)
# ln 2 in two parts, of which the first has few bits, so that k times it is exact.
LN2_HEAD, LN2_TAIL = float.fromhex("0x1.62e42fee00000p-1"), float.fromhex("0x1.a39ef35793c76p-33")
# Added to a number it leaves its whole part in the lowest bits.
WHOLE = 1.5 * 2.0**52


@intrinsic
def bits_of(_, x):
    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], ir.IntType(64))

    return types.int64(types.float64), generate


@intrinsic
def from_bits(_, bits):
    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], ir.DoubleType())

    return types.float64(types.int64), generate


@njit(fastmath=ROUNDED)
def vector_exp(x):
    x = min(max(x, -LIMIT), LIMIT)
    shifted = x * TO_BINARY + WHOLE
    k = shifted - WHOLE
    r = (x - k * LN2_HEAD) - k * LN2_TAIL
    p = 1 / 479001600.0
    p = p * r + 1 / 39916800.0
    p = p * r + 1 / 3628800.0
    p = p * r + 1 / 362880.0
    p = p * r + 1 / 40320.0
    p = p * r + 1 / 5040.0
    p = p * r + 1 / 720.0
    p = p * r + 1 / 120.0
    p = p * r + 1 / 24.0
    p = p * r + 1 / 6.0
    p = p * r + 0.5
    p = p * r + 1.0
    p = p * r + 1.0
    return p * from_bits((bits_of(shifted) + 1023) << 52)


@njit
def library_exp(x):
    return math.exp(x)
