package org.ridgeline.weka.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.plot.Look;
import org.ridgeline.weka.plot.PathPicture;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.RegularizedLinearModel;
import weka.classifiers.functions.RegularizedLogistic;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.regularizers.Regularizer;
import weka.core.regularizers.TextRegularizer;

class PathStudyTest {

    @TempDir
    private Path folder;

    /** Numbers and labels to predict and to predict with, some of them missing, from others than the last attribute. */
    private static Instances data() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("""
                @relation mixed
                @attribute two {yes,no}
                @attribute x_1 numeric
                @attribute x_2 numeric
                @attribute colour_1 {red,green,blue}
                @attribute y numeric
                @attribute three {low,middle,high}
                @data
                """);
        for (int i = 0; i < 90; i++) {
            double x = random.nextGaussian();
            int colour = random.nextInt(3);
            double score = x + (colour == 1 ? 1 : 0) + random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%.4f,%s,%.4f,%s%n",
                    score > 0 ? "yes" : "no",
                    i % 17 == 3 ? "?" : String.format(Locale.ROOT, "%.4f", 10 * x),
                    random.nextGaussian(),
                    i % 19 == 4 ? "?" : List.of("red", "green", "blue").get(colour),
                    score + random.nextGaussian(),
                    score < -0.5 ? "low" : score < 1 ? "middle" : "high"));
        }
        return new Instances(new StringReader(text.toString()));
    }

    private static StudySettings settings(String regularizer, int classIndex, LossScale scale, String groups) {
        return new StudySettings(
                new TextRegularizer(regularizer),
                classIndex,
                12,
                0.01,
                3,
                1,
                Measures.LOSS,
                scale,
                Standardization.SAMPLE,
                groups);
    }

    private static PathStudy study(StudySettings settings) throws Exception {
        return PathStudy.of(data(), settings, (done, total) -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "l1, 4, MEAN, ''",
        "elastic-net(alpha=0.3), 0, MEAN, ''",
        "group-l2, 0, SUM, '^([^_]+)'",
        "group-l2, 5, MEAN, ''",
        "l2, 4, SUM, ''",
        "slope, 4, MEAN, ''"
    })
    void theClassifierOfALambdaTrainsTheModelShown(String regularizer, int target, LossScale scale, String groups)
            throws Exception {
        PathStudy study = study(settings(regularizer, target, scale, groups));
        Instances training = data();
        training.setClassIndex(target);
        for (int k = 2; k < study.size(); k += 3) {
            RegularizedLinearModel model = (RegularizedLinearModel) ClassifierSetup.of(
                    study.isNominal(), study.settings(), study.path().lambda(k));
            model.buildClassifier(training);

            for (int output = 0; output < study.outputs(); output++) {
                double[] trained = study.outputs() == 1
                        ? model.coefficients()
                        : ((RegularizedLogistic) model)
                                .coefficients(study.output(output).replace("three=", ""));
                double[] shown = new double[trained.length];
                for (KeptCoefficients.Row row : study.kept(k, output).rows()) {
                    assertThat(row.coefficient() / row.standardized()).isPositive();
                    assertThat(study.column(row.column())).isEqualTo(model.featureNames()[row.column()]);
                    shown[row.column()] = row.coefficient();
                }
                double size = DoubleStream.of(trained).map(Math::abs).max().orElseThrow();
                assertThat(shown).containsExactly(trained, offset(1e-4 * size));
                assertThat(study.kept(k, output).rows()).hasSize((int)
                        DoubleStream.of(trained).filter(w -> w != 0).count());
            }
        }
    }

    @Test
    void whatIsKeptIsCountedByAttribute() throws Exception {
        PathStudy study = study(settings("group-l2", 5, LossScale.MEAN, ""));

        assertThat(study.attributes()).isEqualTo(5);
        assertThat(study.keptAttributes(0)).isZero();
        assertThat(study.keptAttributes(study.size() - 1)).isEqualTo(5);
        assertThat(study.outputs()).isEqualTo(3);
        assertThat(study.output(PathStudy.NORMS)).isEqualTo("all classes (norm)");
        assertThat(study.output(0)).isEqualTo("three=high");
        assertThat(study.kept(11, PathStudy.NORMS).rows())
                .hasSize(7)
                .isSortedAccordingTo(KeptCoefficients.Row.BY_SIZE)
                .allSatisfy(row -> assertThat(row.standardized()).isPositive());
        assertThat(study.title()).isEqualTo("group-l2 path of mixed");
        assertThat(study.pathCsv().lines())
                .hasSize(1 + 12 * 3 * 8)
                .anyMatch(line -> line.contains(",colour_1=blue [three=low],"));
    }

    @Test
    void itIsFollowedAndCanBeStopped() throws Exception {
        List<String> told = new ArrayList<>();
        PathStudy.of(data(), settings("l1", 4, LossScale.MEAN, ""), (done, total) -> told.add(done + " of " + total));
        assertThat(told).containsExactly("1 of 4", "2 of 4", "3 of 4", "4 of 4");
        told.clear();
        StudySettings alone = new StudySettings(
                new TextRegularizer("l1"),
                4,
                12,
                0.01,
                0,
                1,
                Measures.LOSS,
                LossScale.MEAN,
                Standardization.SAMPLE,
                "");
        PathStudy.of(data(), alone, (done, total) -> told.add(done + " of " + total));
        assertThat(told).hasSize(12).startsWith("1 of 12").endsWith("12 of 12");

        try {
            assertThatThrownBy(() -> PathStudy.of(
                            data(),
                            settings("l1", 4, LossScale.MEAN, ""),
                            (done, total) -> Thread.currentThread().interrupt()))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        assertThatThrownBy(() -> study(settings("no-such-penalty", 4, LossScale.MEAN, "")))
                .hasMessageContaining("no-such-penalty");
        assertThatThrownBy(() -> study(settings("adaptive(base=l1)", 4, LossScale.MEAN, "")))
                .hasMessageContaining("moves with a validation loss");
        Instances dates = new Instances(
                new StringReader("@relation d\n@attribute s string\n@attribute y numeric\n@data\na,1\nb,2\n"));
        assertThatThrownBy(() -> PathStudy.of(dates, settings("l1", 1, LossScale.MEAN, ""), (done, total) -> {}))
                .hasMessageContaining("string attributes");
        Instances one = new Instances(data());
        one.removeIf(instance -> instance.value(0) == 0);
        assertThatThrownBy(() -> PathStudy.of(one, settings("l1", 0, LossScale.MEAN, ""), (done, total) -> {}))
                .hasMessageContaining("only one occurs in 'two'");
        Regularizer l1 = new TextRegularizer("l1");
        assertThatThrownBy(() -> new StudySettings(
                        l1, 0, 1, 0.1, 0, 1, Measures.LOSS, LossScale.MEAN, Standardization.SAMPLE, ""))
                .hasMessageContaining("at least 2 lambdas");
        assertThatThrownBy(() -> new StudySettings(
                        l1, 0, 10, 0.1, 1, 1, Measures.LOSS, LossScale.MEAN, Standardization.SAMPLE, ""))
                .hasMessageContaining("the number of folds");
    }

    @Test
    void everyKindOfFileIsWritten() throws Exception {
        PathStudy study = study(settings("l1", 4, LossScale.MEAN, ""));
        PathPicture picture = new PathPicture(
                study.curves(0), study.validation(), PathPicture.Show.BOTH, Set.of(), 520, 560, "title", "");
        for (SavedFile kind : SavedFile.values()) {
            assertThat(kind.suits(study)).isTrue();
            assertThat(kind.filter().accept(folder.toFile())).isTrue();
            kind.write(kind.named(folder.resolve(kind.name()).toFile()).toPath(), study, picture);
        }
        BufferedImage image = ImageIO.read(folder.resolve("PNG.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1040);
        // The curve is where the picture says that it is, in its colour.
        int curve = study.curves(0).curveOf(1);
        int k = study.size() - 2;
        int x = (int) Math.round(2 * picture.x(k));
        int y = (int) Math.round(2 * picture.y(curve, k));
        assertThat(Stream.of(-1, 0, 1).map(d -> image.getRGB(x, y + d) & 0xffffff))
                .contains(Objects.requireNonNull(picture.pen(curve)).rgb());
        assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(Look.GROUND.rgb());
        assertThat(folder.resolve("SVG.svg")).content().contains("title", "x_1");
        assertThat(Files.readAllLines(folder.resolve("COEFFICIENTS.csv"))).hasSize(1 + 12 * 10);
        assertThat(Files.readAllLines(folder.resolve("CURVE.csv"))).hasSize(13);
        assertThat(SavedFile.CURVE.named(folder.resolve("given.txt").toFile())).hasName("given.txt");
    }

    @Test
    void theOptionsOfTheClassifierAreThoseOfThePath() throws Exception {
        AbstractClassifier classifier =
                ClassifierSetup.of(true, settings("elastic-net(alpha=0.3)", 0, LossScale.SUM, "^([^_]+)_"), 0.1 + 0.2);

        assertThat(Utils.joinOptions(classifier.getOptions()))
                .contains("elastic-net", "-R 0.30000000000000004", "-loss-scale sum", "-groups ^([^_]+)_");
    }

    @Test
    void selectionsStayWithinThePath() throws Exception {
        Selection selection = new Selection();
        int[] changes = {0};
        selection.addListener(() -> changes[0]++);
        PathStudy study = study(settings("l1", 5, LossScale.MEAN, ""));
        selection.setStudy(study);
        assertThat(selection.output()).isEqualTo(PathStudy.NORMS);
        assertThat(selection.lambda())
                .isEqualTo(Objects.requireNonNull(study.validation()).oneStandardError());
        selection.setLambda(Integer.MAX_VALUE);
        assertThat(selection.lambda()).isEqualTo(11);
        selection.setLambda(-5);
        assertThat(selection.lambda()).isZero();
        int before = changes[0];
        selection.setLambda(-1);
        assertThat(changes[0]).isEqualTo(before);

        selection.toggleIsolated(3, false);
        selection.toggleIsolated(4, true);
        assertThat(selection.isolated()).containsExactlyInAnyOrder(3, 4);
        selection.toggleIsolated(3, false);
        assertThat(selection.isolated()).containsExactly(3);
        selection.toggleIsolated(3, false);
        assertThat(selection.isolated()).isEmpty();
        assertThat(IntStream.range(0, study.size()).allMatch(study::converged)).isTrue();
    }
}
