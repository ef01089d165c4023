package org.ridgeline.cli.readme;

import org.ridgeline.solvers.Standardization;
import org.ridgeline.tribuo.FitSummary;
import org.ridgeline.tribuo.RegularizedLogisticTrainer;
import org.ridgeline.tribuo.TrainingOptions;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** The README's lines for Tribuo. */
final class TribuoExample {

    private TribuoExample() {}

    static String train(Dataset<Label> data) {
        var options = TrainingOptions.standard().withStandardization(Standardization.POPULATION);
        var trainer = new RegularizedLogisticTrainer("elastic-net(lambda=0.05,alpha=0.8)", options);

        Model<Label> model = trainer.train(data); // a stock LinearSGDModel: it loads without Ridgeline
        FitSummary fit = FitSummary.of(model).values().iterator().next();

        System.out.println(fit.certificate() + ", converged: " + fit.converged());
        return fit.regularizer(); // from the model's provenance: elastic-net(lambda=0.05,alpha=0.8)
    }
}
