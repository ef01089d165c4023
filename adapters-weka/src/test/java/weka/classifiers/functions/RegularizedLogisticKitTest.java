package weka.classifiers.functions;

import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.Classifier;

/** Weka's own tests of a classifier. */
public class RegularizedLogisticKitTest extends AbstractClassifierTest {

    public RegularizedLogisticKitTest(String name) {
        super(name);
    }

    @Override
    public Classifier getClassifier() {
        return new RegularizedLogistic();
    }
}
