package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;

/** R8xx: λmax, the smallest λ for which a step from zero against a gradient stays at zero. */
final class LambdaMaxRules {

    /** Strong enough for every weight that any strength makes zero. */
    private static final double OVERWHELMING = 0x1p200;

    private LambdaMaxRules() {}

    /** The weights of a case are the gradient. */
    private static List<Case> cases(Regularizer regularizer) {
        return Case.all().stream()
                .flatMap(given -> Stream.of(given, given.withFactors(regularizer)))
                .toList();
    }

    private static double[] stepFromZero(Regularizer regularizer, Weights gradient, double lambda) {
        Weights there = gradient.withValues(Vectors.times(-1, gradient.values()));
        return Vectors.prox(regularizer.withLambda(lambda), there, 1);
    }

    static void isWhereTheFirstWeightAppears(Check check, Regularizer regularizer) {
        for (Case given : cases(regularizer)) {
            Weights gradient = given.weights();
            double[] strongest = stepFromZero(regularizer, gradient, OVERWHELMING);
            int[] vanishing = IntStream.range(0, gradient.size())
                    .filter(i -> gradient.values()[i] != 0 && strongest[i] == 0)
                    .toArray();
            double lambdaMax = regularizer.lambdaMax(gradient);
            Check here = check.in(given, "lambdaMax " + lambdaMax);
            if (Double.isInfinite(lambdaMax)) {
                here.that(vanishing.length == 0, () -> "no weight that a strength sets to zero", vanishing.length);
            } else if (vanishing.length > 0) {
                double[] above = stepFromZero(regularizer, gradient, lambdaMax * (1 + 1e-10));
                here.that(
                        Arrays.stream(vanishing).allMatch(i -> above[i] == 0),
                        () -> "zeros just above lambdaMax at " + Arrays.toString(vanishing),
                        Arrays.toString(above));
                double[] below = stepFromZero(regularizer, gradient, lambdaMax * 0.99);
                here.that(
                        Arrays.stream(vanishing).anyMatch(i -> below[i] != 0),
                        () -> "a weight other than zero at 0.99·lambdaMax",
                        Arrays.toString(below));
            } else {
                boolean still = Arrays.stream(gradient.values()).allMatch(g -> g == 0);
                here.that(lambdaMax == 0 && still, () -> "infinity, or 0 for a gradient of zeros", lambdaMax);
            }
        }
    }

    static void agreesWithTheDefault(Check check, Regularizer regularizer) {
        for (Case given : cases(regularizer)) {
            double wanted = new ByDefault(regularizer).lambdaMax(given.weights());
            check.in(given).near("lambdaMax", wanted, regularizer.lambdaMax(given.weights()), 1e-12);
        }
    }

    static void scalesWithTheGradient(Check check, Regularizer regularizer) {
        for (Case given : cases(regularizer)) {
            double one = regularizer.lambdaMax(given.weights());
            for (double c : new double[] {-1, 1e-100, 1e-6, 1e6, 1e100}) {
                double[] scaled = Vectors.times(c, given.weights().values());
                double found = regularizer.lambdaMax(given.weights().withValues(scaled));
                double wanted = Math.abs(c) * one;
                check.in(given, "c = " + c).near("lambdaMax of c·gradient", wanted, found, 1e-12);
            }
        }
    }

    static void refusesGradientsThatAreNotFinite(Check check, Regularizer regularizer) {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Weights gradient = Weights.of(1, bad);
            check.refused(
                    "lambdaMax of the gradient (1, " + bad + ")",
                    IllegalArgumentException.class,
                    () -> regularizer.lambdaMax(gradient),
                    List.of("finite", String.valueOf(bad)));
        }
    }

    static void leavesTheGradientAlone(Check check, Regularizer regularizer) {
        for (Case given : cases(regularizer)) {
            double[] before = given.weights().values().clone();
            regularizer.lambdaMax(given.weights());
            check.in(given).equal("gradient", before, given.weights().values());
        }
    }

    /** A regularizer with the default λmax, which knows nothing but the proximal step. */
    private record ByDefault(Regularizer regularizer) implements Regularizer {

        @Override
        public double lambda() {
            return regularizer.lambda();
        }

        @Override
        public Regularizer withLambda(double lambda) {
            return regularizer.withLambda(lambda);
        }

        @Override
        public double penalty(Weights weights) {
            return regularizer.penalty(weights);
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            regularizer.addGradient(weights, scale, gradient);
        }

        @Override
        public void prox(Weights weights, double step) {
            regularizer.prox(weights, step);
        }

        @Override
        public Separability separability() {
            return regularizer.separability();
        }
    }
}
