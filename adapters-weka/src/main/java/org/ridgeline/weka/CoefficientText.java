package org.ridgeline.weka;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weka.core.Utils;

/**
 * What coefficients look like in Weka's output: in the attributes' own units, of nominal attributes by value. What is zero is
 * named, but takes no line.
 */
public final class CoefficientText {

    private static final String INDENT = "  ";
    private static final String INTERCEPT = "(intercept)";
    private static final int CELL = 16;
    /** Names side by side that fit a window. */
    private static final int WIDTH = 100;
    /** Classes side by side in a table that fits a window. */
    private static final int CLASSES = 6;

    private final DummyCoding coding;
    private final double[][] coefficients;
    private final double[] intercepts;
    private final int decimals;
    /** The columns with a coefficient that is not zero. */
    private final int[] used;

    private final StringBuilder text = new StringBuilder();

    /**
     * The text of coefficients.
     *
     * @param coding of their p columns
     * @param coefficients in the attributes' own units, p for each output
     * @param intercepts one for each output
     * @param decimals how many are shown
     */
    public CoefficientText(DummyCoding coding, double[][] coefficients, double[] intercepts, int decimals) {
        this.coding = coding;
        this.coefficients = coefficients;
        this.intercepts = intercepts;
        this.decimals = Math.max(0, decimals);
        this.used = IntStream.range(0, coding.size()).filter(this::isUsed).toArray();
    }

    private boolean isUsed(int column) {
        return Arrays.stream(coefficients).anyMatch(ofOutput -> ofOutput[column] != 0);
    }

    /**
     * How many attributes and coefficients are not zero.
     *
     * @return a few words
     */
    public String kept() {
        long nonzeros = Arrays.stream(coefficients)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> w != 0)
                .count();
        return Arrays.stream(used).map(coding::attribute).distinct().count() + " of " + coding.numAttributes()
                + " attributes, " + nonzeros + " of " + (long) coefficients.length * coding.size() + " coefficients";
    }

    /**
     * The table of one score.
     *
     * @param score what it is
     * @param standardized the coefficients on the scale on which they were penalised
     * @return lines of text, the first of which is empty
     */
    public String ofScore(String score, double[] standardized) {
        text.setLength(0);
        line("");
        line(score + " =");
        table(
                List.of("coefficient", "standardized"),
                List.of(coefficients[0], standardized),
                List.of(number(intercepts[0]), ""));
        leftOut();
        return text.toString();
    }

    /**
     * The table of several classes with a score each.
     *
     * @param target the name of the class attribute
     * @param labels of the classes
     * @return lines of text, the first of which is empty
     */
    public String ofClasses(String target, List<String> labels) {
        text.setLength(0);
        line("");
        line("A score for each value of " + target + ", whose probability is the share of its exponential:");
        for (int from = 0; from < labels.size(); from += CLASSES) {
            int to = Math.min(labels.size(), from + CLASSES);
            table(
                    labels.subList(from, to),
                    Arrays.asList(coefficients).subList(from, to),
                    Arrays.stream(intercepts, from, to).mapToObj(this::number).toList());
        }
        leftOut();
        return text.toString();
    }

    private void table(List<String> heads, List<double[]> columns, List<String> intercepts) {
        int width = Arrays.stream(used).map(j -> label(j).length()).reduce(INTERCEPT.length(), Math::max);
        line("");
        row(width, "", heads);
        int last = -1;
        for (int j : used) {
            if (coding.value(j) != null && coding.attribute(j) != last) {
                line(coding.attributeName(coding.attribute(j)));
            }
            last = coding.attribute(j);
            row(
                    width,
                    label(j),
                    columns.stream().map(column -> number(column[j])).toList());
        }
        row(width, INTERCEPT, intercepts);
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
        boolean[] kept = new boolean[coding.numAttributes()];
        Arrays.stream(used).forEach(j -> kept[coding.attribute(j)] = true);
        names(
                "Left out, as all their coefficients are zero",
                IntStream.range(0, kept.length)
                        .filter(a -> !kept[a])
                        .mapToObj(coding::attributeName)
                        .toList());
        names(
                "Values of kept attributes whose coefficients are zero",
                IntStream.range(0, coding.size())
                        .filter(j -> coding.value(j) != null && kept[coding.attribute(j)] && !isUsed(j))
                        .mapToObj(coding::name)
                        .toList());
    }

    private void names(String what, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        line("");
        line(what + " (" + names.size() + "):");
        StringBuilder current = new StringBuilder(INDENT);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) + (i + 1 < names.size() ? ", " : "");
            if (current.length() > INDENT.length() && current.length() + name.length() > WIDTH) {
                line(current.toString().stripTrailing());
                current.setLength(INDENT.length());
            }
            current.append(name);
        }
        line(current.toString());
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
