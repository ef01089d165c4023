package org.ridgeline.weka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weka.core.Utils;

/**
 * What a model looks like in Weka's output: its penalty, how good the fit is, and the coefficients in the attributes' own units,
 * of nominal attributes by value. What is zero is named, but takes no line.
 */
public final class ModelText {

    private static final String INDENT = "  ";
    private static final int CELL = 16;
    /** Classes side by side in a table that fits a window. */
    private static final int CLASSES = 6;

    private final LinearModel model;
    private final DummyCoding coding;
    private final int decimals;
    private final StringBuilder text = new StringBuilder();

    private ModelText(LinearModel model, int decimals) {
        this.model = model;
        this.coding = model.coding();
        this.decimals = Math.max(0, decimals);
    }

    /**
     * Describes a model.
     *
     * @param model the model
     * @param title of the classifier
     * @param decimals how many decimals are shown
     * @return lines of text
     */
    public static String of(LinearModel model, String title, int decimals) {
        ModelText text = new ModelText(model, decimals);
        text.header(title);
        if (model.outputs() == 0) {
            text.line("");
            text.line("Only one class occurs in the training data, and is always predicted: "
                    + String.join("", model.target().labels()));
        } else {
            text.tables();
            text.leftOut();
        }
        return text.text.toString();
    }

    private void header(String title) {
        FitSummary fit = model.summary();
        line(title);
        line("");
        if (!fit.converged()) {
            line("*** NOT CONVERGED: stopped after " + fit.iterations() + " iterations with a " + fit.certificate()
                    + ".");
            line("*** Do not trust these coefficients; allow more iterations or a larger tolerance.");
            line("");
        }
        line("Regularizer:  " + fit.regularizer());
        // How it was chosen takes a line of its own, but a word fits.
        String separator = model.selection().contains(" ") ? ",\n              " : ", ";
        line("Lambda:       " + significant(fit.lambda()) + separator + model.selection());
        line("Trained on:   " + model.training());
        line("Objective:    " + significant(fit.objective()) + " = loss " + significant(fit.loss()) + " + penalty "
                + significant(fit.penalty()));
        line("Certificate:  " + fit.certificate() + (fit.converged() ? ", converged" : ", NOT CONVERGED") + " after "
                + fit.iterations() + " iterations");
        line("Kept:         " + keptAttributes().count() + " of " + coding.numAttributes() + " attributes, "
                + nonzeros() + " of " + (long) model.outputs() * coding.size() + " coefficients");
    }

    private long nonzeros() {
        return IntStream.range(0, model.outputs())
                .mapToLong(k ->
                        Arrays.stream(model.coefficients(k)).filter(w -> w != 0).count())
                .sum();
    }

    private IntStream keptAttributes() {
        return IntStream.range(0, coding.size())
                .filter(model::isUsed)
                .map(coding::attribute)
                .distinct();
    }

    private void tables() {
        if (model.outputs() == 1) {
            line("");
            line(model.target().output(0) + " =");
            table(
                    List.of("coefficient", "standardized"),
                    List.of(model.coefficients(0), model.standardizedCoefficients(0)),
                    List.of(number(model.intercept(0)), ""));
            return;
        }
        String[] labels = model.target().labels();
        line("");
        line("A score for each value of " + model.target().name()
                + ", whose probability is the share of its exponential:");
        for (int from = 0; from < labels.length; from += CLASSES) {
            int[] shown = IntStream.range(from, Math.min(labels.length, from + CLASSES))
                    .toArray();
            table(
                    Arrays.stream(shown).mapToObj(k -> labels[k]).toList(),
                    Arrays.stream(shown).mapToObj(model::coefficients).toList(),
                    Arrays.stream(shown)
                            .mapToObj(k -> number(model.intercept(k)))
                            .toList());
        }
    }

    private void table(List<String> heads, List<double[]> columns, List<String> intercepts) {
        int[] kept = IntStream.range(0, coding.size()).filter(model::isUsed).toArray();
        int width = width(kept);
        line("");
        row(width, "", heads);
        int last = -1;
        for (int j : kept) {
            String label = coding.value(j);
            List<String> cells =
                    columns.stream().map(column -> number(column[j])).toList();
            if (label == null) {
                row(width, coding.attributeName(coding.attribute(j)), cells);
            } else {
                if (coding.attribute(j) != last) {
                    line(coding.attributeName(coding.attribute(j)));
                }
                row(width, INDENT + label, cells);
            }
            last = coding.attribute(j);
        }
        row(width, "(intercept)", intercepts);
    }

    private int width(int[] kept) {
        int width = "(intercept)".length();
        for (int j : kept) {
            String label = coding.value(j);
            width = Math.max(
                    width,
                    label == null
                            ? coding.attributeName(coding.attribute(j)).length()
                            : INDENT.length() + label.length());
        }
        return width;
    }

    private void row(int width, String name, List<String> cells) {
        line((Utils.padRight(name, width)
                        + cells.stream()
                                .map(cell -> " " + Utils.padLeft(cell, Math.max(CELL, cell.length())))
                                .collect(Collectors.joining()))
                .stripTrailing());
    }

    private void leftOut() {
        List<String> names = new ArrayList<>();
        boolean[] kept = new boolean[coding.numAttributes()];
        keptAttributes().forEach(a -> kept[a] = true);
        for (int a = 0; a < kept.length; a++) {
            if (!kept[a]) {
                names.add(coding.attributeName(a));
            }
        }
        if (!names.isEmpty()) {
            line("");
            line("Left out, as all their coefficients are zero (" + names.size() + "):");
            wrap(names);
        }
        List<String> values = IntStream.range(0, coding.size())
                .filter(j -> coding.value(j) != null && kept[coding.attribute(j)] && !model.isUsed(j))
                .mapToObj(coding::name)
                .toList();
        if (!values.isEmpty()) {
            line("");
            line("Values of kept attributes whose coefficients are zero (" + values.size() + "):");
            wrap(values);
        }
    }

    /** Names in lines of a width that fits a window. */
    private void wrap(List<String> names) {
        StringBuilder current = new StringBuilder(INDENT);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) + (i + 1 < names.size() ? ", " : "");
            if (current.length() > INDENT.length() && current.length() + name.length() > 100) {
                line(current.toString().stripTrailing());
                current = new StringBuilder(INDENT);
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

    private static String significant(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
