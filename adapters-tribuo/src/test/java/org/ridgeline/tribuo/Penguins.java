package org.ridgeline.tribuo;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.tribuo.MutableDataset;
import org.tribuo.data.csv.CSVDataSource;
import org.tribuo.evaluation.TrainTestSplitter;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.evaluation.RegressionEvaluation;
import org.tribuo.regression.evaluation.RegressionEvaluator;
import org.tribuo.regression.sgd.linear.LinearSGDModel;

/** The program of {@code docs/tribuo.md}, run by {@link PenguinsTest} in a process of its own. */
final class Penguins {

    private Penguins() {}

    // begin
    @SuppressWarnings("unchecked") // a configuration file does not say of what type the outputs are
    public static void main(String[] arguments) throws IOException {
        try (ConfigurationManager manager = new ConfigurationManager("penguins.xml")) {
            CSVDataSource<Regressor> penguins = (CSVDataSource<Regressor>) manager.lookup("penguins");
            TrainTestSplitter<Regressor> halves = new TrainTestSplitter<>(penguins, 0.5, 1);
            MutableDataset<Regressor> train = new MutableDataset<>(halves.getTrain());
            MutableDataset<Regressor> test = new MutableDataset<>(halves.getTest());

            RegularizedLinearRegressionTrainer trainer = (RegularizedLinearRegressionTrainer) manager.lookup("trainer");
            LinearSGDModel model = trainer.train(train);
            model.serializeToFile(Path.of("penguins.tribuo"));

            RegressionEvaluation evaluation = new RegressionEvaluator().evaluate(model, test);
            System.out.printf(Locale.ROOT, "R² %.2f, error %.0f g%n", evaluation.averageR2(), evaluation.averageRMSE());
            LinearCoefficients.ofRegression(model)
                    .weights()
                    .forEach((name, weight) -> System.out.printf(Locale.ROOT, "%-24s %7.1f%n", name, weight));
            System.out.println(ProvenanceUtil.formattedProvenanceString(model.getProvenance()));
        }
    }
    // end
}
