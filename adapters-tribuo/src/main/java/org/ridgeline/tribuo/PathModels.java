package org.ridgeline.tribuo;

import java.util.List;
import java.util.function.IntFunction;
import org.ridgeline.solvers.LambdaPath;
import org.tribuo.Dataset;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.Trainer;

/** Models of an exact trainer, which fits a whole path at a time. They do not depend on the count of invocations. */
record PathModels<T extends Output<T>>(RegularizedTrainer<T, ?> exact) implements LambdaModels<T> {

    static <T extends Output<T>> PathModels<T> of(RegularizedTrainer<T, ?> exact, boolean inverse) {
        LambdaProperty.requireSearchable(exact.regularizer(), inverse);
        if (!exact.options().lambda().isFixed()) {
            throw new IllegalArgumentException("wanted a trainer whose lambda is fixed, but 'lambdaSelection' is '"
                    + exact.options().lambda().rule() + "'");
        }
        return new PathModels<>(exact);
    }

    @Override
    public int together(int lambdas) {
        return lambdas;
    }

    @Override
    public void requireLargest() {
        // It is found in the data.
    }

    @Override
    public double[] lambdas(Dataset<T> examples, LambdaPath grid) {
        return exact.lambdas(examples, grid);
    }

    @Override
    public Trainer<T> trainer(double lambda, int invocationCount) {
        Trainer<T> trainer = exact.withLambda(lambda);
        trainer.setInvocationCount(invocationCount);
        return trainer;
    }

    @Override
    public IntFunction<List<Prediction<T>>> predictions(
            Dataset<T> training, Dataset<T> heldOut, double[] lambdas, int invocationCount) {
        return exact.path(training, lambdas).predictions(heldOut)::of;
    }
}
