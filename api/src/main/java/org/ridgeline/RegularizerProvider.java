package org.ridgeline;

import java.util.List;

/**
 * Announces one kind of regularizer: its name, what it does and the parameters it takes. Found by {@link
 * java.util.ServiceLoader}; the class has a public constructor without arguments and is named in {@code
 * META-INF/services/org.ridgeline.RegularizerProvider}.
 */
public interface RegularizerProvider {

    /** {@return the name in the text form: lower-case letters, digits and single hyphens, such as {@code elastic-net}} */
    String name();

    /** {@return one sentence for help and dialogs: the formula and what it is good for} */
    String summary();

    /** {@return the parameters, in the order in which the text form writes them} */
    List<Parameter> parameters();

    /**
     * Makes a regularizer.
     *
     * @param arguments a value for each of {@link #parameters()}, checked and with defaults filled in
     * @return the regularizer
     * @throws IllegalArgumentException if arguments that are each valid do not go together
     */
    Regularizer create(Arguments arguments);
}
