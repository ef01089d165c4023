package org.ridgeline.weka.gui;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.weka.CommandLine;
import org.ridgeline.weka.RegularizerText;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.RegularizedLinearRegression;
import weka.classifiers.functions.RegularizedLogistic;
import weka.core.Instances;

/** The classifiers that train what the tab shows. */
final class ClassifierSetup {

    private ClassifierSetup() {}

    /**
     * Checks that a path can be computed.
     *
     * @param data with a class index
     * @throws Exception if the attributes or the class are not of a kind that the classifiers take
     */
    static void requireSuited(Instances data) throws Exception {
        unset(data.classAttribute().isNominal()).getCapabilities().testWithFail(data);
    }

    private static AbstractClassifier unset(boolean nominal) {
        return nominal ? new RegularizedLogistic() : new RegularizedLinearRegression();
    }

    /**
     * A classifier that trains the model of one λ of a path.
     *
     * @param nominal whether the class is a label
     * @param settings those of the path
     * @param lambda the λ
     * @return an untrained classifier
     * @throws Exception if a setting is refused
     */
    static AbstractClassifier of(boolean nominal, StudySettings settings, double lambda) throws Exception {
        AbstractClassifier classifier = unset(nominal);
        List<String> options = new ArrayList<>(List.of(
                "-regularizer",
                RegularizerText.of(settings.regularizer()),
                "-R",
                CommandLine.number(lambda),
                "-loss-scale",
                settings.lossScale().toString(),
                "-standardize",
                settings.standardization().toString()));
        if (!settings.groups().isEmpty()) {
            options.addAll(List.of("-groups", settings.groups()));
        }
        classifier.setOptions(options.toArray(new String[0]));
        return classifier;
    }
}
