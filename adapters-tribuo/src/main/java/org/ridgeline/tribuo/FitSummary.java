package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.PrimitiveProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.BooleanProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.Certificate;
import org.ridgeline.solvers.Fit;
import org.tribuo.Model;

/**
 * What is known of a fit. It is kept in the provenance of the model, under {@value #KEY} in the instance values, and so it
 * is still there when the model has been saved and loaded.
 *
 * @param regularizer the text form of the penalty, with the λ that an adaptive one ended at
 * @param objective loss plus penalty
 * @param loss the mean or summed loss, as was asked for
 * @param penalty R(w) of the weights, on the scale on which they are penalised
 * @param certificate how far from the optimum the fit may be
 * @param iterations how many iterations the last fit took
 * @param converged whether the certificate is within the tolerance that was asked for
 */
public record FitSummary(
        String regularizer,
        double objective,
        double loss,
        double penalty,
        Certificate certificate,
        int iterations,
        boolean converged) {

    /** The key of the instance values: a map from the name of each output to a map of what is known of its fit. */
    public static final String KEY = "ridgeline-fits";

    private static final String REGULARIZER = "regularizer";
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
     * @return for each fitted output what is known: for a regression by the name of the dimension, for two classes by the
     *     label that sorts last; in the order of the names, not modifiable
     * @throws IllegalArgumentException if no trainer of ours made the model
     */
    public static SortedMap<String, FitSummary> of(Model<?> model) {
        Provenance fits = model.getProvenance().getInstanceProvenance().getMap().get(KEY);
        if (!(fits instanceof MapProvenance<?> outputs)) {
            throw new IllegalArgumentException("wanted a model with '" + KEY + "' in its provenance, but '"
                    + model.getName() + "' was made by "
                    + model.getProvenance().getTrainerProvenance().getClassName());
        }
        SortedMap<String, FitSummary> summaries = new TreeMap<>();
        outputs.getMap().forEach((output, values) -> summaries.put(output, read(((MapProvenance<?>) values).getMap())));
        return Collections.unmodifiableSortedMap(summaries);
    }

    static FitSummary of(Fit fit) {
        return new FitSummary(
                fit.regularizer().toString(),
                fit.objective(),
                fit.loss(),
                fit.penalty(),
                fit.certificate(),
                fit.iterations(),
                fit.converged());
    }

    MapProvenance<PrimitiveProvenance<?>> toProvenance() {
        Map<String, PrimitiveProvenance<?>> values = new LinkedHashMap<>();
        values.put(REGULARIZER, new StringProvenance(REGULARIZER, regularizer));
        values.put(OBJECTIVE, new DoubleProvenance(OBJECTIVE, objective));
        values.put(LOSS, new DoubleProvenance(LOSS, loss));
        values.put(PENALTY, new DoubleProvenance(PENALTY, penalty));
        // By name, as an enum in a provenance would need its class when the model is loaded.
        values.put(
                CERTIFICATE,
                new StringProvenance(CERTIFICATE, certificate.kind().name()));
        values.put(CERTIFICATE_VALUE, new DoubleProvenance(CERTIFICATE_VALUE, certificate.value()));
        values.put(RESIDUAL, new DoubleProvenance(RESIDUAL, certificate.residual()));
        values.put(ITERATIONS, new IntProvenance(ITERATIONS, iterations));
        values.put(CONVERGED, new BooleanProvenance(CONVERGED, converged));
        return new MapProvenance<>(values);
    }

    private static FitSummary read(Map<String, ? extends Provenance> values) {
        return new FitSummary(
                read(values, REGULARIZER, String.class),
                read(values, OBJECTIVE, Double.class),
                read(values, LOSS, Double.class),
                read(values, PENALTY, Double.class),
                new Certificate(
                        Certificate.Kind.valueOf(read(values, CERTIFICATE, String.class)),
                        read(values, CERTIFICATE_VALUE, Double.class),
                        read(values, RESIDUAL, Double.class)),
                read(values, ITERATIONS, Integer.class),
                read(values, CONVERGED, Boolean.class));
    }

    private static <V> V read(Map<String, ? extends Provenance> values, String key, Class<V> type) {
        @Nullable Provenance provenance = values.get(key);
        if (provenance instanceof PrimitiveProvenance<?> primitive && type.isInstance(primitive.getValue())) {
            return type.cast(primitive.getValue());
        }
        throw new IllegalArgumentException("wanted a " + type.getSimpleName() + " '" + key + "' under '" + KEY
                + "' in the provenance of the model, but found " + provenance);
    }
}
