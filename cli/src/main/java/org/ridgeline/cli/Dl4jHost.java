package org.ridgeline.cli;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Weights;
import org.ridgeline.dl4j.LinearNetwork;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.HoldOut;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Scaling;

/** Deeplearning4j: a network of one layer, trained by proximal steps on all examples at once. */
final class Dl4jHost implements Host {

    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public LinearModel train(Dataset data, Task task) {
        if (Arrays.stream(data.weights()).anyMatch(weight -> weight != 1)) {
            throw new IllegalArgumentException(
                    "the rows have weights, which this host cannot train with; take solver, weka or tribuo");
        }
        Problem problem = data.problem(task);
        Groups groups = Groups.named(data.features(), task.groups());
        HoldOut.Learner<LinearModel> learner = new HoldOut.Learner<>() {
            @Override
            public LinearModel fit(Problem part, Regularizer regularizer, @Nullable LinearModel last) {
                return train(part, regularizer, groups, task);
            }

            @Override
            public double[] scores(LinearModel model, Features features) {
                return model.scores(features);
            }
        };
        Regularizer regularizer =
                task.holdOut().settle(problem, Regularizers.load().parse(task.regularizer()), learner);
        return train(problem, regularizer, groups, task);
    }

    private static LinearModel train(Problem problem, Regularizer regularizer, Groups groups, Task task) {
        Scaling scaling = Scaling.of(problem);
        Regularizer onMean = problem.lossScale() == LossScale.MEAN
                ? regularizer
                : dividedBy(problem.lossFactor(), regularizer, groups);
        LinearNetwork.Loss loss =
                problem.loss() == Loss.LOGISTIC ? LinearNetwork.Loss.LOGISTIC : LinearNetwork.Loss.SQUARED;
        LinearNetwork.Fit fit = LinearNetwork.of(loss, onMean, groups)
                .tolerance(task.solver().tolerance())
                .maxIterations(task.solver().maxIterations())
                .fit(scaling.standardized(problem.features()), problem.targets());
        return LinearModel.ofStandardized(
                fit.weights(),
                fit.bias(),
                scaling,
                regularizer.toString(),
                String.format(
                        Locale.ROOT, "relative change %.1e in the last of %d steps", fit.residual(), fit.iterations()),
                fit.converged());
    }

    /** A network knows the mean loss only; of n examples that is a part in n of the sum, and R is to be too. */
    private static Regularizer dividedBy(double n, Regularizer regularizer, Groups groups) {
        Regularizer part = regularizer.withLambda(regularizer.lambda() / n);
        double[] ones = new double[groups.size()];
        Arrays.fill(ones, 1);
        Weights probe = Weights.of(ones, groups);
        double wanted = regularizer.penalty(probe) / n;
        if (Math.abs(part.penalty(probe) - wanted) > 1e-9 * wanted) {
            throw new IllegalArgumentException(
                    regularizer + " is not proportional to its lambda, so that this host, which"
                            + " has the mean loss only, cannot add it to the sum: take --loss-scale mean or another host");
        }
        return part;
    }
}
