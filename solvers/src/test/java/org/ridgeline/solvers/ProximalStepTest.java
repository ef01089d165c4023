package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;

/**
 * On the rows ±c·e₁ … ±c·e_p with the targets ±y₁ … ±y_p a fit is one proximal step of y/c, and if p and c are powers of
 * two nothing on the way is rounded. Adapters show by it that a host trains with the very same penalty.
 */
class ProximalStepTest {

    private record Case(long seed, int p, double c, Regularizer regularizer, Standardization scale, boolean inPairs) {
        double[] targets() {
            SplittableRandom random = new SplittableRandom(seed);
            double[] y = new double[p];
            Arrays.setAll(y, i -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-seed, seed)));
            return y;
        }

        Groups groups() {
            return Groups.strided(1, Math.max(1, p / 4), p);
        }

        Problem problem(boolean intercept) {
            double[][] rows = new double[2 * p][p];
            double[] y = new double[2 * p];
            for (int i = 0; i < p; i++) {
                int plus = inPairs ? 2 * i : i;
                int minus = inPairs ? 2 * i + 1 : p + i;
                rows[plus][i] = c;
                y[plus] = targets()[i];
                rows[minus][i] = -c;
                y[minus] = -targets()[i];
            }
            return Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED)
                    .withGroups(groups())
                    .withStandardization(scale)
                    .withIntercept(intercept);
        }
    }

    static Stream<Case> cases() {
        List<Regularizer> regularizers =
                List.of(L1.of(0.3), L2.of(0.7), ElasticNet.of(0.3, 0.4), GroupL2.of(0.2), L1.of(0), L1.of(1e9));
        return TestData.seeds()
                .boxed()
                .flatMap(seed -> Stream.of(1, 2, 4, 16, 128)
                        .flatMap(p -> Stream.of(0.5, 1.0, 2.0, 4.0)
                                .flatMap(c -> regularizers.stream()
                                        .flatMap(regularizer -> Stream.of(true, false)
                                                .map(pairs -> new Case(
                                                        seed, p, c, regularizer, Standardization.NONE, pairs))))));
    }

    /** Where p is a power of four, the deviation c/√p is exact too. */
    static Stream<Case> standardized() {
        return cases().filter(it -> it.p != 2 && it.p != 128)
                .map(it -> new Case(it.seed, it.p, it.c, it.regularizer, Standardization.POPULATION, it.inPairs));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFitIsOneProximalStepBitForBit(Case it) {
        assertStep(it, it.c, it.p / (2 * it.c * it.c));
    }

    @ParameterizedTest
    @MethodSource("standardized")
    void standardisingKeepsTheBits(Case it) {
        assertStep(it, Math.sqrt(it.p), 0.5);
    }

    /** The fit is prox(y/scale, step). */
    private static void assertStep(Case it, double scale, double step) {
        double[] wanted = Arrays.stream(it.targets()).map(y -> y / scale).toArray();
        it.regularizer.prox(Weights.of(wanted, it.groups()), step);
        for (boolean intercept : new boolean[] {false, true}) {
            Fit fit = Solver.standard().fit(it.problem(intercept), it.regularizer);
            assertThat(fit.standardizedCoefficients())
                    .as("intercept %s", intercept)
                    .isEqualTo(wanted);
            assertThat(fit.intercept()).isEqualTo(0);
            assertThat(fit.converged()).isTrue();
        }
    }
}
