package org.ridgeline.tribuo;

import java.util.List;
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

/** Makes Tribuo's datasets from arrays. */
final class Examples {

    private Examples() {}

    static MutableDataset<Regressor> regression(List<String> names, double[][] rows, double[] targets) {
        return dataset(new RegressionFactory(), names, rows, i -> new Regressor("y", targets[i]));
    }

    static MutableDataset<Label> classification(List<String> names, double[][] rows, String[] labels) {
        return dataset(new LabelFactory(), names, rows, i -> new Label(labels[i]));
    }

    /** What is 0 is left out, as is usual in Tribuo. */
    static <T extends Output<T>> MutableDataset<T> dataset(
            OutputFactory<T> factory, List<String> names, double[][] rows, IntFunction<T> output) {
        MutableDataset<T> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("made in a test", factory), factory);
        for (int i = 0; i < rows.length; i++) {
            ArrayExample<T> example = new ArrayExample<>(output.apply(i));
            for (int j = 0; j < names.size(); j++) {
                if (rows[i][j] != 0) {
                    example.add(names.get(j), rows[i][j]);
                }
            }
            dataset.add(example);
        }
        return dataset;
    }
}
