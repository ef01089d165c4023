package org.ridgeline.cli;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.solvers.Loss;
import org.ridgeline.weka.FitSummary;
import weka.classifiers.functions.RegularizedLinearModel;
import weka.classifiers.functions.RegularizedLinearRegression;
import weka.classifiers.functions.RegularizedLogistic;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.regularizers.TextRegularizer;

/** Weka, through its own classifiers and instances. */
final class WekaHost implements Host {

    @Override
    public String name() {
        return "weka";
    }

    @Override
    public LinearModel train(Dataset data, Task task) throws Exception {
        RegularizedLinearModel classifier =
                data.loss() == Loss.LOGISTIC ? new RegularizedLogistic() : new RegularizedLinearRegression();
        classifier.setRegularizer(new TextRegularizer(task.regularizer()));
        classifier.setLossScale(task.lossScale());
        classifier.setStandardization(task.standardization());
        classifier.setGroups(task.groups().pattern());
        classifier.setTolerance(task.solver().tolerance());
        classifier.setMaxIterations(task.solver().maxIterations());
        classifier.setValidationShare(task.holdOut().share());
        classifier.setSeed(Math.toIntExact(task.holdOut().seed()));
        classifier.buildClassifier(instances(data));
        FitSummary summary = classifier.fitSummary();
        return new LinearModel(
                classifier.coefficients(),
                classifier.intercept(),
                classifier.standardizedCoefficients(),
                classifier.standardizedIntercept(),
                summary.regularizer(),
                summary.certificate(),
                summary.converged());
    }

    private static Instances instances(Dataset data) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        data.features().forEach(name -> attributes.add(new Attribute(name)));
        // The class comes last; a name of its own keeps it apart from any feature.
        String target = "target of " + data.features();
        attributes.add(data.loss() == Loss.LOGISTIC ? new Attribute(target, List.of("0", "1")) : new Attribute(target));
        Instances instances = new Instances("data", attributes, data.rows().length);
        instances.setClassIndex(attributes.size() - 1);
        for (int i = 0; i < data.rows().length; i++) {
            double[] values = new double[attributes.size()];
            System.arraycopy(data.rows()[i], 0, values, 0, values.length - 1);
            values[values.length - 1] = data.target()[i];
            instances.add(new DenseInstance(data.weights()[i], values));
        }
        return instances;
    }
}
