package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.L1;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.Imputation;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Many epochs end where exact solvers do: the objective is the same, and so are the zeros. */
class SgdConvergenceTest {

    private static final WekaData.Trait[] ALL = WekaData.Trait.values();

    /** Weights, missing numbers, nominals and classes: the statistics must be those of the batch classifiers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log | l2(lambda=0.01) | sample",
                "log | l1(lambda=0.03) | sample",
                "log | l1(lambda=0.03) | population",
                "log | elastic-net(lambda=0.1,alpha=0.5) | sample",
                "log | group-l2(lambda=0.03) | sample",
                "log | sparse-group-l2(lambda=0.04,alpha=0.5) | sample",
                "log | slope(lambda=0.04,q=0.2) | sample",
                "squared | l2(lambda=0.1) | sample",
                "squared | l1(lambda=1) | sample",
                "squared | elastic-net(lambda=1,alpha=0.5) | population",
                "squared | group-l2(lambda=0.6) | sample",
                "squared | slope(lambda=1,q=0.2) | sample"
            })
    void theObjectiveIsThatOfTheBatchClassifiers(String loss, String penalty, String scale) throws Exception {
        boolean nominal = loss.equals("log");
        Instances data = WekaData.mixed(11, nominal, ALL);
        String options = "-regularizer " + penalty + " -standardize " + scale;
        RegularizedLinearModel exact = WekaData.trained(
                nominal ? new RegularizedLogistic() : new RegularizedLinearRegression(), data, options);
        RegularizedSGD ours = SgdData.trained(data, options + " -loss " + loss + " -epochs 400");

        assertReached(ours, exact.fitSummary().objective(), exact.standardizedCoefficients(), 1e-4);
        assertThat(ours.intercept(0)).isCloseTo(exact.intercept(), within(0.02 * (1 + Math.abs(exact.intercept()))));
    }

    private static void assertReached(RegularizedSGD ours, double objective, double[] exact, double gap) {
        assertThat(ours.objective()).isBetween(objective * (1 - 1e-9), objective * (1 + gap));
        double[] w = ours.standardizedCoefficients(0);
        assertThat(IntStream.range(0, w.length).filter(j -> w[j] == 0).boxed())
                .as("zeros")
                .containsExactlyElementsOf(IntStream.range(0, w.length)
                        .filter(j -> exact[j] == 0)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void manyColumnsOfDifferentUnits(boolean nominal) throws Exception {
        Instances data = SgdData.wide(1, 1000, nominal);
        String options = "-regularizer l1 -R " + (nominal ? 0.03 : 10);
        RegularizedLinearModel exact = WekaData.trained(
                nominal ? new RegularizedLogistic() : new RegularizedLinearRegression(), data, options);
        RegularizedSGD ours = SgdData.trained(data, options + " -epochs 100 -loss " + (nominal ? "log" : "squared"));

        assertReached(ours, exact.fitSummary().objective(), exact.standardizedCoefficients(), 1e-4);
        assertThat(exact.coefficients()).contains(0, org.assertj.core.data.Index.atIndex(39));
    }

    @Test
    void sparseInstances() throws Exception {
        Instances data = SgdData.text(1, 1500, true);
        String options = "-regularizer l1 -R 0.01";
        RegularizedLinearModel exact = WekaData.trained(new RegularizedLogistic(), data, options);
        RegularizedSGD ours = SgdData.trained(data, options + " -epochs 200");

        assertThat(ours.objective()).isCloseTo(exact.fitSummary().objective(), within(1e-4));
        long differing = IntStream.range(0, 300)
                .filter(j -> (ours.coefficients(0)[j] == 0) != (exact.coefficients()[j] == 0))
                .count();
        assertThat(differing).isLessThanOrEqualTo(6);
        assertThat(exact.coefficients()).contains(0.0);
    }

    @ParameterizedTest
    @CsvSource({"0.5", "3", "1e6"})
    void huber(double delta) throws Exception {
        Instances data = WekaData.mixed(3, false);
        // Some outliers, which δ is for.
        for (int i = 0; i < 200; i += 20) {
            data.instance(i).setClassValue(200);
        }
        DummyCoding coding = DummyCoding.of(data, Imputation.MEAN);
        double[][] rows = data.stream()
                .map(instance -> IntStream.range(0, coding.size())
                        .mapToDouble(j -> coding.value(instance, j))
                        .toArray())
                .toArray(double[][]::new);
        double[] target = data.stream().mapToDouble(Instance::classValue).toArray();
        Problem problem = Problem.of(DenseFeatures.ofRows(rows), target, Loss.huber(delta))
                .withStandardization(Standardization.SAMPLE);
        Regularizer penalty = L1.of(0.2 * delta / (1 + delta));
        Fit exact = Solver.standard().fit(problem, penalty);
        RegularizedSGD ours =
                SgdData.trained(data, "-loss huber -delta " + delta + " -epochs 600 -regularizer " + penalty);

        assertReached(ours, exact.objective(), exact.standardizedCoefficients(), 1e-3);
    }

    /** Σ max(0, 1 − yf) + nλΣw² is n times our objective, and SMO's with C = 1/(2nλ). */
    @ParameterizedTest
    @CsvSource({"0.001", "0.01", "0.1"})
    void hingeIsWekasSmo(double lambda) throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[120][3];
        double[] target = new double[120];
        for (int i = 0; i < 120; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = random.nextGaussian();
            }
            target[i] = rows[i][0] - rows[i][1] + 0.7 * random.nextGaussian() > 0.3 ? 1 : 0;
        }
        Instances data = WekaData.classification(List.of("x", "y", "z"), rows, target, "a", "b");
        SMO smo = new SMO();
        smo.setOptions(Utils.splitOptions("-N 2 -L 1e-6 -C " + 1 / (240 * lambda)));
        smo.buildClassifier(data);
        // The class is an attribute too, of weight 0.
        double[] reference = Arrays.copyOf(smo.sparseWeights()[0][1], 3);
        double optimum = hingeObjective(data, reference, -smo.bias()[0][1], lambda);
        RegularizedSGD ours =
                SgdData.trained(data, "-loss hinge -standardize none -epochs 2000 -regularizer l2 -R " + lambda);

        assertThat(smo.sparseIndices()[0][1]).containsExactly(0, 1, 2, 3);
        assertThat(ours.objective()).isBetween(optimum * (1 - 1e-4), optimum * (1 + 2e-3));
        assertThat(hingeObjective(data, ours.coefficients(0), ours.intercept(0), lambda))
                .isCloseTo(ours.objective(), within(1e-12));
    }

    private static double hingeObjective(Instances data, double[] w, double intercept, double lambda) {
        double loss = 0;
        for (Instance instance : data) {
            double score = intercept;
            for (int j = 0; j < w.length; j++) {
                score += w[j] * instance.value(j);
            }
            loss += Math.max(0, 1 - (instance.classValue() == 1 ? score : -score));
        }
        double squares = 0;
        for (double x : w) {
            squares += x * x;
        }
        return loss / data.numInstances() + lambda * squares;
    }

    @ParameterizedTest
    @CsvSource({"l1(lambda=0.02), no", "group-l2(lambda=0.02), no", "group-l2(lambda=0.06), yes"})
    void severalClasses(String penalty, String tied) throws Exception {
        Instances data = threeClasses();
        String options = "-regularizer " + penalty + " -tie-classes " + tied;
        RegularizedLogistic exact = WekaData.trained(new RegularizedLogistic(), data, options);
        RegularizedSGD ours = SgdData.trained(data, options + " -epochs 400");

        double objective = exact.fitSummary().objective();
        assertThat(ours.objective()).isBetween(objective * (1 - 1e-9), objective * (1 + 1e-4));
        for (Instance instance : data) {
            assertThat(ours.distributionForInstance(instance))
                    .containsExactly(exact.distributionForInstance(instance), within(0.01));
        }
        if (tied.equals("yes")) {
            assertThat(IntStream.range(0, 3).mapToDouble(k -> ours.coefficients(k)[3]))
                    .as("noise, of no class")
                    .containsOnly(0.0);
        }
    }

    private static Instances threeClasses() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] rows = new double[300][4];
        double[] target = new double[300];
        for (int i = 0; i < 300; i++) {
            target[i] = random.nextInt(3);
            for (int j = 0; j < 4; j++) {
                rows[i][j] = (j == (int) target[i] ? 1.5 : 0) + random.nextGaussian();
            }
        }
        return WekaData.classification(List.of("a", "b", "c", "noise"), rows, target, "r", "g", "b");
    }

    @Test
    void aStrongPenaltyLeavesTheMean() throws Exception {
        Instances numbers = WekaData.mixed(2, false, WekaData.Trait.WEIGHTS);
        RegularizedSGD model = SgdData.trained(numbers, "-loss squared -regularizer l1 -R 1000 -epochs 400");

        assertThat(model.coefficients(0)).containsOnly(0.0);
        assertThat(Double.doubleToRawLongBits(model.coefficients(0)[0]))
                .as("not −0.0")
                .isZero();
        assertThat(model.intercept(0)).isCloseTo(numbers.meanOrMode(numbers.classIndex()), within(0.02));
    }
}
