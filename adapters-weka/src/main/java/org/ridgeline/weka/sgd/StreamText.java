package org.ridgeline.weka.sgd;

import java.util.List;
import java.util.stream.IntStream;
import org.ridgeline.weka.CoefficientText;

/** What a model of a stream looks like in Weka's output: how it was trained, how well it does, and its coefficients. */
public final class StreamText {

    private StreamText() {}

    /**
     * Describes a model.
     *
     * @param model the model
     * @param title of the classifier
     * @param lines that say how it was trained
     * @param decimals how many decimals are shown
     * @return lines of text
     */
    public static String of(StreamModel model, String title, List<String> lines, int decimals) {
        int outputs = model.outputs();
        StreamTarget target = model.target();
        CoefficientText coefficients = new CoefficientText(
                model.coding(),
                IntStream.range(0, outputs).mapToObj(model::coefficients).toArray(double[][]::new),
                IntStream.range(0, outputs).mapToDouble(model::intercept).toArray(),
                decimals);
        StringBuilder text = new StringBuilder(title).append("\n\n");
        text.append("Regularizer:  ").append(model.settings().regularizer()).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("Kept:         ").append(coefficients.kept()).append('\n');
        return text.append(
                        outputs == 1
                                ? coefficients.ofScore(target.describe(0), model.standardizedCoefficients(0))
                                : coefficients.ofClasses(
                                        target.name(),
                                        IntStream.range(0, outputs)
                                                .mapToObj(target::describe)
                                                .toList()))
                .toString();
    }
}
