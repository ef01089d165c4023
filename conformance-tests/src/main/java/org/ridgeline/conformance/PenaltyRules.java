package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/** R2xx: what a penalty is. */
final class PenaltyRules {

    private static final double ROUNDING = 1e-13;
    private static final int MANY = 1 << 18;

    private PenaltyRules() {}

    static void isNotNegative(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double penalty = regularizer.penalty(given.weights());
            check.in(given).that(penalty >= 0, () -> "R(w) >= 0", penalty);
        }
    }

    static void isZeroAtZero(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] zeros = new double[given.weights().size()];
            check.in(given.weights().groups()).equal("R(0)", 0, penalty(regularizer, given, zeros));
            Arrays.fill(zeros, -0.0);
            check.in(given.weights().groups()).equal("R(-0.0)", 0, penalty(regularizer, given, zeros));
        }
    }

    static void isZeroWithoutStrength(Check check, Regularizer regularizer) {
        Regularizer none = regularizer.withLambda(0);
        for (Case given : Case.all()) {
            check.in(given, none).equal("R(w)", 0, none.penalty(given.weights()));
        }
    }

    static void growsWithLambda(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double last = 0;
            for (double lambda = 1e-3; lambda < 1e4; lambda *= 3) {
                Regularizer stronger = regularizer.withLambda(lambda);
                double penalty = stronger.penalty(given.weights());
                double least = last;
                check.in(given, stronger)
                        .that(penalty >= least * (1 - ROUNDING), () -> "R(w) >= " + least + " of a smaller λ", penalty);
                last = penalty;
            }
        }
    }

    static void isLinearInLambda(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double unit = regularizer.withLambda(1).penalty(given.weights());
            for (double lambda : new double[] {1e-3, 0.7, 3, 1e3}) {
                double found = regularizer.withLambda(lambda).penalty(given.weights());
                check.in(given, "λ " + lambda).near("R(w)", lambda * unit, found, ROUNDING);
            }
        }
    }

    static void isHomogeneous(Check check, Regularizer regularizer, OptionalDouble degree) {
        for (Case given : Case.all()) {
            double penalty = regularizer.penalty(given.weights());
            for (double c : new double[] {-1, -3, 1e-3, 0.7, 1e3}) {
                double wanted = Math.pow(Math.abs(c), degree.orElseThrow()) * penalty;
                double found = penalty(
                        regularizer, given, Vectors.times(c, given.weights().values()));
                check.in(given, "c = " + c).near("R(c·w)", wanted, found, ROUNDING);
            }
        }
    }

    static void isConvex(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            SplittableRandom random = given.random();
            double[] a = given.weights().values();
            double[] b = given.more(random);
            double t = random.nextDouble();
            double chord = (1 - t) * penalty(regularizer, given, a) + t * penalty(regularizer, given, b);
            double[] between = Vectors.plus(a, t, Vectors.minus(b, a));
            double found = penalty(regularizer, given, between);
            check.in(given, "towards " + Arrays.toString(b), "t " + t)
                    .that(found <= chord * (1 + ROUNDING), () -> "R below its chord, at most " + chord, found);
        }
    }

    static void convexityDoesNotDependOnLambda(Check check, Regularizer regularizer) {
        boolean convex = regularizer.convex();
        for (double lambda : new double[] {0, 1e-3, 1, 1e3}) {
            boolean found = regularizer.withLambda(lambda).convex();
            check.in("λ = " + lambda).that(found == convex, () -> "convex() = " + convex, found);
        }
        boolean found = regularizer.train().current().convex();
        check.in("train().current()").that(found == convex, () -> "convex() = " + convex, found);
    }

    static void longSumsAreAccurate(Check check, Regularizer regularizer) {
        if (regularizer.separability() == Separability.NONE) {
            return;
        }
        double[] values = new double[MANY];
        Arrays.fill(values, 0.1);
        double one = regularizer.penalty(Weights.of(0.1));
        double found = regularizer.penalty(Weights.of(values, Groups.singletons(MANY)));
        check.in(MANY + " weights of 0.1").near("R(w)", MANY * one, found, ROUNDING);
    }

    private static double penalty(Regularizer regularizer, Case given, double[] values) {
        return Vectors.penalty(regularizer, given.weights(), values);
    }
}
