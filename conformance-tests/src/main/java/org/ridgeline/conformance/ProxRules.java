package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.ridgeline.Regularizer;

/** R4xx: the proximal step of w is u = argmin R(u) + ‖u − w‖² / (2·step). */
final class ProxRules {

    private static final double ROUNDING = 1e-12;

    private ProxRules() {}

    private static ToDoubleFunction<double[]> objective(Regularizer regularizer, Case given) {
        double[] w = given.weights().values();
        return u -> {
            double[] way = Vectors.minus(u, w);
            return Vectors.penalty(regularizer, given.weights(), u) + Vectors.dot(way, way) / (2 * given.step());
        };
    }

    static void agreesWithASlowSearch(Check check, Regularizer regularizer) {
        for (Case given : Case.small()) {
            ToDoubleFunction<double[]> objective = objective(regularizer, given);
            double[] w = given.weights().values();
            double[] slow = new SlowMinimizer(objective, given.seed())
                    .minimize(List.of(w, new double[w.length], Vectors.times(0.5, w)));
            noWorse(check, given, objective, Vectors.prox(regularizer, given.weights(), given.step()), slow);
        }
    }

    static void noDirectionLeadsFurtherDown(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            ToDoubleFunction<double[]> objective = objective(regularizer, given);
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            SplittableRandom random = given.random();
            for (int k = 0; k < 60; k++) {
                double[] direction = Vectors.direction(random, u.length);
                noWorse(check, given, objective, u, Vectors.plus(u, Math.pow(10, -k % 6), direction));
            }
        }
    }

    private static void noWorse(
            Check check, Case given, ToDoubleFunction<double[]> objective, double[] prox, double[] other) {
        double found = objective.applyAsDouble(prox);
        double least = objective.applyAsDouble(other);
        // R(w) bounds both parts of the objective at its minimum.
        double scale = found + objective.applyAsDouble(given.weights().values());
        check.in(given)
                .that(
                        found <= least + ROUNDING * scale,
                        () -> "R(u) + |u - w|²/(2·step) at most " + least + ", as at " + Arrays.toString(other),
                        found + " at " + Arrays.toString(prox));
    }

    static void leavesASubgradient(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] w = given.weights().values();
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] s = Vectors.times(1 / given.step(), Vectors.minus(w, u));
            double error = ROUNDING * Vectors.norm(w) / given.step();
            GradientRules.supports(check.in(given, "s = (w - u)/step"), regularizer, given, u, s, error);
        }
    }

    static void isFirmlyNonExpansive(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] a = given.weights().values();
            SplittableRandom random = given.random();
            for (int k = 0; k < 8; k++) {
                double[] b =
                        k % 2 == 0 ? given.more(random) : Vectors.plus(a, 1e-2, Vectors.direction(random, a.length));
                double[] before = Vectors.minus(a, b);
                double[] after = Vectors.minus(
                        Vectors.prox(regularizer, given.weights(), given.step()),
                        Vectors.prox(regularizer, given.weights().withValues(b), given.step()));
                double bound = Vectors.dot(after, before);
                double scale = Vectors.dot(a, a) + Vectors.dot(b, b);
                check.in(given, "and " + Arrays.toString(b))
                        .that(
                                Vectors.dot(after, after) <= bound + ROUNDING * scale,
                                () -> "|prox a - prox b|² <= <prox a - prox b, a - b> = " + bound,
                                Vectors.dot(after, after));
            }
        }
    }

    /** As two points can only gain by exchanging their minimisers if these lie the wrong way round. */
    static void isMonotone(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] a = given.weights().values();
            SplittableRandom random = given.random();
            for (int k = 0; k < 8; k++) {
                double[] b =
                        k % 2 == 0 ? given.more(random) : Vectors.plus(a, 1e-2, Vectors.direction(random, a.length));
                double[] after = Vectors.minus(
                        Vectors.prox(regularizer, given.weights(), given.step()),
                        Vectors.prox(regularizer, given.weights().withValues(b), given.step()));
                double product = Vectors.dot(after, Vectors.minus(a, b));
                double scale = Vectors.dot(a, a) + Vectors.dot(b, b);
                check.in(given, "and " + Arrays.toString(b))
                        .that(product >= -ROUNDING * scale, () -> "<prox a - prox b, a - b> >= 0", product);
            }
        }
    }

    static void stepAndLambdaTradeOff(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] w = given.weights().values();
            double[] wanted = Vectors.prox(regularizer, given.weights(), given.step());
            double[] found =
                    Vectors.prox(regularizer.withLambda(1), given.weights(), given.step() * regularizer.lambda());
            check.in(given, "λ = 1 with step·λ").close("weight", wanted, found, ROUNDING * Vectors.norm(w));
        }
    }

    /** For R(c·w) = cᵏ·R(w): prox of c·w with step s is c times that of w with step s·cᵏ⁻². */
    static void scalesWithTheDegree(Check check, Regularizer regularizer, OptionalDouble degree) {
        for (Case given : Case.all()) {
            double[] w = given.weights().values();
            for (double c : new double[] {1e-3, 0.7, 30}) {
                double step = given.step() * Math.pow(c, degree.orElseThrow() - 2);
                double[] wanted = Vectors.times(c, Vectors.prox(regularizer, given.weights(), step));
                double[] found =
                        Vectors.prox(regularizer, given.weights().withValues(Vectors.times(c, w)), given.step());
                check.in(given, "c = " + c).close("weight", wanted, found, ROUNDING * c * Vectors.norm(w));
            }
        }
    }

    static void zerosAreNeverNegative(Check check, Regularizer regularizer) {
        Regularizer strong = regularizer.withLambda(Math.max(regularizer.lambda(), 1));
        for (Case some : Case.all()) {
            for (double size : new double[] {1, 1e-3, 0}) {
                double[] w = some.weights().values().clone();
                Arrays.setAll(w, i -> i % 3 == 1 ? -0.0 : -size * Math.abs(w[i]));
                Case given = some.with(some.weights().withValues(w));
                double[] u = Vectors.prox(strong, given.weights(), given.step());
                for (int i = 0; i < u.length; i++) {
                    boolean negativeZero = u[i] == 0 && 1 / u[i] < 0;
                    if (negativeZero && given.penalised(strong, i)) {
                        check.in(given, strong).that(false, () -> "0.0, never -0.0", Arrays.toString(u));
                    }
                }
            }
        }
    }

    static void zeroStaysZero(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] zeros = new double[given.weights().size()];
            double[] u = Vectors.prox(regularizer, given.weights().withValues(zeros), given.step());
            check.in(given.weights().groups(), "w = 0").equal("weight", zeros, u);
        }
    }

    static void nothingChangesNothing(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] w = given.weights().values();
            check.in(given, "step 0").equal("weight", w, Vectors.prox(regularizer, given.weights(), 0));
            double[] u = Vectors.prox(regularizer.withLambda(0), given.weights(), given.step());
            check.in(given, "λ = 0").equal("weight", w, u);
        }
    }
}
