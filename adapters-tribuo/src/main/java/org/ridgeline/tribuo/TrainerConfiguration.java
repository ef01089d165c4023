package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.config.ConfigurationData;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.config.property.SimpleProperty;
import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil.ProvenanceOrdering;
import com.oracle.labs.mlrg.olcut.provenance.impl.NullConfiguredProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tribuo.Trainer;

/**
 * The configuration of a trainer, and of the components in it, from which it can be copied with a property changed. A property in a component
 * is called by a path, such as {@code optimiser.lambda}; those in lists and maps of components cannot be. Immutable.
 */
final class TrainerConfiguration {

    /** What a property with the text form of a regularizer is called. */
    static final String REGULARIZER = "regularizer";

    private final ProvenanceOrdering ordering;
    /** By their paths. */
    private final TreeMap<String, Property> properties = new TreeMap<>();

    /** A property of a component, which is called by its place in the ordering. */
    private record Property(int component, String name, Provenance value) {}

    private TrainerConfiguration(ConfiguredObjectProvenance trainer) {
        this.ordering = ProvenanceUtil.orderProvenances(trainer);
        collect("", trainer);
    }

    private void collect(String prefix, ConfiguredObjectProvenance owner) {
        int component = Objects.requireNonNull(ordering.provenanceTracker.get(owner));
        for (Map.Entry<String, Provenance> entry :
                owner.getConfiguredParameters().entrySet()) {
            String path = prefix + entry.getKey();
            properties.put(path, new Property(component, entry.getKey(), entry.getValue()));
            if (entry.getValue() instanceof ConfiguredObjectProvenance inner
                    && !(inner instanceof NullConfiguredProvenance)) {
                collect(path + ".", inner);
            }
        }
    }

    /**
     * Reads the configuration of a trainer.
     *
     * @throws IllegalArgumentException if the trainer cannot be copied from it
     */
    static TrainerConfiguration of(Trainer<?> trainer) {
        TrainerConfiguration configuration = new TrainerConfiguration(trainer.getProvenance());
        configuration.copy(configuration.data());
        return configuration;
    }

    String className() {
        String name = ordering.traversalOrder.get(0).getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * The value of a property.
     *
     * @throws IllegalArgumentException if there is no such property
     */
    Provenance value(String path) {
        return property(path).value();
    }

    private Property property(String path) {
        Property found = properties.get(path);
        if (found == null) {
            throw new IllegalArgumentException("there is no property '" + path + "' in the configuration of "
                    + className() + "; there are " + candidates());
        }
        return found;
    }

    /** The paths of the properties that may hold λ: real numbers and text forms of regularizers. */
    List<String> candidates() {
        return properties.entrySet().stream()
                .filter(entry -> LambdaProperty.isReal(entry.getValue().value()) || isRegularizer(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isRegularizer(Property property) {
        if (!property.name().equals(REGULARIZER) || !(property.value() instanceof StringProvenance text)) {
            return false;
        }
        try {
            InstalledRegularizers.parse(text.getValue());
            return true;
        } catch (IllegalArgumentException e) {
            // A component of others, to which the word means something else.
            return false;
        }
    }

    /**
     * The path of the only regularizer that there is.
     *
     * @throws IllegalArgumentException if there is none or more than one
     */
    String findRegularizer() {
        List<String> found = properties.entrySet().stream()
                .filter(entry -> isRegularizer(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("wanted to find lambda in the one regularizer of " + className()
                    + ", but it has " + (found.isEmpty() ? "none" : found)
                    + ": say which 'property' holds lambda; there are "
                    + candidates());
        }
        return found.get(0);
    }

    /**
     * Checks that λ is not chosen within, where nobody would hear of it.
     *
     * @throws IllegalArgumentException if it is
     */
    void requireNoOtherSelection() {
        properties.forEach((path, property) -> {
            if (property.name().equals("lambdaSelection")
                    && !property.value().toString().equals(LambdaSelection.Rule.FIXED.toString())) {
                throw new IllegalArgumentException("wanted a trainer whose lambda is fixed, but '" + path + "' of "
                        + className() + " is '" + property.value() + "'");
            }
        });
    }

    /**
     * A new trainer with another value of a property.
     *
     * @throws IllegalArgumentException if the trainer does not take it
     */
    Trainer<?> copy(String path, String value) {
        Property property = property(path);
        List<ConfigurationData> data = data();
        data.get(property.component()).add(property.name(), new SimpleProperty(value));
        return copy(data);
    }

    private List<ConfigurationData> data() {
        return ProvenanceUtil.extractConfigurationFromOrdering(ordering);
    }

    private Trainer<?> copy(List<ConfigurationData> data) {
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(data);
            return (Trainer<?>) manager.lookup(data.get(0).getName());
        } catch (PropertyException e) {
            throw new IllegalArgumentException(
                    className() + " cannot be made from its configuration: " + e.getMessage(), e);
        }
    }
}
