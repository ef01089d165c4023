package org.ridgeline.dl4j;

import java.util.concurrent.CancellationException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Full-batch steps of a network with a proximal penalty until it stands still. Between two steps the parameters are carried
 * on in the direction in which they moved, and that starts anew when it leads uphill.
 *
 * <p>Sources: Beck and Teboulle, "A fast iterative shrinkage-thresholding algorithm", SIAM J. Imaging Sciences 2 (2009);
 * O'Donoghue and Candès, "Adaptive restart for accelerated gradient schemes", Found. Comput. Math. 15 (2015).
 */
final class AcceleratedTraining {

    private final MultiLayerNetwork network;
    private final INDArray features;
    private final INDArray labels;
    private int iterations;
    private double residual = Double.POSITIVE_INFINITY;

    AcceleratedTraining(MultiLayerNetwork network, INDArray features, INDArray labels) {
        this.network = network;
        this.features = features;
        this.labels = labels;
    }

    /** The number of steps taken. */
    int iterations() {
        return iterations;
    }

    /** The largest change of a parameter in the last step, relative to the largest parameter. */
    double residual() {
        return residual;
    }

    /**
     * Trains until the residual is down to a tolerance.
     *
     * @param start parameters to start from
     * @return the parameters after the last step, which the network has then
     */
    double[] run(double[] start, double tolerance, int maxIterations) {
        int size = start.length;
        FlatArray parameters = FlatArray.of(network.params());
        double[] from = start.clone();
        double[] last = start;
        double momentum = 1;
        while (residual > tolerance && iterations < maxIterations) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("training was interrupted after " + iterations + " steps");
            }
            parameters.write(0, from, 0, size);
            parameters.flush();
            network.fit(features, labels);
            iterations++;
            double[] now = new double[size];
            FlatArray.of(network.params()).read(0, now, 0, size);

            double change = 0;
            double largest = 0;
            double uphill = 0;
            for (int i = 0; i < size; i++) {
                change = Math.max(change, Math.abs(now[i] - from[i]));
                largest = Math.max(largest, Math.abs(now[i]));
                uphill += (from[i] - now[i]) * (now[i] - last[i]);
            }
            residual = change == 0 ? 0 : change / largest;
            double next = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double carry = uphill > 0 ? 0 : (momentum - 1) / next;
            momentum = next;
            for (int i = 0; i < size; i++) {
                from[i] = now[i] + carry * (now[i] - last[i]);
            }
            last = now;
        }
        return last;
    }
}
