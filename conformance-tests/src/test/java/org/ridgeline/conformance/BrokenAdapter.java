package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.Set;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/** Ways to break a good adapter. */
@SuppressWarnings("ImmutableEnumChecker") // some are broken by the state that they keep
enum BrokenAdapter {
    STORES_WITH_A_SHIFT("A101") {
        @Override
        double stored(double value) {
            return value == 0 ? value : value + Math.ulp(value);
        }

        @Override
        double after(double weight) {
            return stored(weight);
        }

        @Override
        double intercept(Regularizer regularizer, double bias, double step) {
            return stored(bias);
        }
    },
    ROUNDS_TO_FLOAT_WITHOUT_SAYING_SO("A102", "A105") {
        @Override
        double after(double weight) {
            return (float) weight;
        }
    },
    TAKES_HALF_A_STEP("A102", "A104", "A105") {
        @Override
        void step(Regularizer regularizer, Weights weights, double step) {
            regularizer.prox(weights, step / 2);
        }
    },
    FOLLOWS_THE_SUBGRADIENT("A102", "A105") {
        @Override
        void step(Regularizer regularizer, Weights weights, double step) {
            double[] w = weights.values();
            double[] gradient = new double[w.length];
            regularizer.addGradient(weights, step, gradient);
            Arrays.setAll(w, i -> w[i] - gradient[i] + 0.0);
        }
    },
    NEGATES_TWICE("A103") {
        @Override
        void step(Regularizer regularizer, Weights weights, double step) {
            double[] w = weights.values();
            double[] negative = Vectors.times(-1, w);
            regularizer.prox(weights.withValues(negative), step);
            Arrays.setAll(w, i -> -negative[i]);
        }
    },
    FORGETS_THE_GROUPS("A102", "A104", "A105") {
        @Override
        void step(Regularizer regularizer, Weights weights, double step) {
            regularizer.prox(Weights.of(weights.values()), step);
        }
    },
    FORGETS_THE_FACTORS("A105") {
        @Override
        void step(Regularizer regularizer, Weights weights, double step) {
            regularizer.prox(Weights.of(weights.values(), weights.groups()), step);
        }
    },
    STEPS_ON_FROM_THE_LAST_STEP("A106", "A109") {
        private double[] last = {};

        @Override
        void step(Regularizer regularizer, Weights weights, double step) {
            double[] given = weights.values().clone();
            boolean again = Arrays.equals(given, last);
            regularizer.prox(weights, step);
            weights.values()[0] += again ? 1e-12 : 0;
            last = given;
        }
    },
    REPORTS_HALF_THE_PENALTY("A107") {
        @Override
        double penalty(Regularizer regularizer, Weights weights) {
            return regularizer.penalty(weights) / 2;
        }
    },
    SUMS_THE_PENALTY_IN_FLOAT("A107") {
        @Override
        double penalty(Regularizer regularizer, Weights weights) {
            return (float) regularizer.penalty(weights);
        }
    },
    SHRINKS_THE_INTERCEPT("A108") {
        @Override
        double intercept(Regularizer regularizer, double bias, double step) {
            double[] b = {bias};
            regularizer.prox(Weights.of(b), step);
            return b[0];
        }
    },
    STARTS_ADAPTIVE_ELSEWHERE("A102", "A105", "A107", "A109") {
        @Override
        Regularizer start(Regularizer regularizer) {
            Regularizer start = regularizer.train().current();
            return start.equals(regularizer) ? start : start.withLambda(start.lambda() / 2);
        }
    },
    CONFIGURATION_KEEPS_SEVEN_DIGITS("A201") {
        @Override
        String configured(Regularizers regularizers, String text) {
            Regularizer read = regularizers.parse(text);
            return read.withLambda((float) read.lambda()).toString();
        }
    },
    CONFIGURATION_KEEPS_THE_NAME_ONLY("A201", "A202") {
        @Override
        String configured(Regularizers regularizers, String text) {
            return regularizers.parse(TextForm.parse(text).name()).toString();
        }
    },
    FALLS_BACK_TO_A_DEFAULT("A202") {
        @Override
        String configured(Regularizers regularizers, String text) {
            try {
                return regularizers.parse(text).toString();
            } catch (IllegalArgumentException e) {
                return "l2(lambda=1)";
            }
        }
    },
    REFUSES_WITHOUT_A_REASON("A202") {
        @Override
        String configured(Regularizers regularizers, String text) {
            try {
                return regularizers.parse(text).toString();
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("bad options");
            }
        }
    };

    private final Set<String> rules;

    BrokenAdapter(String... rules) {
        this.rules = Set.of(rules);
    }

    /** The rules that must fail, and no others. */
    Set<String> rules() {
        return rules;
    }

    double stored(double value) {
        return value;
    }

    Regularizer start(Regularizer regularizer) {
        return regularizer.train().current();
    }

    void step(Regularizer regularizer, Weights weights, double step) {
        regularizer.prox(weights, step);
    }

    double after(double weight) {
        return weight;
    }

    double penalty(Regularizer regularizer, Weights weights) {
        return regularizer.penalty(weights);
    }

    double intercept(Regularizer regularizer, double bias, double step) {
        return bias;
    }

    String configured(Regularizers regularizers, String text) {
        return regularizers.parse(text).toString();
    }
}
