package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;
import org.ridgeline.Weights;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;

/** The kernel in tiles against its slow twin: all weights at once, straight through the regularizer. */
class KernelTest {

    private static final double STEP = 0.25;

    /** Parameters of about 10,000 weights, so that there are several tiles, the last of them shorter. */
    static Stream<Arguments> cases() {
        List<ParameterGroups> groups = List.of(
                ParameterGroups.strided("every weight", 10_007, 1, 10_007),
                ParameterGroups.strided("columns", 10_050, 67, 150),
                ParameterGroups.strided("rows", 10_050, 1, 150),
                ParameterGroups.strided("rows, few", 10_050, 1, 3),
                ParameterGroups.strided("channels", 9_900, 9, 11),
                ParameterGroups.strided("gates", 10_080, 42, 60),
                ParameterGroups.strided("all", 10_007, 10_007, 1),
                ParameterGroups.labelled("labels", Groups.labelled(labels(10_007))),
                ParameterGroups.strided("one", 1, 1, 1));
        List<Regularizer> regularizers = List.of(ElasticNet.of(0.5, 0.7), GroupL2.of(0.4), new Whole(GroupL2.of(0.4)));
        return groups.stream()
                .flatMap(group -> regularizers.stream()
                        .flatMap(regularizer -> Stream.of(DataType.FLOAT, DataType.DOUBLE)
                                .map(type -> Arguments.of(group, regularizer, type))));
    }

    private static int[] labels(int size) {
        int[] labels = new int[size];
        Arrays.setAll(labels, i -> i * 8 % 21 - 1);
        return labels;
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void tilesGiveWhatTheRegularizerGivesOnAllWeights(ParameterGroups groups, Regularizer regularizer, DataType type) {
        int size = groups.size();
        INDArray parameter = view(type, size, 1);
        INDArray update = view(type, size, 2);
        double[] before = parameter.toDoubleVector();
        double[] change = update.toDoubleVector();
        double[] wanted = new double[size];
        Arrays.setAll(wanted, i -> before[i] - change[i]);
        Weights weights = Weights.of(wanted, reference(groups));

        assertThat(Kernel.penalty(regularizer, groups, FlatArray.of(parameter)))
                .isCloseTo(regularizer.penalty(weights.withValues(before)), within(1e-9));

        INDArray gradient = update.dup();
        double[] sum = change.clone();
        regularizer.addGradient(weights.withValues(before), 1, sum);
        Kernel.addGradient(regularizer, groups, FlatArray.of(parameter), FlatArray.of(gradient));
        assertThat(gradient.toDoubleVector()).isEqualTo(rounded(type, sum));

        regularizer.prox(weights, STEP);
        Kernel.proximalUpdate(regularizer, groups, STEP, FlatArray.of(parameter), FlatArray.of(update));
        double[] moved = parameter.toDoubleVector();
        parameter.subi(update);
        assertThat(parameter.toDoubleVector()).isEqualTo(rounded(type, wanted));

        double[] reported = update.toDoubleVector();
        for (int i = 0; i < size; i++) {
            if (moved[i] == before[i]) {
                assertThat(reported[i]).isCloseTo(before[i] - wanted[i], within(1e-6));
            } else {
                // Only where the update is no finer than the weight it leads to.
                assertThat(ulp(type, before[i] - wanted[i])).isGreaterThanOrEqualTo(ulp(type, wanted[i]));
                assertThat(reported[i]).isEqualTo(0);
            }
        }
    }

    @Test
    void nothingBesideAViewIsTouched() {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            INDArray all = Nd4j.valueArrayOf(new long[] {3000}, 1.0, type);
            INDArray parameter = all.get(NDArrayIndex.interval(10, 2990));
            INDArray update = Nd4j.zeros(type, 2980);
            ParameterGroups groups = ParameterGroups.strided("W", 2980, 1, 2980);

            Kernel.proximalUpdate(ElasticNet.of(1, 1), groups, 0.25, FlatArray.of(parameter), FlatArray.of(update));
            parameter.subi(update);

            double[] found = all.toDoubleVector();
            for (int i = 0; i < found.length; i++) {
                assertThat(found[i]).isEqualTo(i < 10 || i >= 2990 ? 1 : 0.75);
            }
        }
    }

    @Test
    void stridedViewsAreWrittenThrough() {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            INDArray matrix = Nd4j.valueArrayOf(new long[] {50, 3}, 1.0, type);
            INDArray parameter = matrix.getColumn(1);
            INDArray update = Nd4j.valueArrayOf(new long[] {50, 2}, 0.5, type).getColumn(0);
            ParameterGroups groups = ParameterGroups.strided("W", 50, 1, 50);

            Kernel.proximalUpdate(ElasticNet.of(1, 1), groups, 0.25, FlatArray.of(parameter), FlatArray.of(update));
            parameter.subi(update);

            assertThat(matrix.getColumn(0).toDoubleVector()).containsOnly(1);
            assertThat(matrix.getColumn(1).toDoubleVector()).containsOnly(0.25);
            assertThat(matrix.getColumn(2).toDoubleVector()).containsOnly(1);
        }
    }

    @Test
    void otherTypesOfNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlatArray.of(Nd4j.zeros(DataType.HALF, 4)))
                .withMessageContainingAll("FLOAT or DOUBLE", "HALF");
    }

    private static Groups reference(ParameterGroups groups) {
        return switch (groups.name()) {
            case "every weight", "one" -> Groups.singletons(groups.size());
            case "all" -> Groups.whole(groups.size());
            case "labels" -> Groups.labelled(labels(groups.size()));
            case "columns" -> Groups.strided(67, 150, groups.size());
            case "rows" -> Groups.strided(1, 150, groups.size());
            case "rows, few" -> Groups.strided(1, 3, groups.size());
            case "channels" -> Groups.strided(9, 11, groups.size());
            case "gates" -> Groups.strided(42, 60, groups.size());
            default -> throw new IllegalArgumentException(groups.name());
        };
    }

    /** Numbers of all sizes in the middle of a larger array. */
    private static INDArray view(DataType type, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size + 20];
        Arrays.setAll(values, i -> random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-4, 1)));
        return Nd4j.createFromArray(values).castTo(type).get(NDArrayIndex.interval(7, 7 + size));
    }

    private static double ulp(DataType type, double value) {
        return type == DataType.FLOAT ? Math.ulp((float) value) : Math.ulp(value);
    }

    private static double[] rounded(DataType type, double[] values) {
        return Arrays.stream(values)
                .map(v -> type == DataType.FLOAT ? (float) v : v)
                .toArray();
    }

    /** A penalty that must see all weights at once. */
    private record Whole(Regularizer regularizer) implements Regularizer {
        @Override
        public double lambda() {
            return regularizer.lambda();
        }

        @Override
        public Regularizer withLambda(double lambda) {
            return new Whole(regularizer.withLambda(lambda));
        }

        @Override
        public double penalty(Weights weights) {
            return regularizer.penalty(weights);
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            regularizer.addGradient(weights, scale, gradient);
        }

        @Override
        public void prox(Weights weights, double step) {
            regularizer.prox(weights, step);
        }

        @Override
        public Separability separability() {
            return Separability.NONE;
        }
    }
}
