package org.ridgeline.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.ridgeline.Groups;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.dl4j.LinearNetwork.Loss;
import org.ridgeline.penalties.Adaptive;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

class LinearNetworkTest {

    private static final double[][] ROWS = {{1, 2}, {-1, 0.5}, {0.25, -1}};

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void reachesTheGoldenFits(GoldenFit golden) {
        LinearNetwork.Fit fit = GoldenNetworks.model(golden).fit(golden.standardizedRows(), golden.target());

        double largest =
                Arrays.stream(golden.coefficients()).map(Math::abs).max().orElseThrow();
        assertThat(fit.converged()).isTrue();
        assertThat(fit.iterations()).isLessThan(2000);
        assertThat(fit.bias()).isCloseTo(golden.intercept(), within(1e-6 * Math.max(largest, 1)));
        for (int j = 0; j < fit.weights().length; j++) {
            assertThat(fit.weights()[j]).isCloseTo(golden.coefficients()[j], within(1e-6 * largest));
            assertThat(fit.weights()[j] == 0).isEqualTo(golden.coefficients()[j] == 0);
        }
    }

    @Test
    void theNetworkHasTheWeightsThatAreReturned() {
        LinearNetwork.Fit fit = LinearNetwork.of(Loss.LOGISTIC, L2.of(0.1), Groups.singletons(2))
                .fit(ROWS, new double[] {1, 0, 1});

        double[] output = fit.network().output(Nd4j.createFromArray(ROWS)).toDoubleVector();
        for (int i = 0; i < ROWS.length; i++) {
            double f = fit.bias() + fit.weights()[0] * ROWS[i][0] + fit.weights()[1] * ROWS[i][1];
            assertThat(output[i]).isCloseTo(1 / (1 + Math.exp(-f)), within(1e-15));
        }
    }

    @Test
    void saysWhenItHasNotConverged() {
        LinearNetwork model = LinearNetwork.of(Loss.SQUARED, L1.of(0.01), Groups.singletons(2));

        LinearNetwork.Fit few = model.maxIterations(3).fit(ROWS, new double[] {1, 2, 3});
        LinearNetwork.Fit coarse = model.tolerance(1e-2).fit(ROWS, new double[] {1, 2, 3});

        assertThat(few.converged()).isFalse();
        assertThat(few.iterations()).isEqualTo(3);
        assertThat(few.residual()).isGreaterThan(1e-10);
        assertThat(coarse.converged()).isTrue();
        assertThat(coarse.residual()).isLessThanOrEqualTo(1e-2).isGreaterThan(1e-10);
    }

    @Test
    void honoursInterruption() {
        LinearNetwork model = LinearNetwork.of(Loss.SQUARED, L1.of(0.01), Groups.singletons(2));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> model.fit(ROWS, new double[] {1, 2, 3})).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesDataThatDoNotFit() {
        LinearNetwork squared = LinearNetwork.of(Loss.SQUARED, L1.of(0.1), Groups.singletons(2));
        LinearNetwork logistic = LinearNetwork.of(Loss.LOGISTIC, L1.of(0.1), Groups.singletons(2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> squared.fit(ROWS, new double[] {1}))
                .withMessageContainingAll("3 examples", "1 targets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> squared.fit(new double[][] {{1, 2}, {1, 2, 3}}, new double[] {1, 2}))
                .withMessageContainingAll("2 features", "example 1 has 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> squared.fit(new double[][] {{1, Double.NaN}}, new double[] {1}))
                .withMessageContainingAll("finite", "NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> logistic.fit(ROWS, new double[] {1, 2, 1}))
                .withMessageContainingAll("0 and 1", "[1.0, 2.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearNetwork.of(Loss.SQUARED, Adaptive.of(L1.of(1)), Groups.singletons(2)))
                .withMessageContainingAll("fixed lambda", "adaptive(");
        assertThatIllegalArgumentException().isThrownBy(() -> squared.tolerance(0));
        assertThatIllegalArgumentException().isThrownBy(() -> squared.maxIterations(0));
    }
}
