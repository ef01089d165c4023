package weka.classifiers.functions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.SparseInstance;
import weka.core.Utils;

/** Data and models for the tests of learning from streams. */
final class SgdData {

    private SgdData() {}

    static RegularizedSGD with(String options) throws Exception {
        RegularizedSGD classifier = new RegularizedSGD();
        classifier.setOptions(Utils.splitOptions(options));
        return classifier;
    }

    static RegularizedSGD trained(Instances data, String options) throws Exception {
        RegularizedSGD classifier = with(options);
        classifier.buildClassifier(data);
        return classifier;
    }

    /** Learnt from one instance after the other. */
    static RegularizedSGD streamed(Instances data, String options) throws Exception {
        RegularizedSGD classifier = with(options);
        classifier.buildClassifier(new Instances(data, 0));
        data.forEach(classifier::updateClassifier);
        return classifier;
    }

    /** Saved and loaded. */
    static RegularizedSGD copy(RegularizedSGD model) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SerializationHelper.write(bytes, model);
        return (RegularizedSGD) SerializationHelper.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** Of 40 columns of different units four matter; the class is a number or one of two labels. */
    static Instances wide(long seed, int count, boolean nominalClass) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = IntStream.range(0, 40).mapToObj(j -> "x" + j).toList();
        double[][] rows = new double[count][40];
        double[] target = new double[count];
        for (int i = 0; i < count; i++) {
            double score = 0;
            for (int j = 0; j < 40; j++) {
                double x = random.nextGaussian();
                score += j < 4 ? (j % 2 == 0 ? 1.5 : -1) * x : 0;
                rows[i][j] = 100 * j + Math.pow(10, j % 5 - 2) * x;
            }
            target[i] = nominalClass
                    ? (random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0)
                    : 1000 + 30 * (score + 0.5 * random.nextGaussian());
        }
        return nominalClass
                ? WekaData.classification(names, rows, target, "a", "b")
                : WekaData.regression(names, rows, target);
    }

    /** Words of texts: of 300 columns about ten are not zero; stored sparsely or not. */
    static Instances text(long seed, int count, boolean sparse) {
        SplittableRandom random = new SplittableRandom(seed);
        ArrayList<Attribute> attributes = new ArrayList<>();
        IntStream.range(0, 300).forEach(j -> attributes.add(new Attribute("w" + j)));
        attributes.add(new Attribute("topic", List.of("a", "b")));
        Instances data = new Instances("text", attributes, count);
        data.setClassIndex(300);
        for (int i = 0; i < count; i++) {
            double[] values = new double[301];
            double score = 0;
            for (int n = 0; n < 10; n++) {
                int word = (int) (300 * Math.pow(random.nextDouble(), 2));
                values[word]++;
                score += word % 7 == 0 ? 1.5 : word % 11 == 0 ? -1.5 : 0;
            }
            values[300] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
            data.add(sparse ? new SparseInstance(1, values) : new DenseInstance(1, values));
        }
        return data;
    }

    /** The share of instances that are predicted right. */
    static double accuracy(RegularizedSGD model, Instances data) throws Exception {
        int right = 0;
        for (Instance instance : data) {
            right += model.classifyInstance(instance) == instance.classValue() ? 1 : 0;
        }
        return (double) right / data.numInstances();
    }
}
