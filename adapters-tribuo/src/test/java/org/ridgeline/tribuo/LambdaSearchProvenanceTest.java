package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.ConfigurationData;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.Pegasos;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.test.Helpers;
import org.tribuo.transform.TransformedModel;

/** What a model says of the search that it comes from, and how the search and the model are made again. */
class LambdaSearchProvenanceTest {

    private static final LambdaSelection SELECTION =
            LambdaSelection.oneStandardError().withFolds(3);

    private final MutableDataset<Label> data = Toys.classification(2, 90);

    private static LambdaSearch<Label> exact() {
        return new LambdaSearch<>(new RegularizedLogisticTrainer("elastic-net(lambda=1,alpha=0.5)"))
                .withSelection(SELECTION.withGrid(10, 0.01))
                .withSeed(12);
    }

    private static LinearSGDTrainer stochastic(int loggingInterval) {
        return new LinearSGDTrainer(new LogMulticlass(), new Pegasos(0.1, 0.5), 3, loggingInterval, 1, 7);
    }

    private static LambdaSearch<Label> stochastic() {
        return new LambdaSearch<>(stochastic(-1), "optimiser.lambda")
                .withSelection(SELECTION)
                .withLambdas(0.5, 0.1, 0.02);
    }

    static Stream<LambdaSearch<Label>> searches() {
        return Stream.of(
                exact(),
                stochastic(),
                stochastic().withLargestLambda(2).withSelection(SELECTION.withGrid(3, 0.1)),
                new LambdaSearch<>(stochastic(-1), "optimiser.lambda")
                        .withInverse()
                        .withLambdas(1, 10));
    }

    /** None has a negative number in its configuration, which OLCUT does not find equal to itself. */
    static Stream<LambdaSearch<?>> configurable() {
        ElasticNetCDTrainer elasticNet = new ElasticNetCDTrainer(1, 0.5);
        return Stream.of(
                exact(),
                new LambdaSearch<>(elasticNet, "alpha").withLambdas(0.5, 0.1, 0.02),
                new LambdaSearch<>(elasticNet, "alpha").withLargestLambda(2).withSelection(SELECTION.withGrid(3, 0.1)),
                new LambdaSearch<>(elasticNet, "alpha")
                        .withInverse()
                        .withSeed(7)
                        .withLambdas(3),
                new LambdaSearch<>(stochastic(1000), "optimiser.lambda").withLambdas(1, 2));
    }

    @ParameterizedTest
    @MethodSource("configurable")
    void theSearchGoesThroughAConfigurationAndBack(LambdaSearch<?> search) {
        Helpers.testConfigurableRoundtrip(search);
        Helpers.testProvenanceMarshalling(search.getProvenance());
    }

    @ParameterizedTest
    @MethodSource("searches")
    void theModelIsSavedWithItsCurve(LambdaSearch<Label> search) {
        Model<Label> model = search.train(data);
        Helpers.testProvenanceMarshalling(model.getProvenance());
        Helpers.testModelSerialization(model, Label.class);
        Model<Label> restored = Helpers.testModelProtoSerialization(model, Label.class, data);
        assertThat(restored.getProvenance()).isEqualTo(model.getProvenance());
        assertThat(LambdaCurve.of(restored)).isEqualTo(LambdaCurve.of(model)).containsOnlyKeys("all");
        assertThat(LambdaSearch.provenance(restored)).isEqualTo(LambdaSearch.provenance(model));
    }

    /** The trainers are found in the provenance of the whole model, as well as in their own. */
    private static Trainer<Label> again(Model<Label> model, ConfiguredObjectProvenance which) {
        ProvenanceUtil.ProvenanceOrdering ordering = ProvenanceUtil.orderProvenances(model.getProvenance());
        List<ConfigurationData> whole = ProvenanceUtil.extractConfiguration(model.getProvenance());
        String name = ProvenanceUtil.computeName(which, ordering.provenanceTracker.get(which));
        return lookup(whole, name);
    }

