package weka.classifiers.functions;

import org.ridgeline.weka.sgd.SgdLoss;
import weka.classifiers.Classifier;

/** Weka's own tests of a classifier, of numbers. */
public class RegularizedSGDNumericKitTest extends KitTestCase {

    public RegularizedSGDNumericKitTest(String name) {
        super(name);
    }

    @Override
    public Classifier getClassifier() {
        RegularizedSGD classifier = new RegularizedSGD();
        classifier.setLoss(SgdLoss.SQUARED);
        return classifier;
    }
}
