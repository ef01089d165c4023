package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.penalties.L1;

class PenaltyInstallerTest {

    private static NeuralNetConfiguration.Builder builder(IUpdater updater) {
        return new NeuralNetConfiguration.Builder().updater(updater);
    }

    private static MultiLayerConfiguration layers(NeuralNetConfiguration.Builder builder) {
        return builder.list(
                        new DenseLayer.Builder().name("hidden").nIn(4).nOut(3).build(),
                        new DropoutLayer.Builder(0.5).name("dropout").build(),
                        new OutputLayer.Builder().name("out").nIn(3).nOut(2).build())
                .build();
    }

    private static MultiLayerConfiguration layers() {
        return layers(builder(new Sgd(0.1)));
    }

    private static void assertRefused(PenaltyInstaller installer, String... words) {
        assertThatIllegalArgumentException().isThrownBy(installer::install).withMessageContainingAll(words);
    }

    @Test
    void withoutLayersAllWithWeightsAreMeant() {
        MultiLayerConfiguration configuration = layers();
        Ridgeline.on(configuration).penalty(L1.of(0.1)).install();

        assertThat(Ridgeline.penalties(configuration).keySet()).containsExactly("hidden", "out");
    }

    @Test
    void installingAgainReplaces() {
        MultiLayerConfiguration configuration = layers();
        Ridgeline.on(configuration).penalty("l1(lambda=1)").install();
        Ridgeline.on(configuration).penalty("l2(lambda=2)").layers("out").install();

        assertThat(Ridgeline.penalties(configuration).get("hidden").text()).isEqualTo("l1(lambda=1)");
        assertThat(Ridgeline.penalties(configuration).get("out").text()).isEqualTo("l2(lambda=2)");
        assertThat(((DenseLayer) configuration.getConf(0).getLayer()).getRegularization())
                .hasSize(1);
    }

    @Test
    void nativeRegularizationIsNotAddedToInSilence() {
        MultiLayerConfiguration configuration = layers(builder(new Sgd(0.1)).l2(0.01));

        assertRefused(Ridgeline.on(configuration).penalty("l1(lambda=1)"), "hidden", "L2Regularization", "replacing()");
        assertThat(Ridgeline.penalties(configuration)).isEmpty();

        Ridgeline.on(configuration).penalty("l1(lambda=1)").replacing().install();
        assertThat(((DenseLayer) configuration.getConf(0).getLayer()).getRegularization())
                .hasSize(1)
                .doesNotHaveAnyElementsOfTypes(L2Regularization.class);
    }

    @Test
    void aRefusedInstallationChangesNothing() {
        MultiLayerConfiguration configuration = layers();

        assertRefused(
                Ridgeline.on(configuration).penalty("group-l2(lambda=1)").groups("W", Groups.whole(12)),
                "6 weights",
                "W [3, 2]",
                "out");
        assertThat(Ridgeline.penalties(configuration)).isEmpty();
    }

