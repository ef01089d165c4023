package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.SparseFeatures;
import org.ridgeline.solvers.Standardization;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

class DummyCodingTest {

    private static Instances data(long seed, boolean sparse) {
        SplittableRandom random = new SplittableRandom(seed);
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute("three", List.of("a", "b", "c")),
                new Attribute("x"),
                new Attribute("two", List.of("n", "y")),
                new Attribute("class"),
                new Attribute("one", List.of("only")),
                new Attribute("four", List.of("p", "q", "r", "s")),
                new Attribute("z")));
        Instances data = new Instances("data", attributes, 60);
        data.setClassIndex(3);
        for (int i = 0; i < 60; i++) {
            double[] values = {
                random.nextInt(3),
                random.nextInt(4) == 0 ? random.nextGaussian() : 0,
                random.nextInt(2),
                random.nextInt(5),
                0,
                random.nextInt(4),
                random.nextInt(3)
            };
            int missing = random.nextInt(12);
            if (missing < 7 && missing != 3) {
                values[missing] = Double.NaN;
            }
            double weight = random.nextDouble(0.5, 2);
            data.add(sparse ? new SparseInstance(weight, values) : new DenseInstance(weight, values));
        }
        return data;
    }

    @ParameterizedTest
    @EnumSource
    void aSparseInstanceIsVisitedAsTheDenseOneIs(Imputation imputation) {
        for (long seed = 0; seed < 20; seed++) {
            Instances dense = data(seed, false);
            Instances sparse = data(seed, true);
            DummyCoding coding = DummyCoding.of(dense, imputation);
            DummyCoding same = DummyCoding.of(sparse, imputation);
            assertThat(coding.names())
                    .containsExactly(
                            "three=a", "three=b", "three=c", "x", "two=y", "four=p", "four=q", "four=r", "four=s", "z");
            for (int i = 0; i < 60; i++) {
                double[] wanted = new double[coding.size()];
                for (int j = 0; j < wanted.length; j++) {
                    wanted[j] = coding.value(dense.instance(i), j);
                }
                assertThat(visited(coding, dense.instance(i)))
                        .as("seed %d", seed)
                        .isEqualTo(wanted);
                assertThat(visited(same, sparse.instance(i)))
                        .as("seed %d", seed)
                        .isEqualTo(wanted);
            }
        }
    }

    private static double[] visited(DummyCoding coding, Instance instance) {
        double[] numbers = new double[coding.size()];
        coding.visit(instance, (column, number) -> {
            assertThat(numbers[column]).as("each once").isZero();
            assertThat(number).isNotZero();
            numbers[column] = number;
        });
        return numbers;
    }

    @Test
    void columnsKnowWhereTheyComeFrom() {
        DummyCoding coding = DummyCoding.of(data(1, false), Imputation.MEAN);

        assertThat(coding.numAttributes()).isEqualTo(6);
        assertThat(coding.attribute(9)).isEqualTo(5);
        assertThat(coding.attributeIndex(9)).isEqualTo(6);
        assertThat(coding.attributeName(5)).isEqualTo("z");
        assertThat(coding.value(9)).isNull();
        assertThat(coding.value(6)).isEqualTo("q");
        assertThat(coding.name(6)).isEqualTo("four=q");
        assertThat(coding.groupsByAttribute().labels()).containsExactly(0, 0, 0, 1, 2, 3, 3, 3, 3, 4);
    }

    @Test
    void mostlyZeroColumnsAreStoredSparse() {
        Features few = features(0.05);
        Features many = features(0.9);

        assertThat(few).isInstanceOf(SparseFeatures.class);
        assertThat(many).isInstanceOf(DenseFeatures.class);
    }

    private static Features features(double share) {
        SplittableRandom random = new SplittableRandom(3);
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < 20; j++) {
            attributes.add(new Attribute("x" + j));
        }
        Instances data = new Instances("data", attributes, 50);
        data.setClassIndex(19);
        for (int i = 0; i < 50; i++) {
            double[] values = new double[20];
            for (int j = 0; j < 20; j++) {
                values[j] = random.nextDouble() < share ? random.nextGaussian() : 0;
            }
            data.add(new DenseInstance(1, values));
        }
        Features features = TrainingData.of(data)
                .problem(LossScale.MEAN, Standardization.SAMPLE, "")
                .features();
        double[] column = new double[50];
        for (int j = 0; j < 19; j++) {
            features.copyColumn(j, column);
            assertThat(column).isEqualTo(data.attributeToDoubleArray(j));
        }
        return features;
    }
}
