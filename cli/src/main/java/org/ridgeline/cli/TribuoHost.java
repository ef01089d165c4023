package org.ridgeline.cli;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.Scaling;
import org.ridgeline.tribuo.FitSummary;
import org.ridgeline.tribuo.LinearCoefficients;
import org.ridgeline.tribuo.RegularizedLinearRegressionTrainer;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.ridgeline.tribuo.TrainingOptions;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Tribuo, through its own examples, trainers and models. */
final class TribuoHost implements Host {

    // Kept, as java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ADAPTER = Logger.getLogger("org.ridgeline.tribuo");

    static {
        // The tool says itself when a fit has not converged.
        ADAPTER.setLevel(Level.SEVERE);
    }

    @Override
    public String name() {
        return "tribuo";
    }

    @Override
    public LinearModel train(Dataset data, Task task) {
        TrainingOptions options = TrainingOptions.standard()
                .withLossScale(task.lossScale())
                .withStandardization(task.standardization())
                .withGrouping(task.groups().pattern())
                .withSolver(task.solver())
                .withHoldOut(task.holdOut());
        if (data.loss() == Loss.LOGISTIC) {
            var examples = examples(data, new LabelFactory(), y -> new Label(y == 1 ? "1" : "0"));
            var model = new RegularizedLogisticTrainer(task.regularizer(), options).train(examples);
            return model(data, task, LinearCoefficients.ofTwoClasses(model), model);
        }
        var examples = examples(data, new RegressionFactory(), y -> new Regressor("target", y));
        var model = new RegularizedLinearRegressionTrainer(task.regularizer(), options).train(examples);
        return model(data, task, LinearCoefficients.ofRegression(model), model);
    }

    private static <T extends Output<T>> MutableDataset<T> examples(
            Dataset data, OutputFactory<T> factory, DoubleFunction<T> output) {
        MutableDataset<T> examples =
                new MutableDataset<>(new SimpleDataSourceProvenance("ridgeline", factory), factory);
        String[] names = data.features().toArray(String[]::new);
        for (int i = 0; i < data.rows().length; i++) {
            Example<T> example = new ArrayExample<>(output.apply(data.target()[i]), names, data.rows()[i]);
            example.setWeight((float) data.weights()[i]);
            examples.add(example);
        }
        return examples;
    }

    private static LinearModel model(Dataset data, Task task, LinearCoefficients linear, Model<?> model) {
        Map<String, Double> weights = linear.weights();
        List<String> names = data.features();
        double[] coefficients = names.stream()
                .mapToDouble(name -> weights.getOrDefault(name, 0.0))
                .toArray();
        FitSummary summary = FitSummary.of(model).values().iterator().next();
        return LinearModel.ofCoefficients(
                coefficients,
                linear.intercept(),
                Scaling.of(data.problem(task)),
                summary.regularizer(),
                summary.certificate().toString(),
                summary.converged());
    }
}
