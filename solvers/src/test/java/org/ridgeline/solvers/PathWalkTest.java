package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.penalties.L1;

class PathWalkTest {

    private static final LambdaPath GRID = LambdaPath.geometric(6, 0.05);

    /** SLOPE is fitted by proximal gradient steps, l2 with the logistic loss by Newton steps, the others by descent. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "squared | l1",
                "squared | slope",
                "squared | l2",
                "logistic | elastic-net",
                "logistic | group-l2",
                "logistic | slope",
                "logistic | l2"
            })
    void everyFitIsThatOfTheWholePath(String loss, String text) {
        Problem problem = TestData.problem(Loss.of(loss), 1, 60, 9);
        Regularizer regularizer = Regularizers.load().parse(text + "(lambda=1)");
        PathFit whole = Solver.standard().path(problem, regularizer, GRID);
        PathWalk walk = Solver.standard().walk(problem, regularizer, GRID);

        assertThat(walk.size()).isEqualTo(6);
        for (int k = 0; k < 6; k++) {
            assertThat(walk.hasNext()).isTrue();
            assertThat(walk.fitted()).isEqualTo(k);
            assertThat(walk.lambda(k)).isEqualTo(whole.lambda(k));
            walk.next();
            Fit fit = walk.toPath().fit(k);
            assertThat(fit.standardizedCoefficients()).isEqualTo(whole.fit(k).standardizedCoefficients());
            assertThat(fit.intercepts()).isEqualTo(whole.fit(k).intercepts());
            assertThat(fit.regularizer()).isEqualTo(whole.fit(k).regularizer());
            assertThat(walk.toPath().explained(k)).isEqualTo(whole.explained(k));
        }
        assertThat(walk.hasNext()).isFalse();
        assertThat(walk.toPath().lambdaMax()).isEqualTo(whole.lambdaMax());
        assertThatThrownBy(walk::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("all 6 lambdas");
    }

    @Test
    void aWalkEndsWhereItsPathEnds() {
        Problem problem = TestData.problem(Loss.SQUARED, 1, 60, 9);
        LambdaPath path = GRID.untilExplained(0.3);
        PathWalk walk = Solver.standard().walk(problem, L1.of(1), path);
        while (walk.hasNext()) {
            walk.next();
        }

        assertThat(walk.fitted())
                .isEqualTo(Solver.standard().path(problem, L1.of(1), path).size())
                .isBetween(2, 5);
    }

    @Test
    void thereIsNoPathBeforeTheFirstFitNorAWayOnFromABrokenOne() {
        PathWalk walk = Solver.standard().walk(TestData.problem(Loss.LOGISTIC, 1, 60, 9), L1.of(1), GRID);
        assertThatThrownBy(walk::toPath)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no lambda of the path is fitted yet");
        walk.next();

        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> {
                        while (walk.hasNext()) {
                            walk.next();
                        }
                    })
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
        assertThat(walk.toPath().size()).isEqualTo(walk.fitted());
        assertThatThrownBy(walk::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin a new walk");
    }
}
