package org.ridgeline.weka.gui;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Set;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.plot.Choices;
import org.ridgeline.weka.plot.PathPicture;
import weka.core.Instances;
import weka.core.regularizers.Regularizer;

/** A path as a text and as an image, for where there is no window. */
public final class PathReport {

    /**
     * What a path is asked for with.
     *
     * @param regularizer the penalty; its own λ does not matter
     * @param count how many λ
     * @param ratio the smallest λ as a share of the largest
     * @param folds how many folds judge the λ; 0 for no cross-validation
     * @param seed which instances are in which fold
     * @param measure the name of what λ is chosen by
     * @param lossScale {@code mean} or {@code sum}
     * @param standardization {@code none}, {@code population} or {@code sample}
     * @param groups a regular expression that groups attributes by name, or empty
     */
    public record Request(
            Regularizer regularizer,
            int count,
            double ratio,
            int folds,
            int seed,
            String measure,
            String lossScale,
            String standardization,
            String groups) {

        private StudySettings settings(int classIndex) {
            return new StudySettings(
                    regularizer,
                    classIndex,
                    count,
                    ratio,
                    folds,
                    seed,
                    Measures.of(measure),
                    LossScale.of(lossScale),
                    Standardization.of(standardization),
                    groups);
        }
    }

    private final PathStudy study;

    private PathReport(PathStudy study) {
        this.study = study;
    }

    /**
     * Computes a path, for as long as it takes.
     *
     * @param data with a class index
     * @param request what is asked for
     * @param listener told of each path that is fitted, or without folds of each λ, by the calling thread
     * @return what was found
     * @throws IllegalArgumentException if data and request do not go together
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws InterruptedException if the thread is interrupted, too
     * @throws Exception if the data do not suit the classifiers
     */
    public static PathReport of(Instances data, Request request, CrossValidation.Listener listener) throws Exception {
        return new PathReport(PathStudy.of(data, request.settings(data.classIndex()), listener));
    }

    /**
     * What it is of.
     *
     * @return the penalty and the data
     */
    public String title() {
        return study.title();
    }

    /**
     * The picture.
     *
     * @param width in pixels
     * @param height in pixels
     * @return coefficients and, if there is one, the curve of the cross-validation
     */
    public BufferedImage image(int width, int height) {
        int output = firstOutput();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PathView.paint(
                new PathPicture(
                        study.curves(output),
                        study.validation(),
                        PathPicture.Show.BOTH,
                        Set.of(),
                        width,
                        height,
                        study.title(),
                        study.subtitle(output)),
                image,
                1);
        return image;
    }

    private int firstOutput() {
        return study.outputs() > 1 ? PathStudy.NORMS : 0;
    }

    /**
     * Every λ, and the coefficients of the one to choose: the largest within one standard error of the best, or the smallest
     * if there is no cross-validation.
     *
     * @return lines of text
     */
    public String text() {
        CrossValidationFit fit = study.validation();
        StringBuilder text = new StringBuilder(study.title()).append('\n').append(study.subtitle(firstOutput()));
        text.append("\n\n").append(String.format(Locale.ROOT, "%14s %10s", "lambda", "attributes"));
        text.append(fit == null ? "" : String.format(Locale.ROOT, " %14s %14s", fit.measure(), "standard error"));
        for (int k = 0; k < study.size(); k++) {
            text.append(String.format(
                    Locale.ROOT, "%n%14s %10d", Choices.rounded(study.path().lambda(k)), study.keptAttributes(k)));
            if (fit != null) {
                text.append(String.format(
                        Locale.ROOT,
                        " %14s %14s %s",
                        Choices.rounded(fit.mean(k)),
                        Choices.rounded(fit.standardError(k)),
                        Choices.of(fit, k)));
            }
            text.append(study.converged(k) ? "" : " NOT CONVERGED");
        }
        int chosen = fit == null ? study.size() - 1 : fit.oneStandardError();
        for (int output = 0; output < study.outputs(); output++) {
            KeptCoefficients.Output kept = study.kept(chosen, output);
            text.append("\n\n").append(study.output(output)).append(", at lambda ");
            text.append(Choices.rounded(study.path().lambda(chosen))).append('\n');
            text.append(String.format(Locale.ROOT, "%14s %14s", "coefficient", "standardized"));
            text.append(String.format(Locale.ROOT, "%n%14s %14s  (intercept)", Choices.rounded(kept.intercept()), ""));
            for (KeptCoefficients.Row row : kept.rows()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%n%14s %14s  %s",
                        Choices.rounded(row.coefficient()),
                        Choices.rounded(row.standardized()),
                        study.column(row.column())));
            }
        }
        return text.append('\n').toString();
    }
}
