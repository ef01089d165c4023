package org.ridgeline.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizers;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ridgeline fit}. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Fits a linear model in one of the hosts and writes its coefficients as CSV:",
            "feature,coefficient,standardized, (intercept) first. For two classes they are those of the class that"
                    + " sorts last.",
            "Exit code 0: fitted; 1: fitted, but not to the tolerance; 2: an error; 3: a defect of this tool."
        })
final class FitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

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
            names = "--regularizer",
            required = true,
            paramLabel = "TEXT",
            description =
                    "the penalty, such as 'elastic-net(lambda=0.1,alpha=0.5)'; 'ridgeline list' tells which there are")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String regularizer;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description = "squared or logistic; without it, what suits the target")
    private @Nullable String loss;

    @Option(names = "--host", paramLabel = "HOST", description = "solver, weka, tribuo or dl4j")
    private String host = "solver";

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

    @Option(
            names = "--hold-out",
            paramLabel = "SHARE",
            description = "share of the rows that an adaptive penalty validates on")
    private double holdOut = 0.2;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "which rows are held out")
    private int seed = 1;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "where to write; without it, to standard output")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Task task = new Task(
                Regularizers.load().parse(regularizer).toString(),
                LossScale.of(lossScale),
                Standardization.of(standardize),
                groups == null ? Dataset.BY_ATTRIBUTE : pattern(groups),
                new Solver(tolerance, maxIterations),
                new HoldOut(holdOut, seed));
        Host chosen = Host.of(host);
        if (out != null) {
            CoefficientFile.requireFolder(out);
            if (Files.exists(out) && Files.exists(data) && Files.isSameFile(out, data)) {
                throw new IllegalArgumentException("--out must be another file than --data, but both are " + out);
            }
        }
        Dataset dataset = DataFile.read(data).dataset(target, loss == null ? null : Loss.of(loss));
        LinearModel model = chosen.train(dataset, task);
        String csv = CoefficientFile.text(dataset.features(), model);
        PrintWriter err = spec.commandLine().getErr();
        if (out == null) {
            spec.commandLine().getOut().print(csv);
            spec.commandLine().getOut().flush();
        } else {
            CoefficientFile.write(out, csv);
        }
        err.println(summary(chosen, dataset, model));
        if (!model.converged()) {
            err.println("ridgeline: the fit did not reach the tolerance " + tolerance + ": " + model.quality());
            return 1;
        }
        return 0;
    }

    private static String summary(Host host, Dataset dataset, LinearModel model) {
        String of = dataset.classes().isEmpty()
                ? ""
                : " of class '" + dataset.classes().get(1) + "' against '"
                        + dataset.classes().get(0) + "'";
        int p = model.standardized().length;
        return model.regularizer() + " in " + host.name() + ": " + dataset.rows().length + " rows, "
                + (p - model.zeros()) + " of " + p + " coefficients" + of + " are not zero, " + model.quality();
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "--groups must be a regular expression, but '" + regex + "' is none: " + e.getDescription(), e);
        }
    }
}
