package org.ridgeline.weka.sgd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ridgeline.weka.DummyCoding;
import weka.core.Utils;

/**
 * What a model of a stream looks like in Weka's output: how it was trained, how well it does, and the coefficients in the
 * attributes' own units, of nominal attributes by value. What is zero takes no line.
 */
public final class StreamText {

    private static final String INDENT = "  ";
    private static final int CELL = 16;
    /** Classes side by side in a table that fits a window. */
    private static final int CLASSES = 6;

    private final StreamModel model;
    private final DummyCoding coding;
    private final int decimals;
    private final double[][] coefficients;
    private final int[] kept;
    private final StringBuilder text = new StringBuilder();

    private StreamText(StreamModel model, int decimals) {
        this.model = model;
        this.coding = model.coding();
        this.decimals = Math.max(0, decimals);
        this.coefficients = IntStream.range(0, model.outputs())
                .mapToObj(model::coefficients)
                .toArray(double[][]::new);
        this.kept = IntStream.range(0, coding.size())
                .filter(j -> Arrays.stream(coefficients).anyMatch(ofOutput -> ofOutput[j] != 0))
                .toArray();
    }

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
        StreamText text = new StreamText(model, decimals);
        text.line(title);
        text.line("");
        text.line("Regularizer:  " + model.settings().regularizer());
        lines.forEach(text::line);
        text.kept();
        text.tables();
        text.leftOut();
        return text.text.toString();
    }

    private void kept() {
        long nonzeros = Arrays.stream(coefficients)
                .mapToLong(
                        ofOutput -> Arrays.stream(ofOutput).filter(w -> w != 0).count())
                .sum();
        line("Kept:         "
                + Arrays.stream(kept).map(coding::attribute).distinct().count() + " of "
                + coding.numAttributes() + " attributes, " + nonzeros + " of "
                + (long) model.outputs() * coding.size() + " coefficients");
    }

    private void tables() {
        int outputs = model.outputs();
        line("");
        if (outputs == 1) {
            line(model.target().describe(0) + " =");
            table(
                    List.of("coefficient", "standardized"),
                    List.of(coefficients[0], model.standardizedCoefficients(0)),
                    List.of(number(model.intercept(0)), ""));
            return;
        }
        line("A score for each value of " + model.target().name()
                + ", whose probability is the share of its exponential:");
        for (int from = 0; from < outputs; from += CLASSES) {
            int[] shown =
                    IntStream.range(from, Math.min(outputs, from + CLASSES)).toArray();
            table(
                    Arrays.stream(shown)
                            .mapToObj(k -> model.target().describe(k))
                            .toList(),
                    Arrays.stream(shown).mapToObj(k -> coefficients[k]).toList(),
                    Arrays.stream(shown)
                            .mapToObj(k -> number(model.intercept(k)))
                            .toList());
        }
    }

    private void table(List<String> heads, List<double[]> columns, List<String> intercepts) {
        int width = Arrays.stream(kept).map(j -> label(j).length()).reduce("(intercept)".length(), Math::max);
        line("");
        row(width, "", heads);
        int last = -1;
        for (int j : kept) {
            if (coding.value(j) != null && coding.attribute(j) != last) {
                line(coding.attributeName(coding.attribute(j)));
            }
            last = coding.attribute(j);
            row(
                    width,
                    label(j),
                    columns.stream().map(column -> number(column[j])).toList());
        }
        row(width, "(intercept)", intercepts);
    }

    private String label(int column) {
        String value = coding.value(column);
        return value == null ? coding.attributeName(coding.attribute(column)) : INDENT + value;
    }

    private void row(int width, String name, List<String> cells) {
        line((Utils.padRight(name, width)
                        + cells.stream()
                                .map(cell -> " " + Utils.padLeft(cell, Math.max(CELL, cell.length())))
                                .collect(Collectors.joining()))
                .stripTrailing());
    }

    private void leftOut() {
        boolean[] isKept = new boolean[coding.numAttributes()];
        Arrays.stream(kept).forEach(j -> isKept[coding.attribute(j)] = true);
        List<String> names = IntStream.range(0, isKept.length)
                .filter(a -> !isKept[a])
                .mapToObj(coding::attributeName)
                .toList();
        if (!names.isEmpty()) {
            line("");
            line("Left out, as all their coefficients are zero (" + names.size() + "):");
            line(INDENT + String.join(", ", names));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** What is not zero is never shown as zero. */
    private String number(double value) {
        if (value == 0) {
            return "0";
        }
        boolean small = Math.abs(value) < Math.pow(10, -decimals);
        return String.format(Locale.ROOT, "%." + decimals + (small || Math.abs(value) >= 1e9 ? "e" : "f"), value);
    }
}
