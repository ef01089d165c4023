package org.ridgeline.tribuo;

import java.util.logging.Logger;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;

/**
 * The regularizers that can be named in a configuration. Public only for the packages of this adapter; others use {@link
 * Regularizers}.
 */
public final class InstalledRegularizers {

    private static final Logger LOGGER = Logger.getLogger(InstalledRegularizers.class.getName());

    private InstalledRegularizers() {}

    /**
     * Makes a regularizer from its text form. Looks where this library is and, for the penalties of others, where the
     * application's classes are: with the context class loader of the thread. A provider that cannot be used is logged.
     *
     * @param text such as {@code l1(lambda=0.1)}
     * @return the regularizer
     * @throws IllegalArgumentException if there is no such regularizer, with what there is to choose from
     */
    public static Regularizer parse(String text) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        Regularizers regularizers = context == null ? Regularizers.load() : Regularizers.load(context);
        regularizers.problems().forEach(problem -> LOGGER.warning("A regularizer cannot be used: " + problem));
        return regularizers.parse(text);
    }
}
