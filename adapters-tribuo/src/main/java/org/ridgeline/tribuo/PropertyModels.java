package org.ridgeline.tribuo;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.ridgeline.solvers.LambdaPath;
import org.tribuo.Dataset;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.Trainer;

/** Models of any trainer, each of a copy of its own, so that none finds a random state that another has left. */
record PropertyModels<T extends Output<T>>(TrainerConfiguration configuration, LambdaProperty property)
        implements LambdaModels<T> {

    @Override
    public int together(int lambdas) {
        return 1;
    }

    @Override
    public void requireLargest() {
        throw unknownLargest();
    }

    @Override
    public double[] lambdas(Dataset<T> examples, LambdaPath grid) {
        throw unknownLargest();
    }

    private IllegalArgumentException unknownLargest() {
        return new IllegalArgumentException("wanted the lambdas to compare, or the largest of a grid: which '"
                + property.path() + "' of " + configuration.className()
                + " makes all weights zero is not known, as it is for the trainers of this library");
    }

    @Override
    @SuppressWarnings("unchecked") // a copy of a Trainer<T> is one
    public Trainer<T> trainer(double lambda, int invocationCount) {
        Trainer<T> trainer = (Trainer<T>) configuration.copy(property.path(), property.value(lambda));
        // Tribuo's default implementation warns, and a new trainer has a count of 0.
        if (invocationCount != 0) {
            trainer.setInvocationCount(invocationCount);
        }
        return trainer;
    }

    @Override
    public IntFunction<List<Prediction<T>>> predictions(
            Dataset<T> training, Dataset<T> heldOut, double[] lambdas, int invocationCount) {
        return k ->
                trainer(lambdas[k], invocationCount).train(training, Map.of()).predict(heldOut);
    }
}
