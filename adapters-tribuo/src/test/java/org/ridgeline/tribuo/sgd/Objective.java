package org.ridgeline.tribuo.sgd;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import org.ridgeline.Groups;
import org.ridgeline.Weights;
import org.ridgeline.tribuo.InstalledRegularizers;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.sgd.AbstractLinearSGDModel;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.regression.Regressor;

/** What a linear model was to minimise: the mean loss of its own predictions, by example weights, plus R(w). */
final class Objective<T extends Output<T>> {

    private final Dataset<T> data;
    private final String regularizer;
    private final ToDoubleBiFunction<T, Prediction<T>> loss;

    private Objective(Dataset<T> data, String regularizer, ToDoubleBiFunction<T, Prediction<T>> loss) {
        this.data = data;
        this.regularizer = regularizer;
        this.loss = loss;
    }

    static Objective<Label> ofLabels(Dataset<Label> data, String regularizer) {
        return new Objective<>(
                data,
                regularizer,
                (truth, prediction) -> -Math.log(
                        prediction.getOutputScores().get(truth.getLabel()).getScore()));
    }

    /** The sum over the labels. */
    static Objective<MultiLabel> ofMultiLabels(Dataset<MultiLabel> data, String regularizer) {
        return new Objective<>(data, regularizer, (truth, prediction) -> {
            double sum = 0;
            for (MultiLabel label : data.getOutputInfo().getDomain()) {
                String name = label.getLabelString();
                double probability = prediction
                        .getOutputScores()
                        .get(name)
                        .getLabelScore(new Label(name))
                        .orElseThrow();
                sum -= Math.log(truth.contains(name) ? probability : 1 - probability);
            }
            return sum;
        });
    }

    /** Squared errors, without ½, summed over the dimensions. */
    static Objective<Regressor> ofSquares(Dataset<Regressor> data, String regularizer) {
        return new Objective<>(data, regularizer, (truth, prediction) -> {
            double sum = 0;
            for (int k = 0; k < truth.getValues().length; k++) {
                double error = truth.getValues()[k] - prediction.getOutput().getValues()[k];
                sum += error * error;
            }
            return sum;
        });
    }

    double value(AbstractLinearSGDModel<T> model) {
        double sum = 0;
        double weights = 0;
        for (Example<T> example : data) {
            sum += example.getWeight() * loss.applyAsDouble(example.getOutput(), model.predict(example));
            weights += example.getWeight();
        }
        double[][] w = weights(model);
        int features = w[0].length;
        double[] all = Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray();
        Groups groups = Groups.strided(1, features, all.length);
        return sum / weights + InstalledRegularizers.parse(regularizer).penalty(Weights.of(all, groups));
    }

    /** How much of what can be explained a model leaves unexplained, beside an exact one and one of the biases alone. */
    double gap(
            AbstractLinearSGDModel<T> model, AbstractLinearSGDModel<T> exact, AbstractLinearSGDModel<T> biasesAlone) {
        double minimum = value(exact);
        return (value(model) - minimum) / (value(biasesAlone) - minimum);
    }

    /** The weights without the biases, by output. */
    static double[][] weights(AbstractLinearSGDModel<?> model) {
        DenseMatrix matrix = model.getWeightsCopy();
        return Arrays.stream(matrix.toArray())
                .map(row -> Arrays.copyOf(row, row.length - 1))
                .toArray(double[][]::new);
    }

    static long nonzeros(AbstractLinearSGDModel<?> model) {
        return Arrays.stream(weights(model))
                .flatMapToDouble(Arrays::stream)
                .filter(w -> w != 0)
                .count();
    }
}
