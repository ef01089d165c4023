package org.ridgeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ridgeline.Regularizer;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.weka.plot.Choices;
import org.ridgeline.weka.plot.CsvTables;
import org.ridgeline.weka.plot.PathCurves;
import org.ridgeline.weka.plot.PathPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ridgeline path}. */
@Command(
        name = "path",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Fits a penalty for many lambdas, largest first, and shows how the coefficients come in: as CSV"
                    + " (lambda,feature,coefficient,standardized, (intercept) first), as a picture, or as a table.",
            "For two classes the coefficients are those of the class that sorts last; of more each class has its own.",
            "Exit code 0: fitted; 1: fitted, but not to the tolerance; 2: an error; 3: a defect of this tool."
        })
final class PathCommand implements Callable<Integer> {

    private static final int MOST_NAMES = 4;

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

    @Override
    public Integer call() throws Exception {
        Regularizer regularizer = lambdas.regularizer();
        LambdaPath path = lambdas.path();
        Solver solver = model.solver();
        output.check(model.data());
        Dataset dataset = model.dataset();
        Problem problem = lambdas.applyTo(dataset.problem(model.lossScale(), model.standardization(), model.groups()));
        PathFit fits = solver.path(problem, regularizer, path);
        PathCurves curves = PathCurves.of(dataset.weightNames(), fits);
        String title =
                Choices.withoutLambda(regularizer) + " path of " + model.data().getFileName();
        String subtitle = fits.size() + (fits.size() == 1 ? " lambda, " : " lambdas, ") + dataset.rows().length
                + " rows, " + dataset.weightNames().size() + " coefficients" + dataset.ofClass();
        Table table = table(fits, curves);
        output.write(
                spec.commandLine().getOut(),
                table,
                () -> csv(fits, dataset),
                () -> PathPlot.svg(curves, title, subtitle),
                new Page(title).add("What comes in and goes out", table));
        spec.commandLine().getErr().println(title + ": " + fits);
        if (!fits.converged()) {
            spec.commandLine().getErr().println("ridgeline: not all fits reached the tolerance " + solver.tolerance());
            return 1;
        }
        return 0;
    }

    private static String csv(PathFit fits, Dataset dataset) {
        int outputs = fits.fit(0).outputs();
        List<String> intercepts = IntStream.range(0, outputs)
                .mapToObj(output -> dataset.named(CoefficientFile.INTERCEPT, output))
                .toList();
        return CsvTables.of(fits, intercepts, dataset.weightNames());
    }

    private static Table table(PathFit fits, PathCurves curves) {
        Table table = new Table("lambda", "nonzero", "explained", "comes in (+) and goes out (-)");
        for (int k = 0; k < fits.size(); k++) {
            table.row(
                    Choices.rounded(fits.lambda(k)),
                    String.valueOf(fits.nonzeros(k)),
                    String.format(Locale.ROOT, "%.2f %%", 100 * fits.explained(k)),
                    changes(curves, k));
        }
        return table;
    }

    /** The features whose coefficients become nonzero or zero at a λ. */
    private static String changes(PathCurves curves, int k) {
        List<String> changes = new ArrayList<>();
        for (int curve = 0; curve < curves.count(); curve++) {
            boolean before = k > 0 && curves.value(curve, k - 1) != 0;
            boolean now = curves.value(curve, k) != 0;
            if (before != now) {
                changes.add((now ? "+" : "-") + curves.name(curve));
            }
        }
        int shown = changes.size() <= MOST_NAMES + 1 ? changes.size() : MOST_NAMES;
        return String.join(" ", changes.subList(0, shown))
                + (shown < changes.size() ? " and " + (changes.size() - shown) + " more" : "");
    }
}
