package org.ridgeline.solvers.conversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Regularizer;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;

/**
 * Fits of scikit-learn 1.2.1 and glmnet 4.1-6 under their own settings, at their tightest tolerances, against ours under the
 * penalty that the settings are converted to. The features of all are those of the golden fits, divided by their population
 * deviation.
 */
class PeerFitsTest {

    /** What a system fitted; an empty {@code share} is a setting without one. */
    record PeerFit(String learner, String dataset, double strength, String share, double intercept, double[] weights) {

        static PeerFit parse(String line) {
            String[] cells = line.split(",", -1);
            return new PeerFit(
                    cells[0],
                    cells[1],
                    Double.parseDouble(cells[2]),
                    cells[3],
                    Double.parseDouble(cells[4]),
                    Arrays.stream(cells[5].split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }

        Loss loss() {
            return dataset.equals("diabetes") ? Loss.SQUARED : Loss.LOGISTIC;
        }

        boolean hasIntercept() {
            return !learner.endsWith("-through-origin");
        }

        Regularizer penalty(double[] y) {
            double ratio = share.isEmpty() ? Double.NaN : Double.parseDouble(share);
            return switch (learner) {
                case "sklearn-ridge" -> new ScikitLearn.Ridge(strength).toRidgeline(y.length);
                case "sklearn-lasso" -> new ScikitLearn.Lasso(strength).toRidgeline();
                case "sklearn-elastic-net" -> new ScikitLearn.ElasticNet(strength, ratio).toRidgeline();
                case "sklearn-logistic" -> new ScikitLearn.LogisticRegression(strength, ratio).toRidgeline(y.length);
                case "glmnet-gaussian" -> new Glmnet.Gaussian(strength, ratio).toRidgeline(deviation(y, mean(y)));
                case "glmnet-gaussian-through-origin" ->
                    new Glmnet.Gaussian(strength, ratio).toRidgeline(deviation(y, 0));
                case "glmnet-binomial" -> new Glmnet.Binomial(strength, ratio).toRidgeline();
                default -> throw new IllegalArgumentException("there is no learner " + learner);
            };
        }

        @Override
        public String toString() {
            return learner + " with " + strength + " " + share;
        }
    }

    static List<PeerFit> fits() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PeerFitsTest.class.getResourceAsStream("peers.csv")), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(PeerFit::parse).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void theConvertedPenaltyGivesTheSameModel(PeerFit peer) {
        Fit fit = Solver.standard()
                .withTolerance(1e-12)
                .fit(problem(peer), peer.penalty(data(peer).target()));
        assertThat(fit.converged()).isTrue();
        double size = size(peer);
        assertThat(fit.coefficients()).containsExactly(peer.weights(), within(1e-8 * size));
        assertThat(fit.intercept()).isCloseTo(peer.intercept(), within(1e-8 * size));
    }

    static List<PeerFit> elasticNetsOfGlmnet() throws IOException {
        return fits().stream()
                .filter(fit ->
                        fit.learner().equals("glmnet-gaussian") && !fit.share().equals("1"))
                .toList();
    }

    /** With the deviation taken for 1, glmnet's elastic net would be another model. */
    @ParameterizedTest
    @MethodSource("elasticNetsOfGlmnet")
    void theDeviationOfTheTargetMatters(PeerFit peer) {
        ElasticNet net = new Glmnet.Gaussian(peer.strength(), Double.parseDouble(peer.share())).toRidgeline(1);
        double[] found = Solver.standard().fit(problem(peer), net).coefficients();
        assertThat(Math.abs(found[2] - peer.weights()[2])).isGreaterThan(0.01 * size(peer));
    }

    private static GoldenFit data(PeerFit peer) {
        return GoldenFits.all().stream()
                .filter(golden -> golden.dataset().equals(peer.dataset()))
                .findFirst()
                .orElseThrow();
    }

    private static Problem problem(PeerFit peer) {
        GoldenFit data = data(peer);
        return Problem.of(DenseFeatures.ofRows(data.standardizedRows()), data.target(), peer.loss())
                .withIntercept(peer.hasIntercept());
    }

    private static double size(PeerFit peer) {
        return Arrays.stream(peer.weights()).map(Math::abs).max().orElseThrow();
    }

    private static double mean(double[] y) {
        return Arrays.stream(y).sum() / y.length;
    }

    private static double deviation(double[] y, double center) {
        return Math.sqrt(Arrays.stream(y).map(v -> (v - center) * (v - center)).sum() / y.length);
    }
}
