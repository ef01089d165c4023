package org.ridgeline.weka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.converters.ConverterUtils;

/**
 * Models as a release saved them, with what they predicted then. Each release adds a folder of its version by {@link #main}, and
 * nobody changes that of another: {@link SavedModelsTest} holds every later version to all of them.
 */
final class SavedModels {

    static final Path FOLDER = Path.of("src", "test", "resources", "saved-models");

    private static final String FUNCTIONS = "weka.classifiers.functions.";

    private SavedModels() {}

    /** Command lines by the names of the files; each is trained on the data of the class that its name begins with. */
    private static Map<String, String> trained() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("number-regression", "RegularizedLinearRegression -regularizer \"ElasticNet -L 0.05 -A 0.5\"");
        lines.put("number-regression-cv", "RegularizedLinearRegression -R cv -folds 3 -regularizer group-l2");
        lines.put("two-logistic", "RegularizedLogistic -regularizer l1(lambda=0.02)");
        lines.put("two-logistic-adaptive", "RegularizedLogistic -regularizer \"AdaptiveLambda -B l1(lambda=1)\"");
        lines.put("three-logistic", "RegularizedLogistic -regularizer \"SparseGroupL2 -L 0.02 -A 0.3\"");
        lines.put("three-path", "RegularizationPath -lambdas 8 -lambda-ratio 0.1 -I 5 -regularizer l1");
        lines.put("number-path-resumable", "RegularizationPath -lambdas 8 -lambda-ratio 0.1 -I 5 -resume");
        lines.put("two-sgd", "RegularizedSGD -loss hinge -regularizer l1(lambda=0.01)");
        lines.put("three-sgd", "RegularizedSGD -loss log -regularizer group-l2(lambda=0.01)");
        lines.put("number-sgd", "RegularizedSGD -loss huber -regularizer l2(lambda=0.01)");
        return lines;
    }

    /** The data of a model: its name says which class they have. */
    static Instances data(String name) throws Exception {
        String file = name.substring(0, name.indexOf('-')) + ".arff";
        Instances data = ConverterUtils.DataSource.read(FOLDER.resolve(file).toString());
        data.setClassIndex(data.numAttributes() - 1);
        return data;
    }

    /** A line of numbers for each instance: the prediction, or the probabilities of the classes. */
    static String predictions(Classifier classifier, Instances data) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Instance instance : data) {
            text.append(Arrays.stream(classifier.distributionForInstance(instance))
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Saves the models of a new release, in the folder of this module.
     *
     * @param arguments the version, which has no folder yet
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Files.createDirectory(FOLDER.resolve(arguments[0]));
        for (Map.Entry<String, String> model : trained().entrySet()) {
            String[] words = Utils.splitOptions(model.getValue());
            Instances data = data(model.getKey());
            Classifier classifier =
                    AbstractClassifier.forName(FUNCTIONS + words[0], Arrays.copyOfRange(words, 1, words.length));
            classifier.buildClassifier(data);
            SerializationHelper.write(folder.resolve(model.getKey() + ".model").toString(), classifier);
            Files.writeString(folder.resolve(model.getKey() + ".csv"), predictions(classifier, data));
        }
    }
}
