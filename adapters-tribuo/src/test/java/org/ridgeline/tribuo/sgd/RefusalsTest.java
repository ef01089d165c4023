package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.tribuo.FeatureGrouping;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sequence.example.SequenceDataGenerator;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.hash.HashCodeHasher;
import org.tribuo.hash.HashedFeatureMap;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.ParameterAveraging;
import org.tribuo.math.protos.ParametersProto;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** What cannot be trained is refused at once, and it is said why. */
class RefusalsTest {

    private final MutableDataset<Label> data = Rows.random(1, 60, 6, 2, 0.5).labelled(1);

    private static LinearSGDTrainer linear(StochasticGradientOptimiser optimiser) {
        return new LinearSGDTrainer(new LogMulticlass(), optimiser, 3, 1);
    }

    /** Is Tribuo's averaging ever around it, nothing of it may be trained: not through a copy, nor when it is nested. */
    @Test
    void parameterAveraging() {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("l1(lambda=0.01)");
        ParameterAveraging averaging = new ParameterAveraging(optimiser);
        for (ParameterAveraging around : new ParameterAveraging[] {averaging, new ParameterAveraging(averaging)}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> linear(around).train(data))
                    .withMessageContaining("cannot be inside a ParameterAveraging")
                    .withMessageContaining("use it by itself");
            assertThatIllegalStateException()
                    .isThrownBy(
                            () -> new FMClassificationTrainer(new LogMulticlass(), around, 3, 1, 2, 0.1).train(data))
                    .withMessageContaining("cannot be inside a ParameterAveraging");
            assertThatIllegalStateException()
                    .isThrownBy(
                            () -> new CRFTrainer(around, 3, 1).train(SequenceDataGenerator.generateGorillaDataset(2)))
                    .withMessageContaining("cannot be inside a ParameterAveraging");
        }
        assertThat(linear(optimiser).train(data)).isInstanceOf(LinearSGDModel.class);
    }

    @Test
    void aLambdaThatMoves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularizedAdaGrad("adaptive(base=l1(lambda=1))"))
                .withMessageContaining("adaptive(")
                .withMessageContaining("wanted a fixed lambda, chosen by LambdaSearch");
    }

    /** λ·min(1, ‖w‖₀): a weight that is not 0 makes the others free. */
    private record AnyAtAll(double lambda) implements Regularizer {

        @Override
        public AnyAtAll withLambda(double lambda) {
            return new AnyAtAll(lambda);
        }

        @Override
        public boolean convex() {
            return false;
        }

        @Override
        public double penalty(Weights weights) {
            for (double w : weights.values()) {
                if (w != 0) {
                    return lambda;
                }
            }
            return 0;
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            // Flat wherever it has a gradient.
        }

        @Override
        public void prox(Weights weights, double step) {
            throw new AssertionError("it is refused before it is trained with");
        }
    }

    @Test
    void aPenaltyOfSeveralWeightsThatIsNotConvex() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularizedAdaGrad(new AnyAtAll(1)))
                .withMessageContaining("AnyAtAll")
                .withMessageContaining("is not convex and penalises several weights together")
                .withMessageContaining("such as mcp");
    }

    /** One matrix, of which nothing tells the biases. */
    private static final class Unknown implements Parameters {

        private Tensor[] tensors = {new DenseMatrix(2, 3)};

        @Override
        public Tensor[] getEmptyCopy() {
            return new Tensor[] {new DenseMatrix(2, 3)};
        }

        @Override
        public Tensor[] get() {
            return tensors;
        }

        @Override
        public void set(Tensor[] parameters) {
            tensors = parameters;
        }

        @Override
        public void update(Tensor[] gradients) {
            tensors[0].intersectAndAddInPlace(gradients[0]);
        }

        @Override
        public ParametersProto serialize() {
            return ParametersProto.getDefaultInstance();
        }

        @Override
        public Tensor[] merge(Tensor[][] gradients, int size) {
            return gradients[0];
        }
    }

    @Test
    void unknownParameters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularizedAdaGrad("l1(lambda=0.01)").initialise(new Unknown()))
                .withMessageContaining("wanted LinearParameters, FMParameters or CRFParameters")
                .withMessageContaining("but found " + Unknown.class.getName());
    }

    @Test
    void featureGroupsOfOtherFeatures() {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("group-l2(lambda=0.01)").withFeatureGroups(0, 0, 1);
        String message = "wanted the feature groups of 6 features, in the order of Tribuo's ids, but found those of 3";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linear(optimiser).train(data))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FMClassificationTrainer(new LogMulticlass(), optimiser, 3, 1, 2, 0.1).train(data))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CRFTrainer(optimiser, 3, 1).train(SequenceDataGenerator.generateGorillaDataset(2)))
                .withMessageContaining("but found those of 3");
    }

    @Test
    void minibatchesOfSequences() {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("l1(lambda=0.01)").withMinibatchSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CRFTrainer(optimiser, 3, 100, 4, 1).train(SequenceDataGenerator.generateGorillaDataset(4)))
                .withMessageContaining("wanted the minibatch size 1 there and here, but found 4");
    }

    @Test
    void groupsOfFeaturesBesideGroupsOfOutputs() {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("group-l2(lambda=0.01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.withGrouping("output").withFeatureGroups(0, 0, 1))
                .withMessageContaining("go with the grouping feature or weight, but it is output");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.withFeatureGroups(0, 0, 1).withGrouping("output"))
                .withMessageContaining("go with the grouping feature or weight, but it is output");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.withGrouping("row"))
                .withMessage("wanted one of feature, output, weight, but found 'row'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.withFeatureGroups(0, 2))
                .withMessageContaining("label 1");
    }

    @Test
    void namesThatTellNoGroup() {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("group-l2(lambda=0.01)");
        ImmutableFeatureMap hashed =
                HashedFeatureMap.generateHashedFeatureMap(data.getFeatureMap(), new HashCodeHasher("salt and pepper"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.withFeatureGroups(FeatureGrouping.byField(), hashed))
                .withMessageContaining("hashed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.withFeatureGroups(FeatureGrouping.of("^(x+)"), data.getFeatureIDMap()))
                .withMessageContaining("f0000@0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.withFeatureGroups(
                        FeatureGrouping.of(Map.of("nobody", "group")), data.getFeatureIDMap()))
                .withMessageContaining("[nobody]")
                .withMessageContaining("f0000@0");
    }

    @Test
    void stepsBeforeOrAfterTraining() {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("l1(lambda=0.01)");
        Tensor[] gradients = {new DenseMatrix(2, 3)};
        assertThatIllegalStateException()
                .isThrownBy(() -> optimiser.step(gradients, 1))
                .withMessageContaining("wanted initialise() first");
        assertThatIllegalStateException()
                .isThrownBy(optimiser::finalise)
                .withMessageContaining("wanted initialise() first");
        LinearParameters parameters = new LinearParameters(3, 2);
        optimiser.initialise(parameters);
        parameters.update(optimiser.step(gradients, 1));
        optimiser.finalise();
        optimiser.reset();
        assertThatIllegalStateException().isThrownBy(() -> optimiser.step(gradients, 1));
        // A copy is not what it was made from.
        optimiser.initialise(parameters);
        assertThatIllegalStateException().isThrownBy(() -> optimiser.copy().step(gradients, 1));
        assertThatCode(() -> optimiser.step(gradients, 1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
    void examplesOfNoWeight(double weight) {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("l1(lambda=0.01)");
        optimiser.initialise(new LinearParameters(3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimiser.step(new Tensor[] {new DenseMatrix(2, 3)}, weight))
                .withMessageContaining("the weight of an example")
                .withMessageContaining(Double.toString(weight).substring(0, 2));
    }

    @Test
    void anExampleOfNegativeWeightEndsTraining() {
        data.getExample(7).setWeight(-0.5f);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> linear(new RegularizedAdaGrad("l1(lambda=0.01)")).train(data))
                .withMessageContaining("the weight of an example")
                .withMessageContaining("-0.5");
    }

    /** Of features so large that the square of a gradient overflows, or by steps so large that one soon does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "l1(lambda=0.01)",
                "l2(lambda=0.01)",
                "mcp(lambda=0.01)",
                "group-l2(lambda=0.01)",
                "slope(lambda=0.01)"
            })
    void divergence(String regularizer) {
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad(regularizer);
        for (double density : new double[] {0.5, 1}) {
            Rows rows = Rows.random(1, 60, 6, 1, density);
            assertDiverges(optimiser, times(1e160, rows));
            assertDiverges(optimiser.withLearningRate(1e100), times(1e60, rows));
        }
    }

    private static Rows times(double factor, Rows rows) {
        double[][] large = Arrays.stream(rows.values())
                .map(row -> Arrays.stream(row).map(x -> factor * x).toArray())
                .toArray(double[][]::new);
        return new Rows(large, rows.scores());
    }

    private static void assertDiverges(RegularizedAdaGrad optimiser, Rows rows) {
        var trainer = new org.tribuo.regression.sgd.linear.LinearSGDTrainer(new SquaredLoss(), optimiser, 3, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> trainer.train(rows.regression(1)))
                .withMessageContaining("training has diverged")
                .withMessageContaining("lower the learning rate, or scale the features");
    }

    @Test
    void withoutPostConfigThereIsNothingToTrainWith() throws Exception {
        var constructor = RegularizedAdaGrad.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        RegularizedAdaGrad bare = constructor.newInstance();
        assertThatIllegalStateException()
                .isThrownBy(bare::copy)
                .withMessageContaining("postConfig() has not been called");
    }
}
