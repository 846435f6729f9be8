// The work W1 (validation/w1/README.md) in C: eight draws side by side (four without AVX-512), the draw
// innermost; fused multiply-adds, the C library's vector exp and log, OpenMP threads.
//
//   gcc -std=gnu11 -O3 -march=native -mprefer-vector-width=512 -ffast-math -fopenmp w1.c -o w1 -lmvec -lm
//   ./w1 validation/w1/reference.json [--threads N] [--json]
//
// The factors 0, 1, 2 number 27 blocks; a block holds the phases and the factors 3, 4, 5. A year is two
// passes over all states: one across the blocks along the factors 0, 1, 2, and one in which everything
// else is done block by block, so that what lies between two modes stays in the first-level cache.
// Moves are by one level at most and wars do not end in peace: zeros are skipped.
#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __AVX512F__
enum { LANES = 8 };
#else
enum { LANES = 4 };
#endif
enum { DRAWS_CHECKED = 8 };
enum { BLOCKS = 27, LOW = 27, PHASES = 3, BLOCK = PHASES * LOW, ACTIONS = 4, YEARS = 50 };
enum { MIDDLE = 13 }; // of 27, every factor in the middle

typedef double lanes __attribute__((vector_size(8 * LANES)));

static const double BETA = 0.95;

// One factor's move: up and down by a level, and to stay at each of the levels.
typedef struct { lanes up, down, stay[3]; } move;

// What a year does to the phase: from peace to war and to lost, from war to lost.
typedef struct { double peace, begins, at_once, goes_on, ends; } phase_move;

typedef struct {
    move shared[6];          // factors 0, 1, 2 and 5
    move own[ACTIONS][2];    // factors 3 and 4
    phase_move phase[ACTIONS];
    lanes precision;
} draws;

typedef struct {
    lanes value[BLOCKS][BLOCK], moved[BLOCKS][BLOCK];
    lanes policy[YEARS][BLOCKS][ACTIONS - 1][BLOCK]; // the last action has what is left
} workspace;

static double reward[ACTIONS][BLOCKS][BLOCK];

static void fill_rewards(void) {
    for (int s = 0; s < BLOCKS * LOW; s++) {
        double y[6];
        for (int i = 5, rest = s; i >= 0; i--, rest /= 3) y[i] = (rest % 3) / 2.0;
        const double deterrence = 0.5 * y[0] + 0.3 * y[1] + 0.2 * y[2];
        const double win = 1 / (1 + exp(-(2 * (y[4] - y[3]) - 3 * deterrence + 1)));
        const double at_peace[ACTIONS] = {
            0, 0.10 * y[5] - 0.05 * deterrence, 0.35 * y[5] + 0.4 * win - 0.45 * deterrence - 0.50,
            0.60 * y[5] + win - deterrence - 1.00,
        };
        for (int a = 0; a < ACTIONS; a++) {
            double *at = &reward[a][s / LOW][s % LOW];
            at[0] = at_peace[a];
            at[LOW] = 0.5 * at_peace[a] + 0.8 * win - 0.7;
            at[2 * LOW] = 0.05;
        }
    }
}

static void set_move(move *m, int lane, double up, double down) {
    m->up[lane] = up;
    m->down[lane] = down;
    m->stay[0][lane] = 1 - up;
    m->stay[1][lane] = 1 - up - down;
    m->stay[2][lane] = 1 - down;
}

static void fill_draws(draws *d, int first) {
    static const double begins[ACTIONS] = {0.002, 0.01, 0.10, 0.90}, ends[ACTIONS] = {0.02, 0.03, 0.06, 0.12};
    for (int a = 0; a < ACTIONS; a++)
        d->phase[a] = (phase_move){1 - begins[a], 0.9 * begins[a], 0.1 * begins[a], 1 - ends[a], ends[a]};
    for (int lane = 0; lane < LANES; lane++) {
        const double k = first + lane;
        d->precision[lane] = 4 + 0.5 * sin(k);
        for (int i = 0; i < 6; i++) {
            const double up = (0.06 + 0.01 * i) * (1 + 0.2 * sin(1.1 * k * (i + 1)));
            const double down = (0.10 - 0.01 * i) * (1 + 0.2 * sin(0.7 * k * (i + 2)));
            if (i != 3 && i != 4) set_move(&d->shared[i], lane, up, down);
            else
                for (int a = 0; a < ACTIONS; a++)
                    set_move(&d->own[a][i - 3], lane, up, down + (i == 3 ? 0.05 : 0.04) * a);
        }
    }
}

#define INLINE static inline __attribute__((always_inline))

// Expectations along one factor of a block of 27, in place.
INLINE void expect(lanes *v, int stride, const move *m) {
    for (int from = 0; from < LOW; from += 3 * stride)
        for (int j = from; j < from + stride; j++) {
            const lanes a = v[j], b = v[j + stride], c = v[j + 2 * stride];
            v[j] = m->stay[0] * a + m->up * b;
            v[j + stride] = m->down * a + m->stay[1] * b + m->up * c;
            v[j + 2 * stride] = m->down * b + m->stay[2] * c;
        }
}

