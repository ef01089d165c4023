package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.solvers.Certificate;
import org.ridgeline.solvers.Fit;
import org.tribuo.Model;

/**
 * What is known of a fit. It is kept in the provenance of the model, under {@value #KEY} in the instance values, and so it
 * is still there when the model has been saved and loaded.
 *
 * @param regularizer the text form of the penalty, with the λ that was found where λ was to be found
 * @param lambda λ of that penalty
 * @param grouping what the weights were grouped by; {@value #NO_GROUPS} for a penalty that does not look at groups
 * @param nonzeros how many weights are not exactly zero
 * @param objective loss plus penalty
 * @param loss the mean or summed loss, as was asked for
 * @param penalty R(w) of the weights, on the scale on which they are penalised
 * @param certificate how far from the optimum the fit may be
 * @param iterations how many iterations the last fit took
 * @param converged whether the certificate is within the tolerance that was asked for
 */
public record FitSummary(
        String regularizer,
        double lambda,
        String grouping,
        int nonzeros,
        double objective,
        double loss,
        double penalty,
        Certificate certificate,
        int iterations,
        boolean converged) {

    /** The key of the instance values: a map from the name of each fit to a map of what is known of it. */
    public static final String KEY = "ridgeline-fits";

    /** The grouping of a penalty that treats each weight alone. */
    public static final String NO_GROUPS = "none";

    private static final String REGULARIZER = "regularizer";
    private static final String LAMBDA = "lambda";
    private static final String GROUPING = "grouping";
    private static final String NONZEROS = "nonzeros";
    private static final String OBJECTIVE = "objective";
    private static final String LOSS = "loss";
    private static final String PENALTY = "penalty";
    private static final String CERTIFICATE = "certificate";
    private static final String CERTIFICATE_VALUE = "certificate-value";
    private static final String RESIDUAL = "residual";
    private static final String ITERATIONS = "iterations";
    private static final String CONVERGED = "converged";

    /**
     * Reads what is known of the fits of a model.
     *
     * @param model a model of one of our trainers, perhaps a loaded one
     * @return for each fit what is known, in the order of their names, not modifiable: by the name of the dimension or label, for two
     *     classes by the label that sorts last, and by {@code all} for a fit of all outputs together. A label of which a multilabel
     *     trainer has seen no example, or no other, has no fit
     * @throws IllegalArgumentException if no trainer of ours made the model
     */
    public static SortedMap<String, FitSummary> of(Model<?> model) {
        SortedMap<String, FitSummary> summaries = new TreeMap<>();
        FitProvenance.of(model, KEY).forEach((name, values) -> summaries.put(name, read(values)));
        return Collections.unmodifiableSortedMap(summaries);
    }

    static FitSummary of(Fit fit, String grouping) {
        return new FitSummary(
                fit.regularizer().toString(),
                fit.regularizer().lambda(),
                grouping,
                fit.nonzeros(),
                fit.objective(),
                fit.loss(),
                fit.penalty(),
                fit.certificate(),
                fit.iterations(),
                fit.converged());
    }

    MapProvenance<Provenance> toProvenance() {
        return new FitProvenance()
                .put(REGULARIZER, regularizer)
                .put(LAMBDA, lambda)
                .put(GROUPING, grouping)
                .put(NONZEROS, nonzeros)
                .put(OBJECTIVE, objective)
                .put(LOSS, loss)
                .put(PENALTY, penalty)
                .put(CERTIFICATE, certificate.kind().name())
                .put(CERTIFICATE_VALUE, certificate.value())
                .put(RESIDUAL, certificate.residual())
                .put(ITERATIONS, iterations)
                .put(CONVERGED, converged)
                .toMap();
    }

    private static FitSummary read(FitProvenance.Values values) {
        return new FitSummary(
                values.read(REGULARIZER, String.class),
                values.read(LAMBDA, Double.class),
                values.read(GROUPING, String.class),
                values.read(NONZEROS, Integer.class),
                values.read(OBJECTIVE, Double.class),
                values.read(LOSS, Double.class),
                values.read(PENALTY, Double.class),
                new Certificate(
                        Certificate.Kind.valueOf(values.read(CERTIFICATE, String.class)),
                        values.read(CERTIFICATE_VALUE, Double.class),
                        values.read(RESIDUAL, Double.class)),
                values.read(ITERATIONS, Integer.class),
                values.read(CONVERGED, Boolean.class));
    }
}
