package org.ridgeline.weka;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.ridgeline.Groups;
import org.ridgeline.solvers.DenseFeatures;
import org.ridgeline.solvers.Features;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Problem;
import org.ridgeline.solvers.SparseFeatures;
import org.ridgeline.solvers.Standardization;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;

/** Instances as the solvers see them: columns of numbers, targets and weights. Instances without class are left out. */
public final class TrainingData {

    /** Below this share of nonzeros, a sparse column takes less room and time than a dense one. */
    private static final double SPARSE = 0.25;
    /** Instances that are looked at to tell which it is. */
    private static final int SAMPLE = 500;

    private final Instances instances;
    private final DummyCoding coding;
    private final Target target;

    private TrainingData(Instances instances, DummyCoding coding, Target target) {
        this.instances = instances;
        this.coding = coding;
        this.target = target;
    }

    /**
     * Looks at training data, without changing them.
     *
     * @param data with a class index; the class is a number or a label
     * @return the data whose class is not missing
     */
    public static TrainingData of(Instances data) {
        Instances instances = withClass(data);
        Target target = Target.of(instances);
        return new TrainingData(instances, DummyCoding.of(instances, target.imputation()), target);
    }

    /**
     * Says which attributes can be learnt from.
     *
     * @param capabilities of a learner; left with these attributes, missing values, and no class yet
     */
    public static void enableAttributes(Capabilities capabilities) {
        capabilities.disableAll();
        capabilities.enable(Capability.NOMINAL_ATTRIBUTES);
        capabilities.enable(Capability.NUMERIC_ATTRIBUTES);
        capabilities.enable(Capability.DATE_ATTRIBUTES);
        capabilities.enable(Capability.MISSING_VALUES);
        capabilities.enable(Capability.MISSING_CLASS_VALUES);
    }

    private static Instances withClass(Instances data) {
        if (data.stream().noneMatch(Instance::classIsMissing)) {
            return data;
        }
        Instances instances = new Instances(data, data.numInstances());
        data.stream().filter(instance -> !instance.classIsMissing()).forEach(instances::add);
        return instances;
    }

    /**
     * How many instances there are.
     *
     * @return those whose class is not missing
     */
    public int numInstances() {
        return instances.numInstances();
    }

    /**
     * Which columns there are.
     *
     * @return the coding of the attributes
     */
    public DummyCoding coding() {
        return coding;
    }

    /**
     * What is predicted.
     *
     * @return a number or labels
     */
    public Target target() {
        return target;
    }

    /**
     * The problem of predicting the class from all other attributes.
     *
     * @param scale what the penalty is added to
     * @param standardization the scale on which coefficients are penalised
     * @param groups a regular expression with a capturing group that groups attributes by name, or empty: each attribute is
     *     a group, with all columns of a nominal one
     * @return features, targets, weights and groups
     * @throws IllegalArgumentException if the expression is wrong or not found in an attribute's name
     * @throws IllegalStateException if {@link Target#isConstant()}
     */
    public Problem problem(LossScale scale, Standardization standardization, String groups) {
        Groups columns = groups.isEmpty() ? coding.groupsByAttribute() : coding.groupsByName(Pattern.compile(groups));
        double[] targets = new double[instances.numInstances()];
        Arrays.setAll(targets, i -> target.of(instances.instance(i)));
        double[] weights = new double[targets.length];
        Arrays.setAll(weights, i -> instances.instance(i).weight());
        return Problem.of(features(), targets, target.loss())
                .withExampleWeights(weights)
                .withLossScale(scale)
                .withStandardization(standardization)
                .withGroups(columns);
    }

    private Features features() {
        int n = instances.numInstances();
        if (!isMostlyZero(n)) {
            return dense(n);
        }
        int[] start = new int[coding.size() + 1];
        for (Instance instance : instances) {
            coding.visit(instance, (column, number) -> start[column + 1]++);
        }
        long total = Arrays.stream(start).asLongStream().sum();
        return total <= Integer.MAX_VALUE ? sparse(n, start, (int) total) : dense(n);
    }

    /** Some instances from all over the data are enough to tell. */
    private boolean isMostlyZero(int n) {
        int stride = 1 + n / SAMPLE;
        long[] nonzeros = new long[1];
        int visited = 0;
        for (int i = 0; i < n; i += stride, visited++) {
            coding.visit(instances.instance(i), (column, number) -> nonzeros[0]++);
        }
        return nonzeros[0] < SPARSE * visited * coding.size();
    }

    private Features dense(int n) {
        double[][] columns = new double[coding.size()][n];
        for (int i = 0; i < n; i++) {
            int row = i;
            coding.visit(instances.instance(i), (column, number) -> columns[column][row] = number);
        }
        return DenseFeatures.ofColumns(n, columns);
    }

    /** From the number of entries of each column, one place later. */
    private Features sparse(int n, int[] start, int total) {
        Arrays.parallelPrefix(start, Integer::sum);
        int[] end = start.clone();
        int[] rows = new int[total];
        double[] numbers = new double[total];
        for (int i = 0; i < n; i++) {
            int row = i;
            coding.visit(instances.instance(i), (column, number) -> {
                int k = end[column]++;
                rows[k] = row;
                numbers[k] = number;
            });
        }
        return SparseFeatures.ofColumns(n, start, rows, numbers);
    }
}
