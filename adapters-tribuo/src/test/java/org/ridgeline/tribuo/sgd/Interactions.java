package org.ridgeline.tribuo.sgd;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Users who like items, at some hour that does not matter: what factorization machines are for. */
final class Interactions {

    static final int USERS = 20;
    static final int ITEMS = 15;
    static final int HOURS = 10;

    private Interactions() {}

    /** By user and item. */
    private static double[][] tastes() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] users = new double[USERS][2];
        double[][] items = new double[ITEMS][2];
        for (double[][] side : new double[][][] {users, items}) {
            for (double[] factors : side) {
                for (int f = 0; f < factors.length; f++) {
                    factors[f] = random.nextGaussian();
                }
            }
        }
        double[][] tastes = new double[USERS][ITEMS];
        for (int u = 0; u < USERS; u++) {
            for (int i = 0; i < ITEMS; i++) {
                tastes[u][i] = users[u][0] * items[i][0] + users[u][1] * items[i][1];
            }
        }
        return tastes;
    }

    @FunctionalInterface
    private interface OfTaste<T> {
        T output(double noisyTaste);
    }

    private static <T extends Output<T>> MutableDataset<T> dataset(
            long seed, int size, OutputFactory<T> factory, OfTaste<T> output) {
        double[][] tastes = tastes();
        SplittableRandom random = new SplittableRandom(seed);
        MutableDataset<T> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("made in a test", factory), factory);
        // All features, so that every dataset has the same.
        for (int n = 0; n < size; n++) {
            int user = n < USERS ? n : random.nextInt(USERS);
            int item = n < ITEMS ? n : random.nextInt(ITEMS);
            int hour = n < HOURS ? n : random.nextInt(HOURS);
            ArrayExample<T> example =
                    new ArrayExample<>(output.output(tastes[user][item] + 0.3 * random.nextGaussian()));
            example.add(String.format("user@%02d", user), 1);
            example.add(String.format("item@%02d", item), 1);
            example.add(String.format("hour@%02d", hour), 1);
            data.add(example);
        }
        return data;
    }

    static MutableDataset<Regressor> ratings(long seed, int size) {
        return dataset(seed, size, new RegressionFactory(), taste -> new Regressor("rating", taste));
    }

    static MutableDataset<Label> likes(long seed, int size) {
        return dataset(seed, size, new LabelFactory(), taste -> new Label(taste > 0 ? "likes" : "not"));
    }

    static MutableDataset<MultiLabel> reactions(long seed, int size) {
        return dataset(
                seed,
                size,
                new MultiLabelFactory(),
                taste -> new MultiLabel(Stream.of(taste > 0 ? "likes" : "not", taste > 1 ? "loves" : "not quite")
                        .map(Label::new)
                        .collect(Collectors.toSet())));
    }
}
