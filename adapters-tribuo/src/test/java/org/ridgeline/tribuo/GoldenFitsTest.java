package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Standardization;
import org.tribuo.Model;

/** Exact fits by other software, trained through Tribuo. */
class GoldenFitsTest {

    private static final double TOLERANCE = 1e-6;

    private static final String ALL = "org.ridgeline.conformance.GoldenFits#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void theSummedLossOfStandardisedFeaturesGivesTheGoldenFit(GoldenFit golden) {
        TrainingOptions options =
                TrainingOptions.standard().withLossScale(LossScale.SUM).withStandardization(Standardization.POPULATION);
        Trained trained = train(golden, golden.regularizer(), options, golden.rows());
        double[] deviations = deviations(golden);
        double[] found = trained.coefficients(golden);
        Arrays.setAll(found, j -> found[j] * deviations[j]);
        assertGolden(golden, found);
        assertThat(trained.summary().objective()).isCloseTo(golden.objective(), within(1e-9 * golden.objective()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theMeanLossOfFeaturesStandardisedBeforehandGivesTheSame(GoldenFit golden) {
        Trained trained =
                train(golden, golden.meanLossRegularizer(), TrainingOptions.standard(), golden.standardizedRows());
        assertGolden(golden, trained.coefficients(golden));
        assertThat(trained.linear().intercept()).isCloseTo(golden.intercept(), within(TOLERANCE));
    }

    private static void assertGolden(GoldenFit golden, double[] found) {
        double[] wanted = golden.coefficients();
        double largest = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
        assertThat(found).containsExactly(wanted, within(TOLERANCE * largest));
        for (int j = 0; j < wanted.length; j++) {
            assertThat(found[j] == 0).as("coefficient %d is zero", j).isEqualTo(wanted[j] == 0);
        }
    }

    private record Trained(LinearCoefficients linear, FitSummary summary) {

        static Trained of(LinearCoefficients linear, Model<?> model) {
            FitSummary summary = FitSummary.of(model).values().iterator().next();
            assertThat(summary.converged()).isTrue();
            return new Trained(linear, summary);
        }

        double[] coefficients(GoldenFit golden) {
            return names(golden).stream().mapToDouble(linear.weights()::get).toArray();
        }
    }

    private static Trained train(GoldenFit golden, String regularizer, TrainingOptions options, double[][] rows) {
        TrainingOptions grouped = options.withGrouping("^(.+)/");
        if (golden.loss().equals("squared")) {
            var model = new RegularizedLinearRegressionTrainer(regularizer, grouped)
                    .train(Examples.regression(names(golden), rows, golden.target()));
            return Trained.of(LinearCoefficients.ofRegression(model), model);
        }
        String[] labels = Arrays.stream(golden.target())
                .mapToObj(target -> target == 1 ? "benign" : "a tumour")
                .toArray(String[]::new);
        var model = new RegularizedLogisticTrainer(regularizer, grouped)
                .train(Examples.classification(names(golden), rows, labels));
        return Trained.of(LinearCoefficients.ofTwoClasses(model), model);
    }

    /** The names tell the groups. */
    private static List<String> names(GoldenFit golden) {
        int[] labels = golden.groups().labels();
        return IntStream.range(0, labels.length)
                .mapToObj(j -> String.format(
                        Locale.ROOT, "%d/%s", labels[j], golden.features().get(j)))
                .toList();
    }

    private static double[] deviations(GoldenFit golden) {
        double[][] rows = golden.rows();
        double[] deviations = new double[golden.features().size()];
        Arrays.setAll(deviations, j -> {
            double mean =
                    Arrays.stream(rows).mapToDouble(row -> row[j]).average().orElseThrow();
            return Math.sqrt(Arrays.stream(rows)
                    .mapToDouble(row -> (row[j] - mean) * (row[j] - mean))
                    .average()
                    .orElseThrow());
        });
        return deviations;
    }
}
