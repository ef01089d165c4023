package weka.classifiers.functions;

import java.nio.file.Files;
import java.nio.file.Path;
import weka.classifiers.AbstractClassifierTest;

/** Weka's own tests of a classifier. */
abstract class KitTestCase extends AbstractClassifierTest {

    KitTestCase(String name) {
        super(name);
    }

    /** Compares two trainings. Weka's own would compare with the last build's, to all digits. */
    @Override
    public void testRegression() throws Exception {
        Files.deleteIfExists(Path.of(
                System.getProperty("weka.test.Regression.root"),
                getClass().getName().replace('.', '/') + ".ref"));
        super.testRegression();
        super.testRegression();
    }
}
