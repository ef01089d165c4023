package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.FloatProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;

/**
 * The property of a trainer that holds λ.
 *
 * @param path its name, after those of the components that it is in
 * @param regularizer what its text form says, or null if it is a number
 * @param inverse whether the number is 1/λ
 */
record LambdaProperty(String path, @Nullable Regularizer regularizer, boolean inverse) {

    /**
     * Looks a property up.
     *
     * @throws IllegalArgumentException if there is none, or it holds no λ
     */
    static LambdaProperty of(TrainerConfiguration configuration, String path, boolean inverse) {
        Provenance value = configuration.value(path);
        if (isReal(value)) {
            return new LambdaProperty(path, null, inverse);
        }
        String wanted = "wanted a real number or the text form of a regularizer, but '" + path + "' of "
                + configuration.className() + " is '" + value + "'";
        String choice = "; there are " + configuration.candidates();
        if (!(value instanceof StringProvenance text)) {
            throw new IllegalArgumentException(wanted + choice);
        }
        try {
            Regularizer regularizer = InstalledRegularizers.parse(text.getValue());
            requireSearchable(regularizer, inverse);
            return new LambdaProperty(path, regularizer, false);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wanted + " (" + e.getMessage() + ")" + choice, e);
        }
    }

    static void requireSearchable(Regularizer regularizer, boolean inverse) {
        RegularizedTrainer.requireFixed(regularizer, "to be searched");
        if (inverse) {
            throw new IllegalArgumentException("a regularizer such as " + regularizer + " has no inverse of lambda");
        }
    }

    static boolean isReal(Provenance value) {
        return value instanceof DoubleProvenance || value instanceof FloatProvenance;
    }

    /** What is written into the property for a λ. */
    String value(double lambda) {
        if (regularizer != null) {
            return regularizer.withLambda(lambda).toString();
        }
        return Double.toString(inverse ? 1 / lambda : lambda);
    }
}
