package org.ridgeline.weka.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.Imputation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/** Against the columns of the batch classifiers, with missing values filled in, and two passes over them. */
class ColumnStatisticsTest {

    private static Instances data(boolean sparse) {
        SplittableRandom random = new SplittableRandom(4);
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute("x"),
                new Attribute("far"),
                new Attribute("class"),
                new Attribute("colour", List.of("red", "green", "blue")),
                new Attribute("one", List.of("only")),
                new Attribute("smoker", List.of("n", "y")),
                new Attribute("constant")));
        Instances data = new Instances("data", attributes, 300);
        data.setClassIndex(2);
        for (int i = 0; i < 300; i++) {
            double[] values = {
                random.nextInt(3) == 0 ? random.nextGaussian() : 0,
                1e9 + random.nextGaussian(),
                i,
                random.nextInt(3),
                0,
                random.nextInt(2),
                0.1
            };
            for (int a = 0; a < values.length - 1; a++) {
                values[a] = a != 2 && random.nextInt(8) == 0 ? Double.NaN : values[a];
            }
            double weight = random.nextDouble(0.1, 3);
            data.add(sparse ? new SparseInstance(weight, values) : new DenseInstance(weight, values));
        }
        return data;
    }

    @ParameterizedTest
    @CsvSource({"false, MODE", "false, MEAN", "true, MODE", "true, MEAN"})
    void meansAndDeviationsAreThoseOfTheFilledColumns(boolean sparse, Imputation imputation) {
        Instances data = data(sparse);
        DummyCoding coding = DummyCoding.of(data, imputation);
        Layout layout = new Layout(data);
        assertThat(layout.columns()).isEqualTo(coding.size());
        ColumnStatistics all = new ColumnStatistics(layout, Standardization.SAMPLE, imputation);
        ColumnStatistics first = new ColumnStatistics(layout, Standardization.SAMPLE, imputation);
        ColumnStatistics second = new ColumnStatistics(layout, Standardization.SAMPLE, imputation);
        Row row = new Row(layout.columns());
        for (int i = 0; i < data.numInstances(); i++) {
            layout.read(data.instance(i), row, !sparse);
            all.add(row, data.instance(i).weight());
            (i < 100 ? first : second).add(row, data.instance(i).weight());
        }
        first.add(second);

        for (int j = 0; j < coding.size(); j++) {
            double total = 0;
            double mean = 0;
            for (Instance instance : data) {
                total += instance.weight();
            }
            for (Instance instance : data) {
                mean += instance.weight() / total * coding.value(instance, j);
            }
            double squares = 0;
            for (Instance instance : data) {
                squares += instance.weight() * Math.pow(coding.value(instance, j) - mean, 2);
            }
            double deviation = coding.name(j).equals("constant") ? 0 : Math.sqrt(squares / (total - 1));
            // Of numbers near 1e9 a value holds seven decimals.
            double close = coding.name(j).equals("far") ? 1e-6 : 1e-12;
            for (ColumnStatistics statistics : List.of(all, first)) {
                assertThat(statistics.center(j)).as(coding.name(j)).isCloseTo(mean, within(close));
                assertThat(statistics.deviation(j)).as(coding.name(j)).isCloseTo(deviation, within(close));
            }
        }
        standardizesRows(data, coding, layout, all, sparse);
        // Now of what is computed for all columns at once.
        assertThat(all.scale().deviations()).hasSize(coding.size());
        standardizesRows(data, coding, layout, all, sparse);
    }

    private static void standardizesRows(
            Instances data, DummyCoding coding, Layout layout, ColumnStatistics statistics, boolean sparse) {
        for (Instance instance : data) {
            Row row = new Row(layout.capacity(instance, !sparse));
            layout.read(instance, row, !sparse);
            statistics.standardize(row);
            double[] found = new double[coding.size()];
            for (int i = 0; i < row.count; i++) {
                found[row.column(i)] = row.value[i];
            }
            for (int j = 0; j < found.length; j++) {
                double deviation = statistics.deviation(j);
                double center = sparse ? 0 : statistics.center(j);
                assertThat(found[j])
                        .as(coding.name(j))
                        .isCloseTo(deviation == 0 ? 0 : (coding.value(instance, j) - center) / deviation, within(1e-6));
            }
        }
    }
}
