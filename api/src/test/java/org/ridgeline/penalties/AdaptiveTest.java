package org.ridgeline.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Groups;
import org.ridgeline.Progress;
import org.ridgeline.Separability;
import org.ridgeline.Training;
import org.ridgeline.Weights;

class AdaptiveTest {

    /** A validation loss that is least at λ = 1. */
    private static double leastAtOne(double lambda) {
        return Math.abs(Math.log(lambda));
    }

    private static Adaptive from(double lambda, double min, double max) {
        return new Adaptive(new L1(lambda), min, max, 0.5, 1, 1);
    }

    /** Every λ that training visits until it is settled, and the one that it settles at. */
    private static List<Double> visited(Adaptive adaptive, DoubleUnaryOperator validationLoss) {
        Training training = adaptive.train();
        List<Double> lambdas = new ArrayList<>(List.of(training.current().lambda()));
        for (int epoch = 0; !training.settled(); epoch++) {
            double loss = validationLoss.applyAsDouble(training.current().lambda());
            training.observe(new Progress(epoch, Double.NaN, loss, true));
            lambdas.add(training.current().lambda());
        }
        return lambdas;
    }

    @Test
    void descendsUntilTheLossGetsWorseAndReturnsToTheBest() {
        assertThat(visited(from(8, 1e-6, 1e6), AdaptiveTest::leastAtOne)).containsExactly(8.0, 4.0, 2.0, 1.0, 0.5, 1.0);
    }

    @Test
    void turnsUpwardWhenTheStartIsTooLow() {
        assertThat(visited(from(0.25, 1e-6, 1e6), AdaptiveTest::leastAtOne))
                .containsExactly(0.25, 0.125, 0.5, 1.0, 2.0, 1.0);
    }

    @Test
    void staysAtAStartThatIsBest() {
        assertThat(visited(from(1, 1e-6, 1e6), AdaptiveTest::leastAtOne)).containsExactly(1.0, 0.5, 2.0, 1.0);
    }

    @Test
    void stopsAtTheSmallestLambda() {
        assertThat(visited(from(8, 3, 1e6), AdaptiveTest::leastAtOne)).containsExactly(8.0, 4.0, 3.0, 3.0);
    }

    @Test
    void stopsAtTheLargestLambda() {
        assertThat(visited(from(0.25, 0.2, 0.4), AdaptiveTest::leastAtOne)).containsExactly(0.25, 0.2, 0.4, 0.4);
    }

    @Test
    void startsWithinTheBounds() {
        assertThat(visited(from(100, 1e-6, 2), AdaptiveTest::leastAtOne)).containsExactly(2.0, 1.0, 0.5, 1.0);
        assertThat(visited(from(0, 0.5, 2), AdaptiveTest::leastAtOne)).containsExactly(0.5, 1.0, 2.0, 1.0);
    }

    @Test
    void aSinglePossibleLambdaIsTheResult() {
        assertThat(visited(from(1, 3, 3), AdaptiveTest::leastAtOne)).containsExactly(3.0, 3.0);
    }

    @Test
    void aLossThatStaysTheSameIsNotWorse() {
        assertThat(visited(from(8, 1, 8), lambda -> 0.5))
                .startsWith(8.0, 4.0, 2.0, 1.0)
                .endsWith(8.0);
    }

    @Test
    void patienceLooksBeyondABump() {
        DoubleUnaryOperator bump = lambda -> lambda == 4 ? 100 : Math.abs(Math.log(lambda));
        assertThat(visited(from(8, 1e-6, 8), bump)).endsWith(8.0).doesNotContain(1.0);
        Adaptive patient = new Adaptive(new L1(8), 1e-6, 8, 0.5, 1, 2);
        assertThat(visited(patient, bump)).containsExactly(8.0, 4.0, 2.0, 1.0, 0.5, 0.25, 1.0);
    }

