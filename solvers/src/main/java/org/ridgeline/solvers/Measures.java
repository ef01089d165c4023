package org.ridgeline.solvers;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * The usual measures, each a mean weighted by the weights of the examples. Those of a target, which all are but the loss, are for {@link
 * Multitask} the mean over the outputs too.
 */
public enum Measures implements Measure {
    /** The loss of the problem itself. */
    LOSS {
        @Override
        public double value(Problem validation, double[] scores) {
            return validation.meanLoss(scores);
        }

        @Override
        public void requireSuited(Problem problem) {
            // Every problem has a loss.
        }
    },

    /** The share of targets that are put into a wrong class: not the one with the highest score; a single score of 0 is class 0. */
    ERROR_RATE {
        @Override
        public double value(Problem validation, double[] scores) {
            double[] y = validation.target();
            double[] f = validation.withOffsetsAdded(scores);
            return mean(validation, i -> predictedClass(f, i, y.length) == y[i] ? 0 : 1);
        }

        @Override
        public void requireSuited(Problem problem) {
            if (problem.loss().classes() == 0) {
                throw refusal(problem, "classes as targets");
            }
        }
    },

    /** |y − f|, for numbers. */
    ABSOLUTE_ERROR {
        @Override
        public double value(Problem validation, double[] scores) {
            double[] y = validation.target();
            double[] f = validation.withOffsetsAdded(scores);
            return mean(validation, i -> Math.abs(y[i] - f[i]));
        }

        @Override
        public void requireSuited(Problem problem) {
            requireNumbers(problem);
        }
    },

    /** (y − f)², for numbers. */
    SQUARED_ERROR {
        @Override
        public double value(Problem validation, double[] scores) {
            double[] y = validation.target();
            double[] f = validation.withOffsetsAdded(scores);
            return mean(validation, i -> (y[i] - f[i]) * (y[i] - f[i]));
        }

        @Override
        public void requireSuited(Problem problem) {
            requireNumbers(problem);
        }
    };

    @Override
    public abstract void requireSuited(Problem problem);

    /**
     * The measure of a name: {@code loss}, {@code error-rate}, {@code absolute-error} or {@code squared-error}.
     *
     * @param name in lower case
     * @return the measure
     * @throws IllegalArgumentException if there is none
     */
    public static Measures of(String name) {
        return Names.find("measure", name, values());
    }

    /** The mean over examples and outputs of the error of a target. */
    private static double mean(Problem validation, IntToDoubleFunction errorOfTarget) {
        int targets = validation.loss().targets();
        int n = validation.features().rows();
        return Measure.mean(validation, i -> {
            double sum = 0;
            for (int k = 0; k < targets; k++) {
                sum += errorOfTarget.applyAsDouble(k * n + i);
            }
            return sum / targets;
        });
    }

    /** The class of the highest of the scores of a target, which follow one another class by class, or the sign of the only one. */
    private static int predictedClass(double[] scores, int target, int targets) {
        if (scores.length == targets) {
            return scores[target] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < scores.length / targets; k++) {
            best = scores[k * targets + target] > scores[best * targets + target] ? k : best;
        }
        return best;
    }

    void requireNumbers(Problem problem) {
        // A score is a prediction of the target itself for no other loss.
        if (!(problem.isSquared() || problem.lossOfTarget() instanceof HuberLoss)) {
            throw refusal(problem, "numbers as targets, with scores that predict them");
        }
    }

    IllegalArgumentException refusal(Problem problem, String wanted) {
        return new IllegalArgumentException("the measure " + this + " needs " + wanted + ", but the loss is "
                + problem.loss() + "; the measure " + LOSS + " suits every problem");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
