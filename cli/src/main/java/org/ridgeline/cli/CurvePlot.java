package org.ridgeline.cli;

import java.util.stream.IntStream;
import org.ridgeline.TextForm;
import org.ridgeline.solvers.CrossValidationFit;

/** What a cross-validation has measured, over λ, with bars of one standard error and the λ to choose. */
final class CurvePlot {

    private static final double RIGHT = LambdaFrame.WIDTH - 24;
    /** Room for what the chosen λ are called. */
    private static final double BAND = 40;

    private static final double LINE = 16;
    private static final double GAP = 6;
    private static final double INSET = 10;
    private static final double WHISKER = 2.5;

    private final CrossValidationFit fit;
    private final LambdaFrame frame;

    private CurvePlot(CrossValidationFit fit) {
        this.fit = fit;
        double[] lambdas =
                IntStream.range(0, fit.size()).mapToDouble(fit::lambda).toArray();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < fit.size(); k++) {
            if (isFinite(k)) {
                lowest = Math.min(lowest, fit.mean(k) - fit.standardError(k));
                highest = Math.max(highest, fit.mean(k) + fit.standardError(k));
            }
        }
        this.frame = new LambdaFrame(
                lambdas,
                IntStream.range(0, fit.size()).map(fit::nonzeros).toArray(),
                new LambdaAxis(lambdas, LambdaFrame.LEFT + INSET, RIGHT - INSET),
                Axis.around(lowest, highest, 7, LambdaFrame.BOTTOM, LambdaFrame.TOP + BAND),
                LambdaFrame.LEFT,
                RIGHT);
    }

    /** The picture. */
    static Svg svg(CrossValidationFit fit, String title, String subtitle) {
        CurvePlot plot = new CurvePlot(fit);
        Svg svg = plot.frame.svg(title, subtitle, "mean " + fit.measure());
        if (fit.best() == fit.oneStandardError()) {
            plot.choice(svg, fit.best(), "best, and within 1 standard error", 0, true);
        } else {
            plot.choice(svg, fit.best(), "best", 0, true);
            plot.choice(svg, fit.oneStandardError(), "within 1 standard error", 1, false);
        }
        StringBuilder points = new StringBuilder();
        for (int k = 0; k < fit.size(); k++) {
            if (plot.isFinite(k)) {
                points.append(points.isEmpty() ? "" : " ")
                        .append(Svg.number(plot.x(k)))
                        .append(',')
                        .append(Svg.number(plot.frame.y().at(fit.mean(k))));
            }
        }
        svg.add("polyline", "class", "mean", "points", points);
        IntStream.range(0, fit.size()).filter(plot::isFinite).forEach(k -> plot.point(svg, k));
        return svg;
    }

    private boolean isFinite(int k) {
        return Double.isFinite(fit.mean(k)) && Double.isFinite(fit.standardError(k));
    }

    private double x(int k) {
        return frame.x().at(fit.lambda(k));
    }

    /** A vertical line from the given line of text down, and the text beside it, on the wanted side if there is room. */
    private void choice(Svg svg, int k, String what, int line, boolean toTheRight) {
        double top = LambdaFrame.TOP + line * LINE;
        svg.add("line", "class", "choice", "x1", x(k), "x2", x(k), "y1", top + 4, "y2", LambdaFrame.BOTTOM);
        String text = what + ": λ = " + Choices.rounded(fit.lambda(k)) + ", " + fit.nonzeros(k) + " nonzero";
        double width = Lettering.width(text);
        boolean right = toTheRight ? x(k) + GAP + width < frame.right() : x(k) - GAP - width < frame.left();
        // The other line may be behind it.
        svg.add(
                "rect",
                "class",
                "ground",
                "x",
                right ? x(k) + GAP / 2 : x(k) - GAP / 2 - width,
                "y",
                top + 2,
                "width",
                width,
                "height",
                LINE);
        svg.text(
                right ? x(k) + GAP : x(k) - GAP,
                top + LINE - 1,
                text,
                "class",
                "label",
                "text-anchor",
                right ? "start" : "end");
    }

    private void point(Svg svg, int k) {
        double low = frame.y().at(fit.mean(k) - fit.standardError(k));
        double high = frame.y().at(fit.mean(k) + fit.standardError(k));
        String bar = "M" + Svg.number(x(k)) + "," + Svg.number(low) + " V" + Svg.number(high) + " M"
                + Svg.number(x(k) - WHISKER) + "," + Svg.number(low) + " h" + Svg.number(2 * WHISKER) + " M"
                + Svg.number(x(k) - WHISKER) + "," + Svg.number(high) + " h" + Svg.number(2 * WHISKER);
        svg.add("path", "class", "bar", "d", bar);
        svg.addTitled(
                "lambda " + TextForm.number(fit.lambda(k)) + ": " + TextTable.number(fit.mean(k)) + " ± "
                        + TextTable.number(fit.standardError(k)) + ", " + fit.nonzeros(k) + " nonzero",
                "circle",
                "class",
                "point",
                "cx",
                x(k),
                "cy",
                frame.y().at(fit.mean(k)),
                "r",
                2.6);
    }
}
