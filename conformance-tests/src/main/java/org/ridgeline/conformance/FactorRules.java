package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;

/** R7xx, continued: penalty factors. */
final class FactorRules {

    private static final double ROUNDING = 1e-13;
    private static final Class<IllegalArgumentException> REFUSAL = IllegalArgumentException.class;

    private FactorRules() {}

    static void factorZeroLeavesAlone(Check check, Regularizer regularizer) {
        for (Case some : Case.all()) {
            Case given = some.withFactors(regularizer);
            double[] w = given.weights().values();
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            double[] others = w.clone();
            for (int i = 0; i < w.length; i++) {
                if (given.weights().factor(i) == 0) {
                    check.in(given).equal("weight[" + i + "]", w[i], u[i]);
                    check.in(given).equal("gradient[" + i + "]", 0, gradient[i]);
                    others[i] = Double.POSITIVE_INFINITY;
                }
            }
            double penalty = regularizer.penalty(given.weights());
            double found = Vectors.penalty(regularizer, given.weights(), others);
            check.in(given, "∞ for weights of factor 0").near("R(w)", penalty, found, ROUNDING);
        }
    }

    static void factorsMultiply(Check check, Regularizer regularizer) {
        for (Case some : Case.all()) {
            Case given = some.withFactors(regularizer);
            double[] u = Vectors.prox(regularizer, given.weights(), given.step());
            double[] gradient = Vectors.gradient(regularizer, given.weights());
            double sum = 0;
            for (Block block : Block.of(given, regularizer.separability())) {
                double factor = block.factor();
                Check here = check.in(given, "block " + block.indices() + " of factor " + factor);
                double[] alone = Vectors.prox(regularizer, block.weights(), given.step() * factor);
                here.equal("weight, as with step·factor,", alone, block.pick(u));
                double[] slopes = Vectors.times(factor, Vectors.gradient(regularizer, block.weights()));
                double largest = Arrays.stream(slopes).map(Math::abs).max().orElse(0);
                here.close("gradient", slopes, block.pick(gradient), ROUNDING * largest);
                sum += factor * regularizer.penalty(block.weights());
            }
            check.in(given).near("R(w)", sum, regularizer.penalty(given.weights()), ROUNDING);
        }
    }

    /** A group norm has no meaning with several; a penalty of the whole may have one, but then everywhere. */
    static void unequalFactorsWithoutAMeaningAreRefused(Check check, Regularizer regularizer) {
        Weights weights =
                Weights.of(new double[] {1, -2, 3}, Groups.labelled(0, 1, 0)).withFactors(1, 1, 2);
        ThrowingSupplier<?> penalty = () -> regularizer.penalty(weights);
        boolean refused = switch (regularizer.separability()) {
            case WEIGHT -> false;
            case GROUP -> true;
            case NONE -> refuses(penalty);
        };
        Check here = check.in("groups 0, 1, 0 with factors 1, 1, 2");
        refusedOrNot(here, refused, "penalty", penalty);
        refusedOrNot(here, refused, "addGradient", () -> Vectors.gradient(regularizer, weights));
        refusedOrNot(here, refused, "prox", () -> Vectors.prox(regularizer, weights, 1));
    }

    private static boolean refuses(ThrowingSupplier<?> computation) {
        try {
            computation.get();
            return false;
        } catch (Throwable e) {
            return true;
        }
    }

    private static void refusedOrNot(Check check, boolean refused, String what, ThrowingSupplier<?> computation) {
        if (refused) {
            check.refused(what, REFUSAL, computation, List.of("factor", "1.0", "2.0"));
        } else {
            check.that(!refuses(computation), () -> what + " that takes the factors, as penalty does", "an exception");
        }
    }

    static void unpenalisedWeightsDoNotMatterToOthers(Check check, Regularizer regularizer) {
        for (Case some : Case.all()) {
            Case given = some.withFactors(regularizer);
            for (double value : new double[] {0, -1e3, Double.POSITIVE_INFINITY, Double.NaN}) {
                double[] w = given.weights().values().clone();
                Arrays.setAll(w, i -> given.weights().factor(i) == 0 ? value : w[i]);
                Case other = given.with(given.weights().withValues(w));
                Check here = check.in(given, value + " for weights of factor 0");
                here.equal("R(w)", regularizer.penalty(given.weights()), regularizer.penalty(other.weights()));
                here.equal("gradient", gradientOfOthers(regularizer, given), gradientOfOthers(regularizer, other));
                here.equal("weight", othersMoved(regularizer, given), othersMoved(regularizer, other));
            }
        }
    }

    private static double[] gradientOfOthers(Regularizer regularizer, Case given) {
        return ofOthers(given, Vectors.gradient(regularizer, given.weights()));
    }

    private static double[] othersMoved(Regularizer regularizer, Case given) {
        return ofOthers(given, Vectors.prox(regularizer, given.weights(), given.step()));
    }

    private static double[] ofOthers(Case given, double[] values) {
        Arrays.setAll(values, i -> given.weights().factor(i) == 0 ? 0 : values[i]);
        return values;
    }
}
