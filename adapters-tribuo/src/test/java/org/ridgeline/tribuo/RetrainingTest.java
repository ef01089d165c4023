package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.labs.mlrg.olcut.config.ConfigurationData;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.provenance.TrainerProvenance;

/** A model is made again, bit for bit, from what its provenance says, and by any number of threads. */
class RetrainingTest {

    static Stream<TrainingCase<?>> cases() {
        return Stream.concat(TrainingCase.kindsOfModels(), TrainingCase.waysOfTraining());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLoadedModelIsMadeAgainFromItsProvenance(TrainingCase<?> training) throws IOException {
        check(training);
    }

    @Test
    void soIsThatOfARegularizerWithParameters() throws IOException {
        RegularizedLinearRegressionTrainer named = ConfigurationFiles.read(
                RegularizedLinearRegressionTrainer.class,
                Map.of("regularizer", "elastic-net"),
                "<propertymap name='parameters'><entry key='alpha' value='0.3'/><entry key='lambda' value='0.1'/>"
                        + "</propertymap>");
        check(new TrainingCase<>("named", named, Toys.regression(3, 60)));
    }

    private static <T extends Output<T>> void check(TrainingCase<T> training) throws IOException {
        // Not its first model.
        training.train();
        Model<T> model = training.train();
        Model<?> loaded = savedAndLoaded(model);
        RegularizedTrainer<?, ?> trainer = trainerOf(loaded);
        assertThat(trainer)
                .isNotSameAs(training.trainer())
                .hasToString(training.trainer().toString());
        trainer.setInvocationCount(invocation(loaded));
        Model<T> again = training.train(trainer);
        assertThat(TrainingCase.weights(again)).isDeepEqualTo(TrainingCase.weights(model));
        assertThat(FitSummary.of(again)).isEqualTo(FitSummary.of(loaded));
        // Everything but when it was made.
        TrainerProvenance provenance = again.getProvenance().getTrainerProvenance();
        assertThat(provenance).isEqualTo(loaded.getProvenance().getTrainerProvenance());
        assertThat(again.getProvenance().getInstanceProvenance())
                .isEqualTo(loaded.getProvenance().getInstanceProvenance());
    }

    private static Model<?> savedAndLoaded(Model<?> model) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        model.serializeToStream(saved);
        return Model.deserializeFromStream(new ByteArrayInputStream(saved.toByteArray()));
    }

    private static RegularizedTrainer<?, ?> trainerOf(Model<?> model) {
        List<ConfigurationData> configuration = ProvenanceUtil.extractConfiguration(model.getProvenance());
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(configuration);
            return manager.lookupSingleton(RegularizedTrainer.class, true);
        }
    }

    private static int invocation(Model<?> model) {
        return ((IntProvenance) model.getProvenance()
                        .getTrainerProvenance()
                        .getInstanceValues()
                        .get("train-invocation-count"))
                .getValue();
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.TrainingCase#waysOfTraining")
    void threadsThatShareATrainerMakeTheSameModel(TrainingCase<?> training) throws Exception {
        int threads = 8;
        training.trainer().setInvocationCount(5);
        double[][] wanted = TrainingCase.weights(training.train());
        CountDownLatch together = new CountDownLatch(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Model<?>>> models = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                models.add(executor.submit(() -> {
                    together.countDown();
                    together.await();
                    return training.train();
                }));
            }
            Set<Integer> invocations = new HashSet<>();
            for (Future<Model<?>> model : models) {
                assertThat(TrainingCase.weights(model.get())).isDeepEqualTo(wanted);
                invocations.add(invocation(model.get()));
            }
            assertThat(invocations).containsExactlyInAnyOrder(6, 7, 8, 9, 10, 11, 12, 13);
            assertThat(training.trainer().getInvocationCount()).isEqualTo(14);
        } finally {
            executor.shutdownNow();
        }
    }
}
