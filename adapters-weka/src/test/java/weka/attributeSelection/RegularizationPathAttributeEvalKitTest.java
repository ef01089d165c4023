package weka.attributeSelection;

import java.nio.file.Files;
import java.nio.file.Path;

/** Weka's own tests of an evaluator. */
public class RegularizationPathAttributeEvalKitTest extends AbstractEvaluatorTest {

    public RegularizationPathAttributeEvalKitTest(String name) {
        super(name);
    }

    @Override
    public ASSearch getSearch() {
        return new Ranker();
    }

    @Override
    public ASEvaluation getEvaluator() {
        return new RegularizationPathAttributeEval();
    }

    /** Compares two evaluations. Weka's own would compare with the last build's, to all digits. */
    @Override
    public void testRegression() throws Exception {
        Files.deleteIfExists(Path.of(
                System.getProperty("weka.test.Regression.root"),
                getClass().getName().replace('.', '/') + ".ref"));
        super.testRegression();
        super.testRegression();
    }
}
