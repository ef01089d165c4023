package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

class SeveralClassesTest {

    static final List<String> LABELS = List.of("setosa", "versicolor", "alba");

    /** Overlapping classes, a nominal attribute of three values, weights, and missing values. */
    static Instances data(long seed, List<String> declared) {
        SplittableRandom random = new SplittableRandom(seed);
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute("x"),
                new Attribute("colour", List.of("red", "green", "blue")),
                new Attribute("noise"),
                new Attribute("kind", declared)));
        Instances data = new Instances("data", attributes, 150);
        data.setClassIndex(3);
        for (int i = 0; i < 150; i++) {
            int kind = random.nextInt(3);
            double x = kind + random.nextGaussian();
            int colour = random.nextInt(3) == 0 ? kind : random.nextInt(3);
            Instance instance = new DenseInstance(
                    random.nextDouble(0.5, 2),
                    new double[] {x, colour, random.nextGaussian(), declared.indexOf(LABELS.get(kind))});
            instance.setDataset(data);
            if (random.nextInt(15) == 0) {
                instance.setMissing(random.nextInt(4));
            }
            data.add(instance);
        }
        return data;
    }

    /** Without strength there is one optimum whatever the coding; Weka's is singular without any ridge. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withoutStrengthTheProbabilitiesAreLogistics(long seed) throws Exception {
        Instances data = data(seed, LABELS);
        RegularizedLogistic ours =
                WekaData.trained(new RegularizedLogistic(), data, "-regularizer l2 -loss-scale sum -R 1e-5");
        Logistic wekas = new Logistic();
        wekas.setOptions(Utils.splitOptions("-R 1e-5"));
        wekas.buildClassifier(data);

        assertThat(ours.fitSummary().converged()).isTrue();
        for (Instance instance : data) {
            assertThat(ours.distributionForInstance(instance))
                    .containsExactly(wekas.distributionForInstance(instance), within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1(lambda=0.02)", "l2(lambda=0.1)", "group-l2(lambda=0.02)", "elastic-net(lambda=0.05)"})
    void theOrderOfTheLabelsDoesNotMatter(String regularizer) throws Exception {
        List<String> other = List.of("alba", "setosa", "versicolor");
        RegularizedLogistic one =
                WekaData.trained(new RegularizedLogistic(), data(4, LABELS), "-regularizer " + regularizer);
        RegularizedLogistic two =
                WekaData.trained(new RegularizedLogistic(), data(4, other), "-regularizer " + regularizer);

        Instance instance = data(4, LABELS).instance(7);
        for (String label : LABELS) {
            assertThat(two.coefficients(label)).isEqualTo(one.coefficients(label));
            assertThat(two.intercept(label)).isEqualTo(one.intercept(label));
            assertThat(two.distributionForInstance(instance)[other.indexOf(label)])
                    .isEqualTo(one.distributionForInstance(instance)[LABELS.indexOf(label)]);
        }
    }

    @Test
    void tiedClassesKeepOrDropWholeAttributes() throws Exception {
        int untied = 0;
        int dropped = 0;
        for (double lambda = 0.01; lambda < 0.2; lambda *= 1.3) {
            RegularizedLogistic tied = WekaData.trained(
                    new RegularizedLogistic(), data(5, LABELS), "-regularizer group-l2 -tie-classes yes -R " + lambda);
            RegularizedLogistic free =
                    WekaData.trained(new RegularizedLogistic(), data(5, LABELS), "-regularizer group-l2 -R " + lambda);
            for (int j = 0; j < 5; j++) {
                long zeros = zeros(tied, j);
                assertThat(zeros).isIn(0L, 3L);
                dropped += zeros == 3 ? 1 : 0;
                untied += zeros(free, j) % 3 == 0 ? 0 : 1;
            }
        }
        assertThat(dropped).isPositive();
        assertThat(untied).isPositive();
    }

    private static long zeros(RegularizedLogistic model, int feature) {
        return LABELS.stream()
                .filter(label -> model.coefficients(label)[feature] == 0)
                .count();
    }

    @Test
    void theTextHasAColumnForEachClassAndNamesWhatIsLeftOut() throws Exception {
        RegularizedLogistic model =
                WekaData.trained(new RegularizedLogistic(), data(4, LABELS), "-regularizer l1(lambda=0.05)");

        assertThat(model.toString())
                .contains("A score for each value of kind")
                .containsPattern("\n +alba +setosa +versicolor\n")
                .containsPattern("\nx +-?[0-9.]+ +-?[0-9.]+ +-?[0-9.]+\n")
                .containsPattern("\n\\(intercept\\) +-?[0-9.]+ +-?[0-9.]+ +-?[0-9.]+\n")
                .contains("Left out, as all their coefficients are zero (1):\n  noise\n")
                .contains("2 of 3 attributes");
        assertThatThrownBy(model::coefficients)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of 3 classes, alba, setosa, versicolor: ask for those of one");
        assertThatThrownBy(model::positiveClass).hasMessageContaining("only of two classes, but there are 3");
        assertThatThrownBy(() -> model.coefficients("rosa"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no class 'rosa' in the training data; there are alba, setosa");
    }

    @Test
    void aClassThatDoesNotOccurHasProbabilityZero() throws Exception {
        double[][] rows = IntStream.range(0, 40).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        double[] two = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 3 : 1).toArray();
        RegularizedLogistic binary = WekaData.trained(
                new RegularizedLogistic(), WekaData.classification(List.of("x"), rows, two, "d", "b", "c", "a"), "");
        double[] found = binary.distributionForInstance(new DenseInstance(1, new double[] {39, Double.NaN}));
        assertThat(binary.positiveClass()).isEqualTo("b");
        assertThat(binary.coefficients("a")).containsExactly(0);
        assertThat(binary.coefficients("b")).isEqualTo(binary.coefficients());
        assertThat(found[0]).isZero();
        assertThat(found[2]).isZero();
        assertThat(found[1]).isGreaterThan(0.9);

        double[] three = IntStream.range(0, 40).mapToDouble(i -> i % 3).toArray();
        RegularizedLogistic several = WekaData.trained(
                new RegularizedLogistic(), WekaData.classification(List.of("x"), rows, three, "d", "b", "c", "a"), "");
        found = several.distributionForInstance(new DenseInstance(1, new double[] {3, Double.NaN}));
        assertThat(found[3]).isZero();
        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-15));
    }

    @Test
    void theOnlyClassThatOccursIsAlwaysPredicted() throws Exception {
        double[][] rows = {{1}, {2}, {3}};
        RegularizedLogistic model = WekaData.trained(
                new RegularizedLogistic(),
                WekaData.classification(List.of("x"), rows, new double[] {1, 1, 1}, "a", "b"),
                "-R 0.3");

        assertThat(model.distributionForInstance(new DenseInstance(1, new double[] {9, Double.NaN})))
                .containsExactly(0, 1);
        assertThat(model.toString())
                .contains("Only one class occurs in the training data, and is always predicted: b")
                .contains("elastic-net(lambda=0.3,alpha=0.5)");
        assertThatThrownBy(model::coefficients).hasMessageContaining("coefficients of 0 classes, b");
    }
}
