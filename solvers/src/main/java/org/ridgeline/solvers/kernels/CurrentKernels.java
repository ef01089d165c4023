package org.ridgeline.solvers.kernels;

import java.io.IOException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Holds the kernels in use: a constant to the compiler, which can then inline them. */
final class CurrentKernels {

    static final Kernels INSTANCE = find(Kernels.class.getClassLoader());

    private CurrentKernels() {}

    static Kernels find(ClassLoader loader) {
        Iterator<Kernels> candidates = ServiceLoader.load(Kernels.class, loader).iterator();
        while (true) {
            try {
                return candidates.hasNext() ? candidates.next() : Kernels.plain();
            } catch (ServiceConfigurationError | LinkageError e) {
                System.getLogger(Kernels.class.getName())
                        .log(
                                System.Logger.Level.INFO,
                                "kernels were found, but not used as they could not be made: " + reason(e));
                if (e.getCause() instanceof IOException) {
                    // What cannot be read at all fails again and again; after any other error the iterator has moved
                    // on.
                    return Kernels.plain();
                }
            }
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == e ? e.toString() : e + " (" + root + ")";
    }
}
