package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import org.ridgeline.Conjugate;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Sums;
import org.ridgeline.Weights;

/** Proximal steps that are none, in blocks, with factors, at the ends of the range; and λmax. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are not modifiable
enum BrokenStep implements Breakage {
    HALF_THE_THRESHOLD("l1(lambda=1)", "R401", "R402", "R403", "R503") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.withLambda(good.lambda() / 2).prox(weights, step);
        }
    },
    STEP_SQUARED("l2(lambda=0.5)", "R401", "R402", "R403", "R405", "R503", "R705", "R902") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.prox(weights, step * step);
        }
    },
    OVERSHOOTS("l2(lambda=1)", "R401", "R402", "R403", "R404", "R410", "R503", "R602") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values().clone();
            good.prox(weights, step);
            Arrays.setAll(weights.values(), i -> w[i] - 2 * (w[i] - weights.values()[i]) + 0.0);
        }
    },
    SIGN_OF_ZERO_KEPT("l1(lambda=1)", "R407") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values().clone();
            good.prox(weights, step);
            Arrays.setAll(weights.values(), i -> Math.copySign(weights.values()[i], w[i]));
        }
    },
    NEVER_QUITE_ZERO("l1(lambda=1)", "R403", "R408", "R602", "R603", "R604") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values();
            good.prox(weights, step);
            for (int i = 0; i < w.length; i++) {
                w[i] = w[i] == 0 && step * good.lambda() * weights.factor(i) > 0 ? 1e-30 : w[i];
            }
        }
    },
    NO_STEP_OF_ZERO("l1(lambda=1)", "R409", "R705") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.prox(weights, step == 0 ? 1e-9 : step);
        }
    },
    NAN_BECOMES_ZERO("l1(lambda=1)", "R601") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values();
            good.prox(weights, step);
            for (int i = 0; i < w.length; i++) {
                w[i] = Double.isNaN(w[i]) ? 0 : w[i];
            }
        }
    },
    NAN_PENALTY_IGNORED("l1(lambda=1)", "R601") {
        @Override
        public double penalty(Regularizer good, Weights weights) {
            double penalty = good.penalty(weights);
            return Double.isNaN(penalty) ? 0 : penalty;
        }
    },
    INFINITY_OVER_INFINITY("l1(lambda=1)", "R602") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values().clone();
            good.prox(weights, step);
            for (int i = 0; i < w.length; i++) {
                weights.values()[i] += Double.isInfinite(w[i]) ? w[i] / Math.abs(w[i]) : 0;
            }
        }
    },
    RECIPROCAL_OF_A_SUBNORMAL("l1(lambda=1)", "R602", "R603") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            weights.requireGradient(gradient);
            for (int i = 0; i < gradient.length; i++) {
                double w = weights.values()[i];
                double slope = scale * (good.lambda() * weights.factor(i));
                gradient[i] += w == 0 ? 0 : slope * Math.abs(1 / w) / (1 / w);
            }
        }
    },
    SQUARED_FOR_THE_SIGN("l1(lambda=1)", "R602", "R603", "R604") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            weights.requireGradient(gradient);
            for (int i = 0; i < gradient.length; i++) {
                double w = weights.values()[i];
                double slope = scale * (good.lambda() * weights.factor(i));
                gradient[i] += w == 0 ? 0 : slope * w / Math.sqrt(w * w);
            }
        }
    },
    NAIVE_NORM("group-l2(lambda=1)", "R605") {
        @Override
        public OptionalDouble degree() {
            return OptionalDouble.of(1);
        }

        @Override
        public double penalty(Regularizer good, Weights weights) {
            Groups groups = weights.groups();
            return Sums.pairwise(groups.count(), (from, to) -> {
                double sum = 0;
                for (int g = from; g < to; g++) {
                    double squares = 0;
                    for (int k = groups.start(g); k < groups.start(g + 1); k++) {
                        double w = weights.values()[groups.member(k)];
                        squares += w * w;
                    }
                    double strength = good.lambda() * weights.groupFactor(g) * Math.sqrt(groups.size(g));
                    sum += strength == 0 ? 0 : strength * Math.sqrt(squares);
                }
                return sum;
            });
        }
    },
    OTHER_BITS_IN_LONG_VECTORS("l2(lambda=1)", "R702", "R705") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values().clone();
            good.prox(weights, step);
            for (int i = 3; i < w.length; i++) {
                weights.values()[i] = w[i] * (1 / (1 + 2 * step * weights.factor(i) * good.lambda())) + 0.0;
            }
        }
    },
    WEIGHTS_IN_NO_GROUP_PENALISED("group-l2(lambda=1)", "R401", "R402", "R403", "R503", "R704", "R705") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            int[] labels = weights.groups().labels();
            good.prox(weights, step);
            for (int i = 0; i < labels.length; i++) {
                weights.values()[i] /= labels[i] < 0 ? 1 + step * good.lambda() : 1;
            }
        }
    },
    WEIGHTS_IN_NO_GROUP_AS_A_GROUP("group-l2(lambda=1)", "R601", "R701", "R703", "R705") {
        /** A further group of the weights in no group, whose factors no case has equal. */
        private Weights regrouped(Weights weights) {
            Groups groups = weights.groups();
            int[] labels = groups.labels();
            Arrays.setAll(labels, i -> labels[i] < 0 ? groups.count() : labels[i]);
            Weights regrouped = Weights.of(weights.values(), Groups.labelled(labels));
            double[] factors = new double[labels.length];
            Arrays.setAll(factors, weights::factor);
            return weights.hasFactors() ? regrouped.withFactors(factors) : regrouped;
        }

        @Override
        public double penalty(Regularizer good, Weights weights) {
            return good.penalty(regrouped(weights));
        }

        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            good.addGradient(regrouped(weights), scale, gradient);
        }

        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.prox(regrouped(weights), step);
        }

        @Override
        public double conjugate(Conjugate good, Weights dual) {
            return good.conjugate(regrouped(dual));
        }

        @Override
        public double dualScale(Conjugate good, Weights dual) {
            return good.dualScale(regrouped(dual));
        }
    },
    FACTORS_IGNORED("l1(lambda=1)", "R503", "R704", "R705") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.prox(Weights.of(weights.values(), weights.groups()), step);
        }
    },
    ROOTS_OF_FACTORS("l1(lambda=1)", "R503", "R705") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] roots = new double[weights.size()];
            Arrays.setAll(roots, i -> Math.sqrt(weights.factor(i)));
            good.prox(weights.withFactors(roots), step);
        }
    },
    FIRST_FACTOR_OF_A_GROUP("group-l2(lambda=1)", "R706") {
        private Weights unified(Weights weights) {
            int[] labels = weights.groups().labels();
            double[] factors = new double[labels.length];
            Arrays.setAll(
                    factors,
                    i -> labels[i] < 0
                            ? weights.factor(i)
                            : weights.factor(
                                    weights.groups().member(weights.groups().start(labels[i]))));
            return weights.withFactors(factors);
        }

        @Override
        public double penalty(Regularizer good, Weights weights) {
            return good.penalty(unified(weights));
        }

        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            good.addGradient(unified(weights), scale, gradient);
        }

        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.prox(unified(weights), step);
        }
    },
    FACTORS_UNIFIED_BY_THE_STEP("slope(lambda=1,q=0.5)", "R706") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] factors = new double[weights.size()];
            Arrays.setAll(factors, weights::factor);
            double largest = Arrays.stream(factors).max().orElse(0);
            Arrays.setAll(factors, i -> factors[i] > 0 ? largest : 0);
            good.prox(weights.withFactors(factors), step);
        }
    },
    UNPENALISED_WEIGHTS_SORTED_WITH_THE_OTHERS("slope(lambda=1,q=0.5)", "R503", "R706", "R707") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values().clone();
            double[] factors = new double[w.length];
            Arrays.setAll(factors, weights::factor);
            Arrays.fill(factors, Arrays.stream(factors).max().orElse(0));
            good.prox(weights.withFactors(factors), step);
            Arrays.setAll(weights.values(), i -> weights.factor(i) == 0 ? w[i] : weights.values()[i]);
        }
    },
    ANY_LOCAL_MINIMUM("mcp(lambda=1,gamma=0.1)", "R401", "R402") {
        @Override
        public boolean linearInLambda() {
            return false;
        }

        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values().clone();
            good.prox(weights, step);
            double flat = 0.1 * good.lambda();
            Arrays.setAll(weights.values(), i -> Math.abs(w[i]) > flat ? w[i] : weights.values()[i]);
        }
    },
    THE_MAXIMUM_BETWEEN_TWO_MINIMA("mcp(lambda=1,gamma=0.1)", "R401", "R402", "R410") {
        @Override
        public boolean linearInLambda() {
            return false;
        }

        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            double[] w = weights.values().clone();
            good.prox(weights, step);
            for (int i = 0; i < w.length; i++) {
                double s = step * weights.factor(i);
                double u = (Math.abs(w[i]) - s * good.lambda()) / (1 - s / 0.1);
                boolean inTheCurvedPart = s > 0.1 && u > 0 && u < 0.1 * good.lambda();
                weights.values()[i] = inTheCurvedPart ? Math.copySign(u, w[i]) : weights.values()[i];
            }
        }
    },
    LAMBDA_MAX_DOUBLED("l1(lambda=1)", "R801", "R802") {
        @Override
        public double lambdaMax(Mutant mutant, Weights gradient) {
            return 2 * mutant.defaultLambdaMax(gradient);
        }
    },
    LAMBDA_MAX_WITH_A_MARGIN("l1(lambda=1)", "R802") {
        @Override
        public double lambdaMax(Mutant mutant, Weights gradient) {
            return mutant.defaultLambdaMax(gradient) * (1 + 1e-6);
        }
    },
    LAMBDA_MAX_OF_SMALL_GRADIENTS("l1(lambda=1)", "R803") {
        @Override
        public double lambdaMax(Mutant mutant, Weights gradient) {
            double found = mutant.defaultLambdaMax(gradient);
            return found > 0 ? Math.max(found, 1e-5) : found;
        }
    },
    LAMBDA_MAX_OF_NAN("l1(lambda=1)", "R804") {
        @Override
        public double lambdaMax(Mutant mutant, Weights gradient) {
            boolean finite = Arrays.stream(gradient.values()).allMatch(Double::isFinite);
            return finite ? mutant.defaultLambdaMax(gradient) : Double.POSITIVE_INFINITY;
        }
    },
    LAMBDA_MAX_TURNS_ITS_GRADIENT("l1(lambda=1)", "R805") {
        @Override
        public double lambdaMax(Mutant mutant, Weights gradient) {
            double found = mutant.defaultLambdaMax(gradient);
            Arrays.setAll(gradient.values(), i -> -gradient.values()[i]);
            return found;
        }
    },
    ANY_STEP("l1(lambda=1)", "R902") {
        @Override
        public void prox(Regularizer good, Weights weights, double step) {
            good.prox(weights, Double.isFinite(step) ? Math.abs(step) : 0);
        }
    },
    ANY_GRADIENT("l1(lambda=1)", "R903") {
        @Override
        public void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
            double[] right = Arrays.copyOf(gradient, weights.size());
            good.addGradient(weights, scale, right);
            System.arraycopy(right, 0, gradient, 0, Math.min(right.length, gradient.length));
        }
    };

    private final String text;
    private final Set<String> rules;

    BrokenStep(String text, String... rules) {
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
