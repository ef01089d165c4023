package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.penalties.Adaptive;
import org.ridgeline.penalties.L1;

class FoldsTest {

    private static Problem numbers(int n) {
        return TestData.problem(Loss.SQUARED, 1, n, 2);
    }

    /** The first rows are of class 1. */
    private static Problem classes(int n, int ones) {
        double[] y = new double[n];
        Arrays.fill(y, 0, ones, 1);
        return Problem.of(DenseFeatures.ofColumns(n), y, Loss.LOGISTIC);
    }

    private static long rows(Folds folds, int fold, int from, int to) {
        return IntStream.range(from, to).filter(i -> folds.ofRow()[i] == fold).count();
    }

    @ParameterizedTest
    @CsvSource({"10,100", "3,10", "7,7", "2,3", "4,55"})
    void sizesDifferByAtMostOne(int count, int n) {
        Folds folds = Folds.random(count, 4, numbers(n));
        for (int fold = 0; fold < count; fold++) {
            assertThat(rows(folds, fold, 0, n)).isBetween((long) (n / count), (long) ((n + count - 1) / count));
            assertThat(folds.validation(fold).length + folds.training(fold).length)
                    .isEqualTo(n);
        }
    }

    @ParameterizedTest
    @CsvSource({"5,103,17", "10,100,20", "3,11,2", "4,30,13"})
    void partsOfAClassDifferByAtMostOneAndSoDoWholeFolds(int count, int n, int ones) {
        for (long seed = 0; seed < 10; seed++) {
            Folds folds = Folds.random(count, seed, classes(n, ones));
            for (int fold = 0; fold < count; fold++) {
                assertThat(rows(folds, fold, 0, n)).isBetween((long) (n / count), (long) ((n + count - 1) / count));
                assertThat(rows(folds, fold, 0, ones))
                        .isBetween((long) (ones / count), (long) ((ones + count - 1) / count));
                assertThat(rows(folds, fold, ones, n))
                        .isBetween((long) ((n - ones) / count), (long) ((n - ones + count - 1) / count));
            }
        }
    }

    @Test
    void theSeedDecides() {
        int[] folds = Folds.random(5, 1, numbers(50)).ofRow();
        assertThat(Folds.random(5, 1, numbers(50)).ofRow()).isEqualTo(folds);
        assertThat(Folds.random(5, 2, numbers(50)).ofRow()).isNotEqualTo(folds);
        // Not in the order of the file.
        assertThat(folds).isNotEqualTo(IntStream.range(0, 50).map(i -> i % 5).toArray());
    }

