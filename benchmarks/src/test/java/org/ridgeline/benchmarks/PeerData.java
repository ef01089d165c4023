package org.ridgeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ridgeline.Regularizer;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;

/**
 * Real data on which other libraries are held against ours.
 *
 * @param rows n rows of p features
 * @param target n targets
 * @param loss squared or logistic
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PeerData(double[][] rows, double[] target, Loss loss) {

    /** With the features in their own units. */
    static PeerData raw(Loss loss) {
        GoldenFit golden = golden(loss);
        return new PeerData(golden.rows(), golden.target(), loss);
    }

    /** With features of mean 0 and deviation 1. */
    static PeerData standardized(Loss loss) {
        GoldenFit golden = golden(loss);
        return new PeerData(golden.standardizedRows(), golden.target(), loss);
    }

    private static GoldenFit golden(Loss loss) {
        String dataset = loss == Loss.SQUARED ? "diabetes" : "breast_cancer";
        return GoldenFits.all().stream()
                .filter(fit -> fit.dataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    int size() {
        return target.length;
    }

    Fit fit(Regularizer penalty, Standardization scale, boolean intercept) {
        Fit fit = Solver.standard()
                .withTolerance(1e-12)
                .fit(
                        Problem.of(DenseFeatures.ofRows(rows), target, loss)
                                .withStandardization(scale)
                                .withIntercept(intercept),
                        penalty);
        assertThat(fit.converged()).isTrue();
        return fit;
    }

    /** The coefficients agree, to a share of the largest. */
    static void assertSame(double[] theirs, double[] ours, double tolerance) {
        double largest = Arrays.stream(ours).map(Math::abs).max().orElseThrow();
        assertThat(largest).isPositive();
        assertThat(theirs).containsExactly(ours, within(tolerance * largest));
    }
}
