package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.MeanCurve;
import org.ridgeline.solvers.Measure;
import org.tribuo.Model;

/**
 * What a cross-validation measured of each λ, and which it chose. It is kept in the provenance of the model, under {@value
 * #KEY} in the instance values.
 *
 * @param measure what was measured, the smaller the better
 * @param folds how many folds
 * @param seed by which examples were dealt out into folds
 * @param points one for each λ, largest first; not modifiable
 * @param best the index of the λ with the smallest mean
 * @param oneStandardError the index of the largest λ with a mean within one standard error of the smallest
 * @param chosen the index of the λ that the model was trained with
 */
public record LambdaCurve(
        String measure, int folds, long seed, List<Point> points, int best, int oneStandardError, int chosen) {

    /** The key of the instance values: a map from the name of each fit to its curve. */
    public static final String KEY = "ridgeline-lambda-curves";

    private static final String MEASURE = "measure";
    private static final String FOLDS = "folds";
    private static final String SEED = "seed";
    private static final String LAMBDAS = "lambdas";
    private static final String MEANS = "means";
    private static final String STANDARD_ERRORS = "standard-errors";
    private static final String BEST = "best";
    private static final String ONE_STANDARD_ERROR = "one-standard-error";
    private static final String CHOSEN = "chosen";

    /**
     * What was measured of one λ.
     *
     * @param lambda λ
     * @param mean the mean over the folds
     * @param standardError of the mean
     */
    public record Point(double lambda, double mean, double standardError) {}

    /**
     * Copies the points.
     *
     * @param measure what was measured
     * @param folds how many folds
     * @param seed of the folds
     * @param points one for each λ, largest first
     * @param best an index
     * @param oneStandardError an index
     * @param chosen an index
     */
    public LambdaCurve {
        points = List.copyOf(points);
    }

    /**
     * Reads the curves of a model whose λ was chosen by cross-validation.
     *
     * @param model a model, perhaps a loaded one
     * @return by the name of each fit, as in {@link FitSummary#of(Model)}, its curve; not modifiable
     * @throws IllegalArgumentException if the model has none
     */
    public static SortedMap<String, LambdaCurve> of(Model<?> model) {
        SortedMap<String, LambdaCurve> curves = new TreeMap<>();
        FitProvenance.of(model, KEY).forEach((name, values) -> curves.put(name, read(values)));
        return Collections.unmodifiableSortedMap(curves);
    }

    static LambdaCurve of(CrossValidationFit fit, int chosen) {
        double[] lambdas = new double[fit.size()];
        Arrays.setAll(lambdas, fit::lambda);
        return of(fit.measure(), fit.folds(), fit.seed().orElseThrow(), lambdas, fit.means(), chosen);
    }

    static LambdaCurve of(Measure measure, int folds, long seed, double[] lambdas, MeanCurve means, int chosen) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < lambdas.length; k++) {
            points.add(new Point(lambdas[k], means.mean(k), means.standardError(k)));
        }
        return new LambdaCurve(measure.toString(), folds, seed, points, means.best(), means.oneStandardError(), chosen);
    }

    MapProvenance<Provenance> toProvenance() {
        return new FitProvenance()
                .put(MEASURE, measure)
                .put(FOLDS, folds)
                .put(SEED, seed)
                .put(LAMBDAS, points.stream().mapToDouble(Point::lambda).toArray())
                .put(MEANS, points.stream().mapToDouble(Point::mean).toArray())
                .put(
                        STANDARD_ERRORS,
                        points.stream().mapToDouble(Point::standardError).toArray())
                .put(BEST, best)
                .put(ONE_STANDARD_ERROR, oneStandardError)
                .put(CHOSEN, chosen)
                .toMap();
    }

    private static LambdaCurve read(FitProvenance.Values values) {
        double[] lambdas = values.readNumbers(LAMBDAS);
        double[] means = values.readNumbers(MEANS);
        double[] standardErrors = values.readNumbers(STANDARD_ERRORS);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < lambdas.length; k++) {
            points.add(new Point(lambdas[k], means[k], standardErrors[k]));
        }
        return new LambdaCurve(
                values.read(MEASURE, String.class),
                values.read(FOLDS, Integer.class),
                values.read(SEED, Long.class),
                points,
                values.read(BEST, Integer.class),
                values.read(ONE_STANDARD_ERROR, Integer.class),
                values.read(CHOSEN, Integer.class));
    }
}