    @Test
    void rowsOfNoWeightAreInNoFold() {
        double[] weights =
                IntStream.range(0, 20).mapToDouble(i -> i < 8 ? 0 : 1).toArray();
        Folds folds = Folds.random(4, 1, numbers(20).withExampleWeights(weights));
        assertThat(Arrays.copyOf(folds.ofRow(), 8)).containsOnly(-1);
        for (int fold = 0; fold < 4; fold++) {
            assertThat(folds.validation(fold)).hasSize(3).doesNotContain(0, 1, 2, 3, 4, 5, 6, 7);
            assertThat(folds.training(fold)).hasSize(9).doesNotContain(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void rowsWithoutAProblemAreDealtOutAlike() {
        double[] weights = {1, 0, 2, 1, 1, 0.5, 1, 1, 1, 1};
        Problem numbers = numbers(10).withExampleWeights(weights);
        assertThat(Folds.random(3, 7, weights).ofRow())
                .isEqualTo(Folds.random(3, 7, numbers).ofRow());
        List<String> names = List.of("b", "b", "a", "b", "c", "a", "c", "a", "b", "c");
        double[] y = names.stream().mapToDouble(name -> name.charAt(0) - 'a').toArray();
        Problem classes =
                Problem.of(DenseFeatures.ofColumns(10), y, Loss.multinomial(3)).withExampleWeights(weights);
        assertThat(Folds.stratified(3, 7, names, weights).ofRow())
                .isEqualTo(Folds.random(3, 7, classes).ofRow());
        assertThat(Folds.stratified(3, 7, names, weights).count()).isEqualTo(3);
    }

    @Test
    void rowsWithoutAProblemMustBeEnough() {
        refused(() -> Folds.random(1, 1, 1, 1)).hasMessage("wanted at least 2 folds, but found 1");
        refused(() -> Folds.random(3, 1, 1, 1, 0)).hasMessageContainingAll("2 rows", "3 folds");
        refused(() -> Folds.stratified(2, 1, List.of("cat", "dog"), 1, 1, 1))
                .hasMessage("wanted a class for each of 3 rows, but found 2");
        refused(() -> Folds.stratified(2, 1, List.of("cat", "dog", "dog"), 1, 1, 1))
                .hasMessageMatching("fold \\d of 2 has all 1 examples of class cat, so that none is left to train on");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }

    private static void run(CrossValidation validation, Problem problem) {
        validation.run(Solver.standard(), problem, L1.of(1), LambdaPath.geometric(3, 0.1));
    }

    @Test
    void twoFoldsAreTheFewest() {
        refused(() -> CrossValidation.of(1, 1)).hasMessage("wanted at least 2 folds, but found 1");
        refused(() -> CrossValidation.of(-3, 1)).hasMessage("wanted at least 2 folds, but found -3");
        refused(() -> CrossValidation.ofFolds(0, 0, 0)).hasMessage("wanted at least 2 folds, but found 1");
        refused(() -> CrossValidation.ofFolds()).hasMessage("wanted at least 2 folds, but found 0");
        refused(() -> CrossValidation.of(2, 1).withThreads(0)).hasMessage("wanted at least 1 thread, but found 0");
    }

    @Test
    void rowsMustBeEnough() {
        refused(() -> run(CrossValidation.of(7, 1), numbers(6)))
                .hasMessage(
                        "wanted at least as many rows as folds, but there are 6 rows of positive weight for 7 folds");
        Problem weighted = numbers(6).withExampleWeights(1, 1, 0, 0, 0, 0);
        refused(() -> run(CrossValidation.of(3, 1), weighted)).hasMessageContainingAll("2 rows", "3 folds");
    }

    @Test
    void everyClassMustBeInEveryTrainingPart() {
        refused(() -> run(CrossValidation.of(3, 1), classes(9, 1)))
                .hasMessageMatching("fold \\d of 3 has all 1 examples of class 1, so that none is left to train on");
        refused(() -> run(CrossValidation.ofFolds(0, 0, 1, 1, 0), classes(5, 2)))
                .hasMessage("fold 0 of 2 has all 2 examples of class 1, so that none is left to train on");
        refused(() -> run(CrossValidation.of(2, 1), classes(6, 0))).hasMessageContaining("both classes");
    }

    @Test
    void classesOfSeveralOutputsAreNotDealtOutAlikeButMustBeLeft() {
        double[] y = new double[2 * 12];
        Arrays.fill(y, 0, 6, 1);
        Arrays.fill(y, 12, 13, 1);
        Problem problem = Problem.of(DenseFeatures.ofColumns(12), y, Loss.multitask(Loss.LOGISTIC, 2));
        refused(() -> Folds.random(3, 1, problem))
                .hasMessageMatching("fold \\d of 3 has all 1 examples of class 1 for output 1, so that none is left"
                        + " to train on");
        y[18] = 1;
        Problem two = Problem.of(DenseFeatures.ofColumns(12), y, Loss.multitask(Loss.LOGISTIC, 2));
        int[] given = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2};
        refused(() -> Folds.given(3, given, two)).hasMessageContaining("fold 0 of 3 has all 2 examples of class 1");
        given[6] = 1;
        given[7] = 0;
        assertThat(Folds.given(3, given, two).ofRow()).isEqualTo(given);
        Problem numbers = TestData.problem(Loss.multitask(Loss.SQUARED, 2), 1, 12, 2);
        Folds folds = Folds.random(5, 1, numbers);
        for (int fold = 0; fold < 5; fold++) {
            assertThat(folds.validation(fold)).hasSizeBetween(2, 3);
        }
        assertThat(folds.ofRow()).isEqualTo(Folds.random(5, 1, numbers(12)).ofRow());
    }

    @Test
    void givenFoldsMustSuitTheRows() {
        refused(() -> run(CrossValidation.ofFolds(0, 1, 0), numbers(4)))
                .hasMessage("wanted a fold for each of 4 rows, but found 3");
        refused(() -> run(CrossValidation.ofFolds(0, 2, 0, 2), numbers(4)))
                .hasMessage("fold 1 of 3 has no row of positive weight");
        refused(() -> run(CrossValidation.ofFolds(0, 1, -1, 1), numbers(4)))
                .hasMessage("wanted a fold from 0 to 1 for row 2, but found -1");
        refused(() -> run(CrossValidation.ofFolds(0, 1, 0, 0), numbers(4).withExampleWeights(1, 0, 1, 1)))
                .hasMessageContaining("fold 1 of 2 has no row");
    }

    @Test
    void theGivenArrayMayChangeAfterwards() {
        int[] given = {0, 1, 0, 1};
        CrossValidation validation = CrossValidation.ofFolds(given);
        given[0] = 1;
        assertThat(validation
                        .run(Solver.standard(), numbers(4), L1.of(1), LambdaPath.of(1))
                        .foldOfRow())
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void whatTheSolverRefusesIsRefused() {
        refused(() -> CrossValidation.of(2, 1)
                        .run(Solver.standard(), numbers(6), Adaptive.of(L1.of(1)), LambdaPath.geometric(3, 0.1)))
                .hasMessageContainingAll("adaptive", "hold-out");
    }
}
