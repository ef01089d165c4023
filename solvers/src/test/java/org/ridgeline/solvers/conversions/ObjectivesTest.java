package org.ridgeline.solvers.conversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.Weights;
import org.ridgeline.solvers.Loss;

/**
 * The objective of each learner as it is documented, at random weights, against ours: where theirs is c times our mean loss plus
 * P(w), our penalty must be P(w)/c.
 */
class ObjectivesTest {

    /** A learner's objective: {@code lossFactor} times our mean loss, plus its penalty. */
    record Objective(String learner, Regularizer ours, double lossFactor, ToDoubleFunction<double[]> penalty) {
        @Override
        public String toString() {
            return learner;
        }
    }

    static Stream<Objective> objectives() {
        return LongStream.rangeClosed(1, 5).boxed().flatMap(seed -> objectives(new SplittableRandom(seed)).stream());
    }

    private static List<Objective> objectives(SplittableRandom random) {
        double n = random.nextInt(2, 1000);
        double sd = random.nextDouble(0.01, 100);
        double a = Math.exp(random.nextDouble(-7, 7));
        double b = Math.exp(random.nextDouble(-7, 7));
        double r = random.nextDouble(1e-6, 1);
        return List.of(
                new Objective("scikit-learn Ridge", new ScikitLearn.Ridge(a).toRidgeline(n), n, w -> a * l2(w)),
                new Objective("scikit-learn Lasso", new ScikitLearn.Lasso(a).toRidgeline(), 0.5, w -> a * l1(w)),
                new Objective(
                        "scikit-learn ElasticNet",
                        new ScikitLearn.ElasticNet(a, r).toRidgeline(),
                        0.5,
                        w -> a * r * l1(w) + 0.5 * a * (1 - r) * l2(w)),
                new Objective(
                        "scikit-learn LogisticRegression",
                        new ScikitLearn.LogisticRegression(a, r).toRidgeline(n),
                        a * n,
                        w -> r * l1(w) + (1 - r) / 2 * l2(w)),
                new Objective(
                        "glmnet gaussian",
                        new Glmnet.Gaussian(a, r).toRidgeline(sd),
                        0.5,
                        w -> a * (r * l1(w) + (1 - r) / 2 * l2(w) / sd)),
                new Objective(
                        "glmnet binomial",
                        new Glmnet.Binomial(a, r).toRidgeline(),
                        1,
                        w -> a * (r * l1(w) + (1 - r) / 2 * l2(w))),
                new Objective(
                        "LIBLINEAR L2R_LR",
                        new Liblinear(Liblinear.Solver.L2R_LR, a).toRidgeline(n),
                        a * n,
                        w -> 0.5 * l2(w)),
                new Objective(
                        "LIBLINEAR L1R_LR",
                        new Liblinear(Liblinear.Solver.L1R_LR, a).toRidgeline(n),
                        a * n,
                        w -> l1(w)),
                new Objective("Weka Logistic", new Weka.Logistic(a).toRidgeline(n), n, w -> a * l2(w)),
                new Objective("Weka LinearRegression", new Weka.LinearRegression(a).toRidgeline(n), n, w -> a * l2(w)),
                new Objective(
                        "Weka SGD, log loss", new Weka.Sgd(a).toRidgeline(Loss.LOGISTIC, n), n, w -> a / 2 * l2(w)),
                new Objective(
                        "Weka SGD, squared loss",
                        new Weka.Sgd(a).toRidgeline(Loss.SQUARED, n),
                        n / 2,
                        w -> a / 2 * l2(w)),
                new Objective(
                        "Tribuo ElasticNetCDTrainer",
                        new Tribuo.ElasticNetCDTrainer(a, r).toRidgeline(),
                        n / 2,
                        w -> n * a * r * l1(w) + 0.5 * n * a * (1 - r) * l2(w)),
                new Objective(
                        "Deeplearning4j l1 and l2",
                        new Deeplearning4j.L1L2(a, b).toRidgeline(),
                        1,
                        w -> a * l1(w) + 0.5 * b * l2(w)),
                new Objective(
                        "Deeplearning4j weightDecay",
                        new Deeplearning4j.WeightDecay(a).toRidgeline(),
                        1,
                        w -> 0.5 * a * l2(w)),
                new Objective("Keras L1L2", new Keras.L1L2(a, b).toRidgeline(), 1, w -> a * l1(w) + b * l2(w)),
                new Objective("weight_decay", new WeightDecay(a).toRidgeline(), 1, w -> 0.5 * a * l2(w)),
                new Objective(
                        "Spark L1Updater, log loss",
                        new Spark.L1Updater(a).toRidgeline(Loss.LOGISTIC),
                        1,
                        w -> a * l1(w)),
                new Objective(
                        "Spark L1Updater, squared loss",
                        new Spark.L1Updater(a).toRidgeline(Loss.SQUARED),
                        0.5,
                        w -> a * l1(w)),
                new Objective(
                        "Spark SquaredL2Updater, log loss",
                        new Spark.SquaredL2Updater(a).toRidgeline(Loss.LOGISTIC),
                        1,
                        w -> 0.5 * a * l2(w)),
                new Objective(
                        "Spark SquaredL2Updater, squared loss",
                        new Spark.SquaredL2Updater(a).toRidgeline(Loss.SQUARED),
                        0.5,
                        w -> 0.5 * a * l2(w)),
                new Objective(
                        "Spark LogisticRegression",
                        new Spark.LogisticRegression(a, r).toRidgeline(),
                        1,
                        w -> a * (r * l1(w) + (1 - r) / 2 * l2(w))),
                new Objective(
                        "H2O binomial",
                        new H2o.Binomial(a, r).toRidgeline(),
                        1,
                        w -> a * (r * l1(w) + (1 - r) / 2 * l2(w))),
                new Objective("Smile RidgeRegression", new Smile.Ridge(a).toRidgeline(n), n, w -> a * l2(w)),
                new Objective("Smile LASSO", new Smile.Lasso(a).toRidgeline(n), n, w -> a * l1(w)),
                new Objective(
                        "Smile ElasticNet", new Smile.ElasticNet(a, b).toRidgeline(n), n, w -> a * l1(w) + b * l2(w)),
                new Objective(
                        "Smile LogisticRegression",
                        new Smile.LogisticRegression(a).toRidgeline(n),
                        n,
                        w -> 0.5 * a * l2(w)),
                new Objective(
                        "Vowpal Wabbit", new VowpalWabbit(a, b).toRidgeline(), 1, w -> a * l1(w) + 0.5 * b * l2(w)));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void oursIsAMultipleOfTheirs(Objective theirs) {
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 10; k++) {
            double[] w = random.doubles(6, -3, 3).toArray();
            double wanted = theirs.penalty().applyAsDouble(w) / theirs.lossFactor();
            assertThat(theirs.ours().penalty(Weights.of(w))).isCloseTo(wanted, within(1e-12 * wanted));
        }
    }

    private static double l1(double[] w) {
        double sum = 0;
        for (double v : w) {
            sum += Math.abs(v);
        }
        return sum;
    }

    private static double l2(double[] w) {
        double sum = 0;
        for (double v : w) {
            sum += v * v;
        }
        return sum;
    }
}
