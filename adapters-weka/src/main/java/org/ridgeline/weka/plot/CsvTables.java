package org.ridgeline.weka.plot;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.PathFit;

/** Paths and cross-validations as CSV, with all digits. */
public final class CsvTables {

    private CsvTables() {}

    /**
     * A line for each λ and each intercept and coefficient: {@code lambda,feature,coefficient,standardized}.
     *
     * @param path the fits
     * @param intercepts a name for the intercept of each output
     * @param coefficients a name for each coefficient, of all outputs one after the other
     * @return the table
     */
    public static String of(PathFit path, List<String> intercepts, List<String> coefficients) {
        Csv csv = new Csv().line("lambda", "feature", "coefficient", "standardized");
        for (int k = 0; k < path.size(); k++) {
            Fit fit = path.fit(k);
            lines(csv, path.lambda(k), intercepts, fit.intercepts(), fit.standardizedIntercepts());
            lines(csv, path.lambda(k), coefficients, fit.coefficients(), fit.standardizedCoefficients());
        }
        return csv.toString();
    }

    private static void lines(Csv csv, double lambda, List<String> names, double[] own, double[] standardized) {
        for (int j = 0; j < own.length; j++) {
            csv.line(lambda, names.get(j), own[j], standardized[j]);
        }
    }

    /**
     * A line for each λ: {@code lambda,mean,standard_error,nonzeros,choice,fold_0,…}.
     *
     * @param fit what was measured
     * @return the table
     */
    public static String of(CrossValidationFit fit) {
        int folds = fit.folds();
        List<double[]> curves = IntStream.range(0, folds).mapToObj(fit::curve).toList();
        Csv csv = new Csv();
        csv.line(Stream.concat(
                        Stream.of("lambda", "mean", "standard_error", "nonzeros", "choice"),
                        IntStream.range(0, folds).mapToObj(fold -> "fold_" + fold))
                .toArray());
        for (int k = 0; k < fit.size(); k++) {
            int current = k;
            csv.line(Stream.concat(
                            Stream.of(
                                    fit.lambda(k),
                                    fit.mean(k),
                                    fit.standardError(k),
                                    fit.nonzeros(k),
                                    Choices.of(fit, k)),
                            curves.stream().map(curve -> curve[current]))
                    .toArray());
        }
        return csv.toString();
    }
}
