package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/** How a fit goes on: warm starts, interruption, threads, the same bits again. */
class RunTest {

    private static final Solver TIGHT = Solver.standard().withTolerance(1e-12);
    private static final Regularizer REGULARIZER = ElasticNet.of(0.01, 0.5);

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void aWarmStartGivesTheSameFitInFewerSteps(Loss loss) {
        Problem problem = TestData.problem(loss, 1, 80, 10).withStandardization(Standardization.POPULATION);
        Fit cold = TIGHT.fit(problem, REGULARIZER);
        Fit near = TIGHT.fit(problem, REGULARIZER.withLambda(1.001 * REGULARIZER.lambda()));
        Fit warm = TIGHT.fit(problem, REGULARIZER, near);
        assertSame(warm, cold);
        assertThat(warm.iterations()).isLessThan(cold.iterations());
        assertThat(TIGHT.fit(problem, REGULARIZER, cold).iterations()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void aWarmStartGoesFromOneScaleAndInterceptToAnother(Loss loss) {
        Problem problem = TestData.problem(loss, 2, 80, 10);
        List<Problem> problems = new ArrayList<>();
        for (Standardization standardization : Standardization.values()) {
            for (boolean intercept : new boolean[] {true, false}) {
                problems.add(problem.withStandardization(standardization).withIntercept(intercept));
            }
        }
        problems.add(problem.selectRows(IntStream.range(10, 60).toArray()));
        for (Problem from : problems) {
            Fit start = TIGHT.fit(from, REGULARIZER);
            for (Problem to : problems) {
                assertSame(TIGHT.fit(to, REGULARIZER, start), TIGHT.fit(to, REGULARIZER));
            }
        }
    }

    @Test
    void aWarmStartWorseThanNothingDoesNoHarm() {
        Problem problem = TestData.problem(Loss.LOGISTIC, 3, 80, 10);
        double[][] tiny = new double[20][10];
        double[] y = new double[20];
        for (int i = 0; i < 20; i++) {
            tiny[i][i % 10] = 1e-9 * (i + 1);
            y[i] = i % 3;
        }
        Fit absurd = TIGHT.fit(Problem.of(DenseFeatures.ofRows(tiny), y, Loss.SQUARED), L2.of(0));
        assertThat(TestData.largest(absurd.coefficients())).isGreaterThan(1e6);
        assertSame(TIGHT.fit(problem, REGULARIZER, absurd), TIGHT.fit(problem, REGULARIZER));
    }

    @Test
    void aWarmStartHasTheZerosOfItsOwnPenalty() {
        Problem problem = TestData.problem(Loss.SQUARED, 4, 80, 10);
        Fit ridge = TIGHT.fit(problem, L2.of(1));
        assertThat(ridge.nonzeros()).isEqualTo(10);
        assertThat(Solver.standard()
                        .withTolerance(1e9)
                        .fit(problem, L1.of(1e6), ridge)
                        .nonzeros())
                .isZero();
    }

    @Test
    @Timeout(30)
    void interruptionEndsAFitAndKeepsTheFlag() throws Exception {
        Problem problem = TestData.problem(Loss.LOGISTIC, 5, 200, 20);
        CountDownLatch started = new CountDownLatch(1);
        Solver endless = new Solver(Double.MIN_VALUE, Integer.MAX_VALUE);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> flag = executor.submit(() -> {
                started.countDown();
                assertThatThrownBy(() -> endless.fit(problem, new Huber(0.01)))
                        .isInstanceOf(CancellationException.class)
                        .hasMessageContainingAll("interrupted", "steps");
                return Thread.currentThread().isInterrupted();
            });
            started.await();
            executor.shutdownNow();
            assertThat(flag.get()).isTrue();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anInterruptedThreadDoesNotBegin() {
        Problem problem = TestData.problem(Loss.SQUARED, 5, 20, 2);
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> TIGHT.fit(problem, L1.of(1e9)))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("after 0 steps");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void manyThreadsAtOnceGetTheBitsOfOne(Loss loss) throws Exception {
        Problem problem = TestData.problem(loss, 6, 100, 12).withStandardization(Standardization.SAMPLE);
        Fit wanted = TIGHT.fit(problem, REGULARIZER);
        Callable<Fit> task = () -> TIGHT.fit(problem, REGULARIZER);
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            for (Future<Fit> future : executor.invokeAll(Collections.nCopies(32, task))) {
                assertSameBits(future.get(), wanted);
            }
        } finally {
            executor.shutdown();
            assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.solvers.TestData#losses")
    void theSameDataGiveTheSameBits(Loss loss) {
        Fit first = TIGHT.fit(TestData.problem(loss, 7, 100, 12), REGULARIZER);
        Fit second = TIGHT.fit(TestData.problem(loss, 7, 100, 12), REGULARIZER);
        assertSameBits(second, first);
        assertThat(second.toString()).isEqualTo(first.toString());
    }

    private static void assertSameBits(Fit fit, Fit wanted) {
        assertThat(fit.coefficients()).isEqualTo(wanted.coefficients());
        assertThat(fit.intercepts()).isEqualTo(wanted.intercepts());
        assertThat(fit.objective()).isEqualTo(wanted.objective());
        assertThat(fit.certificate()).isEqualTo(wanted.certificate());
        assertThat(fit.iterations()).isEqualTo(wanted.iterations());
    }

    private static void assertSame(Fit fit, Fit wanted) {
        double tolerance = 1e-9 * Math.max(1, TestData.largest(wanted.coefficients()));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.coefficients()).containsExactly(wanted.coefficients(), within(tolerance));
        assertThat(fit.intercepts()).containsExactly(wanted.intercepts(), within(tolerance));
        assertThat(Arrays.stream(fit.coefficients()).filter(w -> w == 0).count())
                .isEqualTo(
                        Arrays.stream(wanted.coefficients()).filter(w -> w == 0).count());
    }
}
