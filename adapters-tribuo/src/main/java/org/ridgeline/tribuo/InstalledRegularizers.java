package org.ridgeline.tribuo;

import java.util.Map;
import java.util.logging.Logger;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;

/** The regularizers that there are where this library is and, for the penalties of others, where the application's classes are. */
public final class InstalledRegularizers {

    private static final Logger LOGGER = Logger.getLogger(InstalledRegularizers.class.getName());

    private InstalledRegularizers() {}

    /**
     * Finds them, with the class loader of this library and that of the thread. One that cannot be used is logged as a warning.
     *
     * @return what there is
     */
    public static Regularizers load() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        Regularizers regularizers = context == null ? Regularizers.load() : Regularizers.load(context);
        regularizers.problems().forEach(problem -> LOGGER.warning("A regularizer cannot be used: " + problem));
        return regularizers;
    }

    /**
     * The regularizer of a text form.
     *
     * @param text such as {@code l1(lambda=0.1)}
     * @return the regularizer
     * @throws IllegalArgumentException if the text is malformed or there is no such regularizer
     */
    public static Regularizer parse(String text) {
        return load().parse(text);
    }

    /**
     * The regularizer of a text form, or of a name and parameters.
     *
     * @param text the text form, or the name alone if there are parameters
     * @param parameters by name; those that are not given have their defaults
     * @return the regularizer
     * @throws IllegalArgumentException if one is wrong, or the text has parameters of its own
     */
    public static Regularizer read(String text, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return parse(text);
        }
        if (text.contains("(")) {
            throw new IllegalArgumentException("wanted the name of a regularizer alone beside the parameters "
                    + parameters + ", or a text form and no parameters, but found '" + text + "'");
        }
        return load().create(text.strip(), parameters);
    }
}
