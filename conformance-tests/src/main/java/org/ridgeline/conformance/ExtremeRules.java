package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;

/** R6xx: NaN, infinities, subnormals, and numbers near the ends of the range of double. */
final class ExtremeRules {

    private static final double[] EXPONENTS = {-1e3, -900, -600, -300, 300, 600, 900, 1e3};

    private ExtremeRules() {}

    private static Regularizer strong(Regularizer regularizer) {
        return regularizer.withLambda(Math.max(regularizer.lambda(), 1e-3));
    }

    private static Case replaced(Case given, int index, double value) {
        double[] w = given.weights().values().clone();
        w[index] = value;
        return given.with(given.weights().withValues(w));
    }

    static void nanStaysNan(Check check, Regularizer regularizer) {
        Regularizer strong = strong(regularizer);
        for (Case some : Case.all()) {
            double[] clean = Vectors.prox(strong, some.weights(), some.step());
            for (int i = 0; i < some.weights().size(); i++) {
                Case given = replaced(some, i, Double.NaN);
                double[] u = Vectors.prox(strong, given.weights(), given.step());
                check.in(given, strong).equal("weight[" + i + "]", Double.NaN, u[i]);
                for (int j = 0; j < u.length; j++) {
                    if (apart(regularizer.separability(), given.weights().groups(), i, j)) {
                        check.in(given, strong).equal("weight[" + j + "]", clean[j], u[j]);
                    }
                }
                if (given.penalised(strong, i)) {
                    check.in(given, strong).equal("R(w)", Double.NaN, strong.penalty(given.weights()));
                    double slope = Vectors.gradient(strong, given.weights())[i];
                    check.in(given, strong).equal("gradient[" + i + "]", Double.NaN, slope);
                }
            }
        }
    }

    /** Whether two weights are in blocks that are treated alone. */
    private static boolean apart(Separability separability, Groups groups, int i, int j) {
        int[] labels = groups.labels();
        return switch (separability) {
            case WEIGHT -> i != j;
            case GROUP -> i != j && (labels[i] != labels[j] || labels[i] < 0);
            case NONE -> false;
        };
    }

    static void infinitiesMakeNoNan(Check check, Regularizer regularizer) {
        Regularizer strong = strong(regularizer);
        for (Case some : Case.all()) {
            for (int i = 0; i < some.weights().size(); i++) {
                for (double infinity : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                    Case given = replaced(some, i, infinity);
                    double penalty = strong.penalty(given.weights());
                    check.in(given, strong).that(penalty >= 0, () -> "R(w) >= 0", penalty);
                    double none = strong.withLambda(0).penalty(given.weights());
                    check.in(given, "λ = 0").equal("R(w)", 0, none);
                    double[] slopes = Vectors.gradient(strong, given.weights());
                    boolean numbers = Arrays.stream(slopes).noneMatch(Double::isNaN);
                    check.in(given, strong).that(numbers, () -> "a gradient without NaN", Arrays.toString(slopes));
                    double[] u = Vectors.prox(strong, given.weights(), given.step());
                    for (int j = 0; j < u.length; j++) {
                        int at = j;
                        boolean towardsZero = u[j] * Math.signum(given.weights().values()[j]) >= 0;
                        check.in(given, strong)
                                .that(towardsZero, () -> "weight[" + at + "] no NaN and of its old sign", u[at]);
                    }
                }
            }
        }
    }

    static void subnormalsStayInRange(Check check, Regularizer regularizer) {
        for (double unit : new double[] {Double.MIN_VALUE, 100 * Double.MIN_VALUE, Double.MIN_NORMAL / 3}) {
            stayInRange(check, regularizer, unit);
        }
    }

    static void endsOfTheRangeStayInRange(Check check, Regularizer regularizer) {
        for (double unit : new double[] {1e-300, 1e-170, 1e-150, 1e150, 1e170, 1e300}) {
            stayInRange(check, regularizer, unit);
        }
    }

    private static void stayInRange(Check check, Regularizer regularizer, double unit) {
        for (double lambda :
                new double[] {regularizer.lambda(), 1e-290, Math.min(unit, 1), Math.max(unit / 8, 1e-290)}) {
            Regularizer some = regularizer.withLambda(lambda);
            for (Case one : Case.all()) {
                double[] w = Vectors.times(unit, one.weights().values());
                Case given = one.with(one.weights().withValues(w));
                Check here = check.in(given, some);
                double before = some.penalty(given.weights());
                here.that(before >= 0, () -> "R(w) >= 0", before);
                double[] u = Vectors.prox(some, given.weights(), given.step());
                here.that(Arrays.stream(u).allMatch(Double::isFinite), () -> "finite weights", Arrays.toString(u));
                double after = Vectors.penalty(some, given.weights(), u);
                here.that(after <= before * (1 + 1e-12), () -> "R(u) <= R(w) = " + before, after);
                for (double slope : Vectors.gradient(some, given.weights())) {
                    here.that(!Double.isNaN(slope), () -> "a gradient without NaN", slope);
                }
            }
        }
    }

    /** As R206 and R406, with factors 2^m, which scale without rounding. */
    static void theDegreeHoldsAtTheEndsOfTheRange(Check check, Regularizer regularizer, OptionalDouble optional) {
        double degree = optional.orElseThrow();
        for (Case one : Case.all()) {
            double[] w = one.weights().values();
            double penalty = regularizer.penalty(one.weights());
            double[] u = Vectors.prox(regularizer, one.weights(), one.step());
            for (double exponent : EXPONENTS) {
                double c = Math.pow(2, exponent);
                Case given = one.with(one.weights().withValues(Vectors.times(c, w)));
                double wanted = Math.pow(c, degree) * penalty;
                if (wanted > 1e-290 && wanted < 1e290) {
                    double found = regularizer.penalty(given.weights());
                    check.in(given, "c = 2^" + exponent).near("R(c·w)", wanted, found, 1e-12);
                }
                double lambda = regularizer.lambda() * Math.pow(c, 2 - degree);
                if (lambda > 1e-290 && lambda < 1e290) {
                    Regularizer other = regularizer.withLambda(lambda);
                    double[] scaled = Vectors.prox(other, given.weights(), given.step());
                    check.in(given, other).close("weight", Vectors.times(c, u), scaled, 1e-12 * c * Vectors.norm(w));
                }
            }
        }
    }
}
