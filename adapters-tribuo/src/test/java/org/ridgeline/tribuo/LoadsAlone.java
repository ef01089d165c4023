package org.ridgeline.tribuo;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.regression.Regressor;

/** A program that predicts with saved models where there is Tribuo but no Ridgeline. */
final class LoadsAlone {

    private static final String[] NAMES = {"a@1", "a@3", "c@1"};
    private static final double[] VALUES = {0.5, -0.25, 1.5};

    private LoadsAlone() {}

    /** Prints a line for each file: what its model predicts. */
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            System.out.println(predictions(read(Path.of(file))));
        }
    }

    private static Model<?> read(Path file) throws IOException, ClassNotFoundException {
        if (!file.toString().endsWith(".ser")) {
            return Model.deserializeFromFile(file);
        }
        try (ObjectInputStream stream = new ObjectInputStream(Files.newInputStream(file))) {
            return (Model<?>) stream.readObject();
        }
    }

    /** The predictions of one example. */
    static <T extends Output<T>> Map<String, Double> predictions(Model<T> model) {
        // The output of an example that is predicted is not looked at.
        T any = model.getOutputIDInfo().getOutput(0);
        return predictions(model.predict(new ArrayExample<>(any, NAMES, VALUES)));
    }

    /** What is predicted, or the probabilities, by the names of the outputs. */
    static Map<String, Double> predictions(Prediction<?> prediction) {
        Map<String, Double> predictions = new TreeMap<>();
        if (prediction.getOutput() instanceof Regressor regressor) {
            regressor.forEach(dimension -> predictions.put(dimension.getName(), dimension.getValue()));
        } else {
            prediction.getOutputScores().forEach((name, score) -> predictions.put(name, probability(name, score)));
        }
        return predictions;
    }

    private static double probability(String name, Output<?> score) {
        return score instanceof MultiLabel labels
                ? labels.getLabelScore(new Label(name)).orElseThrow()
                : ((Label) score).getScore();
    }
}
