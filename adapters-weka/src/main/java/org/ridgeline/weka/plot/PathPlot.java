package org.ridgeline.weka.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.Ink.Anchor;

/** Coefficients over λ, a line for each feature, the largest with their names where λ is smallest. */
public final class PathPlot {

    /** So many curves are told apart by their looks, and have their names beside them. */
    public static final int MOST_LABELS = 30;

    static final double LABEL_HEIGHT = 13.5;

    private static final double WIDEST_LABEL = 170;
    /** Of the width of the picture. */
    private static final double WIDEST_SHARE = 0.25;

    private static final double LEADER = 26;
    private static final double EDGE = 8;
    /** Grey lines. */
    private static final int MANY = 150;

    private static final double CROSS = 3.5;

    private final PathCurves curves;
    /** By the last coefficient, from the top. */
    private final List<Integer> labelled;

    private final double widestLabel;
    private final LambdaFrame frame;

    /** Only the given curves have colours and names, or the largest if there are none. */
    PathPlot(PathCurves curves, Set<Integer> isolated, Area area) {
        this.curves = curves;
        double height = area.frameHeight();
        // With a place for the first beside the space between any two.
        long room = Math.max(1, Math.min(MOST_LABELS, (long) ((height - 8) / LABEL_HEIGHT)));
        this.labelled = IntStream.range(0, curves.count())
                .filter(i -> isolated.isEmpty() ? curves.last(i) != 0 : isolated.contains(i))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(curves.last(i))))
                .limit(room)
                .sorted(Comparator.comparingDouble((Integer i) -> -curves.last(i)))
                .toList();
        this.widestLabel = Math.min(WIDEST_LABEL, area.width() * WIDEST_SHARE);
        double widest = labelled.stream()
                .mapToDouble(i -> Lettering.width(label(i)))
                .max()
                .orElse(0);
        double right = area.width() - EDGE - widest - LEADER;
        double lowest = 0;
        double highest = 0;
        for (int i = 0; i < curves.count(); i++) {
            for (int k = 0; k < curves.size(); k++) {
                lowest = Math.min(lowest, curves.value(i, k));
                highest = Math.max(highest, curves.value(i, k));
            }
        }
        this.frame = new LambdaFrame(
                area,
                curves.lambdas(),
                curves.nonzeros(),
                new LambdaAxis(curves.lambdas(), LambdaFrame.LEFT, right),
                Axis.around(lowest, highest, LambdaFrame.ticks(area), area.frameBottom(), area.frameTop()),
                LambdaFrame.LEFT,
                right);
    }

    /**
     * A whole picture of the usual size.
     *
     * @param curves what is drawn
     * @param title what it is of
     * @param subtitle more of that; what is not seen is added
     * @return the picture
     */
    public static Svg svg(PathCurves curves, String title, String subtitle) {
        Svg svg = new Svg(Area.WIDTH, Area.HEIGHT, title);
        Area room = Area.titled(title, subtitle);
        PathPlot bare = new PathPlot(curves, Set.of(), room);
        new PathPlot(curves, Set.of(), Area.titled(title, subtitle + bare.note())).draw(new SvgInk(svg));
        return svg;
    }

    LambdaFrame frame() {
        return frame;
    }

    void draw(Ink ink) {
        frame.draw(ink, "standardized coefficient");
        Set<Integer> named = Set.copyOf(labelled);
        Look faint = curves.count() - named.size() > MANY ? Look.FAINTEST : Look.FAINT;
        for (int i = 0; i < curves.count(); i++) {
            if (!named.contains(i)) {
                line(ink, faint, null, i);
            }
        }
        for (int rank = 0; rank < labelled.size(); rank++) {
            line(ink, Look.CURVE, Pen.of(rank), labelled.get(rank));
        }
        labels(ink);
        for (int k = 0; k < curves.size(); k++) {
            if (!curves.converged(k)) {
                double at = frame.x().at(frame.lambdas()[k]);
                double y = frame.bottom() - 2 * CROSS;
                ink.lines(
                        Look.DOUBT,
                        at - CROSS,
                        y - CROSS,
                        at + CROSS,
                        y + CROSS,
                        at - CROSS,
                        y + CROSS,
                        at + CROSS,
                        y - CROSS);
            }
        }
    }

    /** What the picture does not show, or shows without a name. */
    String note() {
        int zero = curves.features().size() - curves.count();
        int unlabelled = curves.count() - labelled.size();
        long doubtful = IntStream.range(0, curves.size())
                .filter(k -> !curves.converged(k))
                .count();
        return (doubtful > 0 ? "; " + doubtful + " NOT CONVERGED (crosses)" : "")
                + (unlabelled > 0
                        ? "; the " + labelled.size() + " largest are labelled, " + unlabelled + " more "
                                + (unlabelled == 1 ? "is" : "are") + " grey"
                        : "")
                + (zero > 0 ? "; " + zero + (zero == 1 ? " is" : " are") + " zero for every λ" : "");
    }

    private String label(int curve) {
        return Lettering.cut(curves.name(curve), widestLabel);
    }

    /** The pen of a curve, or null if it is grey. */
    @Nullable
    Pen pen(int curve) {
        int rank = labelled.indexOf(curve);
        return rank < 0 ? null : Pen.of(rank);
    }

    /** Draws a curve so that it stands out. */
    void pointed(Ink ink, int curve) {
        Pen pen = pen(curve);
        line(ink, Look.POINTED, pen == null ? Pen.of(labelled.size()) : pen, curve);
    }

    private void line(Ink ink, Look look, @Nullable Pen pen, int curve) {
        int first = 0;
        int last = curves.size() - 1;
        // Of a stretch at zero the end is enough; all of them would lie on one another.
        while (first < last && curves.value(curve, first + 1) == 0) {
            first++;
        }
        while (last > first && curves.value(curve, last - 1) == 0) {
            last--;
        }
        double[] x = new double[last - first + 1];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = frame.x().at(frame.lambdas()[first + i]);
            y[i] = frame.y().at(curves.value(curve, first + i));
        }
        ink.curve(
                look,
                pen,
                x,
                y,
                curves.name(curve) + ": " + Choices.digits(curves.last(curve)) + " at the smallest lambda");
    }

    /** The curve whose name is at a place, or −1. */
    int labelAt(double x, double y) {
        if (x > frame.right() + LEADER / 2) {
            double[] places = places(ends());
            for (int rank = 0; rank < places.length; rank++) {
                if (Math.abs(places[rank] - y) <= LABEL_HEIGHT / 2) {
                    return labelled.get(rank);
                }
            }
        }
        return -1;
    }

    private double[] ends() {
        return labelled.stream().mapToDouble(i -> frame.y().at(curves.last(i))).toArray();
    }

    private double[] places(double[] ends) {
        return Spread.apart(ends, LABEL_HEIGHT, frame.top() + 4, frame.bottom() - 4);
    }

    private void labels(Ink ink) {
        double[] ends = ends();
        double[] places = places(ends);
        double end = frame.x().at(frame.lambdas()[curves.size() - 1]);
        for (int rank = 0; rank < places.length; rank++) {
            ink.curve(
                    Look.LEADER,
                    Pen.of(rank).solid(),
                    new double[] {end, frame.right() + LEADER - 9, frame.right() + LEADER - 3},
                    new double[] {ends[rank], places[rank], places[rank]},
                    "");
            ink.text(Look.LABEL, frame.right() + LEADER, places[rank] + 4, Anchor.START, label(labelled.get(rank)));
        }
    }
}
