package org.ridgeline.tribuo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Small random data sets in which some features matter and others do not. Two of the fields have three features each. */
final class Toys {

    static final List<String> NAMES = List.of("a@1", "a@2", "a@3", "b@1", "b@2", "b@3", "c@1");

    private static final double[] WEIGHTS = {2, -1, 1, 0, 0, 0, 0.5};

    private Toys() {}

    static double[][] rows(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[n][NAMES.size()];
        for (double[] row : rows) {
            Arrays.setAll(row, j -> random.nextInt(4) == 0 ? 0 : random.nextDouble(-1, 1));
            row[6] = 1 + random.nextDouble();
        }
        return rows;
    }

    static double[] targets(long seed, double[][] rows) {
        SplittableRandom random = new SplittableRandom(~seed);
        return Arrays.stream(rows)
                .mapToDouble(row -> 3
                        + IntStream.range(0, row.length)
                                .mapToDouble(j -> WEIGHTS[j] * row[j])
                                .sum()
                        + random.nextDouble(-1, 1))
                .toArray();
    }

    static MutableDataset<Regressor> regression(long seed, int n) {
        double[][] rows = rows(seed, n);
        return Examples.regression(NAMES, rows, targets(seed, rows));
    }

    /** With the dimensions {@code y} and {@code -2y + noise}. */
    static MutableDataset<Regressor> twoDimensions(long seed, int n) {
        double[][] rows = rows(seed, n);
        double[] y = targets(seed, rows);
        double[] z = targets(seed + 1, rows);
        return Examples.dataset(
                new RegressionFactory(),
                NAMES,
                rows,
                i -> new Regressor(new String[] {"y", "other"}, new double[] {y[i], -2 * z[i]}));
    }

    static MutableDataset<Label> classification(long seed, int n) {
        double[][] rows = rows(seed, n);
        String[] labels = Arrays.stream(targets(seed, rows))
                .mapToObj(y -> y > 3.7 ? "high" : "low")
                .toArray(String[]::new);
        return Examples.classification(NAMES, rows, labels);
    }

    /** With the classes {@code high}, {@code low} and {@code other}. */
    static MutableDataset<Label> severalClasses(long seed, int n) {
        double[][] rows = rows(seed, n);
        double[] y = targets(seed, rows);
        return Examples.dataset(
                new LabelFactory(),
                NAMES,
                rows,
                i -> new Label(rows[i][1] > 0.4 ? "other" : y[i] > 3.7 ? "high" : "low"));
    }

    /** With the labels {@code high} and {@code other}, of which an example has one, both or none. */
    static MutableDataset<MultiLabel> severalLabels(long seed, int n) {
        double[][] rows = rows(seed, n);
        double[] y = targets(seed, rows);
        return Examples.dataset(new MultiLabelFactory(), NAMES, rows, i -> {
            Set<Label> labels = new HashSet<>();
            if (y[i] > 3.7) {
                labels.add(new Label("high"));
            }
            if (rows[i][1] > 0.2) {
                labels.add(new Label("other"));
            }
            return new MultiLabel(labels);
        });
    }
}