// The transpose: moves the masses of a block of 27 along one factor, in place.
INLINE void push(lanes *mass, int stride, const move *m) {
    for (int from = 0; from < LOW; from += 3 * stride)
        for (int j = from; j < from + stride; j++) {
            const lanes a = mass[j], b = mass[j + stride], c = mass[j + 2 * stride];
            mass[j] = m->stay[0] * a + m->down * b;
            mass[j + stride] = m->up * a + m->stay[1] * b + m->down * c;
            mass[j + 2 * stride] = m->up * b + m->stay[2] * c;
        }
}

// The logit choice in a block: from the worth of each action to their probabilities and what they are worth.
INLINE void choose(const double *restrict q0, const double *restrict q1, const double *restrict q2,
                   const double *restrict q3, const double *restrict precision, double *restrict p0,
                   double *restrict p1, double *restrict p2, double *restrict value) {
    #pragma omp simd
    for (int j = 0; j < BLOCK * LANES; j++) {
        const double la = precision[j & (LANES - 1)];
        const double x = q0[j] > q1[j] ? q0[j] : q1[j], y = q2[j] > q3[j] ? q2[j] : q3[j], top = x > y ? x : y;
        const double a = exp(la * (q0[j] - top)), b = exp(la * (q1[j] - top));
        const double c = exp(la * (q2[j] - top)), d = exp(la * (q3[j] - top));
        const double sum = (a + b) + (c + d), share = 1 / sum;
        value[j] = top + log(sum) / la;
        p0[j] = a * share;
        p1[j] = b * share;
        p2[j] = c * share;
    }
}

static void backward(const draws *d, workspace *w, lanes *value_at_start) {
    double precision[LANES] __attribute__((aligned(64)));
    memcpy(precision, &d->precision, sizeof precision);
    memset(w->value, 0, sizeof w->value);
    for (int year = YEARS - 1; year >= 0; year--) {
        for (int j = 0; j < BLOCK; j++) {
            lanes v[BLOCKS];
            for (int b = 0; b < BLOCKS; b++) v[b] = w->value[b][j];
            expect(v, 9, &d->shared[0]);
            expect(v, 3, &d->shared[1]);
            expect(v, 1, &d->shared[2]);
            for (int b = 0; b < BLOCKS; b++) w->moved[b][j] = v[b];
        }
        for (int b = 0; b < BLOCKS; b++) {
            lanes *common = w->moved[b], q[ACTIONS][BLOCK];
            for (int phase = 0; phase < PHASES; phase++) expect(common + phase * LOW, 1, &d->shared[5]);
            for (int a = 0; a < ACTIONS; a++) {
                const phase_move p = d->phase[a];
                const double *r = reward[a][b];
                for (int l = 0; l < LOW; l++) {
                    const lanes peace = BETA * common[l], war = BETA * common[LOW + l];
                    const lanes lost = BETA * common[2 * LOW + l];
                    q[a][l] = p.peace * peace + p.begins * war + p.at_once * lost;
                    q[a][LOW + l] = p.goes_on * war + p.ends * lost;
                    q[a][2 * LOW + l] = lost;
                }
                for (int phase = 0; phase < PHASES; phase++) {
                    expect(q[a] + phase * LOW, 9, &d->own[a][0]);
                    expect(q[a] + phase * LOW, 3, &d->own[a][1]);
                }
                for (int j = 0; j < BLOCK; j++) q[a][j] += r[j];
            }
            lanes(*p)[BLOCK] = w->policy[year][b];
            choose((double *)q[0], (double *)q[1], (double *)q[2], (double *)q[3], precision, (double *)p[0],
                   (double *)p[1], (double *)p[2], (double *)w->value[b]);
        }
    }
    *value_at_start = w->value[MIDDLE][MIDDLE];
}

