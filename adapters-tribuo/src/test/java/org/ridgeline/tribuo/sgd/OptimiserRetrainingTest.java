package org.ridgeline.tribuo.sgd;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.labs.mlrg.olcut.config.Configurable;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.Provenancable;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.provenance.ModelProvenance;

/** A model is made again, bit for bit, from what its provenance says, and by any number of threads at once. */
class OptimiserRetrainingTest {

    private static final int THREADS = 4;

    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.sgd.SgdCase#all")
    void aLoadedModelIsMadeAgainFromItsProvenance(SgdCase<?> training) throws IOException {
        check(training);
    }

    private static <T extends Output<T>> void check(SgdCase<T> training) throws IOException {
        Model<T> first = training.train();
        Model<T> model = training.train();
        // Shuffled otherwise, and so another.
        assertThat(SavedSgdModel.description(model)).isNotEqualTo(SavedSgdModel.description(first));
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        model.serializeToStream(saved);
        Model<?> loaded = Model.deserializeFromStream(new ByteArrayInputStream(saved.toByteArray()));
        Trainer<?> trainer = configured(loaded, Trainer.class);
        assertThat(trainer)
                .isNotSameAs(training.trainer())
                .hasToString(training.trainer().toString());
        trainer.setInvocationCount(invocation(loaded));
        Model<T> again = training.train(trainer);
        assertThat(SavedSgdModel.description(again)).isEqualTo(SavedSgdModel.description(model));
        assertThat(again.getProvenance().getTrainerProvenance())
                .isEqualTo(loaded.getProvenance().getTrainerProvenance());
    }

    @Test
    void soIsACrf() {
        CRFModel model = SgdCase.crf();
        CRFTrainer trainer = configured(model, CRFTrainer.class);
        assertThat(trainer).hasToString(SgdCase.crfTrainer().toString());
        assertThat(SavedSgdModel.description(trainer.train(SgdCase.sequences())))
                .isEqualTo(SavedSgdModel.description(model));
    }

    private static <C extends Configurable> C configured(Provenancable<ModelProvenance> model, Class<C> type) {
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(ProvenanceUtil.extractConfiguration(model.getProvenance()));
            return manager.lookupSingleton(type, true);
        }
    }

    private static int invocation(Model<?> model) {
        return ((IntProvenance) model.getProvenance()
                        .getTrainerProvenance()
                        .getInstanceValues()
                        .get("train-invocation-count"))
                .getValue();
    }

    /** Whichever thread has which turn, the model of that turn is the same. */
    @ParameterizedTest
    @MethodSource("org.ridgeline.tribuo.sgd.SgdCase#all")
    void threadsThatShareATrainer(SgdCase<?> training) throws Exception {
        Map<Integer, String> wanted = new TreeMap<>();
        for (int turn = 0; turn < THREADS; turn++) {
            training.trainer().setInvocationCount(turn);
            wanted.put(turn, SavedSgdModel.description(training.train()));
        }
        training.trainer().setInvocationCount(0);
        Map<Integer, String> found = new TreeMap<>();
        for (Model<?> model : together(IntStream.range(0, THREADS)
                .mapToObj(i -> (Callable<Model<?>>) training::train)
                .toList())) {
            found.put(invocation(model), SavedSgdModel.description(model));
        }
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void trainersThatShareAnOptimiser() throws Exception {
        MutableDataset<Label> data = Rows.random(6, 300, 10, 3, 0.4).labelled(6);
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("group-l2(lambda=0.02)");
        List<String> wanted = new ArrayList<>();
        List<Callable<Model<?>>> trainings = new ArrayList<>();
        for (int seed = 0; seed < THREADS; seed++) {
            LinearSGDTrainer alone = new LinearSGDTrainer(
                    new LogMulticlass(), new RegularizedAdaGrad("group-l2(lambda=0.02)"), 10, seed);
            wanted.add(SavedSgdModel.description(alone.train(data)));
            LinearSGDTrainer sharing = new LinearSGDTrainer(new LogMulticlass(), optimiser, 10, seed);
            trainings.add(() -> sharing.train(data));
        }
        assertThat(together(trainings).stream().map(SavedSgdModel::description)).containsExactlyElementsOf(wanted);
    }

    /** The models of trainings that start at the same time. */
    private static List<Model<?>> together(List<Callable<Model<?>>> trainings) throws Exception {
        CountDownLatch all = new CountDownLatch(trainings.size());
        ExecutorService executor = Executors.newFixedThreadPool(trainings.size());
        try {
            List<Future<Model<?>>> futures = new ArrayList<>();
            for (Callable<Model<?>> training : trainings) {
                futures.add(executor.submit(() -> {
                    all.countDown();
                    all.await();
                    return training.call();
                }));
            }
            List<Model<?>> models = new ArrayList<>();
            for (Future<Model<?>> future : futures) {
                models.add(future.get());
            }
            return models;
        } finally {
            executor.shutdownNow();
        }
    }
}