    @Test
    void anInfiniteLossIsLeftBehind() {
        assertThat(visited(from(8, 1e-6, 8), lambda -> lambda > 3 ? Double.POSITIVE_INFINITY : -lambda))
                .containsExactly(8.0, 4.0, 2.0, 1.0, 2.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void eachLambdaIsJudgedAfterItsEpochs(int epochs) {
        Training training = new Adaptive(new L1(8), 1e-6, 1e6, 0.5, epochs, 1).train();
        for (int epoch = 0; epoch < 3 * epochs; epoch++) {
            int moves = epoch / epochs;
            assertThat(training.current().lambda()).isEqualTo(8 * Math.pow(0.5, moves));
            training.observe(new Progress(epoch, 1, 1.0 / (1 + epoch), false));
        }
    }

    @Test
    void aConvergedFitIsJudgedAtOnce() {
        Training training = new Adaptive(new L1(8), 1e-6, 1e6, 0.5, 100, 1).train();
        training.observe(new Progress(0, 1, 1, false));
        assertThat(training.current().lambda()).isEqualTo(8);
        training.observe(new Progress(1, 1, 1, true));
        assertThat(training.current().lambda()).isEqualTo(4);
    }

    @Test
    void nothingMovesOnceItIsSettled() {
        Training training = from(1, 3, 3).train();
        training.observe(new Progress(0, 1, 1, true));
        assertThat(training.settled()).isTrue();
        training.observe(new Progress(1, 1, 0.1, true));
        assertThat(training.current()).isEqualTo(new L1(3));
    }

    @Test
    void withoutAValidationLossItSaysSo() {
        Training training = from(1, 1e-6, 1e6).train();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.observe(new Progress(3, 1, Double.NaN, true)))
                .withMessageContaining("validation")
                .withMessageContaining("epoch 3");
    }

    @Test
    void onlyTheTrainingMoves() {
        Adaptive adaptive = from(8, 1e-6, 1e6);
        visited(adaptive, AdaptiveTest::leastAtOne);
        assertThat(adaptive).isEqualTo(from(8, 1e-6, 1e6));
        assertThat(adaptive.train().current()).isEqualTo(new L1(8));
    }

    @Test
    void outsideTrainingItIsItsBase() {
        GroupL2 base = new GroupL2(0.5);
        Adaptive adaptive = Adaptive.of(base);
        Weights weights = Weights.of(new double[] {3, 4}, Groups.whole(2));
        assertThat(adaptive.lambda()).isEqualTo(0.5);
        assertThat(adaptive.withLambda(2)).isEqualTo(Adaptive.of(new GroupL2(2)));
        assertThat(adaptive.penalty(weights)).isEqualTo(base.penalty(weights));
        assertThat(adaptive.lambdaMax(weights)).isEqualTo(base.lambdaMax(weights));
        assertThat(adaptive.separability()).isEqualTo(Separability.GROUP);
        double[] gradient = new double[2];
        adaptive.addGradient(weights, 1, gradient);
        assertThat(gradient).containsExactly(new double[] {0.3 * Math.sqrt(2), 0.4 * Math.sqrt(2)}, within(1e-15));
        adaptive.prox(weights, 1);
        assertThat(weights.values()[1]).isCloseTo(4 * (1 - Math.sqrt(0.5) / 5), within(1e-15));
    }

    @Test
    void theTextFormHoldsEveryArgument() {
        assertThat(Adaptive.of(new L1(2)))
                .hasToString("adaptive(base=l1(lambda=2),min=1e-6,max=1000000,decay=0.7,epochs=1,patience=1)");
    }

    @Test
    void refusesArgumentsThatMeanNothing() {
        L1 base = new L1(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adaptive.of(Adaptive.of(base)))
                .withMessageContaining("lambda of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adaptive(base, 2, 1, 0.5, 1, 1))
                .withMessageContaining("2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adaptive(base, 1, 2, 1, 1, 1))
                .withMessageContaining("decay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adaptive(base, 0, 2, 0.5, 1, 1))
                .withMessageContaining("min");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adaptive(base, 1, 2, 0.5, 0, 1))
                .withMessageContaining("0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adaptive(base, 1, 2, 0.5, 1, 0))
                .withMessageContaining("1 and 0");
    }
}