static void forward(const draws *d, workspace *w, lanes intact[YEARS + 1]) {
    memset(w->value, 0, sizeof w->value);
    w->value[MIDDLE][MIDDLE] += 1.0;
    intact[0] = w->value[MIDDLE][MIDDLE];
    for (int year = 0; year < YEARS; year++) {
        for (int b = 0; b < BLOCKS; b++) {
            const lanes *mass = w->value[b];
            lanes left[BLOCK], *sum = w->moved[b];
            for (int a = 0; a < ACTIONS; a++) {
                const phase_move p = d->phase[a];
                const lanes *chance = w->policy[year][b][a];
                lanes done[BLOCK];
                for (int j = 0; j < BLOCK; j++) {
                    const lanes before = a ? left[j] : mass[j];
                    done[j] = a < ACTIONS - 1 ? mass[j] * chance[j] : before;
                    left[j] = before - done[j];
                }
                for (int phase = 0; phase < PHASES; phase++) {
                    push(done + phase * LOW, 3, &d->own[a][1]);
                    push(done + phase * LOW, 9, &d->own[a][0]);
                }
                for (int l = 0; l < LOW; l++) {
                    const lanes peace = done[l], war = done[LOW + l], lost = done[2 * LOW + l];
                    const lanes to_peace = p.peace * peace, to_war = p.begins * peace + p.goes_on * war;
                    const lanes to_lost = p.at_once * peace + p.ends * war + lost;
                    sum[l] = a ? sum[l] + to_peace : to_peace;
                    sum[LOW + l] = a ? sum[LOW + l] + to_war : to_war;
                    sum[2 * LOW + l] = a ? sum[2 * LOW + l] + to_lost : to_lost;
                }
            }
            for (int phase = 0; phase < PHASES; phase++) push(sum + phase * LOW, 1, &d->shared[5]);
        }
        lanes total = {0};
        for (int j = 0; j < BLOCK; j++) {
            lanes mass[BLOCKS];
            for (int b = 0; b < BLOCKS; b++) mass[b] = w->moved[b][j];
            push(mass, 1, &d->shared[2]);
            push(mass, 3, &d->shared[1]);
            push(mass, 9, &d->shared[0]);
            for (int b = 0; b < BLOCKS; b++) {
                w->value[b][j] = mass[b];
                if (j < LOW) total += mass[b];
            }
        }
        intact[year + 1] = total;
    }
}

static void *allocate(size_t size) {
    void *memory = aligned_alloc(64, (size + 63) / 64 * 64);
    if (!memory) {
        fprintf(stderr, "w1: no memory\n");
        exit(1);
    }
    return memset(memory, 0, size);
}

// Solves batches of eight draws on some threads; returns the seconds that it took.
static double run(int threads, int batches, lanes *value, lanes *intact) {
    const double started = omp_get_wtime();
    #pragma omp parallel num_threads(threads)
    {
        draws *d = allocate(sizeof *d);
        workspace *w = allocate(sizeof *w);
        #pragma omp for schedule(static)
        for (int b = 0; b < batches; b++) {
            fill_draws(d, b * LANES);
            backward(d, w, &value[b]);
            forward(d, w, &intact[b * (YEARS + 1)]);
        }
        free(d);
        free(w);
    }
    return omp_get_wtime() - started;
}

// Fast arithmetic takes every number for finite, so the bits are asked.
static int is_finite(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (bits >> 52 & 0x7ff) != 0x7ff;
}

// Farther than any answer that is merely wrong.
static const double FAR = 1e9;

// The largest distance from the reference, FAR where there is none to speak of. The reference's text holds a
// value and a chance for each draw in turn.
static double largest_error(const char *text, const lanes *value, const lanes *intact) {
    const char *at = strstr(text, "\"draws\"");
    double error = at ? 0 : FAR;
    for (int draw = 0; at && draw < DRAWS_CHECKED; draw++) {
        static const char *const keys[2] = {"\"value\":", "\"invaded\":"};
        const int batch = draw / LANES, lane = draw % LANES;
        const double ours[2] = {value[batch][lane], 1 - intact[batch * (YEARS + 1) + YEARS][lane]};
        for (int i = 0; at && i < 2; i++) {
            at = strstr(at, keys[i]);
            const double apart = at && is_finite(ours[i]) ? fabs(ours[i] - strtod(at + strlen(keys[i]), NULL)) : FAR;
            if (apart > error) error = apart;
        }
    }
    return error;
}

static int ascending(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments) {
    enum { REPEATS = 7, BATCHES = 256 / LANES };
    int threads = 2, json = 0;
    const char *path = NULL;
    for (int i = 1; i < count; i++) {
        if (!strcmp(arguments[i], "--json")) json = 1;
        else if (!strcmp(arguments[i], "--threads") && i + 1 < count) threads = atoi(arguments[++i]);
        else path = arguments[i];
    }
    static char reference[1 << 16];
    FILE *file = path ? fopen(path, "r") : NULL;
    if (!file || threads < 1) {
        fprintf(stderr, "usage: w1 REFERENCE.json [--threads N] [--json]\n");
        return 2;
    }
    fread(reference, 1, sizeof reference - 1, file);
    fclose(file);
    fill_rewards();
    lanes *value = allocate(BATCHES * sizeof(lanes)), *intact = allocate(BATCHES * (YEARS + 1) * sizeof(lanes));
    run(threads, BATCHES, value, intact);
    const double error = largest_error(reference, value, intact);
    double rates[REPEATS];
    for (int i = 0; i < REPEATS; i++) rates[i] = BATCHES * LANES / run(threads, BATCHES, value, intact);
    qsort(rates, REPEATS, sizeof rates[0], ascending);
    const char *text = "W1 in C, %d threads: %.1f solves/s, largest error %.3g\n";
    if (json) text = "{\"name\": \"w1-c\", \"threads\": %d, \"solves_per_second\": %.1f, \"max_error\": %.3g}\n";
    printf(text, threads, rates[REPEATS / 2], error);
    return error <= 1e-9 ? 0 : 1;
}
