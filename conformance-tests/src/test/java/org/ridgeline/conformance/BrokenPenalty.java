package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import org.ridgeline.Conjugate;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/** Penalties, subgradients and conjugates that are none. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are not modifiable
enum BrokenPenalty implements Breakage {
    SIGN_FORGOTTEN(
            "l0(lambda=1)",
            "R201",
            "R204",
            "R207",
            "R208",
            "R209",
            "R302",
            "R304",
            "R401",
            "R402",
            "R403",
            "R408",
            "R602",
            "R603",
            "R604") {
        @Override
        public boolean convex(Regularizer good) {
            return true;
        }

        @Override
        public double penalty(Regularizer good, Weights weights) {
            double sum = 0;
            for (int i = 0; i < weights.size(); i++) {
                double factor = good.lambda() * weights.factor(i);
                sum += factor == 0 ? 0 : factor * weights.values()[i];
            }
            return sum;
        }

        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            weights.requireGradient(gradient);
            for (int i = 0; i < gradient.length; i++) {
                double slope = Double.isNaN(weights.values()[i]) ? Double.NaN : good.lambda() * weights.factor(i);
                gradient[i] += scale * slope;
            }
        }

        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.withLambda(0).prox(weights, step);
            for (int i = 0; i < weights.size(); i++) {
                weights.values()[i] -= step * good.lambda() * weights.factor(i);
            }
        }
    },
    CONSTANT_ADDED("l1(lambda=1)", "R202", "R208", "R503", "R701", "R705") {
        @Override
        public double penalty(Regularizer good, Weights weights) {
            return good.penalty(weights) + good.lambda();
        }
    },
    STRENGTH_NEVER_ZERO("l1(lambda=1)", "R203", "R602") {
        @Override
        public double penalty(Regularizer good, Weights weights) {
            return good.withLambda(Math.max(good.lambda(), 1e-9)).penalty(weights);
        }
    },
    WEAKER_WHEN_STRONG("l1(lambda=1)", "R204", "R205") {
        @Override
        public double penalty(Regularizer good, Weights weights) {
            double lambda = good.lambda();
            return good.withLambda(lambda > 100 ? 1e4 / lambda : lambda).penalty(weights);
        }
    },
    LAMBDA_SQUARED("l1(lambda=0.5)", "R205", "R405", "R803") {
        private Regularizer squared(Regularizer good) {
            return good.withLambda(Math.min(good.lambda() * good.lambda(), 1e300));
        }

        @Override
        public double penalty(Regularizer good, Weights weights) {
            return squared(good).penalty(weights);
        }

        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            squared(good).addGradient(weights, scale, gradient);
        }

        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            squared(good).prox(weights, step);
        }

        @Override
        public double conjugate(Conjugate good, Weights dual) {
            return ((Conjugate) squared((Regularizer) good)).conjugate(dual);
        }

        @Override
        public double dualScale(Conjugate good, Weights dual) {
            return ((Conjugate) squared((Regularizer) good)).dualScale(dual);
        }
    },
    WRONG_DEGREE("l1(lambda=1)", "R206", "R406", "R605") {
        @Override
        public OptionalDouble degree() {
            return OptionalDouble.of(2);
        }
    },
    CLAIMED_CONVEX("l0(lambda=1)", "R207", "R209", "R302", "R403", "R404", "R803") {
        @Override
        public boolean convex(Regularizer good) {
            return true;
        }
    },
    CONVEX_WHEN_STRONG("l0(lambda=1)", "R209") {
        @Override
        public boolean convex(Regularizer good) {
            return good.lambda() > 100;
        }
    },
    NAIVE_SUM("l1(lambda=1)", "R208") {
        @Override
        public double penalty(Regularizer good, Weights weights) {
            double sum = 0;
            for (int i = 0; i < weights.size(); i++) {
                double factor = good.lambda() * weights.factor(i);
                sum += factor == 0 ? 0 : factor * Math.abs(weights.values()[i]);
            }
            return sum;
        }
    },
    HALF_THE_SLOPE("l2(lambda=1)", "R301", "R302") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            good.addGradient(weights, scale / 2, gradient);
        }
    },
    SLOPE_WHERE_THERE_IS_A_KINK("l1(lambda=1)", "R302", "R304") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            good.addGradient(weights, scale, gradient);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weights.values()[i] == 0 ? 2 * scale * good.lambda() * weights.factor(i) : 0;
            }
        }
    },
    SUBGRADIENT_OF_THE_UPPER_SIDE("l1(lambda=1)", "R304") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            good.addGradient(weights, scale, gradient);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weights.values()[i] == 0 ? scale * good.lambda() * weights.factor(i) : 0;
            }
        }
    },
    GRADIENT_REPLACED("l1(lambda=1)", "R303") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            weights.requireGradient(gradient);
            Arrays.fill(gradient, 0);
            good.addGradient(weights, scale, gradient);
        }
    },
    CONJUGATE_TOO_LOW("l2(lambda=1)", "R501", "R502", "R503") {
        @Override
        public double conjugate(Conjugate good, Weights dual) {
            return good.conjugate(dual) - 0.01;
        }
    },
    CONJUGATE_HALVED("l2(lambda=1)", "R502", "R503") {
        @Override
        public double conjugate(Conjugate good, Weights dual) {
            return good.conjugate(dual) / 2;
        }
    },
    CONJUGATE_DOUBLED("l2(lambda=1)", "R503") {
        @Override
        public double conjugate(Conjugate good, Weights dual) {
            return good.conjugate(dual) * 2;
        }
    },
    DUAL_SCALE_TOO_SMALL("l1(lambda=1)", "R504") {
        @Override
        public double dualScale(Conjugate good, Weights dual) {
            double scale = good.dualScale(dual);
            return scale < 0.9 ? scale / 2 : scale;
        }
    },
    DUAL_SCALE_ALWAYS_ONE("group-l2(lambda=1)", "R503", "R504") {
        @Override
        public double dualScale(Conjugate good, Weights dual) {
            return 1;
        }
    },
    INFINITY_OVER_A_NORM("group-l2(lambda=1)", "R602") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            good.addGradient(weights, scale, gradient);
            Groups groups = weights.groups();
            for (int g = 0; g < groups.count(); g++) {
                if (Double.isInfinite(Sums.norm2(weights.values(), groups, g)) && weights.groupFactor(g) > 0) {
                    for (int k = groups.start(g); k < groups.start(g + 1); k++) {
                        gradient[groups.member(k)] += weights.values()[groups.member(k)] / Double.POSITIVE_INFINITY;
                    }
                }
            }
        }
    },
    ZERO_TIMES_INFINITY("l1(lambda=1)", "R208", "R602", "R704", "R707") {
        @Override
        public double penalty(Regularizer good, Weights weights) {
            double penalty = 0;
            for (int i = 0; i < weights.size(); i++) {
                penalty += good.lambda() * weights.factor(i) * Math.abs(weights.values()[i]);
            }
            return penalty;
        }
    },
    GROUPS_CLAIMED_SEPARABLE_BY_WEIGHT(
            "group-l2(lambda=1)",
            "R501",
            "R502",
            "R503",
            "R504",
            "R601",
            "R701",
            "R702",
            "R704",
            "R705",
            "R706",
            "R707",
            "R801",
            "R802",
            "R803",
            "R805") {
        @Override
        public Separability separability(Regularizer good) {
            return Separability.WEIGHT;
        }
    };

    private final String text;
    private final Set<String> rules;

    BrokenPenalty(String text, String... rules) {
        this.text = text;
        this.rules = Set.of(rules);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Set<String> rules() {
        return rules;
    }
}
