package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.config.PropertyException;
import java.util.function.Supplier;
import org.ridgeline.solvers.Measures;

/** Reads the properties of a configured component. */
final class PropertyCheck {

    private final String component;

    /** For a component of that name in its configuration file. */
    PropertyCheck(String component) {
        this.component = component;
    }

    /** What is read from a property; if that refuses the value, an exception that names the property. */
    <V> V read(String property, Object value, Supplier<V> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new PropertyException(e, component, property, "cannot be '" + value + "'");
        }
    }

    /** The properties that say where λ comes from. */
    LambdaSelection readSelection(
            String lambdaSelection, int numLambdas, double lambdaRatio, int folds, String measure, int threads) {
        LambdaSelection fixed = LambdaSelection.fixed();
        LambdaSelection.Rule rule =
                read("lambdaSelection", lambdaSelection, () -> LambdaSelection.Rule.of(lambdaSelection));
        LambdaSelection ruled = fixed.withRule(rule).withMeasure(read("measure", measure, () -> Measures.of(measure)));
        LambdaSelection many = read("numLambdas", numLambdas, () -> ruled.withGrid(numLambdas, fixed.lambdaRatio()));
        LambdaSelection ranged = read("lambdaRatio", lambdaRatio, () -> many.withGrid(numLambdas, lambdaRatio));
        LambdaSelection folded = read("folds", folds, () -> ranged.withFolds(folds));
        return read("threads", threads, () -> folded.withThreads(threads));
    }
}