    @SuppressWarnings("unchecked")
    private static Trainer<Label> lookup(List<ConfigurationData> data, String name) {
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(data);
            return (Trainer<Label>) manager.lookup(name);
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void theModelAndTheSearchAreMadeAgainToTheLastBit(LambdaSearch<Label> search) {
        Model<Label> model = search.train(data, Map.of(), 2);
        Trainer<Label> chosen = again(model, model.getProvenance().getTrainerProvenance());
        assertThat(chosen).isNotInstanceOf(LambdaSearch.class);
        chosen.setInvocationCount(2);
        assertThat(weights(chosen.train(data))).isEqualTo(weights(model));
        Trainer<Label> searching = again(model, LambdaSearch.provenance(model));
        assertThat(searching).isInstanceOf(LambdaSearch.class);
        Model<Label> searched = searching.train(data, Map.of(), 2);
        assertThat(weights(searched)).isEqualTo(weights(model));
        assertThat(LambdaCurve.of(searched)).isEqualTo(LambdaCurve.of(model));
        List<ConfigurationData> alone = ProvenanceUtil.extractConfiguration(LambdaSearch.provenance(model));
        Model<Label> third = lookup(alone, alone.get(0).getName()).train(data, Map.of(), 2);
        assertThat(weights(third)).isEqualTo(weights(model));
    }

    private static double[][] weights(Model<Label> model) {
        return ((LinearSGDModel) model).getWeightsCopy().toArray();
    }

    @Test
    void theFirstModelIsMadeAgainWithoutTheCountOfInvocations() {
        Model<Label> model = stochastic().train(data);
        assertThat(weights(again(model, model.getProvenance().getTrainerProvenance())
                        .train(data)))
                .isEqualTo(weights(model));
    }

    @Test
    void theChosenLambdaIsInTheTrainersProvenance() {
        Model<Label> model = exact().train(data);
        LambdaCurve curve = LambdaCurve.of(model).get("all");
        double lambda = curve.points().get(curve.chosen()).lambda();
        assertThat(model.getProvenance()
                        .getTrainerProvenance()
                        .getConfiguredParameters()
                        .get("regularizer")
                        .toString())
                .isEqualTo("elastic-net(lambda=" + lambda + ",alpha=0.5)");
        assertThat(FitSummary.of(model).get("low").lambda()).isEqualTo(lambda);
    }

    @Test
    void theRunProvenanceIsKept() {
        Map<String, Provenance> run = Map.of("fold", new IntProvenance("fold", 3));
        Model<Label> model = exact().train(data, run);
        Map<String, Provenance> kept =
                Map.copyOf(model.getProvenance().getInstanceProvenance().getMap());
        assertThat(kept)
                .containsOnlyKeys("fold", FitSummary.KEY, LambdaCurve.KEY, LambdaSearch.KEY)
                .containsAllEntriesOf(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {LambdaCurve.KEY, LambdaSearch.KEY})
    void ownKeysMustBeFree(String key) {
        Map<String, Provenance> taken = Map.of(key, new StringProvenance(key, "mine"));
        assertThatThrownBy(() -> exact().train(data, taken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must leave the key '" + key + "' free");
    }

    @Test
    void aModelWithoutASearchSaysSo() {
        Model<Label> model = new RegularizedLogisticTrainer("l1").train(data);
        assertThatThrownBy(() -> LambdaSearch.provenance(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no 'ridgeline-lambda-search' in its provenance");
        assertThatThrownBy(() -> LambdaCurve.of(model)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSearchGoesIntoTribuosTrainersAndTheyGoIntoIt() {
        LambdaCurve wanted = LambdaCurve.of(exact().train(data)).get("all");
        TransformedModel<Label> transformed = Wrapped.scaled(exact()).train(data);
        assertThat(LambdaCurve.of(transformed.getInnerModel()).get("all")).isEqualTo(wanted);
        Model<Label> hashed = Wrapped.hashed(exact()).train(data);
        assertThat(LambdaCurve.of(hashed).get("all").points()).hasSameSizeAs(wanted.points());
        // The other way round, λ is that of a trainer in a trainer.
        LambdaSearch<Label> around = new LambdaSearch<>(
                        Wrapped.scaled(new RegularizedLogisticTrainer("elastic-net(lambda=1,alpha=0.5)")),
                        "innerTrainer.regularizer")
                .withSelection(SELECTION)
                .withSeed(12)
                .withLambdas(wanted.points().stream()
                        .mapToDouble(LambdaCurve.Point::lambda)
                        .toArray());
        Model<Label> model = around.train(data);
        LambdaCurve found = LambdaCurve.of(model).get("all");
        assertThat(found.chosen()).isEqualTo(wanted.chosen());
        double lambda = found.points().get(found.chosen()).lambda();
        assertThat(FitSummary.of(((TransformedModel<Label>) model).getInnerModel())
                        .get("low")
                        .lambda())
                .isEqualTo(lambda);
        // Tribuo keeps the salt of a hash to itself, so that nobody can make such a trainer again.
        assertThatThrownBy(() -> new LambdaSearch<>(Wrapped.hashed(new RegularizedLogisticTrainer("l1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("HashingTrainer cannot be made from its configuration")
                .hasMessageContaining("salt");
    }
}
