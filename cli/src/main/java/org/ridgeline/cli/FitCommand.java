package org.ridgeline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizers;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Loss;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ModelOptions model;

    @Option(
            names = "--regularizer",
            required = true,
            paramLabel = "TEXT",
            description =
                    "the penalty, such as 'elastic-net(lambda=0.1,alpha=0.5)'; 'ridgeline list' tells which there are")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String regularizer;

    @Option(names = "--host", paramLabel = "HOST", description = "solver, weka, tribuo or dl4j")
    private String host = "solver";

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
                model.lossScale(),
                model.standardization(),
                model.groups(),
                model.solver(),
                new HoldOut(holdOut, seed));
        Host chosen = Host.of(host);
        if (out != null) {
            OutputFile.requireFolder(out);
            OutputFile.requireOther("--out", out, "--data", model.data());
        }
        Dataset dataset = model.dataset();
        requireSuited(dataset, chosen);
        LinearModel fitted = chosen.train(dataset, task);
        String csv = CoefficientFile.text(dataset.features(), fitted);
        PrintWriter err = spec.commandLine().getErr();
        if (out == null) {
            spec.commandLine().getOut().print(csv);
            spec.commandLine().getOut().flush();
        } else {
            OutputFile.write(out, csv);
        }
        err.println(summary(chosen, dataset, fitted));
        if (!fitted.converged()) {
            err.println("ridgeline: the fit did not reach the tolerance "
                    + task.solver().tolerance() + ": " + fitted.quality());
            return 1;
        }
        return 0;
    }

    private static void requireSuited(Dataset dataset, Host host) {
        if (dataset.loss().outputs() > 1) {
            throw new IllegalArgumentException("fit tells two classes apart, but there are "
                    + dataset.classes().size() + "; 'ridgeline path' and 'ridgeline cv' take more");
        }
        boolean everywhere =
                dataset.loss().equals(Loss.SQUARED) || dataset.loss().equals(Loss.LOGISTIC);
        if (!everywhere && !(host instanceof SolverHost)) {
            throw new IllegalArgumentException("the host " + host.name()
                    + " has the squared and the logistic loss, but not " + dataset.loss() + ": take --host solver");
        }
    }

    private static String summary(Host host, Dataset dataset, LinearModel model) {
        int p = model.standardized().length;
        return model.regularizer() + " in " + host.name() + ": " + dataset.rows().length + " rows, "
                + (p - model.zeros()) + " of " + p + " coefficients" + dataset.ofClass() + " are not zero, "
                + model.quality();
    }
}
