package org.ridgeline.weka.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.Regularizers;
import org.ridgeline.solvers.CrossValidation;
import org.ridgeline.solvers.CrossValidationFit;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.PathFit;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.Solver;
import org.ridgeline.weka.plot.PathPicture.Show;

class PathPictureTest {

    private static final int COLUMNS = 60;
    private static final List<String> NAMES =
            IntStream.range(0, COLUMNS).mapToObj(j -> "column " + j).toList();
    private static final CrossValidationFit FIT = CrossValidation.of(5, 1)
            .run(Solver.standard(), problem(Loss.SQUARED), Regularizers.load().parse("l1"), path());
    private static final PathCurves CURVES = PathCurves.of(NAMES, FIT.path());

    private static LambdaPath path() {
        return LambdaPath.geometric(25, 0.01);
    }

    private static Problem problem(Loss loss) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = new double[80][COLUMNS];
        double[] target = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Arrays.setAll(rows[i], j -> random.nextGaussian());
            double score = 3 * rows[i][4] - 2 * rows[i][7] + rows[i][30] + random.nextGaussian();
            target[i] = loss.outputs() == 1 ? score : score < -1 ? 0 : score < 1 ? 1 : 2;
        }
        return Problem.of(DenseFeatures.ofRows(rows), target, loss);
    }

    private static PathPicture picture(Show show, Integer... isolated) {
        return new PathPicture(CURVES, FIT, show, Set.of(isolated), 520, 560, "", "");
    }

    /** What is drawn, in words. */
    private static final class Notes implements Ink {
        private final List<String> texts = new ArrayList<>();
        private final List<String> curves = new ArrayList<>();
        private final List<String> faint = new ArrayList<>();
        private double right;
        private double bottom;

        private void reach(double x, double y) {
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        @Override
        public void lines(Look look, double... ends) {
            for (int i = 0; i < ends.length; i += 2) {
                reach(ends[i], ends[i + 1]);
            }
        }

        @Override
        public void curve(Look look, @Nullable Pen pen, double[] x, double[] y, String title) {
            for (int i = 0; i < x.length; i++) {
                reach(x[i], y[i]);
            }
            String name = title.replaceFirst(":.*", "");
            if (look == Look.CURVE) {
                curves.add(name);
            } else if (look == Look.FAINT) {
                faint.add(name);
            }
        }

        @Override
        public void box(Look look, double x, double y, double width, double height) {
            reach(x + width, y + height);
        }

        @Override
        public void dot(Look look, double x, double y, double radius, String title) {
            reach(x + radius, y + radius);
        }

        @Override
        public void text(Look look, double x, double y, Anchor anchor, String text) {
            texts.add(text);
            reach(x + (anchor == Anchor.START ? Lettering.width(text) : 0), y);
        }

        @Override
        public void upright(Look look, double x, double y, String text) {
            texts.add(text);
        }
    }

    private static Notes notes(PathPicture picture) {
        Notes notes = new Notes();
        picture.draw(notes);
        return notes;
    }

    @ParameterizedTest
    @EnumSource(Show.class)
    void aPictureHasWhatItIsToShowAndStaysWithinItself(Show show) {
        Notes notes = notes(picture(show));

        assertThat(notes.right).isLessThanOrEqualTo(520);
        assertThat(notes.bottom).isLessThanOrEqualTo(560);
        assertThat(notes.texts.contains("standardized coefficient")).isEqualTo(show != Show.CURVE);
        assertThat(notes.texts.contains("mean loss")).isEqualTo(show != Show.COEFFICIENTS);
        assertThat(notes.texts).containsOnlyOnce("λ, on a log scale").containsOnlyOnce("nonzero coefficients");
        assertThat(notes.curves.size() + notes.faint.size()).isEqualTo(show == Show.CURVE ? 0 : CURVES.count());
    }

    @ParameterizedTest
    @CsvSource({"1100,900", "520,560", "520,300", "300,240"})
    void everySizeHasNamesAsThereIsRoom(double width, double height) {
        Notes notes = notes(new PathPicture(CURVES, FIT, Show.BOTH, Set.of(), width, height, "", ""));

        assertThat(notes.right).isLessThanOrEqualTo(width);
        assertThat(notes.texts.stream().filter(NAMES::contains)).hasSameSizeAs(notes.curves);
        assertThat(notes.curves).hasSizeBetween(1, PathPlot.MOST_LABELS).contains("column 4");
    }

    @Test
    void onlyIsolatedCurvesHaveColoursAndNames() {
        int curve = CURVES.curveOf(30);
        PathPicture picture = picture(Show.BOTH, curve);
        Notes notes = notes(picture);

        assertThat(notes.curves).containsExactly("column 30");
        assertThat(notes.faint).hasSize(CURVES.count() - 1);
        assertThat(notes.texts.stream().filter(NAMES::contains)).containsExactly("column 30");
        assertThat(picture.pen(curve)).isEqualTo(Pen.of(0));
        assertThat(picture.pen(CURVES.curveOf(4))).isNull();
    }

    @Test
    void whereACurveIsItIsFound() {
        PathPicture picture = picture(Show.BOTH);
        int curve = CURVES.curveOf(4);
        for (int k = 5; k < CURVES.size(); k++) {
            assertThat(picture.curveAt(picture.x(k), picture.y(curve, k))).isEqualTo(curve);
            assertThat(picture.lambdaAt(picture.x(k))).isEqualTo(k);
            assertThat(picture.hasLambdaAt(picture.x(k), picture.y(curve, k))).isTrue();
        }
        double between = (picture.x(20) + picture.x(21)) / 2;
        double height = (picture.y(curve, 20) + picture.y(curve, 21)) / 2;
        assertThat(picture.curveAt(between, height)).isEqualTo(curve);
        assertThat(picture.curveAt(picture.x(20), picture.y(curve, 20) + 30)).isNotEqualTo(curve);
    }

    @Test
    void nothingIsPointedAtWhereThereIsNothing() {
        PathPicture picture = picture(Show.BOTH);

        // Of all lines on that of zero it is the one that comes in; above there is none, nor in the other plot.
        assertThat(picture.curveAt(picture.x(0), picture.y(0, 0))).isEqualTo(CURVES.curveOf(4));
        assertThat(picture.curveAt(picture.x(0), picture.y(0, 0) - 40)).isEqualTo(-1);
        assertThat(picture.curveAt(picture.x(20), 450)).isEqualTo(-1);
        assertThat(picture.hasLambdaAt(picture.x(20), 450)).isTrue();
        assertThat(picture.hasLambdaAt(10, 450)).isFalse();
        assertThat(picture(Show.CURVE).curveAt(picture.x(20), 100)).isEqualTo(-1);
    }

    @Test
    void aNameIsAsGoodAsItsCurve() {
        PathPicture picture = picture(Show.COEFFICIENTS);
        Set<Integer> found = new TreeSet<>();
        for (int y = 0; y < 560; y++) {
            found.add(picture.curveAt(515, y));
        }
        found.remove(-1);

        List<String> names = found.stream().map(CURVES::name).toList();
        assertThat(names).containsExactlyInAnyOrderElementsOf(notes(picture).curves);
    }

    @Test
    void aPointedCurveStandsOutWithItsNameAndItsValue() {
        Notes notes = new Notes();
        int curve = CURVES.curveOf(7);
        picture(Show.BOTH).drawPointed(notes, curve, 24);

        assertThat(notes.texts)
                .containsExactly("column 7: " + Choices.rounded(CURVES.value(curve, 24)) + " at λ = "
                        + Choices.rounded(FIT.lambda(24)));
        assertThat(notes.right).isLessThanOrEqualTo(520);
    }

    @Test
    void theSameDrawingIsAnSvgFile() {
        String svg = new PathPicture(CURVES, FIT, Show.BOTH, Set.of(), 520, 560, "a <title>", "more").svg();

        assertThat(svg)
                .startsWith("<svg xmlns")
                .contains("a &lt;title&gt;", ">more; the ", " more are grey", "mean loss", ".frame {", "best");
        // A picture of a λ alone, or of all of them at zero, is one, too.
        PathFit none = Solver.standard()
                .path(problem(Loss.SQUARED), Regularizers.load().parse("l1"), LambdaPath.of(1e6));
        PathCurves empty = PathCurves.of(NAMES, none);
        assertThat(empty.count()).isZero();
        assertThat(new PathPicture(empty, null, Show.BOTH, Set.of(), 520, 560, "", "").svg())
                .doesNotContain("NaN");
    }

    @Test
    void ofSeveralOutputsThereIsEachAndTheNorm() {
        PathFit path = Solver.standard()
                .path(problem(Loss.multinomial(3)), Regularizers.load().parse("l1"), path());
        PathCurves norms = PathCurves.ofNorms(NAMES, path);
        List<PathCurves> outputs = IntStream.range(0, 3)
                .mapToObj(k -> PathCurves.ofOutput(NAMES, path, k))
                .toList();

        double[] all = path.fit(20).standardizedCoefficients();
        for (int j = 0; j < COLUMNS; j++) {
            double squares = 0;
            for (int k = 0; k < 3; k++) {
                int curve = outputs.get(k).curveOf(j);
                double shown = curve < 0 ? 0 : outputs.get(k).value(curve, 20);
                assertThat(shown).isEqualTo(all[k * COLUMNS + j]);
                squares += shown * shown;
            }
            int curve = norms.curveOf(j);
            assertThat(curve < 0 ? 0 : norms.value(curve, 20)).isCloseTo(Math.sqrt(squares), within(1e-14));
        }
        assertThat(norms.nonzeros()[0]).isZero();
        assertThat(norms.features()).isEqualTo(NAMES);
    }

    @Test
    void whatHasNotConvergedIsMarked() {
        PathFit path = new Solver(1e-12, 1)
                .path(problem(Loss.multinomial(3)), Regularizers.load().parse("l2"), LambdaPath.of(1, 1e-3, 1e-6));
        PathCurves curves = PathCurves.ofOutput(NAMES, path, 0);
        assertThat(path.converged()).isFalse();
        long doubtful = IntStream.range(0, 3).filter(k -> !curves.converged(k)).count();

        String svg = new PathPicture(curves, null, Show.BOTH, Set.of(), 520, 560, "title", "subtitle").svg();

        assertThat(svg.split("class=\"doubt\"", -1)).hasSize((int) doubtful + 1);
        assertThat(svg).contains(doubtful + " NOT CONVERGED (crosses)");
    }
}
