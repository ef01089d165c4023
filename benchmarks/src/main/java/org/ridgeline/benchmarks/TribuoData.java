package org.ridgeline.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Makes Tribuo's datasets from benchmark problems. The features are named in the order of the columns; what is 0 is left out. */
final class TribuoData {

    private TribuoData() {}

    static MutableDataset<Regressor> regression(BenchmarkProblem problem) {
        return dataset(problem, new RegressionFactory(), i -> new Regressor("y", problem.target()[i]));
    }

    static MutableDataset<Label> classification(BenchmarkProblem problem) {
        return dataset(problem, new LabelFactory(), i -> new Label(problem.target()[i] > 0 ? "1" : "0"));
    }

    private static <T extends Output<T>> MutableDataset<T> dataset(
            BenchmarkProblem problem, OutputFactory<T> factory, IntFunction<T> output) {
        int n = problem.features().rows();
        int p = problem.features().columns();
        String[] names = new String[p];
        Arrays.setAll(names, TribuoData::name);
        MutableDataset<T> data = new MutableDataset<>(new SimpleDataSourceProvenance("benchmark", factory), factory);
        int[] counts = new int[n];
        double[] column = new double[n];
        for (int j = 0; j < p; j++) {
            problem.features().copyColumn(j, column);
            for (int i = 0; i < n; i++) {
                counts[i] += column[i] == 0 ? 0 : 1;
            }
        }
        String[][] present = new String[n][];
        double[][] values = new double[n][];
        for (int i = 0; i < n; i++) {
            present[i] = new String[counts[i]];
            values[i] = new double[counts[i]];
        }
        Arrays.fill(counts, 0);
        for (int j = 0; j < p; j++) {
            problem.features().copyColumn(j, column);
            for (int i = 0; i < n; i++) {
                if (column[i] != 0) {
                    present[i][counts[i]] = names[j];
                    values[i][counts[i]++] = column[i];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            data.add(new ArrayExample<>(output.apply(i), present[i], values[i]));
        }
        return data;
    }

    private static String name(int column) {
        return String.format(Locale.ROOT, "x%07d", column);
    }

    /** Which column a feature is. */
    static int column(String name) {
        return Integer.parseInt(name.substring(1));
    }
}
