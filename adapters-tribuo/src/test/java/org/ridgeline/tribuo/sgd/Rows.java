package org.ridgeline.tribuo.sgd;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/**
 * Random rows, of which the first features matter and the others do not, as Tribuo's datasets. What is 0 is left out of an
 * example, which makes it sparse.
 *
 * @param values by row
 * @param scores for each row and output what the features say, without noise
 */
record Rows(double[][] values, double[][] scores) {

    private static final int USEFUL = 4;

    /** Rows with a share of entries that are not 0. */
    static Rows random(long seed, int rows, int features, int outputs, double density) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] weights = new double[outputs][USEFUL];
        for (double[] output : weights) {
            for (int j = 0; j < USEFUL; j++) {
                output[j] = 2 * random.nextGaussian();
            }
        }
        double[][] values = new double[rows][features];
        double[][] scores = new double[rows][outputs];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < features; j++) {
                values[i][j] = random.nextDouble() < density ? random.nextGaussian() : 0;
            }
            // A row without a feature is none for Tribuo.
            values[i][features - 1] = 1 + random.nextDouble();
            for (int k = 0; k < outputs; k++) {
                for (int j = 0; j < USEFUL; j++) {
                    scores[i][k] += weights[k][j] * values[i][j];
                }
            }
        }
        return new Rows(values, scores);
    }

    int features() {
        return values[0].length;
    }

    /** Names in the order of Tribuo's ids; two neighbours each are of one field. */
    List<String> names() {
        return IntStream.range(0, features())
                .mapToObj(j -> String.format(Locale.ROOT, "f%04d@%d", j / 2, j % 2))
                .toList();
    }

    /** Labels {@code c0}, {@code c1}, … drawn from the softmax of the scores. */
    MutableDataset<Label> labelled(long seed) {
        String[] labels = labels(seed);
        return dataset(new LabelFactory(), i -> new Label(labels[i]));
    }

    private String[] labels(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] labels = new String[values.length];
        for (int i = 0; i < labels.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < scores[i].length; k++) {
                double noisy = scores[i][k] - Math.log(-Math.log(random.nextDouble()));
                if (noisy > best) {
                    best = noisy;
                    labels[i] = "c" + k;
                }
            }
        }
        return labels;
    }

    /** Targets {@code y0}, {@code y1}, … with noise of deviation ½. */
    MutableDataset<Regressor> regression(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] names =
                IntStream.range(0, scores[0].length).mapToObj(k -> "y" + k).toArray(String[]::new);
        return dataset(new RegressionFactory(), i -> {
            double[] targets = scores[i].clone();
            for (int k = 0; k < targets.length; k++) {
                targets[k] += 1 + random.nextGaussian() / 2;
            }
            return new Regressor(names, targets);
        });
    }

    /** For each output {@code l0}, {@code l1}, … whether its noisy score is above 0. */
    MutableDataset<MultiLabel> multiLabelled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return dataset(
                new MultiLabelFactory(),
                i -> new MultiLabel(IntStream.range(0, scores[i].length)
                        .filter(k -> scores[i][k] + random.nextGaussian() > 0)
                        .mapToObj(k -> new Label("l" + k))
                        .collect(Collectors.toSet())));
    }

    <T extends Output<T>> MutableDataset<T> dataset(OutputFactory<T> factory, IntFunction<T> output) {
        MutableDataset<T> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("made in a test", factory), factory);
        List<String> names = names();
        for (int i = 0; i < values.length; i++) {
            ArrayExample<T> example = new ArrayExample<>(output.apply(i));
            for (int j = 0; j < names.size(); j++) {
                if (values[i][j] != 0) {
                    example.add(names.get(j), values[i][j]);
                }
            }
            dataset.add(example);
        }
        return dataset;
    }
}
