package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ridgeline.Regularizer;

/** R3xx: what a subgradient is. */
final class GradientRules {

    private GradientRules() {}

    /** Central differences with a hundred-thousandth of the weight, at weights away from zero. */
    static void agreesWithDifferences(Check check, Regularizer regularizer) {
        for (Case some : Case.all()) {
            Case given = some.generic();
            double[] w = given.weights().values();
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
            for (int i = 0; i < w.length; i++) {
                double[] there = w.clone();
                double h = Math.abs(w[i]) * 1e-5;
                there[i] = w[i] + h;
                double above = Vectors.penalty(regularizer, given.weights(), there);
                there[i] = w[i] - h;
                double below = Vectors.penalty(regularizer, given.weights(), there);
                // Differences of R lose 1e-16·R/h to rounding, and up to h/w to a change of curvature on the way.
                double tolerance = 1e-5 * largest + 1e-15 * above / h;
                check.in(given).close("gradient[" + i + "]", (above - below) / (2 * h), gradient[i], tolerance);
            }
        }
    }

    static void supportsThePenalty(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            supports(check.in(given), regularizer, given, given.weights().values(), gradient, 0);
        }
    }

    /** R(v) ≥ R(u) + ⟨s, v − u⟩ for all v; s is known up to an error. */
    static void supports(Check check, Regularizer regularizer, Case given, double[] u, double[] s, double error) {
        double here = Vectors.penalty(regularizer, given.weights(), u);
        SplittableRandom random = given.random();
        for (int k = 0; k < 12; k++) {
            double[] v = switch (k) {
                case 0 -> new double[u.length];
                case 1 -> Vectors.times(2, u);
                case 2, 3, 4 -> Vectors.plus(u, 1e-3, Vectors.direction(random, u.length));
                default -> given.more(random);
            };
            double[] way = Vectors.minus(v, u);
            double bound = here + Vectors.dot(s, way);
            double there = Vectors.penalty(regularizer, given.weights(), v);
            double tolerance = 1e-13 * (here + there + Vectors.norm(s) * Vectors.norm(way)) + error * Vectors.norm(way);
            check.in("s = " + Arrays.toString(s) + " at " + Arrays.toString(u), "v = " + Arrays.toString(v))
                    .that(there >= bound - tolerance, () -> "R(v) >= R(u) + <s, v - u> = " + bound, there);
        }
    }

    static void isAddedToScale(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            for (double scale : new double[] {0, 1, -2.5, 1e-3}) {
                double[] found = new double[gradient.length];
                Arrays.fill(found, 7);
                regularizer.addGradient(given.weights(), scale, found);
                double[] wanted = found.clone();
                Arrays.setAll(wanted, i -> 7 + scale * gradient[i]);
                double largest = Arrays.stream(wanted).map(Math::abs).max().orElse(0);
                check.in(given, "scale " + scale).close("gradient", wanted, found, 1e-14 * (7 + largest));
            }
        }
    }

    static void isZeroAtZero(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            for (double zero : new double[] {0.0, -0.0}) {
                double[] zeros = new double[given.weights().size()];
                Arrays.fill(zeros, zero);
                double[] gradient =
                        Vectors.gradient(regularizer, given.weights().withValues(zeros));
                check.in(given.weights().groups(), "w = " + zero).equal("gradient", new double[zeros.length], gradient);
            }
        }
    }
}
