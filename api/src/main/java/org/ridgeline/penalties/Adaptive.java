package org.ridgeline.penalties;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.TextForm;
import org.ridgeline.Training;
import org.ridgeline.Weights;

/**
 * A penalty whose λ moves during training with the loss on validation data. Training starts at the λ of the base penalty,
 * brought within the bounds, which is best chosen too high. It multiplies λ by {@code decay} as long as the validation loss
 * does not get worse, and then returns to the best λ. If no smaller λ was better than the start, it tries larger ones in the
 * same manner.
 *
 * <p>Outside {@link #train()} this is its base penalty.
 *
 * @param base the penalty whose λ moves
 * @param min smallest λ, &gt; 0
 * @param max largest λ, ≥ {@code min}
 * @param decay factor between one λ and the next, in (0, 1)
 * @param epochs epochs at each λ before it is judged; a fit that has converged is judged at once
 * @param patience moves in a row that may be worse than the best before the search ends
 */
public record Adaptive(Regularizer base, double min, double max, double decay, int epochs, int patience)
        implements Regularizer {

    private static final int MANY = 1_000_000;

    private static final Parameter BASE = Parameter.nested(
                    "base", "the penalty whose lambda moves, starting at its own")
            .orElse("l1(lambda=1)");
    private static final Parameter MIN =
            Parameter.number("min", Interval.above(0), "smallest lambda").orElse(1e-6);
    private static final Parameter MAX =
            Parameter.number("max", Interval.above(0), "largest lambda").orElse(1e6);
    private static final Parameter DECAY = Parameter.number(
                    "decay", Interval.open(0, 1), "factor between one lambda and the next")
            .orElse(0.7);
    private static final Parameter EPOCHS = Parameter.whole(
                    "epochs", 1, MANY, "epochs at each lambda, for hosts that train by epochs")
            .orElse(1);
    private static final Parameter PATIENCE = Parameter.whole(
                    "patience", 1, MANY, "moves in a row that may be worse than the best before the search ends")
            .orElse(1);

    /**
     * Checks the bounds.
     *
     * @param base the penalty whose λ moves
     * @param min smallest λ, &gt; 0
     * @param max largest λ, ≥ {@code min}
     * @param decay factor between one λ and the next, in (0, 1)
     * @param epochs epochs at each λ before it is judged; a fit that has converged is judged at once
     * @param patience moves in a row that may be worse than the best before the search ends
     */
    public Adaptive {
        min = MIN.require(min);
        max = MAX.require(max);
        decay = DECAY.require(decay);
        if (epochs < 1 || patience < 1) {
            throw new IllegalArgumentException(
                    "adaptive needs epochs >= 1 and patience >= 1, but these are " + epochs + " and " + patience);
        }
        if (base instanceof Adaptive) {
            throw new IllegalArgumentException("the base of adaptive must have a lambda of its own, but is " + base);
        }
        if (min > max) {
            throw new IllegalArgumentException("adaptive needs min <= max, but these are " + TextForm.number(min)
                    + " and " + TextForm.number(max));
        }
    }

    /**
     * Moves the λ of a penalty, with the defaults of the text form.
     *
     * @param base the penalty, with the λ to start at
     * @return the penalty with a λ that moves
     */
    public static Adaptive of(Regularizer base) {
        return new Adaptive(base, number(MIN), number(MAX), number(DECAY), 1, 1);
    }

    private static double number(Parameter parameter) {
        return (double) parameter.defaultValue().orElseThrow();
    }

    @Override
    public double lambda() {
        return base.lambda();
    }

    @Override
    public Adaptive withLambda(double lambda) {
        return new Adaptive(base.withLambda(lambda), min, max, decay, epochs, patience);
    }

    @Override
    public double penalty(Weights weights) {
        return base.penalty(weights);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        base.addGradient(weights, scale, gradient);
    }

    @Override
    public void prox(Weights weights, double step) {
        base.prox(weights, step);
    }

    @Override
    public double lambdaMax(Weights gradient) {
        return base.lambdaMax(gradient);
    }

    @Override
    public boolean convex() {
        return base.convex();
    }

    @Override
    public Separability separability() {
        return base.separability();
    }

    @Override
    public Training train() {
        return new Descent(this);
    }

    @Override
    public String toString() {
        return TextForm.of("adaptive")
                .with("base", base)
                .with("min", min)
                .with("max", max)
                .with("decay", decay)
                .with("epochs", epochs)
                .with("patience", patience)
                .toString();
    }

    /** The search of one training run. */
    private static final class Descent implements Training {

        private final Adaptive adaptive;
        private final Regularizer start;
        private Regularizer current;
        private Regularizer best;
        private double bestLoss = Double.POSITIVE_INFINITY;
        private double factor;
        private int epochsHere;
        private int worse;
        private boolean settled;

        Descent(Adaptive adaptive) {
            this.adaptive = adaptive;
            this.start = adaptive.base.withLambda(withinBounds(adaptive.base.lambda()));
            this.current = start;
            this.best = start;
            this.factor = adaptive.decay;
        }

        @Override
        public Regularizer current() {
            return current;
        }

        @Override
        public boolean settled() {
            return settled;
        }

        @Override
        public void observe(Progress progress) {
            if (Double.isNaN(progress.validationLoss())) {
                throw new IllegalArgumentException("adaptive needs the loss on validation data, but after epoch "
                        + progress.epoch() + " it is NaN: either there is no such data, or training has diverged");
            }
            epochsHere++;
            if (!settled && (progress.converged() || epochsHere >= adaptive.epochs)) {
                epochsHere = 0;
                judge(progress.validationLoss());
            }
        }

        private void judge(double loss) {
            if (loss < bestLoss) {
                best = current;
                bestLoss = loss;
                worse = 0;
            } else if (loss > bestLoss) {
                worse++;
            }
            double next = withinBounds(current.lambda() * factor);
            if (worse < adaptive.patience && next != current.lambda()) {
                current = start.withLambda(next);
            } else if (factor < 1 && best == start && start.lambda() < adaptive.max) {
                worse = 0;
                factor = 1 / adaptive.decay;
                current = start.withLambda(withinBounds(start.lambda() * factor));
            } else {
                current = best;
                settled = true;
            }
        }

        private double withinBounds(double lambda) {
            return Math.max(adaptive.min, Math.min(adaptive.max, lambda));
        }
    }

    /** Announces {@code adaptive}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "adaptive";
        }

        @Override
        public String summary() {
            return "another penalty whose lambda moves during training with the loss on validation data";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(BASE, MIN, MAX, DECAY, EPOCHS, PATIENCE);
        }

        @Override
        public Adaptive create(Arguments arguments) {
            return new Adaptive(
                    arguments.regularizer("base"),
                    arguments.number("min"),
                    arguments.number("max"),
                    arguments.number("decay"),
                    arguments.whole("epochs"),
                    arguments.whole("patience"));
        }
    }
}
