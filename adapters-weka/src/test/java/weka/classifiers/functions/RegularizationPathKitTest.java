package weka.classifiers.functions;

import weka.classifiers.Classifier;

/** Weka's own tests of a classifier. */
public class RegularizationPathKitTest extends KitTestCase {

    public RegularizationPathKitTest(String name) {
        super(name);
    }

    @Override
    public Classifier getClassifier() {
        return new RegularizationPath();
    }
}
