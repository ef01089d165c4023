package org.ridgeline.cli;

import java.util.List;
import org.ridgeline.weka.plot.Csv;

/** Coefficients as CSV: {@code feature,coefficient,standardized}, the intercept first. */
final class CoefficientFile {

    static final String INTERCEPT = "(intercept)";

    private CoefficientFile() {}

    static String text(List<String> features, LinearModel model) {
        Csv csv = new Csv().line("feature", "coefficient", "standardized");
        csv.line(INTERCEPT, model.intercept(), model.standardizedIntercept());
        for (int j = 0; j < features.size(); j++) {
            csv.line(features.get(j), model.coefficients()[j], model.standardized()[j]);
        }
        return csv.toString();
    }
}
