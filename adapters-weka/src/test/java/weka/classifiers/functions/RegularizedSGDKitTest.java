package weka.classifiers.functions;

import weka.classifiers.Classifier;

/** Weka's own tests of a classifier, of classes. */
public class RegularizedSGDKitTest extends KitTestCase {

    public RegularizedSGDKitTest(String name) {
        super(name);
    }

    @Override
    public Classifier getClassifier() {
        return new RegularizedSGD();
    }
}
