package org.ridgeline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.ridgeline.TextForm;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Solver;
import org.ridgeline.solvers.Standardization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ridgeline demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Trains the same penalties in Weka, Tribuo and Deeplearning4j on two real data sets, and compares the"
                        + " coefficients with those of golden fits, which none of this code has computed.")
final class DemoCommand implements Callable<Integer> {

    /** mean_radius, radius_error and worst_radius are three statistics of one measurement. */
    private static final Pattern BY_MEASUREMENT = Pattern.compile("^(?:mean_|worst_)?(.+?)(?:_error)?$");

    private static final double EXACT = 1e-6;
    private static final double TRAINED_BY_STEPS = 1e-4;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--report", paramLabel = "FILE.html", description = "where to write the report")
    private Path report = Path.of("ridgeline-report.html");

    /** One of the golden fits. */
    private record Choice(String dataset, String regularizer, double lambda) {
        boolean matches(GoldenFit fit) {
            return fit.dataset().equals(dataset)
                    && TextForm.parse(fit.regularizer()).name().equals(regularizer)
                    && fit.lambda() == lambda;
        }
    }

    private static final List<Choice> CHOICES = List.of(
            new Choice("diabetes", "elastic-net", 3992.146),
            new Choice("diabetes", "l1", 3992.146),
            new Choice("diabetes", "l2", 3992.146),
            new Choice("breast_cancer", "elastic-net", 10.916),
            new Choice("breast_cancer", "l1", 10.916),
            new Choice("breast_cancer", "l2", 10.916),
            new Choice("breast_cancer", "group-l2", 20));

    @Override
    public Integer call() throws Exception {
        OutputFile.requireFolder(report);
        PrintWriter out = spec.commandLine().getOut();
        List<Host> hosts = Host.all().stream()
                .filter(host -> !(host instanceof SolverHost))
                .toList();
        List<Comparison> comparisons = new ArrayList<>();
        int done = 0;
        for (Choice choice : CHOICES) {
            Comparison comparison = comparison(choice);
            comparisons.add(comparison);
            out.println();
            out.println(comparison.title());
            for (Host host : hosts) {
                long start = System.nanoTime();
                comparison.add(host.name(), host.train(comparison.data(), task(comparison)));
                done++;
                out.printf(
                        Locale.ROOT,
                        "  [%2d/%d] trained in %-6s %6.2f s%n",
                        done,
                        CHOICES.size() * hosts.size(),
                        host.name(),
                        (System.nanoTime() - start) / 1e9);
                out.flush();
            }
            TextTable.print(comparison, out);
            out.flush();
        }
        OutputFile.write(report, HtmlReport.of(comparisons));
        boolean agree = true;
        out.println();
        for (Host host : hosts) {
            double allowed = host instanceof Dl4jHost ? TRAINED_BY_STEPS : EXACT;
            double difference = comparisons.stream()
                    .mapToDouble(comparison -> comparison.largestDifference(host.name()))
                    .max()
                    .orElseThrow();
            agree &= difference <= allowed;
            out.printf(
                    Locale.ROOT,
                    "%-6s is within %.1e of the golden coefficients, relative to the largest (allowed: %.0e)%s%n",
                    host.name(),
                    difference,
                    allowed,
                    difference <= allowed ? "" : ": TOO FAR");
        }
        out.println("Report: " + report);
        return agree ? 0 : 1;
    }

    private static Comparison comparison(Choice choice) {
        return GoldenFits.all().stream()
                .filter(choice::matches)
                .map(Comparison::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no golden fit for " + choice));
    }

    private static Task task(Comparison comparison) {
        return new Task(
                comparison.textForm(),
                LossScale.MEAN,
                Standardization.POPULATION,
                comparison.grouped() ? BY_MEASUREMENT : Dataset.BY_ATTRIBUTE,
                Solver.standard().withTolerance(1e-10),
                new HoldOut(0.2, 1));
    }
}
