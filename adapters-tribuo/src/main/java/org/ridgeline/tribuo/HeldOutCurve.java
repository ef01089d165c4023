package org.ridgeline.tribuo;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.ridgeline.solvers.Folds;
import org.ridgeline.solvers.MeanCurve;
import org.ridgeline.solvers.Measures;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.dataset.DatasetView;

/** Measures some λ on examples that they were not trained on. */
final class HeldOutCurve<T extends Output<T>> {

    private static final Logger LOGGER = Logger.getLogger(LambdaSearch.class.getName());

    private final LambdaModels<T> models;
    private final Dataset<T> dataset;
    private final int invocationCount;
    private final List<Example<T>> examples;
    private final double[] weights;
    private final ImmutableFeatureMap features;
    private final ImmutableOutputInfo<T> outputs;
    private final Measures measure;
    private final OutputErrors<T> errors;
    private final Folds folds;

    /**
     * Deals the examples out into folds.
     *
     * @throws IllegalArgumentException if they are too few, or cannot be measured
     */
    HeldOutCurve(
            LambdaModels<T> models,
            Dataset<T> dataset,
            Measures measure,
            int foldCount,
            long seed,
            int invocationCount) {
        this.models = models;
        this.dataset = dataset;
        this.measure = measure;
        this.invocationCount = invocationCount;
        // In the order of their indices, also where the iterator of the dataset shuffles.
        this.examples =
                IntStream.range(0, dataset.size()).mapToObj(dataset::getExample).toList();
        this.weights = examples.stream().mapToDouble(Example::getWeight).toArray();
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "wanted weights that are finite and >= 0, but that of example " + i + " is " + weights[i]);
            }
        }
        this.features = dataset.getFeatureIDMap();
        this.outputs = dataset.getOutputIDInfo();
        this.errors = OutputErrors.of(measure, dataset);
        this.folds = errors.folds(foldCount, seed, examples, weights);
    }

    /** The means over the folds of each λ, which are sorted, largest first. The number of threads does not matter to them. */
    MeanCurve measure(double[] lambdas, int threads) {
        double[][] values = new double[folds.count()][lambdas.length];
        int together = models.together(lambdas.length);
        int parts = lambdas.length / together;
        Tasks.run(folds.count() * parts, threads, task -> {
            int fold = task / parts;
            int from = task % parts * together;
            measure(fold, Arrays.copyOfRange(lambdas, from, from + together), values[fold], from);
        });
        double[] foldWeights = IntStream.range(0, folds.count())
                .mapToDouble(fold -> weight(folds.validation(fold)))
                .toArray();
        return MeanCurve.of(measure.toString(), List.of(values), foldWeights);
    }

    private void measure(int fold, double[] lambdas, double[] values, int from) {
        String where = "fold " + fold + " of " + folds.count();
        int[] heldOut = folds.validation(fold);
        IntFunction<List<Prediction<T>>> predictions = named(
                where, () -> models.predictions(view(folds.training(fold)), view(heldOut), lambdas, invocationCount));
        for (int k = 0; k < lambdas.length; k++) {
            int which = k;
            String point = "lambda " + lambdas[k] + ", " + where;
            double error = named(point, () -> error(predictions.apply(which), heldOut));
            values[from + k] = error;
            LOGGER.fine(() -> point + ": " + error);
        }
    }

    /** One for each use, as a trainer may shuffle what it is given. */
    private Dataset<T> view(int[] rows) {
        DatasetView<T> view = new DatasetView<>(dataset, rows, features, outputs, "part of a cross-validation");
        // Each model would write down all of them.
        view.setStoreIndices(false);
        return view;
    }

    private double error(List<Prediction<T>> predictions, int[] heldOut) {
        double weighted = 0;
        for (int k = 0; k < heldOut.length; k++) {
            T truth = examples.get(heldOut[k]).getOutput();
            weighted += weights[heldOut[k]] * errors.of(truth, predictions.get(k));
        }
        return weighted / weight(heldOut);
    }

    private double weight(int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> weights[i]).sum();
    }

    /** Says where an exception was thrown. */
    static <V> V named(String where, Supplier<V> work) {
        try {
            return work.get();
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new CompletionException(where + ": " + e, e);
        }
    }
}
