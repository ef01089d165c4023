package org.ridgeline.weka;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a model looks like in Weka's output: its penalty, how good the fit is, and its coefficients. */
public final class ModelText {

    private final StringBuilder text = new StringBuilder();

    private ModelText() {}

    /**
     * Describes a model.
     *
     * @param model the model
     * @param title of the classifier
     * @param decimals how many decimals are shown
     * @return lines of text
     */
    public static String of(LinearModel model, String title, int decimals) {
        int outputs = model.outputs();
        CoefficientText coefficients = new CoefficientText(
                model.coding(),
                IntStream.range(0, outputs).mapToObj(model::coefficients).toArray(double[][]::new),
                IntStream.range(0, outputs).mapToDouble(model::intercept).toArray(),
                decimals);
        ModelText text = new ModelText();
        text.header(model, title);
        text.line("Kept:         " + coefficients.kept());
        Target target = model.target();
        if (outputs == 0) {
            text.line("");
            text.line("Only one class occurs in the training data, and is always predicted: "
                    + String.join("", target.labels()));
        } else if (outputs == 1) {
            text.text.append(coefficients.ofScore(target.output(0), model.standardizedCoefficients(0)));
        } else {
            text.text.append(coefficients.ofClasses(target.name(), List.of(target.labels())));
        }
        return text.text.toString();
    }

    private void header(LinearModel model, String title) {
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
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String significant(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
