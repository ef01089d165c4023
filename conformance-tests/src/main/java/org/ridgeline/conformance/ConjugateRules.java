package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ridgeline.Conjugate;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** R5xx: the convex conjugate R*(g) = sup_w ⟨g, w⟩ − R(w), where a regularizer has one. */
final class ConjugateRules {

    private static final double ROUNDING = 1e-12;

    private ConjugateRules() {}

    /** A rule for those regularizers that have a conjugate. */
    @FunctionalInterface
    interface ConjugateRule {
        void check(Check check, Regularizer regularizer, Conjugate conjugate);
    }

    static void whereThereIsOne(Check check, Regularizer regularizer, ConjugateRule rule) {
        if (regularizer instanceof Conjugate conjugate) {
            rule.check(check, regularizer, conjugate);
        }
    }

    private static List<Case> cases(Regularizer regularizer) {
        return Case.all().stream()
                .flatMap(given -> Stream.of(given, given.withFactors(regularizer)))
                .toList();
    }

    private static double at(Conjugate conjugate, Case given, double[] g) {
        return conjugate.conjugate(given.weights().withValues(g));
    }

    /** The point scaled into the domain. */
    private static double[] inDomain(Conjugate conjugate, Case given, double[] g) {
        return Vectors.times(conjugate.dualScale(given.weights().withValues(g)), g);
    }

    static void isNotNegative(Check check, Regularizer regularizer, Conjugate conjugate) {
        for (Case given : cases(regularizer)) {
            double[] g = given.weights().values();
            double found = at(conjugate, given, g);
            check.in(given).that(found >= 0, () -> "R*(w) >= 0", found);
            check.in(given).equal("R*(0)", 0, at(conjugate, given, new double[g.length]));
        }
    }

    static void fenchelYoung(Check check, Regularizer regularizer, Conjugate conjugate) {
        for (Case given : cases(regularizer)) {
            double[] w = given.weights().values();
            SplittableRandom random = given.random();
            for (int k = 0; k < 8; k++) {
                double[] g = inDomain(conjugate, given, given.more(random));
                double sum = regularizer.penalty(given.weights()) + at(conjugate, given, g);
                double product = Vectors.dot(g, w);
                check.in(given, "g = " + Arrays.toString(g))
                        .that(
                                sum >= product - ROUNDING * (sum + Math.abs(product)),
                                () -> "R(w) + R*(g) >= <g, w> = " + product,
                                sum);
            }
        }
    }

    /** w = u + step·g, where u is the proximal step of R and g = argmin R*(g) + step/2·‖g − w/step‖² that of R*. */
    static void moreau(Check check, Regularizer regularizer, Conjugate conjugate) {
        for (Case given : cases(regularizer)) {
            double[] w = given.weights().values();
            double step = given.step();
            double[] u = Vectors.prox(regularizer, given.weights(), step);
            // Rounding may leave g just outside the domain.
            double[] exact = Vectors.times(1 / step, Vectors.minus(w, u));
            double[] g = inDomain(conjugate, given, exact);
            check.in(given).close("(w - u)/step in the domain of R*", exact, g, 1e-9 * (1 + Vectors.norm(exact)));
            double product = Vectors.dot(g, u);
            double scale = Vectors.dot(w, w) / step + regularizer.penalty(given.weights());
            double sum = Vectors.penalty(regularizer, given.weights(), u) + at(conjugate, given, g);
            check.in(given, "u = " + Arrays.toString(u), "g = (w - u)/step")
                    .close("R(u) + R*(g) = <g, u>", product, sum, 1e-9 * scale);
            if (w.length <= 3 && !given.weights().hasFactors()) {
                ToDoubleFunction<double[]> dual = z -> {
                    double[] way = Vectors.plus(z, -1 / step, w);
                    return at(conjugate, given, z) + step / 2 * Vectors.dot(way, way);
                };
                List<double[]> starts = new ArrayList<>(List.of(new double[w.length]));
                starts.add(inDomain(conjugate, given, Vectors.times(1 / step, w)));
                double[] slow = new SlowMinimizer(dual, given.seed()).minimize(starts);
                check.in(given)
                        .that(
                                dual.applyAsDouble(g) <= dual.applyAsDouble(slow) + 1e-9 * scale,
                                () -> "w = prox of R + step·prox of R*, which is " + Arrays.toString(slow),
                                Arrays.toString(g));
            }
        }
    }

    static void dualScale(Check check, Regularizer regularizer, Conjugate conjugate) {
        for (Case given : cases(regularizer)) {
            SplittableRandom random = given.random();
            double[] g = Vectors.times(
                    Math.pow(10, random.nextDouble(-3, 3)), given.weights().values());
            Weights dual = given.weights().withValues(g);
            double scale = conjugate.dualScale(dual);
            Check here = check.in(given, "g = " + Arrays.toString(g), "dualScale " + scale);
            here.that(scale >= 0 && scale <= 1, () -> "0 <= dualScale <= 1", scale);
            double inside = at(conjugate, given, Vectors.times(scale, g));
            here.that(Double.isFinite(inside), () -> "R*(dualScale·g) finite", inside);
            if (scale < 1) {
                double outside = at(conjugate, given, Vectors.times(Math.max(scale * (1 + 1e-9), 1e-300), g));
                here.that(outside == Double.POSITIVE_INFINITY, () -> "R* infinite for any larger factor", outside);
            }
        }
    }
}
