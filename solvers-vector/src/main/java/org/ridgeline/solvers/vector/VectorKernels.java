package org.ridgeline.solvers.vector;

import org.ridgeline.solvers.kernels.Kernels;

/**
 * Kernels that say outright what the processor's vector units shall do. They use only what the Vector API of JDK 17 has in common
 * with that of JDK 25, so one class file serves both.
 *
 * @implNote This class itself does without the incubator module, so that it can be loaded and say what is missing.
 */
public final class VectorKernels implements Kernels {

    private static final String MODULE = "jdk.incubator.vector";

    /**
     * Checks that there are vectors to calculate with.
     *
     * @throws UnsupportedOperationException if Java was started without the incubator module, or has no vectors of doubles on
     *     this processor
     */
    public VectorKernels() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new UnsupportedOperationException("the vector kernels need java --add-modules " + MODULE);
        }
        if (Lanes.COUNT < 2) {
            throw new UnsupportedOperationException(
                    "the vector kernels need vectors of at least 2 doubles, but here they have " + Lanes.COUNT);
        }
    }

    @Override
    public double dot(double[] x, double[] y, int length) {
        return Products.dot(x, y, length);
    }

    @Override
    public void dots(double[][] columns, int[] selected, int count, double[] vector, int length, double[] target) {
        Products.dots(columns, selected, count, vector, length, target);
    }

    @Override
    public void addProducts(double[][] panel, int height, double[][] target, int from, int to) {
        Panels.addProducts(panel, height, target, from, to);
    }

    @Override
    public String toString() {
        return "vectors of " + Lanes.COUNT + " doubles";
    }
}
