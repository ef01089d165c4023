package org.ridgeline.cli;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Problem;
import picocli.CommandLine.Option;

/** Which penalty, and for which λ. */
final class PathOptions {

    private static final int COUNT = 100;
    private static final double RATIO = 1e-3;

    @Option(
            names = "--regularizer",
            required = true,
            paramLabel = "TEXT",
            description = "the penalty, such as 'elastic-net(alpha=0.5)'; its own lambda does not matter, as the path"
                    + " goes through many; 'ridgeline list' tells which there are")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String regularizer;

    @Option(names = "--lambdas", paramLabel = "NUMBER", split = ",", description = "these lambdas instead of a grid")
    private double @Nullable [] lambdas;

    @Option(
            names = "--count",
            paramLabel = "NUMBER",
            description = "how many lambdas the grid has, evenly on a log scale; " + COUNT + " without it")
    private @Nullable Integer count;

    @Option(
            names = "--ratio",
            paramLabel = "NUMBER",
            description =
                    "the smallest lambda of the grid as a share of the smallest that makes all weights zero, or where"
                            + " none does, as for l2, of the smallest that would for l1; " + RATIO + " without it")
    private @Nullable Double ratio;

    @Option(
            names = "--until-explained",
            paramLabel = "SHARE",
            description = "end the path where this share of the loss of the best constant is explained")
    private @Nullable Double untilExplained;

    @Option(
            names = "--tie-classes",
            description =
                    "let a group hold the weights of all classes, so that a group penalty keeps or drops whole features")
    private boolean tieClasses;

    @Option(names = "--non-negative", description = "allow no coefficient below zero")
    private boolean nonNegative;

    /**
     * A problem with what these options ask for.
     *
     * @throws IllegalArgumentException if there is nothing to tie
     */
    Problem applyTo(Problem problem) {
        if (tieClasses && problem.loss().outputs() == 1) {
            throw new IllegalArgumentException(
                    "--tie-classes needs the multinomial loss, which has weights for each class, but" + " the loss is "
                            + problem.loss());
        }
        Problem tied = problem.withTiedOutputs(tieClasses);
        return nonNegative ? tied.withNonNegativeCoefficients() : tied;
    }

    /**
     * The penalty.
     *
     * @throws IllegalArgumentException if there is none of this text form
     */
    Regularizer regularizer() {
        return Regularizers.load().parse(regularizer);
    }

    /**
     * The path.
     *
     * @throws IllegalArgumentException if an option is out of bounds, or they contradict each other
     */
    LambdaPath path() {
        if (lambdas != null && (count != null || ratio != null)) {
            throw new IllegalArgumentException(
                    "--lambdas names every lambda of the path, so that --count and --ratio must not be given");
        }
        LambdaPath path = lambdas != null
                ? LambdaPath.of(lambdas)
                : LambdaPath.geometric(count == null ? COUNT : count, ratio == null ? RATIO : ratio);
        return untilExplained == null ? path : path.untilExplained(untilExplained);
    }
}
