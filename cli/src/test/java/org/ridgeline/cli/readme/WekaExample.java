package org.ridgeline.cli.readme;

import weka.classifiers.functions.RegularizedLogistic;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;

/** The README's lines for Weka. */
final class WekaExample {

    private WekaExample() {}

    static String train(String file) throws Exception {
        Instances data = DataSource.read(file);
        data.setClassIndex(data.numAttributes() - 1);

        RegularizedLogistic classifier = new RegularizedLogistic();
        classifier.setOptions(Utils.splitOptions("-regularizer \"elastic-net(alpha=0.8)\" -R 0.05"));
        classifier.buildClassifier(data);

        System.out.println(classifier); // coefficients by name, how many are zero, and the certificate
        return classifier.fitSummary().regularizer(); // elastic-net(lambda=0.05,alpha=0.8)
    }
}
