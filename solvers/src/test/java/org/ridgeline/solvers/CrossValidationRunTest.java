package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.penalties.L1;

/** Progress, cancellation and failures. */
@Timeout(60)
class CrossValidationRunTest {

    private static final CrossValidation FIVE = CrossValidation.of(5, 1);
    private static final Problem PROBLEM = TestData.problem(Loss.SQUARED, 3, 50, 5);

    private static CrossValidationFit run(CrossValidation validation, Problem problem) {
        return validation.run(Solver.standard(), problem, L1.of(1), LambdaPath.geometric(5, 0.01));
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("ridgeline fold"));
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theListenerIsToldOfEachPathByTheCallingThread(int threads) {
        List<Integer> told = new ArrayList<>();
        run(
                FIVE.withThreads(threads).withListener((done, total) -> {
                    assertThat(inFold()).isFalse();
                    assertThat(total).isEqualTo(6);
                    told.add(done);
                }),
                PROBLEM);
        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void whatTheListenerThrowsEndsTheWork() {
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() -> run(
                        FIVE.withThreads(2).withListener((done, total) -> {
                            if (done == 3) {
                                throw enough;
                            }
                        }),
                        PROBLEM))
                .isSameAs(enough);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void asManyFoldsRunAtATimeAsThereAreThreads(int threads) {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(threads);
        run(
                FIVE.withThreads(threads).withMeasure((validation, scores) -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    together.countDown();
                    await(together);
                    running.decrementAndGet();
                    return validation.meanLoss(scores);
                }),
                PROBLEM);
        assertThat(most.get()).isEqualTo(threads);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void interruptingTheCallerCancelsTheFolds(int threads) {
        Thread caller = Thread.currentThread();
        AtomicInteger interrupted = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(threads);
        CrossValidation validation = FIVE.withThreads(threads).withMeasure((part, scores) -> {
            started.countDown();
            try {
                started.await();
                caller.interrupt();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw new IllegalStateException("cancelled", e);
            }
            return 0;
        });
        assertThatThrownBy(() -> run(validation, PROBLEM))
                .isInstanceOf(CancellationException.class)
                .hasMessage("the cross-validation was interrupted");
        assertThat(interrupted.get()).isEqualTo(threads);
        // As after any other interrupted fit, the thread still knows of it.
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A lasso that never settles in a fold of another thread, and has the caller interrupted there. */
    private record Restless(Thread caller, CountDownLatch begun, double lambda) implements Regularizer {
        @Override
        public Restless withLambda(double other) {
            return new Restless(caller, begun, other);
        }

        @Override
        public double penalty(Weights weights) {
            return L1.of(lambda).penalty(weights);
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            L1.of(lambda).addGradient(weights, scale, gradient);
        }

        @Override
        public void prox(Weights weights, double step) {
            L1.of(lambda).prox(weights, step);
            if (inFold()) {
                begun.countDown();
                caller.interrupt();
                weights.values()[0] = ThreadLocalRandom.current().nextDouble();
            }
        }
    }

    private static void awaitOrStayInterrupted(CountDownLatch begun) {
        try {
            begun.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean inFold() {
        return Thread.currentThread().getName().equals("ridgeline fold");
    }

    @Test
    void anInterruptedFoldEndsInTheMiddleOfItsFit() {
        Solver patient = Solver.standard().withMaxIterations(Integer.MAX_VALUE);
        CountDownLatch begun = new CountDownLatch(1);
        // So that the caller does not take all folds before the other thread has started.
        CrossValidation validation = FIVE.withThreads(2).withListener((done, total) -> awaitOrStayInterrupted(begun));
        Restless restless = new Restless(Thread.currentThread(), begun, 1);
        assertThatThrownBy(() -> validation.run(patient, PROBLEM, restless, LambdaPath.of(0.1)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("the cross-validation was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aListenerMayCancelWithoutAnInterruption(int threads) {
        CancellationException cancelled = new CancellationException("enough");
        CrossValidation validation = FIVE.withThreads(threads).withListener((done, total) -> {
            if (done == 3) {
                throw cancelled;
            }
        });
        assertThatThrownBy(() -> run(validation, PROBLEM)).isSameAs(cancelled);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aCallerThatIsInterruptedAlreadyFitsNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(FIVE, PROBLEM)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Fails in folds 1 and above, each with its own message. */
    private static Measure failingFrom(int fold, Function<String, RuntimeException> exception) {
        return (validation, scores) -> {
            int current = (int) validation.targets()[0];
            if (current >= fold) {
                throw exception.apply("no value of " + current);
            }
            return 0;
        };
    }

    /** Every row of a fold has the number of its fold as its target. */
    private static CrossValidation byTarget(int threads) {
        return CrossValidation.ofFolds(0, 1, 2, 3, 0, 1, 2, 3).withThreads(threads);
    }

    private static Problem targetsAreFolds() {
        double[] y = {0, 1, 2, 3, 0, 1, 2, 3};
        return Problem.of(DenseFeatures.ofColumns(8, new double[] {1, 0, 1, 2, 1, 0, 3, 1}), y, Loss.SQUARED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theLowestFoldThatFailsIsNamed(int threads) {
        for (int repeat = 0; repeat < 20; repeat++) {
            assertThatThrownBy(() -> run(
                            byTarget(threads).withMeasure(failingFrom(1, IllegalArgumentException::new)),
                            targetsAreFolds()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fold 1: no value of 1")
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theKindOfTheFailureStays() {
        assertThatThrownBy(() ->
                        run(byTarget(1).withMeasure(failingFrom(2, ArithmeticException::new)), targetsAreFolds()))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("fold 2: no value of 2");
        assertThatThrownBy(() ->
                        run(byTarget(1).withMeasure(failingFrom(2, IllegalStateException::new)), targetsAreFolds()))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("fold 2: no value of 2");
        assertThatThrownBy(() -> run(
                        byTarget(1).withMeasure(failingFrom(3, UnsupportedOperationException::new)), targetsAreFolds()))
                .isExactlyInstanceOf(CompletionException.class)
                .hasMessage("fold 3: java.lang.UnsupportedOperationException: no value of 3")
                .hasCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void afterAFailureNoFoldIsStarted() {
        List<Integer> measured = new ArrayList<>();
        assertThatThrownBy(() -> run(
                        byTarget(1).withMeasure((validation, scores) -> {
                            measured.add((int) validation.targets()[0]);
                            throw new IllegalStateException("broken");
                        }),
                        targetsAreFolds()))
                .hasMessage("fold 0: broken");
        assertThat(measured).containsExactly(0);
    }
}
