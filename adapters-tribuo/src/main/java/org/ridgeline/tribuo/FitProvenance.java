package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.MapProvenance;
import com.oracle.labs.mlrg.olcut.provenance.PrimitiveProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.BooleanProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.LongProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tribuo.Model;

/**
 * A map of named values in the provenance of a model. Only types of the JDK and of OLCUT are in it, so that a model is loaded where there is
 * no Ridgeline: an enum is written by its name.
 */
final class FitProvenance {

    private final Map<String, Provenance> values = new LinkedHashMap<>();

    FitProvenance put(String key, String value) {
        values.put(key, new StringProvenance(key, value));
        return this;
    }

    FitProvenance put(String key, double value) {
        values.put(key, new DoubleProvenance(key, value));
        return this;
    }

    FitProvenance put(String key, int value) {
        values.put(key, new IntProvenance(key, value));
        return this;
    }

    FitProvenance put(String key, long value) {
        values.put(key, new LongProvenance(key, value));
        return this;
    }

    FitProvenance put(String key, boolean value) {
        values.put(key, new BooleanProvenance(key, value));
        return this;
    }

    FitProvenance put(String key, double[] numbers) {
        values.put(
                key,
                new ListProvenance<>(Arrays.stream(numbers)
                        .mapToObj(number -> new DoubleProvenance(key, number))
                        .toList()));
        return this;
    }

    MapProvenance<Provenance> toMap() {
        return new MapProvenance<>(values);
    }

    /**
     * The maps that a model keeps under a key of its instance values, by their names.
     *
     * @throws IllegalArgumentException if it has none
     */
    static Map<String, Values> of(Model<?> model, String key) {
        Provenance found =
                model.getProvenance().getInstanceProvenance().getMap().get(key);
        if (!(found instanceof MapProvenance<?> maps)) {
            throw new IllegalArgumentException("wanted a model with '" + key + "' in its provenance, but '"
                    + model.getName() + "' was made by "
                    + model.getProvenance().getTrainerProvenance().getClassName());
        }
        Map<String, Values> all = new LinkedHashMap<>();
        maps.getMap().forEach((name, values) -> all.put(name, new Values(key, ((MapProvenance<?>) values).getMap())));
        return all;
    }

    /** Reads the values of a map that {@link FitProvenance} wrote. */
    record Values(String key, Map<String, ? extends Provenance> values) {

        <V> V read(String name, Class<V> type) {
            @Nullable Provenance provenance = values.get(name);
            if (provenance instanceof PrimitiveProvenance<?> primitive && type.isInstance(primitive.getValue())) {
                return type.cast(primitive.getValue());
            }
            throw wrong(type.getSimpleName(), name, provenance);
        }

        double[] readNumbers(String name) {
            @Nullable Provenance provenance = values.get(name);
            if (!(provenance instanceof ListProvenance<?> list)) {
                throw wrong("list of numbers", name, provenance);
            }
            List<Double> numbers = new ArrayList<>();
            for (Object element : list.getList()) {
                if (!(element instanceof DoubleProvenance number)) {
                    throw wrong("list of numbers", name, provenance);
                }
                numbers.add(number.getValue());
            }
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private IllegalArgumentException wrong(String wanted, String name, @Nullable Provenance found) {
            return new IllegalArgumentException("wanted a " + wanted + " '" + name + "' under '" + key
                    + "' in the provenance of the model, but found " + found);
        }
    }
}
