package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import picocli.CommandLine.Option;

/** The options of every command that fits: the data, and what is minimised. */
final class ModelOptions {

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "a .csv, .arff or .libsvm file")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "COLUMN",
            description = "the column to predict; of a .libsvm file it is called class")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String target;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description =
                    "squared, logistic, multinomial, poisson or huber(delta=1); without it, what suits the target")
    private @Nullable String loss;

    @Option(
            names = "--loss-scale",
            paramLabel = "SCALE",
            description = "add the penalty to the mean or the sum of losses")
    private String lossScale = "mean";

    @Option(
            names = "--standardize",
            paramLabel = "SCALE",
            description = "penalise the weights of features divided by their none, population or sample deviation")
    private String standardize = "population";

    @Option(
            names = "--groups",
            paramLabel = "REGEX",
            description =
                    "the first capturing group names a feature's group, for group penalties; without it, the values"
                            + " of a nominal attribute are a group")
    private @Nullable String groups;

    @Option(names = "--tolerance", paramLabel = "NUMBER", description = "of the optimiser")
    private double tolerance = Solver.standard().tolerance();

    @Option(names = "--max-iterations", paramLabel = "NUMBER", description = "steps after which the optimiser gives up")
    private int maxIterations = Solver.standard().maxIterations();

    Path data() {
        return data;
    }

    /**
     * The data as numbers.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the target or the loss does not suit it
     */
    Dataset dataset() throws IOException {
        return DataFile.read(data).dataset(target, loss);
    }

    LossScale lossScale() {
        return LossScale.of(lossScale);
    }

    Standardization standardization() {
        return Standardization.of(standardize);
    }

    Pattern groups() {
        if (groups == null) {
            return Dataset.BY_ATTRIBUTE;
        }
        try {
            return Pattern.compile(groups);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "--groups must be a regular expression, but '" + groups + "' is none: " + e.getDescription(), e);
        }
    }

    Solver solver() {
        return new Solver(tolerance, maxIterations);
    }
}
