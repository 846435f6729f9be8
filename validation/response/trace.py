"""An independent way along the principal branch: the tangent field of H(y, lambda) = 0 as an
ordinary differential equation in arclength, integrated by scipy to 1e-12, then polished by
Newton's method in 50-digit arithmetic. Used by make_fixtures.py.
"""
import itertools, numpy as np, mpmath
from scipy.integrate import solve_ivp

mpmath.mp.dps = 50


class Game:
    def __init__(self, strengths, kappa, helps, advantage, stake):
        """helps[i] = (supply, intervene); advantage[i] = what supplying, intervening gain apart from the contest."""
        self.n, self.advantage, self.stake = len(helps), advantage, stake
        s_c, s_p = strengths
        self.win = {}
        for m in itertools.product(range(3), repeat=self.n):
            total = s_p + sum((0, *helps[i])[k] for i, k in enumerate(m))
            self.win[m] = s_c ** kappa / (s_c ** kappa + total ** kappa)

    def p(self, y, exp):
        out = []
        for i in range(self.n):
            e = [exp(y[2 * i] * 0), exp(y[2 * i]), exp(y[2 * i + 1])]
            t = e[0] + e[1] + e[2]
            out.append([x / t for x in e])
        return out

    def gains(self, y, exp):
        """Delta by guarantor and response."""
        p, out = self.p(y, exp), []
        for i in range(self.n):
            mean = [0, 0, 0]
            for m, win in self.win.items():
                w = win
                for j, k in enumerate(m):
                    if j != i:
                        w = w * p[j][k]
                mean[m[i]] += w
            for k in (1, 2):
                out.append(self.advantage[i][k - 1] + self.stake[i] * (mean[0] - mean[k]))
        return out

    def slopes(self, y):
        """d Delta / d y by central differences of the exact gains in 50 digits."""
        n = 2 * self.n
        h = mpmath.mpf(10) ** -20
        J = np.zeros((n, n))
        ym = [mpmath.mpf(float(v)) for v in y]
        for c in range(n):
            up, down = list(ym), list(ym)
            up[c] += h
            down[c] -= h
            a, b = self.gains(up, mpmath.exp), self.gains(down, mpmath.exp)
            for r in range(n):
                J[r, c] = float((a[r] - b[r]) / (2 * h))
        return J

    def slopes_fast(self, y):
        n = 2 * self.n
        p = self.p(y, np.exp)
        J = np.zeros((n, n))
        for i in range(self.n):
            for j in range(self.n):
                if i == j:
                    continue
                e = np.zeros((3, 3))
                for m, win in self.win.items():
                    w = win
                    for q, k in enumerate(m):
                        if q not in (i, j):
                            w = w * p[q][k]
                    e[m[i], m[j]] += w
                for k in (1, 2):
                    g = self.stake[i] * (e[0] - e[k])
                    mean = sum(p[j][a] * g[a] for a in range(3))
                    for l in (1, 2):
                        J[2 * i + k - 1, 2 * j + l - 1] = p[j][l] * (g[l] - mean)
        return J

    def tangent(self, z, previous):
        n = 2 * self.n
        A = np.zeros((n, n + 1))
        A[:, :n] = np.eye(n) - z[n] * self.slopes_fast(z[:n])
        A[:, n] = [-float(g) for g in self.gains(z[:n], np.exp)]
        _, _, vt = np.linalg.svd(A)
        t = vt[-1]
        return t if t @ previous > 0 else -t

    def determinant(self, y, lam):
        return np.linalg.det(np.eye(2 * self.n) - lam * self.slopes_fast(y))

    def follow(self, target, symmetric=False, length=400.0, step=0.05):
        """Points of the branch up to the first crossing of the target, by an RK45 step of the tangent
        field and Newton corrections; with `symmetric`, all guarantors share their log-odds."""
        n = 2 * self.n
        z = np.zeros(n + 1)
        d = np.zeros(n + 1)
        d[n] = 1.0
        points = [z.copy()]
        travelled = 0.0
        while travelled < length:
            f = lambda s, x: self.project(self.tangent(self.project(x, symmetric), d), symmetric)
            k = solve_ivp(f, (0, step), z, rtol=1e-12, atol=1e-13)
            new = self.project(k.y[:, -1], symmetric)
            d = self.tangent(new, d)
            d = self.project(d, symmetric)
            d /= np.linalg.norm(d)
            travelled += step
            points.append(new.copy())
            if new[n] >= target:
                a, b = points[-2], points[-1]
                w = (target - a[n]) / (b[n] - a[n])
                return points, self.polish((a + w * (b - a))[:n], target, symmetric)
            z = new
        raise RuntimeError("target not reached")

    def project(self, x, symmetric):
        if not symmetric:
            return x
        x = np.array(x, dtype=float)
        m = x[: 2 * self.n].reshape(self.n, 2).mean(axis=0)
        x[: 2 * self.n] = np.tile(m, self.n)
        return x

    def polish(self, y, lam, symmetric):
        y = [mpmath.mpf(float(v)) for v in y]
        lam = mpmath.mpf(lam)
        for _ in range(60):
            g = self.gains(y, mpmath.exp)
            h = mpmath.matrix([y[r] - lam * g[r] for r in range(len(y))])
            J = mpmath.eye(len(y)) - lam * mpmath.matrix(self.slopes([float(v) for v in y]).tolist())
            step = mpmath.lu_solve(J, h)
            y = [y[r] - step[r] for r in range(len(y))]
            if symmetric:
                for k in (0, 1):
                    m = sum(y[2 * i + k] for i in range(self.n)) / self.n
                    for i in range(self.n):
                        y[2 * i + k] = m
            if max(abs(s) for s in step) < mpmath.mpf(10) ** -30:
                break
        g = self.gains(y, mpmath.exp)
        assert max(abs(y[r] - lam * g[r]) for r in range(len(y))) < mpmath.mpf(10) ** -25
        return y
