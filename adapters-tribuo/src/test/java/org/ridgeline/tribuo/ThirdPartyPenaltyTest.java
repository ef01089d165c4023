package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.Arguments;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;
import org.ridgeline.penalties.L2;
import org.tribuo.MutableDataset;
import org.tribuo.regression.Regressor;

/** A penalty that only the application's class loader knows, as in an application server or a plug-in. */
class ThirdPartyPenaltyTest {

    /** ½λΣw², as DL4J and Spark mean it. Without a conjugate, without separability. */
    record HalfL2(double lambda) implements Regularizer {

        private L2 half() {
            return new L2(lambda / 2);
        }

        @Override
        public HalfL2 withLambda(double lambda) {
            return new HalfL2(lambda);
        }

        @Override
        public double penalty(Weights weights) {
            return half().penalty(weights);
        }

        @Override
        public void addGradient(Weights weights, double scale, double[] gradient) {
            half().addGradient(weights, scale, gradient);
        }

        @Override
        public void prox(Weights weights, double step) {
            half().prox(weights, step);
        }

        @Override
        public String toString() {
            return TextForm.of("half-l2").with("lambda", lambda).toString();
        }
    }

    /** Announces {@code half-l2}. */
    public static final class Provider implements RegularizerProvider {

        @Override
        public String name() {
            return "half-l2";
        }

        @Override
        public String summary() {
            return "half the sum of squares";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA);
        }

        @Override
        public Regularizer create(Arguments arguments) {
            return new HalfL2(arguments.number("lambda"));
        }
    }

    @Test
    void theContextClassLoaderIsAsked(@TempDir Path plugin) throws Exception {
        Path services = Files.createDirectories(plugin.resolve("META-INF/services"));
        Files.writeString(services.resolve(RegularizerProvider.class.getName()), Provider.class.getName());
        TrainingOptions alone = TrainingOptions.standard().withGrouping(FeatureGrouping.FEATURE);
        MutableDataset<Regressor> data = Toys.regression(8, 40);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(
                new URL[] {plugin.toUri().toURL()}, getClass().getClassLoader())) {
            Thread.currentThread().setContextClassLoader(application);
            RegularizedLinearRegressionTrainer trainer = ConfigurationFiles.savedAndRestored(
                    RegularizedLinearRegressionTrainer.class,
                    Map.of("regularizer", "half-l2(lambda=0.5)", "grouping", FeatureGrouping.FEATURE));
            assertThat(trainer.regularizer()).isEqualTo(new HalfL2(0.5));
            FitSummary fit = FitSummary.of(trainer.train(data)).get("y");
            assertThat(fit.converged()).isTrue();
            assertThat(fit.objective())
                    .isCloseTo(
                            FitSummary.of(new RegularizedLinearRegressionTrainer("l2(lambda=0.25)").train(data))
                                    .get("y")
                                    .objective(),
                            within(1e-9));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertThatThrownBy(() -> new RegularizedLinearRegressionTrainer("half-l2(lambda=0.5)"))
                .hasMessageContaining("there is no regularizer 'half-l2'");
        // In code a regularizer need not be announced.
        assertThat(new RegularizedLinearRegressionTrainer(new HalfL2(0.5), alone).train(data))
                .isNotNull();
    }
}
