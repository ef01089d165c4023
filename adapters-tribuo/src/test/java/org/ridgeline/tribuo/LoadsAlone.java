package org.ridgeline.tribuo;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.regression.RegressionFactory;
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

    /** The predictions of one example, or the probabilities, by the names of the outputs. */
    static Map<String, Double> predictions(Model<?> model) {
        Map<String, Double> predictions = new TreeMap<>();
        if (model.validate(Label.class)) {
            model.castModel(Label.class)
                    .predict(new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, NAMES, VALUES))
                    .getOutputScores()
                    .forEach((name, label) -> predictions.put(name, label.getScore()));
        } else if (model.validate(MultiLabel.class)) {
            model.castModel(MultiLabel.class)
                    .predict(new ArrayExample<>(MultiLabelFactory.UNKNOWN_MULTILABEL, NAMES, VALUES))
                    .getOutputScores()
                    .forEach((name, label) -> predictions.put(
                            name, label.getLabelScore(new Label(name)).orElseThrow()));
        } else {
            model.castModel(Regressor.class)
                    .predict(new ArrayExample<>(RegressionFactory.UNKNOWN_REGRESSOR, NAMES, VALUES))
                    .getOutput()
                    .forEach(dimension -> predictions.put(dimension.getName(), dimension.getValue()));
        }
        return predictions;
    }
}
