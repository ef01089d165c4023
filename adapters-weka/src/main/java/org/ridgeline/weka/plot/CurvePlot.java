package org.ridgeline.weka.plot;

import java.util.stream.IntStream;
import org.ridgeline.TextForm;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.weka.plot.Ink.Anchor;

/** What a cross-validation has measured, over λ, with bars of one standard error and the λ to choose. */
public final class CurvePlot {

    private static final double EDGE = 24;
    /** Room for what the chosen λ are called. */
    private static final double BAND = 40;

    private static final double LINE = 16;
    private static final double GAP = 6;
    private static final double INSET = 10;
    private static final double RADIUS = 2.6;
    /** Of the distance of points, as the radius of a point where they are close. */
    private static final double SHARE = 0.4;

    private static final double SMALLEST = 1.2;

    private final CrossValidationFit fit;
    private final LambdaFrame frame;

    /** With a frame of its own. */
    CurvePlot(CrossValidationFit fit, Area area) {
        this(
                fit,
                area,
                new LambdaAxis(lambdas(fit), LambdaFrame.LEFT + INSET, area.width() - EDGE - INSET),
                area.width() - EDGE);
    }

    /** Below another plot, with its places of λ. */
    CurvePlot(CrossValidationFit fit, Area area, LambdaAxis x, double right) {
        this.fit = fit;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < fit.size(); k++) {
            if (isFinite(k)) {
                lowest = Math.min(lowest, fit.mean(k) - fit.standardError(k));
                highest = Math.max(highest, fit.mean(k) + fit.standardError(k));
            }
        }
        this.frame = new LambdaFrame(
                area,
                lambdas(fit),
                IntStream.range(0, fit.size()).map(fit::nonzeros).toArray(),
                x,
                Axis.around(lowest, highest, LambdaFrame.ticks(area), area.frameBottom(), area.frameTop() + BAND),
                LambdaFrame.LEFT,
                right);
    }

    private static double[] lambdas(CrossValidationFit fit) {
        return IntStream.range(0, fit.size()).mapToDouble(fit::lambda).toArray();
    }

    /**
     * A whole picture of the usual size.
     *
     * @param fit what is drawn
     * @param title what it is of
     * @param subtitle more of that
     * @return the picture
     */
    public static Svg svg(CrossValidationFit fit, String title, String subtitle) {
        Svg svg = new Svg(Area.WIDTH, Area.HEIGHT, title);
        new CurvePlot(fit, Area.titled(title, subtitle)).draw(new SvgInk(svg));
        return svg;
    }

    /** Where the curve starts, below the names of the chosen λ. */
    double belowNames() {
        return frame.top() + BAND;
    }

    LambdaFrame frame() {
        return frame;
    }

    void draw(Ink ink) {
        frame.draw(ink, "mean " + fit.measure());
        if (fit.best() == fit.oneStandardError()) {
            choice(ink, fit.best(), "best, and within 1 standard error", "best, 1-SE", 0, true);
        } else {
            choice(ink, fit.best(), "best", "best", 0, true);
            choice(ink, fit.oneStandardError(), "within 1 standard error", "1-SE", 1, false);
        }
        int[] finite = IntStream.range(0, fit.size()).filter(this::isFinite).toArray();
        ink.curve(
                Look.MEAN,
                null,
                IntStream.of(finite).mapToDouble(this::x).toArray(),
                IntStream.of(finite).mapToDouble(this::y).toArray(),
                "");
        double distance = fit.size() > 1 ? Math.abs(x(fit.size() - 1) - x(0)) / (fit.size() - 1) : RADIUS;
        for (int k : finite) {
            point(ink, k, Math.max(SMALLEST, Math.min(RADIUS, distance * SHARE)));
        }
    }

    private boolean isFinite(int k) {
        return Double.isFinite(fit.mean(k)) && Double.isFinite(fit.standardError(k));
    }

    private double x(int k) {
        return frame.x().at(fit.lambda(k));
    }

    private double y(int k) {
        return frame.y().at(fit.mean(k));
    }

    /**
     * A vertical line from the given line of text down, and the text beside it, on the wanted side if there is room, and in brief if
     * there is none on either side.
     */
    private void choice(Ink ink, int k, String what, String brief, int line, boolean toTheRight) {
        double top = frame.top() + line * LINE;
        ink.lines(Look.CHOICE, x(k), top + 4, x(k), frame.bottom());
        String lambda = ": λ = " + Choices.rounded(fit.lambda(k));
        String text = what + lambda + ", " + fit.nonzeros(k) + " nonzero";
        if (!fits(k, text, true) && !fits(k, text, false)) {
            text = brief + lambda;
        }
        boolean right = toTheRight ? fits(k, text, true) : !fits(k, text, false);
        double width = Lettering.width(text);
        // The other line may be behind it.
        ink.box(Look.GROUND, right ? x(k) + GAP / 2 : x(k) - GAP / 2 - width, top + 2, width, LINE);
        ink.text(Look.LABEL, right ? x(k) + GAP : x(k) - GAP, top + LINE - 1, right ? Anchor.START : Anchor.END, text);
    }

    private boolean fits(int k, String text, boolean right) {
        double width = GAP + Lettering.width(text);
        return right ? x(k) + width < frame.right() : x(k) - width > frame.left();
    }

    private void point(Ink ink, int k, double radius) {
        double low = frame.y().at(fit.mean(k) - fit.standardError(k));
        double high = frame.y().at(fit.mean(k) + fit.standardError(k));
        double left = x(k) - radius;
        double right = x(k) + radius;
        ink.lines(Look.BAR, x(k), low, x(k), high, left, low, right, low, left, high, right, high);
        ink.dot(
                Look.POINT,
                x(k),
                y(k),
                radius,
                "lambda " + TextForm.number(fit.lambda(k)) + ": " + Choices.digits(fit.mean(k)) + " ± "
                        + Choices.digits(fit.standardError(k)) + ", " + fit.nonzeros(k) + " nonzero");
    }
}
