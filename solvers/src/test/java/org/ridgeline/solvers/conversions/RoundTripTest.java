package org.ridgeline.solvers.conversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;

/** There and back, either way, to 1e-12. */
class RoundTripTest {

    private static final double EXACT = 1e-12;
    private static final double N = 569;
    private static final double SD = 77.005;

    /** There is a learner for it, with its own setting S. */
    record Learner<S extends Record>(
            String name,
            boolean takesL1,
            boolean takesL2,
            boolean takesBoth,
            Function<Regularizer, S> from,
            Function<S, ? extends Regularizer> to) {

        void thereAndBack(Regularizer penalty) {
            ElasticNet wanted = Penalties.elasticNet(penalty);
            ElasticNet found = Penalties.elasticNet(to.apply(from.apply(penalty)));
            assertThat(found.lambda()).as("lambda of %s", penalty).isCloseTo(wanted.lambda(), near(wanted.lambda()));
            if (wanted.lambda() > 0) {
                assertThat(found.alpha()).as("alpha of %s", penalty).isCloseTo(wanted.alpha(), near(wanted.alpha()));
            }
            double ridge = 1 - wanted.alpha();
            if (ridge > 0 && ridge < 1e-3) {
                return; // A share near 1 cannot hold a small l2 part to more digits than the difference has.
            }
            S setting = from.apply(penalty);
            S again = from.apply(to.apply(setting));
            for (RecordComponent component : setting.getClass().getRecordComponents()) {
                assertSame(component, setting, again);
            }
        }

        private static void assertSame(RecordComponent component, Record setting, Record again) {
            try {
                Object wanted = component.getAccessor().invoke(setting);
                Object found = component.getAccessor().invoke(again);
                if (wanted instanceof Double number && !number.isInfinite()) {
                    assertThat((Double) found)
                            .as("%s of %s", component.getName(), setting)
                            .isCloseTo(number, near(number));
                } else {
                    assertThat(found).isEqualTo(wanted);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(component + " cannot be read", e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static org.assertj.core.data.Offset<Double> near(double value) {
        return within(EXACT * Math.abs(value));
    }

    private static <S extends Record> Learner<S> mixes(
            String name, Function<Regularizer, S> from, Function<S, ? extends Regularizer> to) {
        return new Learner<>(name, true, true, true, from, to);
    }

    private static <S extends Record> Learner<S> lasso(
            String name, Function<Regularizer, S> from, Function<S, ? extends Regularizer> to) {
        return new Learner<>(name, true, false, false, from, to);
    }

    private static <S extends Record> Learner<S> ridge(
            String name, Function<Regularizer, S> from, Function<S, ? extends Regularizer> to) {
        return new Learner<>(name, false, true, false, from, to);
    }

    static Stream<Learner<?>> learners() {
        return Stream.of(
                ridge("scikit-learn Ridge", p -> ScikitLearn.Ridge.from(p, N), s -> s.toRidgeline(N)),
                lasso("scikit-learn Lasso", ScikitLearn.Lasso::from, ScikitLearn.Lasso::toRidgeline),
                mixes("scikit-learn ElasticNet", ScikitLearn.ElasticNet::from, ScikitLearn.ElasticNet::toRidgeline),
                mixes("scikit-learn logistic", p -> ScikitLearn.LogisticRegression.from(p, N), s -> s.toRidgeline(N)),
                mixes("glmnet gaussian", p -> Glmnet.Gaussian.from(p, SD), s -> s.toRidgeline(SD)),
                mixes("glmnet binomial", Glmnet.Binomial::from, Glmnet.Binomial::toRidgeline),
                new Learner<>("LIBLINEAR", true, true, false, p -> Liblinear.from(p, N), s -> s.toRidgeline(N)),
                ridge("Weka Logistic", p -> Weka.Logistic.from(p, N), s -> s.toRidgeline(N)),
                ridge("Weka LinearRegression", p -> Weka.LinearRegression.from(p, N), s -> s.toRidgeline(N)),
                ridge("Weka SGD log", p -> Weka.Sgd.from(p, Loss.LOGISTIC, N), s -> s.toRidgeline(Loss.LOGISTIC, N)),
                ridge("Weka SGD squared", p -> Weka.Sgd.from(p, Loss.SQUARED, N), s -> s.toRidgeline(Loss.SQUARED, N)),
                new Learner<>(
                        "Tribuo",
                        true,
                        false,
                        true,
                        Tribuo.ElasticNetCDTrainer::from,
                        Tribuo.ElasticNetCDTrainer::toRidgeline),
                mixes("Deeplearning4j l1, l2", Deeplearning4j.L1L2::from, Deeplearning4j.L1L2::toRidgeline),
                ridge(
                        "Deeplearning4j decay",
                        Deeplearning4j.WeightDecay::from,
                        Deeplearning4j.WeightDecay::toRidgeline),
                mixes("Keras", Keras.L1L2::from, Keras.L1L2::toRidgeline),
                ridge("weight_decay", WeightDecay::from, WeightDecay::toRidgeline),
                lasso("Spark L1 log", p -> Spark.L1Updater.from(p, Loss.LOGISTIC), s -> s.toRidgeline(Loss.LOGISTIC)),
                lasso("Spark L1 squared", p -> Spark.L1Updater.from(p, Loss.SQUARED), s -> s.toRidgeline(Loss.SQUARED)),
                ridge(
                        "Spark L2 log",
                        p -> Spark.SquaredL2Updater.from(p, Loss.LOGISTIC),
                        s -> s.toRidgeline(Loss.LOGISTIC)),
                ridge(
                        "Spark L2 squared",
                        p -> Spark.SquaredL2Updater.from(p, Loss.SQUARED),
                        s -> s.toRidgeline(Loss.SQUARED)),
                mixes("Spark logistic", Spark.LogisticRegression::from, Spark.LogisticRegression::toRidgeline),
                mixes("H2O", H2o.Binomial::from, H2o.Binomial::toRidgeline),
                ridge("Smile RidgeRegression", p -> Smile.Ridge.from(p, N), s -> s.toRidgeline(N)),
                lasso("Smile LASSO", p -> Smile.Lasso.from(p, N), s -> s.toRidgeline(N)),
                new Learner<>(
                        "Smile ElasticNet",
                        false,
                        false,
                        true,
                        p -> Smile.ElasticNet.from(p, N),
                        s -> s.toRidgeline(N)),
                ridge("Smile logistic", p -> Smile.LogisticRegression.from(p, N), s -> s.toRidgeline(N)),
                mixes("Vowpal Wabbit", VowpalWabbit::from, VowpalWabbit::toRidgeline));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void whatALearnerCanExpressComesBack(Learner<?> learner) {
        List<Double> lambdas = new ArrayList<>(List.of(1e-200, 1e-12, 1.0, 1e12, 1e150));
        SplittableRandom random = new SplittableRandom(11);
        random.doubles(20, -12, 12).forEach(x -> lambdas.add(Math.exp(x)));
        for (double lambda : lambdas) {
            if (learner.takesL1()) {
                learner.thereAndBack(L1.of(lambda));
                learner.thereAndBack(ElasticNet.of(lambda, 1));
            }
            if (learner.takesL2()) {
                learner.thereAndBack(L2.of(lambda));
                learner.thereAndBack(ElasticNet.of(lambda, 0));
            }
            if (learner.takesBoth()) {
                for (double alpha : new double[] {1e-9, 0.5, 1 - 1e-9, random.nextDouble(), random.nextDouble()}) {
                    learner.thereAndBack(ElasticNet.of(lambda, alpha));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void noStrengthStaysNoStrength(Learner<?> learner) {
        if (learner.name().equals("LIBLINEAR") || learner.name().equals("Smile ElasticNet")) {
            return; // These cannot leave the penalty out: see ConversionErrorsTest.
        }
        Regularizer none = learner.takesL1() ? L1.of(0) : L2.of(0);
        learner.thereAndBack(none);
    }
}
