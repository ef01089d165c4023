package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.WekaData.Trait.MISSING_CLASSES;
import static weka.classifiers.functions.WekaData.Trait.MISSING_NOMINALS;
import static weka.classifiers.functions.WekaData.Trait.MISSING_NUMBERS;
import static weka.classifiers.functions.WekaData.Trait.WEIGHTS;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;
import weka.core.Utils;

/** With l2 on the summed loss the classifiers are Weka's own. */
class SameAsWekaTest {

    private static final WekaData.Trait[] ALL = {WEIGHTS, MISSING_NUMBERS, MISSING_NOMINALS, MISSING_CLASSES};
    /** Weka solves the normal equations. */
    private static final double REGRESSION_TOLERANCE = 1e-8;
    /** Weka's BFGS stops at a gradient of 1e-6. */
    private static final double LOGISTIC_TOLERANCE = 2e-5;

    @ParameterizedTest
    @CsvSource({"1,0.00000001", "2,0.5", "3,10", "4,1000"})
    void regressionIsLinearRegressionOnNumbersAndTwoValuedNominals(long seed, double ridge) throws Exception {
        Instances data = WekaData.without(WekaData.mixed(seed, false, ALL), "colour");

        assertSameRegression(data, data, ridge);
    }

    @ParameterizedTest
    @CsvSource({"1,0.5", "2,10", "3,1000"})
    void regressionIsLinearRegressionBehindNominalToBinary(long seed, double ridge) throws Exception {
        Instances data = WekaData.mixed(seed, false, ALL);

        assertSameRegression(data, WekaData.binary(data, false), ridge);
    }

    @ParameterizedTest
    @CsvSource({"1,0.1", "2,1", "3,10", "4,1000"})
    void logisticIsLogistic(long seed, double ridge) throws Exception {
        Instances data = WekaData.mixed(seed, true, ALL);
        RegularizedLogistic ours = WekaData.trained(new RegularizedLogistic(), data, options(ridge));
        Logistic wekas = new Logistic();
        wekas.setOptions(Utils.splitOptions("-R " + ridge));
        wekas.buildClassifier(data);

        // The first row is the intercept. "yes" is declared first and sorts last, so the class is the same.
        double[] found =
                Arrays.stream(wekas.coefficients()).mapToDouble(row -> row[0]).toArray();
        assertThat(ours.positiveClass()).isEqualTo("yes");
        assertThat(ours.intercept()).isCloseTo(found[0], within(LOGISTIC_TOLERANCE));
        assertClose(ours.coefficients(), Arrays.copyOfRange(found, 1, found.length), LOGISTIC_TOLERANCE);
        for (int i = 0; i < data.numInstances(); i++) {
            assertClose(
                    ours.distributionForInstance(data.instance(i)),
                    wekas.distributionForInstance(data.instance(i)),
                    LOGISTIC_TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void logisticIsLogisticWithoutStandardization(long seed) throws Exception {
        Instances data = WekaData.mixed(seed, true, ALL);
        RegularizedLogistic ours = WekaData.trained(
                new RegularizedLogistic(), data, options(2) + " -standardize none -max-iterations 1000000");
        Logistic wekas = new Logistic();
        wekas.setOptions(Utils.splitOptions("-S -R 2"));
        wekas.buildClassifier(data);

        double[] found =
                Arrays.stream(wekas.coefficients()).mapToDouble(row -> row[0]).toArray();
        assertThat(ours.fitSummary().converged()).isTrue();
        assertThat(ours.intercept()).isCloseTo(found[0], within(LOGISTIC_TOLERANCE));
        assertClose(ours.coefficients(), Arrays.copyOfRange(found, 1, found.length), LOGISTIC_TOLERANCE);
    }

    private static void assertSameRegression(Instances data, Instances theirs, double ridge) throws Exception {
        RegularizedLinearRegression ours = WekaData.trained(new RegularizedLinearRegression(), data, options(ridge));
        LinearRegression wekas = new LinearRegression();
        wekas.setOptions(Utils.splitOptions("-S 1 -C -R " + ridge));
        wekas.buildClassifier(theirs);

        // Weka has a place for the class, and the intercept at the end.
        double[] found = wekas.coefficients();
        double[] slopes = new double[found.length - 2];
        for (int a = 0, j = 0; a < found.length - 1; a++) {
            if (a != theirs.classIndex()) {
                slopes[j++] = found[a];
            }
        }
        double scale = Math.abs(ours.intercept());
        assertClose(ours.coefficients(), slopes, REGRESSION_TOLERANCE * scale);
        assertThat(ours.intercept()).isCloseTo(found[found.length - 1], within(REGRESSION_TOLERANCE * scale));
        Instances withClass = new Instances(data);
        withClass.deleteWithMissingClass();
        for (int i = 0; i < withClass.numInstances(); i++) {
            assertThat(ours.classifyInstance(withClass.instance(i)))
                    .isCloseTo(
                            wekas.classifyInstance(theirs.instance(theirs == data ? indexOf(i, data) : i)),
                            within(REGRESSION_TOLERANCE * scale));
        }
    }

    /** The place in all data of instance i of those with a class. */
    private static int indexOf(int i, Instances data) {
        int at = -1;
        for (int left = i; left >= 0; left--) {
            do {
                at++;
            } while (data.instance(at).classIsMissing());
        }
        return at;
    }

    private static String options(double ridge) {
        return "-regularizer l2 -loss-scale sum -tolerance 1e-14 -R " + ridge;
    }

    private static void assertClose(double[] found, double[] wanted, double tolerance) {
        assertThat(found).hasSameSizeAs(wanted).containsExactly(wanted, within(tolerance));
    }
}
