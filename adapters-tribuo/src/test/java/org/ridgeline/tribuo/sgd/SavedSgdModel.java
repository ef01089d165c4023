package org.ridgeline.tribuo.sgd;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.classification.sequence.example.SequenceDataGenerator;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.common.sgd.AbstractSGDModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.Parameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.sequence.SequenceModel;

/** A program that tells what saved models are and predict where there is Tribuo but no Ridgeline. */
public final class SavedSgdModel {

    private SavedSgdModel() {}

    /** Prints a line for each file. */
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            System.out.println(description(read(Path.of(file))));
        }
    }

    private static Object read(Path file) throws IOException, ClassNotFoundException {
        if (file.toString().endsWith(".ser")) {
            try (ObjectInputStream stream = new ObjectInputStream(Files.newInputStream(file))) {
                return stream.readObject();
            }
        }
        return file.toString().endsWith(".sequences")
                ? SequenceModel.deserializeFromFile(file)
                : Model.deserializeFromFile(file);
    }

    /** The tensors, by their classes and all of their numbers, and predictions. */
    public static String description(Object model) {
        StringBuilder text = new StringBuilder(model.getClass().getName());
        for (Tensor tensor : tensors(model)) {
            text.append(' ').append(tensor.getClass().getName());
            text.append(Arrays.deepToString(numbers(tensor)));
        }
        return text.append(' ')
                .append(
                        model instanceof Model<?> single
                                ? prediction(single)
                                : ((CRFModel) model).predict(SequenceDataGenerator.generateGorillaA()))
                .toString();
    }

    static double[][] numbers(Tensor tensor) {
        return tensor instanceof DenseMatrix matrix
                ? matrix.toArray()
                : new double[][] {((DenseVector) tensor).toArray()};
    }

    static Tensor[] tensors(Object model) {
        return parameters(model).get();
    }

    /** Those of the model itself, which Tribuo shows copies of only. */
    static Parameters parameters(Object model) {
        try {
            Field field = model instanceof CRFModel
                    ? CRFModel.class.getDeclaredField("parameters")
                    : AbstractSGDModel.class.getDeclaredField("modelParameters");
            field.setAccessible(true);
            return (Parameters) field.get(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Output<T>> String prediction(Model<T> model) {
        // The output of an example that is predicted is not looked at.
        T any = model.getOutputIDInfo().getOutput(0);
        String[] names = {"f0000@0", "f0001@1", "f0003@1"};
        Prediction<T> prediction = model.predict(new ArrayExample<>(any, names, new double[] {0.5, -0.25, 1.5}));
        return prediction.getOutput() + " " + new TreeMap<>(prediction.getOutputScores());
    }
}
