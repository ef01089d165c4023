package org.ridgeline.weka;

import java.util.Locale;
import weka.core.Utils;

/** What a model looks like in Weka's output. */
public final class ModelText {

    private final int decimals;
    private final StringBuilder text = new StringBuilder();

    private ModelText(int decimals) {
        this.decimals = Math.max(0, decimals);
    }

    /**
     * Describes a model: its penalty, how good the fit is, and its coefficients.
     *
     * @param model the model
     * @param title of the classifier
     * @param predicts what the linear score is
     * @param decimals how many decimals are shown
     * @return lines of text
     */
    public static String of(LinearModel model, String title, String predicts, int decimals) {
        ModelText text = new ModelText(decimals);
        text.header(model, title);
        text.coefficients(model, predicts);
        return text.text.toString();
    }

    private void header(LinearModel model, String title) {
        FitSummary fit = model.summary();
        int zeros = 0;
        for (double w : model.standardizedCoefficients()) {
            zeros += w == 0 ? 1 : 0;
        }
        line(title);
        line("");
        if (!fit.converged()) {
            line("*** NOT CONVERGED: stopped after " + fit.iterations() + " iterations with a " + fit.certificate()
                    + ".");
            line("*** Do not trust these coefficients; allow more iterations or a larger tolerance.");
            line("");
        }
        line("Regularizer:  " + fit.regularizer());
        line("Trained on:   " + model.training());
        line("Objective:    " + significant(fit.objective()) + " = loss " + significant(fit.loss()) + " + penalty "
                + significant(fit.penalty()));
        line("Certificate:  " + fit.certificate() + (fit.converged() ? ", converged" : ", NOT CONVERGED") + " after "
                + fit.iterations() + " iterations");
        line("Coefficients: " + zeros + " of " + model.coefficients().length + " are zero");
    }

    private void coefficients(LinearModel model, String predicts) {
        String[] names = model.featureNames();
        double[] coefficients = model.coefficients();
        double[] standardized = model.standardizedCoefficients();
        int width = "(intercept)".length();
        for (String name : names) {
            width = Math.max(width, name.length());
        }
        line("");
        line(predicts + " =");
        line("");
        row(width, "", "coefficient", "standardized");
        for (int j = 0; j < names.length; j++) {
            row(width, names[j], number(coefficients[j]), number(standardized[j]));
        }
        row(width, "(intercept)", number(model.intercept()), "");
    }

    private void row(int width, String name, String coefficient, String standardized) {
        line((Utils.padRight(name, width) + Utils.padLeft(coefficient, 18) + Utils.padLeft(standardized, 18))
                .stripTrailing());
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
