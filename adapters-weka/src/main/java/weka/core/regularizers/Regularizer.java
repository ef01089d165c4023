package weka.core.regularizers;

import java.io.Serializable;
import org.ridgeline.Regularizers;
import weka.core.OptionHandler;

/**
 * The settings of a regularizer as a Weka bean. Its setters take any value, as the object editor calls them at every
 * keystroke; {@code setOptions} and {@link #toRegularizer(Regularizers)} check.
 */
public interface Regularizer extends OptionHandler, Serializable {

    /**
     * The regularizer of these settings.
     *
     * @param known the regularizers that can be had by name
     * @return an immutable regularizer
     * @throws IllegalArgumentException if a setting is wrong: what was wanted, what was found, what there is to choose from
     */
    org.ridgeline.Regularizer toRegularizer(Regularizers known);
}
