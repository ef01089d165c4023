package org.ridgeline.tribuo;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Runs where there is Tribuo but no Ridgeline; its methods know the JDK's types only, so that any loader can call it. */
public final class LoadsAlone {

    private LoadsAlone() {}

    /** Reads a model from Tribuo's protobuf and predicts one example. */
    public static double predictFromProtobuf(Path file, String[] names, double[] values) throws IOException {
        return predict(Model.deserializeFromFile(file), names, values);
    }

    /** Reads a model from Java's serialisation and predicts one example. */
    public static double predictFromJava(Path file, String[] names, double[] values) throws Exception {
        try (ObjectInputStream stream = new ObjectInputStream(Files.newInputStream(file))) {
            return predict((Model<?>) stream.readObject(), names, values);
        }
    }

    private static double predict(Model<?> model, String[] names, double[] values) {
        if (model.validate(Label.class)) {
            Example<Label> example = new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, values);
            return model.castModel(Label.class)
                    .predict(example)
                    .getOutputScores()
                    .get("low")
                    .getScore();
        }
        Example<Regressor> example = new ArrayExample<>(RegressionFactory.UNKNOWN_REGRESSOR, names, values);
        Prediction<Regressor> prediction = model.castModel(Regressor.class).predict(example);
        return prediction.getOutput().getValues()[0];
    }
}
