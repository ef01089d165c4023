package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.penalties.Adaptive;
import org.ridgeline.penalties.GroupL2;
import org.ridgeline.penalties.L1;

class BadInputTest {

    private static final DenseFeatures FEATURES = DenseFeatures.ofRows(new double[][] {{1, 2}, {3, 5}, {4, 4}});
    private static final Problem PROBLEM = Problem.of(FEATURES, new double[] {1, 2, 3}, Loss.SQUARED);

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable action) {
        return assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsNamedWithItsPlace(double bad) {
        DenseFeatures features = DenseFeatures.ofRows(new double[][] {{1, 2}, {3, 4}, {5, bad}});
        refused(() -> Problem.of(features, new double[3], Loss.SQUARED))
                .hasMessageContainingAll("finite", "row 2", "column 1", String.valueOf(bad));
        refused(() -> Problem.of(FEATURES, new double[] {1, bad, 1}, Loss.SQUARED))
                .hasMessageContainingAll("finite", "row 1", String.valueOf(bad));
        refused(() -> Problem.of(FEATURES, new double[] {1, bad, 1}, Loss.LOGISTIC))
                .hasMessageContainingAll("0 or 1", "row 1", String.valueOf(bad));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 2})
    void logisticTargetsAreZeroOrOne(double label) {
        refused(() -> Problem.of(FEATURES, new double[] {1, 0, label}, Loss.LOGISTIC))
                .hasMessage("the logistic loss needs targets 0 or 1, but that of row 2 is " + label);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
    void poissonTargetsAreNotNegative(double count) {
        refused(() -> Problem.of(FEATURES, new double[] {1, 0, count}, Loss.POISSON))
                .hasMessage("the Poisson loss needs finite targets >= 0, but that of row 2 is " + count);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 3, Double.NaN})
    void multinomialTargetsAreNumbersOfClasses(double label) {
        refused(() -> Problem.of(FEATURES, new double[] {1, label, 2}, Loss.multinomial(3)))
                .hasMessage("the multinomial loss needs targets 0, 1, ..., 2, but that of row 1 is " + label);
    }

    @Test
    void ofSeveralTargetsTheOutputIsNamed() {
        Loss logistic = Loss.multitask(Loss.LOGISTIC, 2);
        refused(() -> Problem.of(FEATURES, new double[3], logistic))
                .hasMessage("wanted 2 targets, one for each output, for each of 3 rows, but found 3");
        refused(() -> Problem.of(FEATURES, new double[] {0, 1, 0, 1, 1, 2}, logistic))
                .hasMessage("the logistic loss needs targets 0 or 1, but that of row 2 for output 1 is 2.0");
        refused(() -> Problem.of(FEATURES, new double[] {0, 1, 0, 1, -1, 0}, Loss.multitask(Loss.POISSON, 2)))
                .hasMessage("the Poisson loss needs finite targets >= 0, but that of row 1 for output 1 is -1.0");
        refused(() -> Problem.of(FEATURES, new double[] {Double.NaN, 1, 0, 1, 1, 0}, Loss.multitask(Loss.SQUARED, 2)))
                .hasMessage("a target must be a finite number, but that of row 0 for output 0 is NaN");
        Problem several = Problem.of(FEATURES, new double[] {0, 1, 0, 1, 1, 0}, logistic);
        refused(() -> several.withExampleWeights(new double[6]))
                .hasMessage("wanted a weight for each of 3 rows, but found 6");
        refused(() -> several.withOffsets(1, 2, 3)).hasMessage("wanted 2 offsets for each of 3 rows, but found 3");
        refused(() -> several.meanLoss(new double[3])).hasMessage("wanted 2 scores for each of 3 rows, but found 3");
        refused(() -> Loss.multitask(Loss.SQUARED, 0))
                .hasMessage("the multitask loss needs at least 1 output, but is to have 0");
    }

    @Test
    void everyOutputNeedsTargetsThatKeepItsInterceptFinite() {
        Problem labels = Problem.of(FEATURES, new double[] {0, 1, 0, 1, 1, 1}, Loss.multitask(Loss.LOGISTIC, 2));
        refused(() -> Solver.standard().fit(labels, L1.of(0.1)))
                .hasMessage("the logistic loss with an intercept needs examples of both classes, but there is none of"
                        + " class 0 for output 1");
        Problem counts = Problem.of(FEATURES, new double[] {0, 0, 0, 1, 0, 2}, Loss.multitask(Loss.POISSON, 2));
        refused(() -> Solver.standard().fit(counts, L1.of(0.1)))
                .hasMessage("the Poisson loss with an intercept needs a target above 0, but all are 0 for output 0");
        assertThat(Solver.standard()
                        .fit(labels.withIntercept(false), L1.of(0.1))
                        .converged())
                .isTrue();
        assertThat(Solver.standard()
                        .fit(counts.withIntercept(false), L1.of(0.1))
                        .converged())
                .isTrue();
    }

    @Test
    void scoresAndWeightsMustBeFewEnoughForAnArray() {
        Features wide = SparseFeatures.ofColumns(1, new int[50_001], new int[0], new double[0]);
        refused(() -> Problem.of(wide, new double[50_000], Loss.multitask(Loss.SQUARED, 50_000)))
                .hasMessage("wanted fewer than 2^31 scores and weights, but found 50000 outputs of 1 rows and 50000"
                        + " features");
    }

    @Test
    void aLossNeedsItsParameters() {
        refused(() -> Loss.multinomial(1)).hasMessageContainingAll("at least 2 classes", "1");
        refused(() -> Loss.huber(0)).hasMessage("delta must be a number > 0, but is 0.0");
        refused(() -> Loss.of("huber(delta=x)")).hasMessage("wanted a number for delta, but found 'x'");
        refused(() -> Loss.of("multinomial")).hasMessageContaining("multinomial(classes=3)");
    }

    @Test
    void anInterceptNeedsTargetsThatKeepItFinite() {
        Problem classes = Problem.of(FEATURES, new double[] {0, 2, 0}, Loss.multinomial(3));
        refused(() -> Solver.standard().fit(classes, L1.of(0.1)))
                .hasMessageContainingAll("all 3 classes", "none of class 1");
        Problem counts = Problem.of(FEATURES, new double[3], Loss.POISSON);
        refused(() -> Solver.standard().fit(counts, L1.of(0.1))).hasMessageContaining("a target above 0");
        assertThat(Solver.standard()
                        .fit(classes.withIntercept(false), L1.of(0.1))
                        .converged())
                .isTrue();
        assertThat(Solver.standard()
                        .fit(counts.withIntercept(false), L1.of(0.1))
                        .converged())
                .isTrue();
    }

    @Test
    void offsetsAreOneForEachScore() {
        refused(() -> PROBLEM.withOffsets(1, 2)).hasMessage("wanted one offset for each of 3 rows, but found 2");
        refused(() -> PROBLEM.withOffsets(1, Double.NaN, 2)).hasMessageContainingAll("offset of score 1", "NaN");
        Problem several = Problem.of(FEATURES, new double[] {0, 1, 2}, Loss.multinomial(3));
        refused(() -> several.withOffsets(1, 2, 3)).hasMessage("wanted 3 offsets for each of 3 rows, but found 3");
        refused(() -> several.meanLoss(new double[3])).hasMessage("wanted 3 scores for each of 3 rows, but found 3");
    }

    @Test
    void boundsAreAroundZeroAndForPenaltiesOfSingleWeights() {
        refused(() -> Solver.standard().fit(PROBLEM.withNonNegativeCoefficients(), GroupL2.of(0.1)))
                .hasMessageContainingAll("single weights only", "group-l2(lambda=0.1)");
        refused(() -> PROBLEM.withBounds(new double[1], new double[2]))
                .hasMessage("wanted a lower and an upper bound for each of 2 features, but found 1 and 2");
        refused(() -> PROBLEM.withBounds(new double[] {0, 0.1}, new double[] {1, 1}))
                .hasMessage("wanted bounds around 0, but those of feature 1 are 0.1 and 1.0");
        refused(() -> PROBLEM.withBounds(new double[] {Double.NaN, 0}, new double[] {1, 1}))
                .hasMessage("wanted bounds around 0, but those of feature 0 are NaN and 1.0");
    }

    @Test
    void boundsOfZeroLeaveNothing() {
        Fit fit = Solver.standard().fit(PROBLEM.withBounds(new double[2], new double[2]), L1.of(0.1));
        assertThat(fit.nonzeros()).isZero();
        assertThat(fit.converged()).isTrue();
        assertThat(fit.regularizer()).isEqualTo(L1.of(0.1));
    }

    @Test
    void oneOfSeveralInterceptsIsNotTheIntercept() {
        Fit fit = Solver.standard().fit(TestData.problem(Loss.multinomial(3), 1, 30, 2), L1.of(0.1));
        assertThatThrownBy(fit::intercept)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 outputs");
    }

    @Test
    void lengthsMustMatch() {
        refused(() -> Problem.of(FEATURES, new double[2], Loss.SQUARED))
                .hasMessage("wanted a target for each of 3 rows, but found 2");
        refused(() -> PROBLEM.meanLoss(new double[4])).hasMessage("wanted one score for each of 3 rows, but found 4");
        refused(() -> PROBLEM.weights(new double[1])).hasMessageContainingAll("2 weights", "found 1");
        Fit fit = Solver.standard().fit(PROBLEM, L1.of(0.1));
        refused(() -> fit.scores(DenseFeatures.ofRows(new double[][] {{1, 2, 3}})))
                .hasMessage("wanted 2 features, as in training, but found 3");
        Problem other = TestData.problem(Loss.SQUARED, 1, 5, 3);
        refused(() -> Solver.standard().fit(other, L1.of(0.1), fit))
                .hasMessage("wanted a warm start with 3 coefficients, but it has 2");
    }

    @Test
    void rowsMustBeThere() {
        refused(() -> DenseFeatures.ofRows(new double[0][])).hasMessageContaining("at least one row");
        refused(() -> DenseFeatures.ofColumns(0)).hasMessageContaining("at least one row");
        refused(() -> PROBLEM.selectRows()).hasMessageContaining("at least one row");
        refused(() -> DenseFeatures.ofRows(new double[][] {{1, 2}, {3}}))
                .hasMessage("wanted 2 features in every row, as in row 0, but row 1 has 1");
        refused(() -> DenseFeatures.ofColumns(2, new double[2], new double[3]))
                .hasMessage("wanted 2 rows in every column, but column 1 has 3");
        assertThatThrownBy(() -> PROBLEM.selectRows(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theSolversLimitsAreChecked() {
        refused(() -> new Solver(0, 10)).hasMessageContainingAll("tolerance", "> 0", "0");
        refused(() -> new Solver(Double.NaN, 10)).hasMessageContainingAll("tolerance", "NaN");
        refused(() -> new Solver(1e-6, 0)).hasMessage("maxIterations must be >= 1, but is 0");
        refused(() -> Solver.standard().withTolerance(-1)).hasMessageContaining("tolerance");
        refused(() -> Solver.standard().withMaxIterations(-5)).hasMessageContaining("-5");
    }

    @Test
    void aLambdaThatMovesNeedsAHoldOut() {
        refused(() -> Solver.standard().fit(PROBLEM, Adaptive.of(L1.of(1))))
                .hasMessageContainingAll("adaptive(base=l1(lambda=1)", "hold-out");
    }

    @Test
    void aPenaltyThatBreaksIsNamed() {
        Regularizer broken = new Regularizer() {
            @Override
            public double lambda() {
                return 1;
            }

            @Override
            public Regularizer withLambda(double lambda) {
                return this;
            }

            @Override
            public double penalty(Weights weights) {
                return 0;
            }

            @Override
            public void addGradient(Weights weights, double scale, double[] gradient) {
                throw new UnsupportedOperationException("no solver needs it");
            }

            @Override
            public void prox(Weights weights, double step) {
                weights.values()[0] = Double.NaN;
            }

            @Override
            public String toString() {
                return "broken(lambda=1)";
            }
        };
        assertThatThrownBy(() -> Solver.standard().fit(PROBLEM, broken))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContainingAll("broken(lambda=1)", "not finite");
    }

    @Test
    void theGivenArraysMayChangeAfterwards() {
        double[][] rows = {{1, 2}, {3, 5}, {4, 4}};
        double[] y = {1, 2, 3};
        double[] weights = {1, 2, 1};
        Problem problem =
                Problem.of(DenseFeatures.ofRows(rows), y, Loss.SQUARED).withExampleWeights(weights);
        Fit before = Solver.standard().fit(problem, L1.of(0.1));
        rows[0][0] = 100;
        y[1] = 100;
        weights[2] = 100;
        before.coefficients()[0] = 100;
        before.standardizedCoefficients()[0] = 100;
        Fit after = Solver.standard().fit(problem, L1.of(0.1));
        assertThat(after.coefficients()).isEqualTo(before.coefficients());
        assertThat(after.standardizedCoefficients()).isEqualTo(before.standardizedCoefficients());
    }
}
