package org.ridgeline.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;
import org.ridgeline.penalties.L1;

/**
 * What {@code cv.glmnet} of glmnet 4.1-6 measures on the same folds: row i has weight 1 + i mod 3 and is in fold 5i mod 7.
 * Its λ is half of ours for the squared loss, and its deviance twice our logistic loss.
 */
class GoldenCrossValidationTest {

    /** Data, measure, λ, mean, standard error, nonzero coefficients, and whether it is lambda.min or lambda.1se. */
    private static final String GOLDEN = """
            diabetes,loss,80,5498.3183596,179.90937191,2,
            diabetes,loss,40,3846.05544597,260.43754466,3,
            diabetes,loss,20,3298.29254346,251.288883238,4,
            diabetes,loss,12,3173.40753467,240.851644854,4,1-se
            diabetes,loss,8,3114.48640303,236.658834443,6,
            diabetes,loss,4,3055.65409485,234.995126737,7,
            diabetes,loss,1,3039.56846682,228.954086072,9,
            diabetes,loss,0.25,3031.00035806,227.268020624,9,best
            diabetes,absolute-error,80,63.2884034581,1.13686970164,2,
            diabetes,absolute-error,40,52.389105101,1.9393571966,3,
            diabetes,absolute-error,20,47.7616848264,2.19792615782,4,
            diabetes,absolute-error,12,46.5904789476,2.12765101353,4,
            diabetes,absolute-error,8,45.8448242318,2.06661766781,6,1-se
            diabetes,absolute-error,4,45.1048848971,1.94315640349,7,
            diabetes,absolute-error,1,44.8194310473,1.8134780652,9,
            diabetes,absolute-error,0.25,44.6702956195,1.81440160368,9,best
            breast_cancer,loss,0.3,0.53370606006,0.0102208981517,3,
            breast_cancer,loss,0.1,0.264721751516,0.00496955067151,4,
            breast_cancer,loss,0.03,0.146513020918,0.012832734368,6,
            breast_cancer,loss,0.01,0.106077843155,0.0190157517898,10,1-se
            breast_cancer,loss,0.003,0.0968921952939,0.0278521953342,12,best
            breast_cancer,loss,0.002,0.100973895435,0.0313150437575,17,
            breast_cancer,loss,0.001,0.119370227412,0.0385505849535,16,
            breast_cancer,loss,0.0005,0.15809182594,0.0507087111137,22,
            breast_cancer,error-rate,0.3,0.289357959543,0.0267944623185,3,
            breast_cancer,error-rate,0.1,0.0677220756376,0.00904254252981,4,
            breast_cancer,error-rate,0.03,0.0360598065084,0.00731535870299,6,1-se
            breast_cancer,error-rate,0.01,0.0325417766051,0.00758317512786,10,
            breast_cancer,error-rate,0.003,0.0299032541777,0.00742328492047,12,best
            breast_cancer,error-rate,0.002,0.0299032541777,0.00545210179879,17,
            breast_cancer,error-rate,0.001,0.03781882146,0.00560520723265,16,
            """;

    /** The logistic loss as glmnet has it in a deviance: no probability is nearer to 0 or 1 than 1e-5. */
    private static final Measure CLIPPED = (validation, scores) -> {
        double most = Math.log((1 - 1e-5) / 1e-5);
        return validation.meanLoss(Arrays.stream(scores)
                .map(f -> Math.max(-most, Math.min(most, f)))
                .toArray());
    };

    @ParameterizedTest
    @CsvSource({"diabetes,loss", "diabetes,absolute-error", "breast_cancer,loss", "breast_cancer,error-rate"})
    void curveAndChoicesAreTheSame(String dataset, String measure) {
        GoldenFit data = GoldenFits.all().stream()
                .filter(fit -> fit.dataset().equals(dataset)
                        && fit.loss().equals(dataset.equals("diabetes") ? "squared" : "logistic"))
                .findFirst()
                .orElseThrow();
        List<String[]> golden = GOLDEN.lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(dataset) && cells[1].equals(measure))
                .toList();
        int n = data.target().length;
        Problem problem = Problem.of(DenseFeatures.ofRows(data.rows()), data.target(), Loss.of(data.loss()))
                .withStandardization(Standardization.POPULATION)
                .withExampleWeights(
                        IntStream.range(0, n).mapToDouble(i -> 1 + i % 3).toArray());
        double[] lambdas = golden.stream()
                .mapToDouble(cells -> Double.parseDouble(cells[2]))
                .toArray();

        CrossValidationFit fit = CrossValidation.ofFolds(
                        IntStream.range(0, n).map(i -> 5 * i % 7).toArray())
                .withMeasure(dataset.equals("breast_cancer") && measure.equals("loss") ? CLIPPED : Measures.of(measure))
                .run(Solver.standard().withTolerance(1e-11), problem, L1.of(1), LambdaPath.of(lambdas));

        for (int k = 0; k < lambdas.length; k++) {
            String[] cells = golden.get(k);
            double mean = Double.parseDouble(cells[3]);
            assertThat(fit.mean(k)).isCloseTo(mean, within(1e-6 * mean));
            assertThat(fit.standardError(k)).isCloseTo(Double.parseDouble(cells[4]), within(1e-6 * mean));
            assertThat(fit.nonzeros(k)).isEqualTo(Integer.parseInt(cells[5]));
            assertThat(k == fit.best()).isEqualTo(cells[6].contains("best"));
            assertThat(k == fit.oneStandardError()).isEqualTo(cells[6].contains("1-se"));
        }
        assertThat(Arrays.stream(fit.foldOfRow()).distinct()).hasSize(7);
    }
}
