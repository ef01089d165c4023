package weka.classifiers.functions;

import weka.classifiers.Classifier;

/** Weka's own tests of a classifier. */
public class RegularizedLogisticKitTest extends KitTestCase {

    public RegularizedLogisticKitTest(String name) {
        super(name);
    }

    @Override
    public Classifier getClassifier() {
        return new RegularizedLogistic();
    }
}
