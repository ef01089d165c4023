package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.Regularizer;

/**
 * The fits of one problem along a path of strengths λ, largest first. Immutable; keeps of each fit the nonzero coefficients
 * only.
 */
public final class PathFit {

    private final Scaling scaling;
    /** The number of weights. */
    private final int size;

    private final double lambdaMax;
    private final double nullLoss;
    private final List<Point> points;

    /** One fit; {@code indices} and {@code values} are the nonzero weights of the standardised features. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Point(
            Regularizer regularizer,
            int[] indices,
            double[] values,
            double[] intercepts,
            double loss,
            double penalty,
            Certificate certificate,
            int iterations,
            boolean converged) {

        static Point of(
                Regularizer regularizer,
                double[] weights,
                double[] intercepts,
                double loss,
                double penalty,
                Certificate certificate,
                int iterations,
                boolean converged) {
            int count = 0;
            for (double w : weights) {
                count += w != 0 ? 1 : 0;
            }
            int[] indices = new int[count];
            double[] values = new double[count];
            count = 0;
            for (int j = 0; j < weights.length; j++) {
                if (weights[j] != 0) {
                    indices[count] = j;
                    values[count++] = weights[j];
                }
            }
            return new Point(
                    regularizer, indices, values, intercepts, loss, penalty, certificate, iterations, converged);
        }

        static Point of(Fit fit) {
            return of(
                    fit.regularizer(),
                    fit.standardizedCoefficients(),
                    fit.standardizedIntercepts(),
                    fit.loss(),
                    fit.penalty(),
                    fit.certificate(),
                    fit.iterations(),
                    fit.converged());
        }

        /**
         * The fit of several outputs of which each was fitted by itself.
         *
         * @param size the number of weights of an output
         */
        static Point join(List<Point> outputs, int size) {
            Point first = outputs.get(0);
            if (outputs.size() == 1) {
                return first;
            }
            double[] weights = new double[outputs.size() * size];
            for (int k = 0; k < outputs.size(); k++) {
                for (int i = 0; i < outputs.get(k).indices.length; i++) {
                    weights[k * size + outputs.get(k).indices[i]] = outputs.get(k).values[i];
                }
            }
            return of(
                    first.regularizer,
                    weights,
                    outputs.stream()
                            .flatMapToDouble(it -> Arrays.stream(it.intercepts))
                            .toArray(),
                    outputs.stream().mapToDouble(Point::loss).sum(),
                    outputs.stream().mapToDouble(Point::penalty).sum(),
                    Certificate.worst(outputs.stream().map(Point::certificate).toList()),
                    outputs.stream().mapToInt(Point::iterations).sum(),
                    outputs.stream().allMatch(Point::converged));
        }

        Fit toFit(Scaling scaling, int size) {
            double[] weights = new double[size];
            for (int i = 0; i < indices.length; i++) {
                weights[indices[i]] = values[i];
            }
            return new Fit(
                    regularizer, scaling, weights, intercepts, loss, penalty, certificate, iterations, converged);
        }
    }

    PathFit(Scaling scaling, int size, double lambdaMax, double nullLoss, List<Point> points) {
        this.scaling = scaling;
        this.size = size;
        this.lambdaMax = lambdaMax;
        this.nullLoss = nullLoss;
        this.points = List.copyOf(points);
    }

    /**
     * How many λ were fitted.
     *
     * @return at least 1
     */
    public int size() {
        return points.size();
    }

    /**
     * One of the λ.
     *
     * @param k which λ, from 0 for the largest
     * @return its value
     */
    public double lambda(int k) {
        return points.get(k).regularizer.lambda();
    }

    /**
     * Where a grid starts.
     *
     * @return the smallest λ for which every penalised weight is zero, or +∞ if none does that
     */
    public double lambdaMax() {
        return lambdaMax;
    }

    /**
     * How much of the loss of the best constant prediction a fit explains.
     *
     * @param k which λ, from 0 for the largest
     * @return a share ≤ 1; 1 if there is nothing to explain
     */
    public double explained(int k) {
        return nullLoss > 0 ? 1 - points.get(k).loss / nullLoss : 1;
    }

    /**
     * How many coefficients are not exactly zero.
     *
     * @param k which λ, from 0 for the largest
     * @return a number between 0 and that of the coefficients
     */
    public int nonzeros(int k) {
        return points.get(k).indices.length;
    }

    /**
     * How far from the optimum a fit may be.
     *
     * @param k which λ, from 0 for the largest
     * @return what is known of it
     */
    public Certificate certificate(int k) {
        return points.get(k).certificate;
    }

    /**
     * Whether every fit reached the tolerance that was asked for.
     *
     * @return false if one did not
     */
    public boolean converged() {
        return points.stream().allMatch(Point::converged);
    }

    /**
     * A whole fit.
     *
     * @param k which λ, from 0 for the largest
     * @return a new object, with all coefficients
     */
    public Fit fit(int k) {
        return points.get(k).toFit(scaling, size);
    }

    @Override
    public String toString() {
        return size() + " fits from lambda " + lambda(0) + " (" + nonzeros(0) + " of " + size
                + " coefficients nonzero) to " + lambda(size() - 1) + " (" + nonzeros(size() - 1) + ")"
                + (converged() ? "" : ", NOT ALL CONVERGED");
    }
}
