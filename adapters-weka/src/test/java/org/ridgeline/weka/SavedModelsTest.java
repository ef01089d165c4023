package org.ridgeline.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.UpdateableClassifier;
import weka.classifiers.functions.RegularizationPath;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** What earlier versions have saved is still read, predicts the same, and can be trained anew. */
class SavedModelsTest {

    /** Beside Java's and Weka's only what holds models and settings, of which three are enums of the solvers. */
    private static final Pattern NEEDED =
            Pattern.compile("\\[*L?(java\\.|weka\\.|org\\.ridgeline\\.weka\\.).*|\\[*[ZBCSIJFD]"
                    + "|org\\.ridgeline\\.solvers\\.(LossScale|Standardization|Measures)");

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(SavedModels.FOLDER)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".model"))
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    private static String name(Path model) {
        String file = model.getFileName().toString();
        return file.substring(0, file.length() - ".model".length());
    }

    private static void assertPredicts(Classifier classifier, Path model, double tolerance) throws Exception {
        List<String> wanted = Files.readAllLines(model.resolveSibling(name(model) + ".csv"));
        List<String> found = SavedModels.predictions(classifier, SavedModels.data(name(model)))
                .lines()
                .toList();
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < found.size(); i++) {
            assertThat(numbers(found.get(i))).containsExactly(numbers(wanted.get(i)), within(tolerance));
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void thereAreSome() throws IOException {
        assertThat(models()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSavedModelPredictsWhatItDid(Path model) throws Exception {
        Classifier classifier = (Classifier) SerializationHelper.read(model.toString());

        assertPredicts(classifier, model, 1e-12);
        assertThat(classifier.toString()).contains("Regularizer:").doesNotContain("No model built yet");
    }

    /** A model must load where the classes that only trained it have moved. */
    @ParameterizedTest
    @MethodSource("models")
    void itNeedsNoClassOfThePenaltiesOrSolvers(Path model) throws Exception {
        Set<String> needed = new TreeSet<>();
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(model)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
                needed.add(described.getName());
                return super.resolveClass(described);
            }
        }) {
            in.readObject();
        }

        assertThat(needed).isNotEmpty().allMatch(name -> NEEDED.matcher(name).matches());
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsOptionsTrainTheSameModel(Path model) throws Exception {
        Classifier saved = (Classifier) SerializationHelper.read(model.toString());
        Classifier again =
                AbstractClassifier.forName(saved.getClass().getName(), ((AbstractClassifier) saved).getOptions());
        again.buildClassifier(SavedModels.data(name(model)));

        // Fits may become more exact from one version to the next.
        assertPredicts(again, model, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatCanGoOnDoes(Path model) throws Exception {
        Classifier saved = (Classifier) SerializationHelper.read(model.toString());
        Instances data = SavedModels.data(name(model));
        if (saved instanceof RegularizationPath path && path.getResume()) {
            path.initializeClassifier(data);
            int before = path.path().size();
            assertThat(path.next()).isTrue();
            path.done();
            assertThat(path.path().size()).isEqualTo(before + 1);
        } else if (saved instanceof UpdateableClassifier stream) {
            String before = saved.toString();
            stream.updateClassifier(data.instance(0));
            assertThat(saved.toString()).isNotEqualTo(before);
        }
    }
}
