package org.ridgeline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Made data in Weka's form: correlated numeric attributes, of which a tenth have an effect. */
final class WekaProblem {

    private static final long SEED = 1;

    private WekaProblem() {}

    /**
     * The same data for the same size.
     *
     * @param label whether the class is a label, which the attributes give away in about four of five cases, or a number
     */
    static Instances make(int rows, int attributes, boolean label) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] effects = new double[attributes];
        for (int j = 0; j < attributes; j += 10) {
            effects[j] = random.nextGaussian();
        }
        double spread = Math.sqrt(Math.max(1, attributes / 10));
        ArrayList<Attribute> header = new ArrayList<>();
        for (int j = 0; j < attributes; j++) {
            header.add(new Attribute("x" + j));
        }
        header.add(label ? new Attribute("y", List.of("no", "yes")) : new Attribute("y"));
        Instances data = new Instances("made", header, rows);
        data.setClassIndex(attributes);
        for (int i = 0; i < rows; i++) {
            double[] values = new double[attributes + 1];
            double score = 0;
            double common = random.nextGaussian();
            for (int j = 0; j < attributes; j++) {
                values[j] = random.nextGaussian() + 0.5 * common;
                score += effects[j] * values[j];
            }
            double noisy = 2 * score / spread + random.nextGaussian();
            values[attributes] = label ? (noisy > 0 ? 1 : 0) : noisy;
            data.add(new DenseInstance(1, values));
        }
        return data;
    }
}
