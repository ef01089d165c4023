package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.solvers.Measures;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.Pegasos;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.objectives.SquaredLoss;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.test.MockOutput;
import org.tribuo.test.MockOutputFactory;

/** Bad input, of every kind, is refused with what was wanted, what was found, and what there is. */
class LambdaSearchErrorsTest {

    private static final LambdaSelection THREE_FOLDS = LambdaSelection.best().withFolds(3);

    private final MutableDataset<Label> classes = Toys.classification(2, 60);
    private final MutableDataset<Regressor> numbers = Toys.regression(2, 60);

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }

    private static LinearSGDTrainer pegasos() {
        return new LinearSGDTrainer(new LogMulticlass(), new Pegasos(0.1, 0.5), 3, -1, 1, 7);
    }

    private static LambdaSearch<Regressor> exact() {
        return new LambdaSearch<>(new RegularizedLinearRegressionTrainer("l1")).withSelection(THREE_FOLDS);
    }

    @Test
    void withoutARegularizerThePropertyMustBeSaid() {
        refused(() -> new LambdaSearch<>(pegasos()))
                .hasMessage(
                        "wanted to find lambda in the one regularizer of LinearSGDTrainer, but it has none: say which"
                                + " 'property' holds lambda; there are [optimiser.baseRate, optimiser.lambda]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optimizer.lambda | there is no property 'optimizer.lambda' in the configuration of LinearSGDTrainer",
                "lambda | there is no property 'lambda' in the configuration of LinearSGDTrainer",
                "optimiser | wanted a real number or the text form of a regularizer, but 'optimiser' of LinearSGDTrainer is",
                "epochs | wanted a real number or the text form of a regularizer, but 'epochs' of LinearSGDTrainer is '3'",
                "shuffle | wanted a real number or the text form of a regularizer, but 'shuffle' of LinearSGDTrainer is 'true'"
            })
    void aPropertyThatHoldsNoLambdaIsRefused(String property, String message) {
        refused(() -> new LambdaSearch<>(pegasos(), property))
                .hasMessageStartingWith(message)
                .hasMessageEndingWith("; there are [optimiser.baseRate, optimiser.lambda]");
    }

    @Test
    void aTextThatIsNoRegularizerIsRefused() {
        refused(() -> new LambdaSearch<>(new RegularizedLinearRegressionTrainer("l1"), "lossScale"))
                .hasMessageContaining("but 'lossScale' of RegularizedLinearRegressionTrainer is 'mean' (")
                .hasMessageContaining("elastic-net")
                .hasMessageContaining("; there are [lambdaRatio, regularizer, tolerance, validationShare]");
    }

    @Test
    void aLambdaThatMovesIsRefused() {
        refused(() -> new LambdaSearch<>(new RegularizedLinearRegressionTrainer("adaptive(base=l1(lambda=1))")))
                .hasMessageContaining("finds lambda itself, but lambda is also to be searched");
        refused(() -> new LambdaSearch<>(
                        Wrapped.scaled(new RegularizedLinearRegressionTrainer("adaptive(base=l1(lambda=1))"))))
                .hasMessageContaining("finds lambda itself, but lambda is also to be searched");
    }

    @Test
    void aTrainerThatChoosesLambdaIsRefused() {
        RegularizedLinearRegressionTrainer chooses = new RegularizedLinearRegressionTrainer(
                "l1", TrainingOptions.standard().withLambda(LambdaSelection.best()));
        refused(() -> new LambdaSearch<>(chooses))
                .hasMessage("wanted a trainer whose lambda is fixed, but 'lambdaSelection' is 'cv'");
        refused(() -> new LambdaSearch<>(Wrapped.scaled(chooses)))
                .hasMessage("wanted a trainer whose lambda is fixed, but 'innerTrainer.lambdaSelection' of"
                        + " TransformTrainer is 'cv'");
        refused(() -> new LambdaSearch<>(exact(), "trainer.regularizer"))
                .hasMessageContaining("'lambdaSelection' of LambdaSearch is 'cv'");
    }

    @Test
    void aRegularizerHasNoInverse() {
        refused(() -> exact().withInverse()).hasMessage("a regularizer such as l1(lambda=1) has no inverse of lambda");
        refused(() -> new LambdaSearch<>(Wrapped.scaled(new RegularizedLinearRegressionTrainer("l1"))).withInverse())
                .hasMessageContaining("has no inverse of lambda");
    }

    /** Cannot be made from a configuration: there is no constructor without arguments. */
    private static final class Unconfigurable implements Trainer<Label> {
        @Config
        private double strength;

        Unconfigurable(double strength) {
            this.strength = strength;
        }

        @Override
        public Model<Label> train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
            throw new IllegalStateException("strength " + strength);
        }

        @Override
        public int getInvocationCount() {
            return 0;
        }

        @Override
        public TrainerProvenance getProvenance() {
            return new TrainerProvenanceImpl(this);
        }
    }

    @Test
    void aTrainerThatCannotBeCopiedIsRefused() {
        refused(() -> new LambdaSearch<>(new Unconfigurable(1), "strength"))
                .hasMessageStartingWith("LambdaSearchErrorsTest$Unconfigurable cannot be made from its configuration: ")
                .hasMessageContaining("No-args constructor not found");
    }

    @Test
    void theGridMustBeSaidWhereTheLargestLambdaIsNotKnown() {
        refused(() -> new LambdaSearch<>(new ElasticNetCDTrainer(1, 0.5), "alpha").train(numbers))
                .hasMessage("wanted the lambdas to compare, or the largest of a grid: which 'alpha' of"
                        + " ElasticNetCDTrainer makes all weights zero is not known, as it is for the trainers of this"
                        + " library");
    }

    @Test
    void wrongLambdasAreRefused() {
        refused(() -> exact().withLambdas()).hasMessageContaining("at least one lambda");
        refused(() -> exact().withLambdas(1, -1)).hasMessageContaining("-1");
        refused(() -> exact().withLambdas(Double.NaN)).hasMessageContaining("NaN");
        refused(() -> exact().withLargestLambda(0)).hasMessageContaining("the largest lambda");
        refused(() -> exact().withLargestLambda(-2)).hasMessageContaining("the largest lambda");
        refused(() -> exact().withSelection(THREE_FOLDS.withGrid(7, 0.1)).withLambdas(1, 2))
                .hasMessageContaining("wanted lambdas one by one or a grid of them, but found both: [1.0, 2.0], and 7");
        refused(() -> exact().withLambdas(1, 2).withSelection(THREE_FOLDS.withGrid(7, 0.1)))
                .hasMessageContaining("but found both");
        LambdaSearch<Label> inverse = new LambdaSearch<>(new LibLinearClassificationTrainer(), "cost").withInverse();
        refused(() -> inverse.withLambdas(1, 0))
                .hasMessage("wanted every lambda > 0 where the property is 1/lambda, but found [1.0, 0.0]");
    }

    @Test
    void aFixedLambdaIsNoChoice() {
        refused(() -> exact().withSelection(LambdaSelection.fixed()))
                .hasMessageContainingAll("'cv' or 'cv-1se'", "'fixed'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absolute-error", "squared-error"})
    void classesAreMeasuredAsClasses(String measure) {
        LambdaSearch<Label> search = new LambdaSearch<>(new RegularizedLogisticTrainer("l1"))
                .withSelection(THREE_FOLDS.withMeasure(Measures.of(measure)));
        refused(() -> search.train(classes))
                .hasMessage("there is no measure '" + measure + "' of classes; there are [loss, error-rate]");
    }

    @Test
    void numbersAreMeasuredAsNumbers() {
        refused(() -> exact().withSelection(THREE_FOLDS.withMeasure(Measures.ERROR_RATE))
                        .train(numbers))
                .hasMessage("there is no measure 'error-rate' of numbers; there are [loss, absolute-error,"
                        + " squared-error]");
    }

    @Test
    void logLossNeedsProbabilities() {
        LambdaSearch<Label> search = new LambdaSearch<>(
                        new LinearSGDTrainer(new Hinge(), new Pegasos(0.1, 0.5), 3, -1, 1, 7), "optimiser.lambda")
                .withSelection(THREE_FOLDS)
                .withLambdas(0.1);
        refused(() -> search.train(classes))
                .hasMessage(
                        "lambda 0.1, fold 0 of 3: the measure 'loss' needs probabilities, which this trainer's models"
                                + " do not give; the measure 'error-rate' does without");
    }

    @Test
    void dataThatCannotBeSearchedOnAreRefused() {
        MutableDataset<Regressor> empty = new MutableDataset<>(numbers.getSourceProvenance(), new RegressionFactory());
        refused(() -> exact().train(empty)).hasMessageContaining("the dataset is empty");
        MutableDataset<Regressor> unknown = Toys.regression(1, 3);
        unknown.add(new ArrayExample<>(RegressionFactory.UNKNOWN_REGRESSOR, new String[] {"a@1"}, new double[] {1}));
        refused(() -> exact().train(unknown)).hasMessageContaining("1 of 4 are unknown");
        refused(() -> exact().train(Toys.regression(1, 2)))
                .hasMessageContaining("2 rows of positive weight for 3 folds");
        MutableDataset<Regressor> negative = Toys.regression(1, 9);
        negative.getExample(4).setWeight(-1);
        refused(() -> exact().train(negative)).hasMessageContaining("that of example 4 is -1.0");
    }

    @Test
    void aClassOfOneExampleIsRefused() {
        double[][] rows = Toys.rows(2, 12);
        String[] labels = new String[12];
        for (int i = 0; i < 12; i++) {
            labels[i] = i == 5 ? "rare" : i % 2 == 0 ? "even" : "odd";
        }
        LambdaSearch<Label> search =
                new LambdaSearch<>(new RegularizedLogisticTrainer("l1")).withSelection(THREE_FOLDS);
        refused(() -> search.train(Examples.classification(Toys.NAMES, rows, labels)))
                .hasMessageMatching("fold \\d of 3 has all 1 examples of class rare, so that none is left to train on");
    }

    @Test
    void otherOutputsCannotBeMeasured() {
        MockOutputFactory factory = new MockOutputFactory();
        MutableDataset<MockOutput> others =
                new MutableDataset<>(new SimpleDataSourceProvenance("made in a test", factory), factory);
        others.add(new ArrayExample<>(new MockOutput("new"), new String[] {"a"}, new double[] {1}));
        LambdaSearch<MockOutput> search = new LambdaSearch<>(new Failing<MockOutput>(), "strength").withLambdas(1);
        refused(() -> search.train(others))
                .hasMessage("wanted outputs of the type Label, Regressor or MultiLabel, but found"
                        + " org.tribuo.test.MockOutput, of which nothing can be measured here");
    }

    /** Fails from a strength on. */
    static final class Failing<T extends Output<T>> implements Trainer<T> {
        @Config
        private double strength = 1;

        @Override
        public Model<T> train(Dataset<T> examples, Map<String, Provenance> runProvenance) {
            if (strength < 0.25) {
                throw new IllegalArgumentException("too weak: " + strength);
            }
            throw new UnsupportedOperationException("strength " + strength);
        }

        @Override
        public int getInvocationCount() {
            return 0;
        }

        @Override
        public TrainerProvenance getProvenance() {
            return new TrainerProvenanceImpl(this);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aTrainingThatFailsIsNamed(int threads) {
        LambdaSearch<Label> search =
                new LambdaSearch<>(new Failing<Label>(), "strength").withSelection(THREE_FOLDS.withThreads(threads));
        refused(() -> search.withLambdas(0.1, 0.2).train(classes))
                .hasMessage("lambda 0.2, fold 0 of 3: too weak: 0.2")
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too weak: 0.2");
        assertThatThrownBy(() -> search.withLambdas(0.1, 0.2, 0.5, 0.75).train(classes))
                .isInstanceOf(CompletionException.class)
                .hasMessage("lambda 0.75, fold 0 of 3: java.lang.UnsupportedOperationException: strength 0.75")
                .hasCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsFiniteForNoLambdaIsAnError() {
        // Steps that large end in weights that are no numbers.
        LambdaSearch<Regressor> search = new LambdaSearch<>(
                        new org.tribuo.regression.sgd.linear.LinearSGDTrainer(new SquaredLoss(), new AdaGrad(1), 3, 7),
                        "optimiser.initialLearningRate")
                .withSelection(THREE_FOLDS)
                .withLambdas(1e300);
        assertThatThrownBy(() -> search.train(numbers))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the measure loss is finite for no lambda of the path");
    }

    /** Trains until it is interrupted. */
    static final class Endless implements Trainer<Label> {
        static final AtomicReference<CountDownLatch> STARTED = new AtomicReference<>(new CountDownLatch(1));
        static final AtomicReference<CountDownLatch> ENDED = new AtomicReference<>(new CountDownLatch(1));

        @Config
        private double strength = 1;

        @Override
        public Model<Label> train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
            STARTED.get().countDown();
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException("strength " + strength);
            } catch (InterruptedException e) {
                ENDED.get().countDown();
                throw new IllegalStateException("interrupted", e);
            }
        }

        @Override
        public int getInvocationCount() {
            return 0;
        }

        @Override
        public TrainerProvenance getProvenance() {
            return new TrainerProvenanceImpl(this);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptEndsTheSearchAndItsTrainings(int threads) throws InterruptedException {
        Endless.STARTED.set(new CountDownLatch(threads));
        Endless.ENDED.set(new CountDownLatch(threads));
        LambdaSearch<Label> search = new LambdaSearch<>(new Endless(), "strength")
                .withSelection(THREE_FOLDS.withThreads(threads))
                .withLambdas(1, 2);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flagged = new AtomicReference<>(false);
        Thread caller = new Thread(() -> {
            try {
                search.train(classes);
            } catch (CancellationException e) {
                thrown.set(e);
                flagged.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        Endless.STARTED.get().await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).hasMessage("the search for lambda was interrupted");
        assertThat(flagged.get()).isTrue();
        // The search has waited for them.
        assertThat(Endless.ENDED.get().getCount()).isZero();
    }

    @Test
    void theCountOfInvocationsIsNotNegative() {
        refused(() -> exact().setInvocationCount(-1)).hasMessageContaining("must be >= 0, but is -1");
        refused(() -> exact().train(numbers, Map.of(), -2)).hasMessageContaining("must be >= 0, but is -2");
    }
}
