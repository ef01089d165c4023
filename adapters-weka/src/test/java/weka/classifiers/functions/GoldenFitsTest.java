package weka.classifiers.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.conformance.GoldenFit;
import weka.core.Instances;

/** Fits of real data, computed by other software. */
class GoldenFitsTest {

    private static final double TOLERANCE = 1e-6;

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void wekaGivesTheGoldenFitOnTheSummedLoss(GoldenFit golden) throws Exception {
        check(golden, golden.regularizer(), "sum");
    }

    @ParameterizedTest
    @MethodSource("org.ridgeline.conformance.GoldenFits#all")
    void wekaGivesTheGoldenFitOnTheMeanLoss(GoldenFit golden) throws Exception {
        check(golden, golden.meanLossRegularizer(), "mean");
    }

    private static void check(GoldenFit golden, String regularizer, String lossScale) throws Exception {
        // The group goes into the attribute's name, as Weka has no other place for it.
        int[] labels = golden.groups().labels();
        List<String> names = new ArrayList<>();
        for (int j = 0; j < labels.length; j++) {
            names.add("g" + labels[j] + "_" + golden.features().get(j));
        }
        boolean logistic = golden.loss().equals("logistic");
        Instances data = logistic
                ? WekaData.classification(names, golden.rows(), golden.target(), "0", "1")
                : WekaData.regression(names, golden.rows(), golden.target());
        String options =
                "-standardize population -groups ^(g[0-9]+)_ -loss-scale " + lossScale + " -regularizer " + regularizer;
        RegularizedLinearModel model = WekaData.trained(
                logistic ? new RegularizedLogistic() : new RegularizedLinearRegression(), data, options);

        double scale = Arrays.stream(golden.coefficients()).map(Math::abs).max().orElseThrow();
        double[] found = model.standardizedCoefficients();
        assertThat(found).containsExactly(golden.coefficients(), within(TOLERANCE * scale));
        for (int j = 0; j < found.length; j++) {
            assertThat(found[j] == 0).as(names.get(j)).isEqualTo(golden.coefficients()[j] == 0);
        }
        double wanted = lossScale.equals("sum") ? golden.objective() : golden.objective() / data.numInstances();
        assertThat(model.fitSummary().objective()).isCloseTo(wanted, within(1e-8 * wanted));
        assertThat(model.fitSummary().converged()).isTrue();
        assertThat(model.featureNames()).containsExactly(names.toArray(new String[0]));
    }
}
