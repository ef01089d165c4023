package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.MutableDataset;
import org.tribuo.data.columnar.RowProcessor;
import org.tribuo.data.columnar.processors.field.DoubleFieldProcessor;
import org.tribuo.data.columnar.processors.field.IdentityProcessor;
import org.tribuo.data.columnar.processors.response.FieldResponseProcessor;
import org.tribuo.hash.HashingTrainer;
import org.tribuo.hash.MessageDigestHasher;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;

class GroupingTest {

    private final MutableDataset<Regressor> data = Toys.regression(2, 80);

    @Test
    void featuresOfAFieldGoTogetherByDefault() {
        Map<String, Long> nonzeros = nonzerosByField("group-l2(lambda=0.3)", TrainingOptions.standard());
        assertThat(nonzeros).isEqualTo(new TreeMap<>(Map.of("a", 3L, "b", 0L, "c", 0L)));
    }

    @Test
    void theFieldsOfColumnarDataAreGroups() {
        RowProcessor<Regressor> columns = new RowProcessor<>(
                new FieldResponseProcessor<>("price", "", new RegressionFactory()),
                Map.of("colour", new IdentityProcessor("colour"), "size", new DoubleFieldProcessor("size")));
        MutableDataset<Regressor> cars = new MutableDataset<>(data.getSourceProvenance(), new RegressionFactory());
        List<String> colours = List.of("red", "green", "blue");
        for (int i = 0; i < 30; i++) {
            // The colour matters little, the size much.
            Map<String, String> row = Map.of(
                    "colour", colours.get(i % 3), "size", "" + i % 7, "price", "" + (10 * (i % 7) + 0.1 * (i % 3)));
            cars.add(columns.generateExample(row, true).orElseThrow());
        }
        Map<String, Double> weights = LinearCoefficients.ofRegression(
                        new RegularizedLinearRegressionTrainer("group-l2(lambda=1)").train(cars))
                .weights();
        assertThat(weights).containsOnlyKeys("colour@blue", "colour@green", "colour@red", "size@value");
        weights.forEach((name, weight) -> assertThat(weight != 0).as(name).isEqualTo(name.startsWith("size")));
    }

    @Test
    void byFeatureGroupL2IsL1() {
        TrainingOptions alone = TrainingOptions.standard().withGrouping(FeatureGrouping.FEATURE);
        Map<String, Double> l1 =
                LinearCoefficients.ofRegression(train("l1(lambda=0.3)", alone)).weights();
        Map<String, Double> group = LinearCoefficients.ofRegression(train("group-l2(lambda=0.3)", alone))
                .weights();
        assertThat(group)
                .hasSameSizeAs(l1)
                .allSatisfy((name, weight) -> assertThat(weight).isCloseTo(l1.get(name), within(1e-9)));
    }

    @Test
    void aPatternOfOnesOwnGroupsOtherwise() {
        // By the value: {a@1, b@1, c@1}, {a@2, b@2}, {a@3, b@3}.
        LinearSGDModel model =
                train("group-l2(lambda=0.2)", TrainingOptions.standard().withGrouping("@(.)$"));
        Map<String, Double> weights = LinearCoefficients.ofRegression(model).weights();
        assertThat(weights.get("a@1")).isNotZero();
        assertThat(weights.get("b@1")).isNotZero();
        assertThat(weights.get("a@2") == 0).isEqualTo(weights.get("b@2") == 0);
    }

    @Test
    void aNameThatTellsNoGroupIsAnError() {
        MutableDataset<Regressor> plain =
                Examples.regression(List.of("age", "bmi"), new double[][] {{1, 2}, {2, 1}}, new double[] {1, 2});
        assertThatThrownBy(() -> new RegularizedLinearRegressionTrainer("group-l2").train(plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a group penalty needs the group of every feature")
                .hasMessageContaining("'age'")
                .hasMessageContaining("'feature' or a regular expression");
        // Without groups in the penalty there is nothing to be told.
        assertThat(new RegularizedLinearRegressionTrainer("l1").train(plain)).isNotNull();
    }

    @Test
    void hashedNamesTellNoGroup() {
        MessageDigestHasher hasher = new MessageDigestHasher("SHA-256", "a salt of eight characters");
        assertThatThrownBy(() ->
                        new HashingTrainer<>(new RegularizedLinearRegressionTrainer("group-l2"), hasher).train(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names of this dataset are hashed");
        FitSummary hashed = FitSummary.of(
                        new HashingTrainer<>(new RegularizedLinearRegressionTrainer("l1"), hasher).train(data))
                .get("y");
        FitSummary plain = FitSummary.of(new RegularizedLinearRegressionTrainer("l1").train(data))
                .get("y");
        assertThat(hashed.objective()).isCloseTo(plain.objective(), within(1e-8));
    }

    @Test
    void groupsCanBeSaidOneByOne() {
        // a@1 with what does not matter; the others are alone.
        Map<String, String> said = Map.of("a@1", "first", "b@1", "first", "b@2", "first");
        LinearSGDModel model =
                train("group-l2(lambda=0.6)", TrainingOptions.standard().withGroups(said));
        Map<String, Double> weights = LinearCoefficients.ofRegression(model).weights();
        assertThat(weights.get("b@1")).isNotZero();
        assertThat(weights.get("b@2")).isNotZero();
        assertThat(weights.get("b@3")).isZero();
        assertThat(FitSummary.of(model).get("y").grouping()).isEqualTo("explicit{a@1=first, b@1=first, b@2=first}");
        assertThatThrownBy(() -> train(
                        "group-l2", TrainingOptions.standard().withGroups(Map.of("a@9", "first", "a@1", "first"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups are given to features that there are not: [a@9]; there are " + Toys.NAMES);
        assertThatThrownBy(() -> TrainingOptions.standard().withGroups(Map.of()))
                .hasMessageContaining("at least one feature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "", "^[^@]+@", "("})
    void aGroupingIsAWordOrAPatternWithAGroup(String grouping) {
        assertThatThrownBy(() -> TrainingOptions.standard().withGrouping(grouping))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wanted 'feature' or a regular expression")
                .hasMessageContaining("'" + grouping + "'");
    }

    private LinearSGDModel train(String regularizer, TrainingOptions options) {
        return new RegularizedLinearRegressionTrainer(regularizer, options).train(data);
    }

    private Map<String, Long> nonzerosByField(String regularizer, TrainingOptions options) {
        return LinearCoefficients.ofRegression(train(regularizer, options)).weights().entrySet().stream()
                .collect(Collectors.groupingBy(
                        weight -> weight.getKey().substring(0, 1),
                        TreeMap::new,
                        Collectors.filtering(weight -> weight.getValue() != 0, Collectors.counting())));
    }
}
