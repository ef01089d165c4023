package org.ridgeline.tribuo.sgd;

import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.SGDVector;

/**
 * Follows the proximally regularised leader with one tensor: after steps of total weight t its weights are
 * argmin_w −Σ gₛ·w + Σ (hₛ − hₛ₋₁)/(2η)·‖w − wₛ‖² + t·R(w), with Tribuo's ascent gradients gₛ at the weights wₛ of each step
 * and the curvature h = √(ε² + Σ gₛ²) of each weight. The first centre is what Tribuo starts from, w₀, with h₀ = ε. With
 * z = h₀w₀ + Σ (η·gₛ + (hₛ − hₛ₋₁)·wₛ) that is the proximal step of size t·η/h from z/h. It depends on sums alone, which
 * change only where a gradient is not 0: a weight costs nothing until it is read, and zeros are exact.
 *
 * <p>Sources: McMahan, "Follow-the-regularized-leader and mirror descent", AISTATS 2011; for h Duchi, Hazan and Singer,
 * "Adaptive subgradient methods", JMLR 12 (2011).
 */
abstract class Leader {

    /** The rows of the tensor itself: its weights as they were when all of them were evaluated last. */
    final double[][] values;

    final Regularizer regularizer;
    final double rate;
    /** t. */
    double time;
    /** How many there were, to tell which weights have been evaluated since the last. */
    int steps;

    /** Whether {@link #values} are those of now. */
    private boolean settled = true;

    private final double[] products;

    private boolean announced;
    private double scale;
    private double weight;

    Leader(double[][] values, Settings settings) {
        this.values = values;
        products = new double[values[0].length];
        regularizer = settings.regularizer();
        rate = settings.learningRate();
    }

    /**
     * A leader that has seen no step.
     *
     * @param values the rows of the tensor, which it keeps and writes weights into
     */
    static Leader of(double[][] values, TensorPlan plan, Settings settings) {
        return settings.regularizer().separability() == Separability.WEIGHT || plan.penalised() == 0
                ? new LoneWeights(values, plan, settings)
                : new WeightBlocks(values, plan, settings);
    }

    /** A weight as it is now. */
    abstract double value(int row, int column);

    /** For each row the sum of its weights times an example. */
    abstract void multiply(SGDVector example, double[] output);

    /** Evaluates all weights into {@link #values}. */
    abstract void settleAll();

    /**
     * Learns from gradients at the weights of now.
     *
     * @param after t after the step
     * @return whether {@link #values} are then the weights after the step
     */
    abstract boolean learn(Matrix gradients, double scale, double after);

    /** Sees to it that {@link #values} are the weights as they are now. */
    final void settle() {
        if (!settled) {
            settleAll();
            settled = true;
        }
    }

    /** For each row the sum of {@link #values} times an example. */
    final void dot(DenseVector example, double[] output) {
        for (int i = 0; i < output.length; i++) {
            output[i] = dot(values[i], example, products);
        }
    }

    /** The products first, without waiting for sums, so that all of an example is fetched from memory at once. */
    private static double dot(double[] weights, DenseVector example, double[] products) {
        for (int j = 0; j < weights.length; j++) {
            products[j] = weights[j] * example.get(j);
        }
        double s = 0;
        double t = 0;
        double u = 0;
        double v = 0;
        int j = 0;
        for (; j + 3 < products.length; j += 4) {
            s += products[j];
            t += products[j + 1];
            u += products[j + 2];
            v += products[j + 3];
        }
        for (; j < products.length; j++) {
            s += products[j];
        }
        return s + t + (u + v);
    }

    /**
     * Announces a step, which must follow.
     *
     * @param scale what its gradients are to be multiplied by
     * @param weight what it counts beside the others, ≥ 0
     */
    final void announce(double scale, double weight) {
        if (announced) {
            throw Led.unchangeable();
        }
        announced = true;
        this.scale = scale;
        this.weight = weight;
    }

    /** Takes the announced step with the gradients of all weights. */
    final void step(Matrix gradients) {
        if (!announced) {
            throw Led.unchangeable();
        }
        announced = false;
        settled = learn(gradients, scale, time + weight);
        time += weight;
        steps++;
    }

    /** A curvature with one more gradient. */
    static double curve(double curvature, double gradient) {
        return Math.sqrt(curvature * curvature + gradient * gradient);
    }

    /** What scores or weights that are not finite end in. */
    static IllegalStateException diverged() {
        return new IllegalStateException("training has diverged, as a weight or a score is not a finite number: lower"
                + " the learning rate, or scale the features to about 1, none of which may be infinite");
    }
}
