package org.ridgeline.solvers;

import java.util.Arrays;

/**
 * Newton steps in the dual, of which there is a number α for each example, for data of more features than examples. With
 * R(w) = c‖w‖² the weights are w = X̃ᵀα/2c, at the optimum α = −u with u the slope of the loss, and a step of Newton's method
 * solves (I + S K S/2c)β = −S⁻¹(u + α) + b·S1 with K = X̃X̃ᵀ, S = diag(h)^½, Δα = Sβ and 1ᵀΔα = 0. A product with K is one pass over the
 * features, and where S differs much between examples, as it does once most are predicted well, the diagonal of the system undoes it.
 *
 * <p>Source: Chapelle, "Training a support vector machine in the primal", Neural Computation 19 (2007), for Newton's method on
 * K.
 */
final class DualRidge extends NewtonRidge {

    /** The smallest curvature of an example, as a share of the largest: without any, its α could not move. */
    private static final double FLATTEST = 1e-12;

    private final double[] alpha;
    /** X̃w, without the intercept. */
    private final double[] product;
    /** The diagonal of K. */
    private final double[] lengths;

    private final double[] misfit;
    private double c;
    private double first;
    /** The size of the misfit at which a certificate is tried. */
    private double goal;

    private final double tolerance;

    DualRidge(Problem problem, Solver solver) {
        super(problem, solver);
        int n = scores.length;
        this.alpha = new double[n];
        this.product = new double[n];
        this.misfit = new double[n];
        this.lengths = lengths();
        this.tolerance = solver.tolerance();
        this.first = size();
    }

    /** Sparse features of many columns would lose their zeros to the diagonal of K. */
    static boolean suits(Problem problem) {
        boolean smooth = problem.loss().equals(Loss.SQUARED) || problem.loss().equals(Loss.LOGISTIC);
        boolean wide = problem.features().columns() > problem.features().rows();
        return smooth && wide && problem.features() instanceof DenseFeatures && !problem.hasPenaltyFactors();
    }

    private double[] lengths() {
        double[] squares = new double[scores.length];
        double[] column = new double[scores.length];
        for (int j = 0; j < w.length; j++) {
            design.features().copyColumn(j, column);
            double center = design.center(j);
            double scale = 1 / design.deviation(j);
            for (int i = 0; i < column.length; i++) {
                double x = (column[i] - center) * scale;
                squares[i] += x * x;
            }
        }
        return squares;
    }

    @Override
    void begin(double[] coefficients) {
        // The weights stay, and so do the scores.
        double before = c;
        c = coefficients[0];
        if (before > 0) {
            for (int i = 0; i < alpha.length; i++) {
                alpha[i] *= c / before;
            }
        }
        goal = Math.sqrt(tolerance);
    }

    @Override
    void resume(double[] earlier) {
        // At the optimum of the earlier strength α was −u; of another problem it need not have been, but it is a start.
        c = earlier[0];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = -slope[i];
        }
        design.gram(alpha, product);
        for (int i = 0; i < product.length; i++) {
            product[i] /= 2 * c;
            scores[i] = product[i];
        }
        intercepts[0] = 0;
    }

    @Override
    boolean mayBeDone() {
        double size = size();
        if (!(size <= goal * first)) {
            return false;
        }
        goal = 0.01 * size / first;
        return true;
    }

    /** Of the misfit u + α, in the norm in which Newton's method measures it. */
    private double size() {
        double sum = 0;
        double floor = floor();
        for (int i = 0; i < misfit.length; i++) {
            misfit[i] = slope[i] + alpha[i];
            sum += misfit[i] * misfit[i] / Math.max(curvature[i], floor);
        }
        return Math.sqrt(sum);
    }

    private double floor() {
        return FLATTEST * Arrays.stream(curvature).max().orElse(1);
    }

    @Override
    void settleWeights() {
        design.multiplyTransposed(alpha, w);
        for (int j = 0; j < w.length; j++) {
            w[j] /= 2 * c;
        }
    }

    @Override
    boolean move() {
        int n = scores.length;
        double now = size() / first;
        // The squared loss needs one step, which is as good as its equation is solved.
        double forcing =
                problem.loss().equals(Loss.SQUARED) ? Math.max(1e-14, 0.1 * goal / now) : Math.min(0.1, Math.sqrt(now));
        double[] step = new double[n];
        double[] moved = new double[n];
        solve(forcing, step, moved);
        double along = 0;
        double[] penalty = new double[3];
        for (int i = 0; i < n; i++) {
            along += misfit[i] * moved[i];
            penalty[0] += alpha[i] * product[i] / 2;
            penalty[1] += alpha[i] * moved[i];
            penalty[2] += step[i] * moved[i] / 2;
        }
        double t = along < 0 ? search(moved, penalty, along) : 0;
        for (int i = 0; i < n; i++) {
            alpha[i] += t * step[i];
            product[i] += t * moved[i];
        }
        return t > 0;
    }

    /**
     * Conjugate gradients, scaled by the diagonal, among steps whose sum is zero if there is an intercept.
     *
     * @param step becomes Δα
     * @param moved becomes KΔα/2c
     */
    private void solve(double forcing, double[] step, double[] moved) {
        int n = scores.length;
        double floor = floor();
        double[] root = new double[n];
        double[] diagonal = new double[n];
        double[] residual = new double[n];
        for (int i = 0; i < n; i++) {
            double h = Math.max(curvature[i], floor);
            root[i] = Math.sqrt(h);
            diagonal[i] = 1 + h * lengths[i] / (2 * c);
            residual[i] = -misfit[i] / root[i];
        }
        double[] scaled = new double[n];
        double[] search = new double[n];
        double[] alphas = new double[n];
        double[] image = new double[n];
        double rho = 0;
        double enough = -1;
        for (int k = 0; k <= 2 * n + 10; k++) {
            precondition(residual, diagonal, root, scaled);
            double next = 0;
            for (int i = 0; i < n; i++) {
                next += residual[i] * scaled[i];
            }
            if (k == 0) {
                enough = forcing * forcing * next;
            }
            if (next <= enough || !(next > 0)) {
                return;
            }
            Interruption.check(iterations);
            for (int i = 0; i < n; i++) {
                search[i] = scaled[i] + (k == 0 ? 0 : next / rho) * search[i];
                alphas[i] = root[i] * search[i];
            }
            rho = next;
            design.gram(alphas, image);
            double bend = 0;
            for (int i = 0; i < n; i++) {
                image[i] /= 2 * c;
                bend += search[i] * (search[i] + root[i] * image[i]);
            }
            double length = rho / bend;
            for (int i = 0; i < n; i++) {
                step[i] += length * alphas[i];
                moved[i] += length * image[i];
                residual[i] -= length * (search[i] + root[i] * image[i]);
            }
            iterations++;
        }
    }

    /** scaled ← M⁻¹(residual − μS1), with μ such that Σ Sᵢscaledᵢ = 0 if there is an intercept. */
    private void precondition(double[] residual, double[] diagonal, double[] root, double[] scaled) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < residual.length; i++) {
            above += root[i] * residual[i] / diagonal[i];
            below += root[i] * root[i] / diagonal[i];
        }
        double shift = problem.hasIntercept() ? above / below : 0;
        for (int i = 0; i < residual.length; i++) {
            scaled[i] = (residual[i] - shift * root[i]) / diagonal[i];
        }
    }
}
