package org.ridgeline.tribuo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.PathFit;
import org.tribuo.Dataset;
import org.tribuo.Output;
import org.tribuo.common.sgd.AbstractLinearSGDModel;

/**
 * The models of a path of λ. Kept are the nonzero weights only; a model is made when it is asked for.
 *
 * @param <T> the type of the outputs
 * @param <M> the type of the models
 */
public final class ModelPath<T extends Output<T>, M extends AbstractLinearSGDModel<T>> {

    private final Training<T, M> training;
    private final double[] lambdas;
    private final Map<String, PathFit> fits;

    ModelPath(Training<T, M> training, double[] lambdas, Map<String, PathFit> fits) {
        this.training = training;
        this.lambdas = lambdas;
        this.fits = fits;
    }

    /**
     * How many λ there are.
     *
     * @return at least 1
     */
    public int size() {
        return lambdas.length;
    }

    /**
     * One of the λ.
     *
     * @param k which, from 0 for the largest
     * @return its value
     */
    public double lambda(int k) {
        return lambdas[k];
    }

    /**
     * How many weights are not exactly zero.
     *
     * @param k which λ, from 0 for the largest
     * @return their number, over all outputs
     */
    public int nonzeros(int k) {
        return fits.values().stream().mapToInt(fit -> fit.nonzeros(k)).sum();
    }

    /**
     * Whether every fit reached the tolerance that was asked for.
     *
     * @return false if one did not
     */
    public boolean converged() {
        return fits.values().stream().allMatch(PathFit::converged);
    }

    /**
     * What is known of the fits of one λ.
     *
     * @param k which λ, from 0 for the largest
     * @return by the names of the fits, as {@link FitSummary#of(org.tribuo.Model)} gives them; not modifiable
     */
    public SortedMap<String, FitSummary> fits(int k) {
        SortedMap<String, FitSummary> summaries = new TreeMap<>();
        fits.forEach((name, path) -> summaries.put(name, training.summary(path.fit(k))));
        return Collections.unmodifiableSortedMap(summaries);
    }

    /**
     * The model of one λ. Its provenance is that of a trainer with this λ, which trained on the same data makes the same model to within the
     * tolerance.
     *
     * @param k which λ, from 0 for the largest
     * @return a new model
     */
    public M model(int k) {
        Map<String, Fit> chosen = new LinkedHashMap<>();
        fits.forEach((name, path) -> chosen.put(name, path.fit(k)));
        return training.model(lambdas[k], chosen);
    }

    /** What the models predict of other examples of the same domain, without making the models. */
    PathPredictions<T> predictions(Dataset<T> examples) {
        return new PathPredictions<>(fits.values(), training.ofScores(), training.scores(), examples);
    }

    @Override
    public String toString() {
        return size() + " models from lambda " + lambda(0) + " to " + lambda(size() - 1)
                + (converged() ? "" : ", NOT ALL CONVERGED");
    }
}
