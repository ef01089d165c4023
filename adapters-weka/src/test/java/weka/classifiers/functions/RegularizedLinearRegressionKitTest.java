package weka.classifiers.functions;

import weka.classifiers.Classifier;

/** Weka's own tests of a classifier. */
public class RegularizedLinearRegressionKitTest extends KitTestCase {

    public RegularizedLinearRegressionKitTest(String name) {
        super(name);
    }

    @Override
    public Classifier getClassifier() {
        return new RegularizedLinearRegression();
    }
}
