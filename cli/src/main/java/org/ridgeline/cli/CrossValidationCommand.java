package org.ridgeline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.Fit;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.weka.plot.Choices;
import org.ridgeline.weka.plot.CsvTables;
import org.ridgeline.weka.plot.CurvePlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ridgeline cv}. */
@Command(
        name = "cv",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Chooses lambda by cross-validation: measures each lambda of a path on rows that it was not fitted to, and"
                    + " gives the curve as CSV (lambda,mean,standard_error,nonzeros,choice,fold_0,...), as a picture,"
                    + " or as a table.",
            "The best lambda has the smallest mean; 1-se is the largest lambda within one standard error of it.",
            "Exit code 0: fitted; 1: fitted, but not to the tolerance; 2: an error; 3: a defect of this tool."
        })
final class CrossValidationCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ModelOptions model;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private PathOptions lambdas;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private OutputOptions output;

    @Option(names = "--folds", paramLabel = "NUMBER", description = "into how many parts the rows are dealt out")
    private int folds = 10;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "which rows are in which fold")
    private long seed = 1;

    @Option(
            names = "--measure",
            paramLabel = "MEASURE",
            description = "what lambda is chosen by: loss, error-rate, absolute-error or squared-error")
    private String measure = "loss";

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "how many folds are fitted at a time, which changes no result; as many as there are"
                    + " processors without it")
    private @Nullable Integer threads;

    @Override
    public Integer call() throws Exception {
        Regularizer regularizer = lambdas.regularizer();
        LambdaPath path = lambdas.path();
        Solver solver = model.solver();
        CrossValidation validation = CrossValidation.of(folds, seed)
                .withMeasure(Measures.of(measure))
                .withThreads(threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        output.check(model.data());
        Dataset dataset = model.dataset();
        Problem problem = lambdas.applyTo(dataset.problem(model.lossScale(), model.standardization(), model.groups()));
        CrossValidationFit fit = validation.run(solver, problem, regularizer, path);
        String title = Choices.withoutLambda(regularizer) + " cross-validated on "
                + model.data().getFileName();
        String subtitle = "mean " + fit.measure() + " of " + folds + " folds, with bars of one standard error; "
                + dataset.rows().length + " rows, " + dataset.weightNames().size() + " coefficients"
                + dataset.ofClass();
        output.write(
                spec.commandLine().getOut(),
                curve(fit),
                () -> CsvTables.of(fit),
                () -> CurvePlot.svg(fit, title, subtitle),
                new Page(title)
                        .add("The fits to choose from", coefficients(fit, dataset))
                        .add("Every lambda", curve(fit)));
        PrintWriter err = spec.commandLine().getErr();
        err.println(title + ": " + fit);
        err.println("best: " + fit.bestFit().regularizer() + "; 1-se: "
                + fit.oneStandardErrorFit().regularizer());
        if (!fit.converged()) {
            err.println("ridgeline: not all fits reached the tolerance " + solver.tolerance());
            return 1;
        }
        return 0;
    }

    private static Table curve(CrossValidationFit fit) {
        Table table = new Table("lambda", fit.measure().toString(), "standard error", "nonzero", "choice");
        for (int k = 0; k < fit.size(); k++) {
            table.row(
                    Choices.rounded(fit.lambda(k)),
                    Choices.digits(fit.mean(k)),
                    Choices.digits(fit.standardError(k)),
                    String.valueOf(fit.nonzeros(k)),
                    Choices.of(fit, k));
        }
        return table;
    }

    private static Table coefficients(CrossValidationFit fit, Dataset dataset) {
        Table table = new Table("best", "best, standardised", "1-se", "1-se, standardised", "feature");
        Fit best = fit.bestFit();
        Fit simple = fit.oneStandardErrorFit();
        double[][] columns = {
            best.coefficients(),
            best.standardizedCoefficients(),
            simple.coefficients(),
            simple.standardizedCoefficients()
        };
        double[][] intercepts = {
            best.intercepts(), best.standardizedIntercepts(), simple.intercepts(), simple.standardizedIntercepts()
        };
        for (int k = 0; k < best.outputs(); k++) {
            int output = k;
            row(table, c -> intercepts[c][output], dataset.named(CoefficientFile.INTERCEPT, k));
        }
        List<String> names = dataset.weightNames();
        for (int j = 0; j < names.size(); j++) {
            int weight = j;
            row(table, c -> columns[c][weight], names.get(j));
        }
        return table;
    }

    private static void row(Table table, IntToDoubleFunction column, String name) {
        table.row(Stream.concat(
                        IntStream.range(0, 4).mapToObj(c -> Choices.digits(column.applyAsDouble(c))), Stream.of(name))
                .toArray(String[]::new));
    }
}
