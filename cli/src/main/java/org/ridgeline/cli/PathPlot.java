package org.ridgeline.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Coefficients over λ, a line for each feature, the largest with their names where λ is smallest. */
final class PathPlot {

    static final int MOST_LABELS = 30;
    static final double LABEL_HEIGHT = 13.5;

    private static final double WIDEST_LABEL = 170;
    private static final double LEADER = 26;
    private static final double EDGE = 8;
    /** The colours of Okabe and Ito that are dark enough on white: told apart by all kinds of eyes. */
    private static final List<String> COLORS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#1c2330", "#e69f00", "#56b4e9");
    /** For those who tell no colours apart, and as there are more lines than colours. */
    private static final List<String> DASHES = List.of("none", "7 3", "2 2.5", "9 3 2 3");

    private final PathCurves curves;
    private final List<Integer> drawn;
    private final List<Integer> labelled;
    private final LambdaFrame frame;

    private PathPlot(PathCurves curves) {
        this.curves = curves;
        this.drawn = IntStream.range(0, curves.features().size())
                .filter(j -> !curves.isZero(j))
                .boxed()
                .toList();
        this.labelled = drawn.stream()
                .filter(j -> curves.last(j) != 0)
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(curves.last(j))))
                .limit(MOST_LABELS)
                .sorted(Comparator.comparingDouble((Integer j) -> -curves.last(j)))
                .toList();
        double widest = labelled.stream()
                .mapToDouble(j -> Lettering.width(label(j)))
                .max()
                .orElse(0);
        double right = LambdaFrame.WIDTH - EDGE - widest - LEADER;
        double lowest = 0;
        double highest = 0;
        for (double[] w : curves.coefficients()) {
            for (double value : w) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        this.frame = new LambdaFrame(
                curves.lambdas(),
                curves.nonzeros(),
                new LambdaAxis(curves.lambdas(), LambdaFrame.LEFT, right),
                Axis.around(lowest, highest, 7, LambdaFrame.BOTTOM, LambdaFrame.TOP),
                LambdaFrame.LEFT,
                right);
    }

    /** The picture. */
    static Svg svg(PathCurves curves, String title, String subtitle) {
        PathPlot plot = new PathPlot(curves);
        Svg svg = plot.frame.svg(title, subtitle + plot.note(), "coefficient of the standardised feature");
        plot.drawn.stream().filter(j -> !plot.labelled.contains(j)).forEach(j -> plot.line(svg, j, "faint"));
        for (int rank = 0; rank < plot.labelled.size(); rank++) {
            plot.line(svg, plot.labelled.get(rank), "curve", plot.look(rank));
        }
        plot.labels(svg);
        return svg;
    }

    /** What the picture does not show, or shows without a name. */
    private String note() {
        int zero = curves.features().size() - drawn.size();
        int unlabelled = drawn.size() - labelled.size();
        return (unlabelled > 0
                        ? "; the " + labelled.size() + " largest are labelled, " + unlabelled + " more "
                                + (unlabelled == 1 ? "is" : "are") + " grey"
                        : "")
                + (zero > 0 ? "; " + zero + (zero == 1 ? " is" : " are") + " zero for every λ" : "");
    }

    private String label(int feature) {
        return Lettering.cut(curves.features().get(feature), WIDEST_LABEL);
    }

    private Object[] look(int rank) {
        return new Object[] {
            "stroke", COLORS.get(rank % COLORS.size()),
            "stroke-dasharray", DASHES.get(rank / COLORS.size() % DASHES.size())
        };
    }

    private void line(Svg svg, int feature, String kind, Object... look) {
        int first = 0;
        int last = curves.size() - 1;
        // Of a stretch at zero the end is enough; all of them would lie on one another.
        while (first < last && curves.coefficients()[first + 1][feature] == 0) {
            first++;
        }
        while (last > first && curves.coefficients()[last - 1][feature] == 0) {
            last--;
        }
        StringBuilder points = new StringBuilder();
        for (int k = first; k <= last; k++) {
            points.append(points.isEmpty() ? "" : " ")
                    .append(Svg.number(frame.x().at(curves.lambdas()[k])))
                    .append(',')
                    .append(Svg.number(frame.y().at(curves.coefficients()[k][feature])));
        }
        Object[] attributes = new Object[4 + look.length];
        attributes[0] = "class";
        attributes[1] = kind;
        attributes[2] = "points";
        attributes[3] = points;
        System.arraycopy(look, 0, attributes, 4, look.length);
        svg.addTitled(
                curves.features().get(feature) + ": " + TextTable.number(curves.last(feature))
                        + " at the smallest lambda",
                "polyline",
                attributes);
    }

    private void labels(Svg svg) {
        double[] ends =
                labelled.stream().mapToDouble(j -> frame.y().at(curves.last(j))).toArray();
        double[] places = Spread.apart(ends, LABEL_HEIGHT, LambdaFrame.TOP + 4, LambdaFrame.BOTTOM - 4);
        double end = frame.x().at(curves.lambdas()[curves.size() - 1]);
        for (int rank = 0; rank < places.length; rank++) {
            int feature = labelled.get(rank);
            String leader = Svg.number(end) + "," + Svg.number(ends[rank]) + " "
                    + Svg.number(frame.right() + LEADER - 9) + "," + Svg.number(places[rank]) + " "
                    + Svg.number(frame.right() + LEADER - 3) + "," + Svg.number(places[rank]);
            svg.add("polyline", "class", "leader", "points", leader, "stroke", COLORS.get(rank % COLORS.size()));
            svg.text(frame.right() + LEADER, places[rank] + 4, label(feature), "class", "label");
        }
    }
}
