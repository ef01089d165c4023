package weka.classifiers.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ridgeline.conformance.GoldenFit;
import org.ridgeline.conformance.GoldenFits;
import weka.classifiers.AbstractClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NominalToBinary;
import weka.filters.unsupervised.attribute.ReplaceMissingValues;

/** Data for the tests, in Weka's form. */
public final class WekaData {

    private WekaData() {}

    /** Numeric attributes and a numeric class, which comes last. */
    public static Instances regression(List<String> names, double[][] rows, double[] target) {
        return numeric(names, rows, target, new Attribute("class"));
    }

    /** Numeric attributes and a class with these labels, whose indices are the targets. */
    public static Instances classification(List<String> names, double[][] rows, double[] target, String... labels) {
        return numeric(names, rows, target, new Attribute("class", List.of(labels)));
    }

    private static Instances numeric(List<String> names, double[][] rows, double[] target, Attribute classAttribute) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        names.forEach(name -> attributes.add(new Attribute(name)));
        attributes.add(classAttribute);
        Instances data = new Instances("data", attributes, rows.length);
        data.setClassIndex(names.size());
        for (int i = 0; i < rows.length; i++) {
            double[] values = new double[names.size() + 1];
            System.arraycopy(rows[i], 0, values, 0, names.size());
            values[names.size()] = target[i];
            data.add(new DenseInstance(1, values));
        }
        return data;
    }

    /** Real data with a numeric class. */
    public static Instances diabetes() {
        GoldenFit golden = golden("squared");
        return regression(golden.features(), golden.rows(), golden.target());
    }

    /** Real data with two classes. */
    public static Instances cancer() {
        GoldenFit golden = golden("logistic");
        return classification(golden.features(), golden.rows(), golden.target(), "0", "1");
    }

    static GoldenFit golden(String loss) {
        return GoldenFits.all().stream()
                .filter(fit -> fit.loss().equals(loss))
                .findFirst()
                .orElseThrow();
    }

    /** What {@link #mixed} can make. */
    public enum Trait {
        WEIGHTS,
        MISSING_NUMBERS,
        MISSING_NOMINALS,
        MISSING_CLASSES
    }

    /**
     * Numeric and nominal attributes, the class in their midst: a number, or one of {@code yes} and {@code no}, declared in
     * that order. The second value of {@code smoker} has the larger mean of the class, so that LinearRegression, which orders
     * values by that, codes it as a 1 too.
     */
    public static Instances mixed(long seed, boolean nominalClass, Trait... traits) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Trait> wanted = List.of(traits);
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute("size"),
                new Attribute("colour", List.of("red", "green", "blue")),
                nominalClass ? new Attribute("answer", List.of("yes", "no")) : new Attribute("answer"),
                new Attribute("smoker", List.of("n", "y")),
                new Attribute("age")));
        Instances data = new Instances("mixed", attributes, 200);
        data.setClassIndex(2);
        for (int i = 0; i < 200; i++) {
            double size = random.nextDouble(-3, 3);
            int colour = random.nextInt(3);
            int smoker = random.nextInt(2);
            double age = 40 + 20 * random.nextGaussian();
            double score = 0.8 * size
                    + (colour == 1 ? 1.5 : colour == 2 ? -1 : 0)
                    + 0.9 * smoker
                    + 0.03 * (age - 40)
                    + random.nextGaussian();
            double[] values = {size, colour, nominalClass ? (score > 0 ? 1 : 0) : 10 + 3 * score, smoker, age};
            Instance instance =
                    new DenseInstance(wanted.contains(Trait.WEIGHTS) ? random.nextDouble(0.2, 4) : 1, values);
            drop(instance, random, wanted.contains(Trait.MISSING_NUMBERS), 0, 4);
            drop(instance, random, wanted.contains(Trait.MISSING_NOMINALS), 1, 3);
            drop(instance, random, wanted.contains(Trait.MISSING_CLASSES), 2);
            data.add(instance);
        }
        return data;
    }

    private static void drop(Instance instance, SplittableRandom random, boolean wanted, int... attributes) {
        for (int attribute : attributes) {
            if (wanted && random.nextInt(10) == 0) {
                instance.setMissing(attribute);
            }
        }
    }

    /** The attributes without these. */
    static Instances without(Instances data, String... names) {
        Instances fewer = new Instances(data);
        for (String name : names) {
            fewer.deleteAttributeAt(fewer.attribute(name).index());
        }
        return fewer;
    }

    /** Nominal attributes as Weka's unsupervised filter codes them, after or before missing values are replaced. */
    static Instances binary(Instances data, boolean replaceFirst) throws Exception {
        Instances coded = new Instances(data);
        coded.deleteWithMissingClass();
        if (replaceFirst) {
            coded = filter(coded, new ReplaceMissingValues());
        }
        return filter(coded, new NominalToBinary());
    }

    private static Instances filter(Instances data, Filter filter) throws Exception {
        filter.setInputFormat(data);
        return Filter.useFilter(data, filter);
    }

    static <C extends AbstractClassifier> C trained(C classifier, Instances data, String options) throws Exception {
        classifier.setOptions(Utils.splitOptions(options));
        classifier.buildClassifier(data);
        return classifier;
    }
}
