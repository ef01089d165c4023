package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Standardization;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.data.csv.CSVLoader;
import org.tribuo.regression.Regressor;

/** What {@code docs/tribuo.md} shows of searching λ is this source, and works. */
class LambdaSearchDocumentationTest {

    @Test
    void theCodeOfThePageRuns() throws IOException {
        MutableDataset<Label> data =
                new CSVLoader<>(new LabelFactory()).load(Path.of("../data/breast_cancer.csv"), "benign");
        // begin
        TrainingOptions options = TrainingOptions.standard().withStandardization(Standardization.POPULATION);
        RegularizedLogisticTrainer exact = new RegularizedLogisticTrainer("elastic-net(alpha=0.5)", options);
        LambdaSearch<Label> search = new LambdaSearch<>(exact)
                .withSelection(LambdaSelection.oneStandardError().withThreads(2));
        Model<Label> model = search.train(data); // the LinearSGDModel of the inner trainer

        LambdaCurve curve = LambdaCurve.of(model).get("all");
        LambdaCurve.Point chosen = curve.points().get(curve.chosen()); // λ, mean and standard error

        LambdaSearch<Label> ofCosts = new LambdaSearch<>(new LibLinearClassificationTrainer(), "cost")
                .withInverse() // cost is 1/λ
                .withSelection(LambdaSelection.best().withMeasure(Measures.ERROR_RATE))
                .withLambdas(100, 10, 1, 0.1);
        // end
        assertThat(model).isInstanceOf(LinearSGDModel.class);
        assertThat(curve.points()).hasSize(100);
        assertThat(chosen.lambda()).isEqualTo(FitSummary.of(model).get("1").lambda());
        assertThat(chosen.mean()).isBetween(0.01, 0.15);
        assertThat(LambdaCurve.of(ofCosts.train(data)).get("all").points()).hasSize(4);
    }

    @Test
    void theConfigurationOfThePageTrains(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("search.xml"), Page.block("xml", "LambdaSearch"));
        try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
            @SuppressWarnings("unchecked")
            LambdaSearch<Regressor> search = (LambdaSearch<Regressor>) manager.lookup("search");
            LambdaCurve curve =
                    LambdaCurve.of(search.train(Toys.regression(1, 100))).get("all");
            assertThat(curve.points()).hasSize(20);
            assertThat(curve.points().get(0).lambda()).isEqualTo(10);
            assertThat(curve.measure()).isEqualTo("absolute-error");
            assertThat(curve.chosen()).isEqualTo(curve.oneStandardError()).isPositive();
        }
    }
}
