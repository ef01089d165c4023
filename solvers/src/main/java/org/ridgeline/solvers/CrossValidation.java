package org.ridgeline.solvers;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;

/**
 * Measures each λ of a path on examples that it was not fitted to: the examples are dealt out into folds, and for each fold
 * the path is fitted to the others and measured on it. Immutable; each {@code with…} gives a changed copy.
 *
 * <p>Folds are equal in size to within one row, and so are the parts of a class in them, but for those of several outputs. Rows of weight
 * zero take no part.
 * Features are standardised anew for each fold, by the examples that its path is fitted to.
 */
public final class CrossValidation {

    private final int folds;
    private final long seed;
    /** Null for folds at random. */
    private final int @Nullable [] foldOfRow;

    private final int threads;
    private final Measure measure;
    private final Listener listener;

    /** Follows the progress. Called by the thread that called {@code run}, and so never twice at a time. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Another path is fitted: that of all examples, which is the first, or that of a fold.
         *
         * @param done how many paths are fitted, from 1 to total
         * @param total how many there are: one more than there are folds
         */
        void finished(int done, int total);
    }

    private CrossValidation(
            int folds, long seed, int @Nullable [] foldOfRow, int threads, Measure measure, Listener listener) {
        this.folds = folds;
        this.seed = seed;
        this.foldOfRow = foldOfRow;
        this.threads = threads;
        this.measure = measure;
        this.listener = listener;
    }

    private static CrossValidation of(int folds, long seed, int @Nullable [] foldOfRow) {
        return new CrossValidation(folds, seed, foldOfRow, 1, Measures.LOSS, (done, total) -> {});
    }

    /**
     * Folds at random; with one thread, and measured by the problem's own loss.
     *
     * @param folds how many, ≥ 2; 5 and 10 are usual
     * @param seed any number; the same seed gives the same folds
     * @return a cross-validation with defaults
     * @throws IllegalArgumentException if there are fewer than 2 folds
     */
    public static CrossValidation of(int folds, long seed) {
        return of(Folds.requireTwo(folds), seed, null);
    }

    /**
     * Folds as given, for examples that belong together or to compare methods on the same folds; with one thread, and measured
     * by the problem's own loss.
     *
     * @param foldOfRow for each row the fold that it is in, from 0 to the number of folds − 1, and as you
     *     like for rows of weight zero, such as −1; copied
     * @return a cross-validation with defaults
     * @throws IllegalArgumentException if there are fewer than 2 folds
     */
    public static CrossValidation ofFolds(int... foldOfRow) {
        int folds = 1 + Arrays.stream(foldOfRow).max().orElse(-1);
        return of(Folds.requireTwo(folds), 0, foldOfRow.clone());
    }

    /**
     * The same with another number of threads. The results are the same, bit for bit.
     *
     * @param threads how many folds are fitted at a time, by the calling thread and others, ≥ 1
     * @return a changed copy
     * @throws IllegalArgumentException if there is no thread
     */
    public CrossValidation withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("wanted at least 1 thread, but found " + threads);
        }
        return new CrossValidation(folds, seed, foldOfRow, threads, measure, listener);
    }

    /**
     * The same with another measure.
     *
     * @param measure what λ is chosen by
     * @return a changed copy
     */
    public CrossValidation withMeasure(Measure measure) {
        return new CrossValidation(folds, seed, foldOfRow, threads, measure, listener);
    }

    /**
     * The same with a listener instead of the one before.
     *
     * @param listener told of each path that is fitted
     * @return a changed copy
     */
    public CrossValidation withListener(Listener listener) {
        return new CrossValidation(folds, seed, foldOfRow, threads, measure, listener);
    }

    /**
     * Fits the path of all examples, and then its λ in each fold. Interrupting the thread ends the work, also that of the
     * folds, with a {@link java.util.concurrent.CancellationException}.
     *
     * @param solver makes the fits
     * @param problem all examples
     * @param regularizer the penalty; its own λ does not matter
     * @param path which λ; where it ends early for all examples, it ends there in the folds
     * @return what was measured, and the path of all examples
     * @throws IllegalArgumentException as {@link Solver#path(Problem, Regularizer, LambdaPath)}, or if there are more folds than
     *     rows, not a fold for each row, or all examples of a class in one fold, or the measure does not suit the problem
     * @throws ArithmeticException as {@link Solver#path(Problem, Regularizer, LambdaPath)}, or if no λ has a finite mean
     * @throws java.util.concurrent.CompletionException if the penalty or the measure fails in another way
     */
    public CrossValidationFit run(Solver solver, Problem problem, Regularizer regularizer, LambdaPath path) {
        measure.requireSuited(problem);
        Folds chosen = foldOfRow == null ? Folds.random(folds, seed, problem) : Folds.given(folds, foldOfRow, problem);
        // Which λ there are must be known before folds can be fitted beside the path of all.
        boolean beside = threads > 1 && !path.mayEndEarly();
        AtomicReference<PathFit> all = new AtomicReference<>();
        Runnable whole = () -> {
            all.set(solver.path(problem, regularizer, path));
            listener.finished(1, folds + 1);
        };
        if (!beside) {
            whole.run();
        }
        double[] lambdas =
                beside ? solver.lambdas(problem, regularizer, path) : lambdas(Objects.requireNonNull(all.get()));
        var curves = Workers.run(
                folds,
                threads,
                beside ? whole : () -> {},
                fold -> curve(solver, problem, regularizer, lambdas, chosen, fold),
                done -> listener.finished(done + 1, folds + 1));
        return new CrossValidationFit(
                foldOfRow == null ? OptionalLong.of(seed) : OptionalLong.empty(),
                chosen,
                measure,
                Objects.requireNonNull(all.get()),
                curves);
    }

    private static double[] lambdas(PathFit fits) {
        double[] lambdas = new double[fits.size()];
        Arrays.setAll(lambdas, fits::lambda);
        return lambdas;
    }

    private FoldCurve curve(
            Solver solver, Problem problem, Regularizer regularizer, double[] lambdas, Folds chosen, int fold) {
        Problem validation = problem.selectRows(chosen.validation(fold));
        PathFit fits = solver.path(problem.selectRows(chosen.training(fold)), regularizer, LambdaPath.of(lambdas));
        double[] values = new double[lambdas.length];
        // A very short grid may name a λ twice, but a path has it once.
        for (int k = 0, point = 0; k < values.length; k++) {
            point += lambdas[k] == fits.lambda(point) ? 0 : 1;
            values[k] = measure.value(validation, fits.fit(point).scores(validation.features()));
        }
        return new FoldCurve(values, validation.totalWeight(), fits.converged());
    }
}