    @Test
    void missingOrWrongPartsAreNamed() {
        assertRefused(Ridgeline.on(layers()), "which penalty");
        assertRefused(Ridgeline.on(layers()).penalty("group-l2(lambda=1)"), "[W]", "hidden", "groups(...)", "OUTPUT");
        assertRefused(Ridgeline.on(layers()).penalty("l1").layers("dropout"), "dropout", "no weights");
        assertRefused(Ridgeline.on(layers()).penalty("l1").layers("out").groups("RW", Groups.whole(6)), "'RW'", "[W]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ridgeline.on(layers()).layers("hiden"))
                .withMessageContainingAll("hiden", "[hidden, dropout, out]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ridgeline.on(layers()).layers(3))
                .withMessageContainingAll("no layer 3", "0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ridgeline.on(layers()).penalty("lasso(lambda=1)"))
                .withMessageContainingAll("lasso", "elastic-net, group-l2, l1, l2");
    }

    @Test
    void settingsUnderWhichLambdaMeansSomethingElseAreRefused() {
        assertRefused(
                Ridgeline.on(layers(builder(new Sgd(1)).miniBatch(false))).penalty("l1"), "miniBatch", "mean loss");
        assertRefused(Ridgeline.on(layers(builder(new Sgd(1)).minimize(false))).penalty("l1"), "minimize");
        assertRefused(Ridgeline.on(layers(builder(new AdaDelta()))).penalty("l1"), "AdaDelta", "Mode.GRADIENT");
        assertRefused(
                Ridgeline.on(layers(builder(new Nesterovs(0.1, new ExponentialSchedule(ScheduleType.EPOCH, 0.9, 0.9)))))
                        .penalty("l1"),
                "momentum schedule",
                "Mode.GRADIENT");
        assertRefused(Ridgeline.on(layers(builder(new Nesterovs(0.1, 1.0)))).penalty("l1"), "momentum 1.0");
        assertRefused(
                Ridgeline.on(layers(builder(new Sgd(1)).optimizationAlgo(OptimizationAlgorithm.LBFGS)))
                        .penalty("l1"),
                "LBFGS",
                "STOCHASTIC_GRADIENT_DESCENT");
        MultiLayerConfiguration configuration = layers(builder(new AdaDelta()));
        Ridgeline.on(configuration).penalty("l1").mode(Mode.GRADIENT).install();
        assertThat(Ridgeline.penalties(configuration)).hasSize(2);
    }

    @Test
    void frozenLayersAreLeftAlone() {
        MultiLayerNetwork network = new MultiLayerNetwork(layers());
        network.init();
        MultiLayerNetwork frozen =
                new TransferLearning.Builder(network).setFeatureExtractor(0).build();
        assertThat(frozen.getLayerWiseConfigurations().getConf(0).getLayer()).isInstanceOf(FrozenLayer.class);

        Ridgeline.on(frozen).penalty("l1(lambda=1)").install();

        assertThat(Ridgeline.penalties(frozen).keySet()).containsExactly("out");
        assertRefused(Ridgeline.on(frozen).penalty("l1").layers(0), "hidden", "no weights to train");
    }

    @Test
    void aPenaltyForOtherShapesIsRefusedWhenItIsUsed() {
        MultiLayerConfiguration configuration = layers();
        Ridgeline.on(configuration).penalty("l1(lambda=1)").layers("hidden").install();
        ((DenseLayer) configuration.getConf(0).getLayer()).setNIn(5);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();

        assertThatIllegalStateException()
                .isThrownBy(() -> network.fit(new DataSet(Nd4j.rand(2, 5), Nd4j.rand(2, 2))))
                .withMessageContainingAll("W (12 weights)", "15 weights", "install it again");
    }

    @Test
    void adaptiveWithoutValidationDataDoesNotTrain() {
        MultiLayerNetwork network = new MultiLayerNetwork(layers());
        network.init();
        assertRefused(Ridgeline.on(network).penalty("adaptive"), "held-out data", "validation(iterator)");

        MultiLayerConfiguration configuration = layers();
        Ridgeline.on(configuration).penalty("adaptive").install();
        MultiLayerNetwork made = new MultiLayerNetwork(configuration);
        made.init();
        assertThatIllegalStateException()
                .isThrownBy(() -> made.fit(new DataSet(Nd4j.rand(2, 4), Nd4j.rand(2, 2))))
                .withMessageContainingAll("adaptive(", "AdaptiveLambda.attach");
    }

    @Test
    void validationDataWithoutUseAreRefused() {
        MultiLayerNetwork network = new MultiLayerNetwork(layers());
        network.init();
        SingletonDataSetIterator data = new SingletonDataSetIterator(new DataSet(Nd4j.rand(2, 4), Nd4j.rand(2, 2)));

        assertRefused(Ridgeline.on(network).penalty("l1(lambda=1)").validation(data), "validation", "l1(lambda=1)");
        assertRefused(
                Ridgeline.on(layers()).penalty("adaptive").validation(data), "configuration", "AdaptiveLambda.attach");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdaptiveLambda.attach(network, data))
                .withMessageContaining("no layer has an adaptive penalty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ridgeline.on(network)
                        .validation(
                                new ExistingDataSetIterator(List.of(data.next()).iterator())))
                .withMessageContainingAll("ExistingDataSetIterator", "cannot be reset");
    }

    @Test
    void regularizersThatCannotBeReadBackAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ridgeline.on(layers()).penalty(new Disguised(1)))
                .withMessageContainingAll("Disguised", "l1(lambda=1)", "restored");
    }

    /** Its text form is that of another regularizer. */
    private record Disguised(double lambda) implements Regularizer {
        @Override
        public Regularizer withLambda(double lambda) {
            return new Disguised(lambda);
        }

        @Override
        public double penalty(Weights weights) {
            return 0;
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {}

        @Override
        public void prox(Weights weights, double step) {}

        @Override
        public String toString() {
            return "l1(lambda=1)";
        }
    }
}
