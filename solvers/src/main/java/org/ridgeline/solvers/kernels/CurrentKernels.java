package org.ridgeline.solvers.kernels;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Holds the kernels in use: a constant to the compiler, which can then inline them. */
final class CurrentKernels {

    static final Kernels INSTANCE = find(Kernels.class.getClassLoader());

    private CurrentKernels() {}

    static Kernels find(ClassLoader loader) {
        Iterator<Kernels> candidates = ServiceLoader.load(Kernels.class, loader).iterator();
        String last = "";
        while (true) {
            try {
                return candidates.hasNext() ? candidates.next() : Kernels.plain();
            } catch (ServiceConfigurationError | LinkageError e) {
                String reason = reason(e);
                if (reason.equals(last)) {
                    // What cannot be listed at all fails again and again; after any other error the iterator has moved
                    // on.
                    return Kernels.plain();
                }
                last = reason;
                System.getLogger(Kernels.class.getName())
                        .log(System.Logger.Level.INFO, "kernels on the class path cannot be used: " + reason);
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
