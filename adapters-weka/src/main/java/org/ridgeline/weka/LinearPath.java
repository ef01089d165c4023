package org.ridgeline.weka;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ridgeline.solvers.Fit;

/**
 * The linear models of one data set along a path of λ, largest first. It grows while it is trained, and keeps the nonzero
 * coefficients only.
 */
public final class LinearPath implements Serializable {

    private static final long serialVersionUID = 1;

    /** What an instance is to the models. */
    private final DummyCoding coding;
    /** What the scores mean. */
    private final Target target;
    /** How they were trained, in words. */
    private final String training;
    /** How many λ there are, fitted or not. */
    private final int length;
    /** The fits. */
    private final ArrayList<Point> points = new ArrayList<>();

    /** A fit; {@code places} are those of its nonzero coefficients. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point(
            FitSummary summary,
            double explained,
            int[] places,
            double[] coefficients,
            double[] standardized,
            double[] intercepts,
            double[] standardizedIntercepts)
            implements Serializable {

        private static final long serialVersionUID = 1;
    }

    /**
     * A path before its first fit.
     *
     * @param data that are fitted
     * @param training how, in words
     * @param length how many λ there are
     */
    public LinearPath(TrainingData data, String training, int length) {
        this.coding = data.coding();
        this.target = data.target();
        this.training = training;
        this.length = length;
    }

    /**
     * Adds the fit of the next λ.
     *
     * @param fit to the problem of the data
     * @param explained the share of the loss of the best constant prediction that it explains
     */
    public void add(Fit fit, double explained) {
        double[] coefficients = fit.coefficients();
        double[] standardized = fit.standardizedCoefficients();
        int[] places = new int[fit.nonzeros()];
        int count = 0;
        for (int j = 0; j < standardized.length; j++) {
            if (standardized[j] != 0) {
                places[count++] = j;
            }
        }
        points.add(new Point(
                FitSummary.of(fit),
                explained,
                places,
                Arrays.stream(places).mapToDouble(j -> coefficients[j]).toArray(),
                Arrays.stream(places).mapToDouble(j -> standardized[j]).toArray(),
                fit.intercepts(),
                fit.standardizedIntercepts()));
    }

    /**
     * How many λ there are.
     *
     * @return fitted or not
     */
    public int length() {
        return length;
    }

    /**
     * How many λ are fitted.
     *
     * @return from 0 to {@link #length()}
     */
    public int size() {
        return points.size();
    }

    /**
     * What is known of a fit.
     *
     * @param k which λ, from 0 for the largest
     * @return also λ itself
     */
    public FitSummary summary(int k) {
        return points.get(k).summary;
    }

    /**
     * How much of the loss of the best constant prediction a fit explains.
     *
     * @param k which λ, from 0 for the largest
     * @return a share ≤ 1
     */
    public double explained(int k) {
        return points.get(k).explained;
    }

    /**
     * How many coefficients are not exactly zero.
     *
     * @param k which λ, from 0 for the largest
     * @return the number
     */
    public int nonzeros(int k) {
        return points.get(k).places.length;
    }

    /**
     * How many attributes have a coefficient that is not zero.
     *
     * @param k which λ, from 0 for the largest
     * @return the number
     */
    public int keptAttributes(int k) {
        return (int) Arrays.stream(points.get(k).places)
                .map(j -> coding.attribute(j % coding.size()))
                .distinct()
                .count();
    }

    /**
     * One of the models.
     *
     * @param k which λ, from 0 for the largest
     * @return a new model
     */
    public LinearModel model(int k) {
        Point point = points.get(k);
        int outputs = point.intercepts.length;
        return new LinearModel(
                coding,
                target,
                LinearModel.parts(scattered(point.places, point.coefficients, outputs), outputs),
                point.intercepts,
                LinearModel.parts(scattered(point.places, point.standardized, outputs), outputs),
                point.standardizedIntercepts,
                training,
                "iteration " + k + " of a path of " + length + " lambdas",
                point.summary);
    }

    private double[] scattered(int[] places, double[] values, int outputs) {
        double[] all = new double[outputs * coding.size()];
        for (int i = 0; i < places.length; i++) {
            all[places[i]] = values[i];
        }
        return all;
    }

    /**
     * Describes the path.
     *
     * @param rows how many λ are shown at most, ≥ 2
     * @return a table with the number of the iteration, λ, and how much is kept and explained
     */
    public String table(int rows) {
        List<Integer> shown = shown(rows);
        StringBuilder text = new StringBuilder("The path: " + size() + " of " + length + " lambdas are fitted"
                + (shown.size() < size() ? ", " + shown.size() + " of them are shown" : "") + ".\n\n");
        text.append("iteration        lambda  attributes  coefficients  explained\n");
        for (int k : shown) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9d %13.6g %11d %13d %9.2f%%%s\n",
                    k,
                    summary(k).lambda(),
                    keptAttributes(k),
                    nonzeros(k),
                    100 * explained(k),
                    summary(k).converged() ? "" : "  NOT CONVERGED"));
        }
        return text.toString();
    }

    /** The first, the last, and evenly some between them. */
    private List<Integer> shown(int rows) {
        List<Integer> shown = new ArrayList<>();
        int count = Math.min(rows, size());
        for (int i = 0; i < count; i++) {
            shown.add(count == 1 ? 0 : (int) Math.round((double) i * (size() - 1) / (count - 1)));
        }
        return shown;
    }
}
