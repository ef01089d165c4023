package org.ridgeline.weka.sgd;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.weka.DummyCoding;
import org.ridgeline.weka.Imputation;
import org.ridgeline.weka.InstalledRegularizers;
import weka.core.Instance;
import weka.core.Instances;

/**
 * A linear model of a stream: it learns from one instance at a time, and standardises by what it has seen so far. Weights are
 * those of columns that are divided by their deviations. Columns are also centred, which changes the intercept only but lets
 * it learn faster, unless the first instance is sparse.
 *
 * <p>Belongs to one thread while it learns. Saving and loading does not change what it learns next, bit for bit.
 */
public final class StreamModel implements Serializable {

    private static final long serialVersionUID = 1;

    /** How it learns. */
    private final StreamSettings settings;
    /** What instances are turned into. */
    private final StreamColumns columns;
    /** What the class is to the loss. */
    private final StreamTarget target;
    /** The weights. */
    private ProximalLeader leader;

    /** How many have been learnt from, again in each epoch. */
    private long instances;
    /** Of all instances at the time when they were learnt. */
    private double lossSum;
    /** Their weight. */
    private double lossWeight;

    private transient @Nullable Learner learner;

    /** What is made anew for a loaded model that learns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Learner(Regularizer regularizer, Slopes loss, Row row, double[] scores, double[] slopes) {}

    /**
     * A model that has learnt nothing yet.
     *
     * @param settings how it learns
     * @param header the attributes, with a class; its instances are not looked at
     * @throws IllegalArgumentException if the class is not one that the loss is for, or the pattern of groups is not found in
     *     an attribute's name
     */
    public StreamModel(StreamSettings settings, Instances header) {
        this.settings = settings;
        target = new StreamTarget(header.classAttribute(), settings.loss());
        columns = new StreamColumns(
                header, settings.standardization(), settings.loss().isOfClasses() ? Imputation.MODE : Imputation.MEAN);
        Regularizer regularizer = InstalledRegularizers.load().parse(settings.regularizer());
        leader = new ProximalLeader(
                columns.groups(settings.groups()), target.outputs(), settings.tieClasses(), regularizer);
    }

    private Learner learner() {
        if (learner == null) {
            Regularizer regularizer = installed();
            leader.use(regularizer);
            Slopes loss = Slopes.of(settings.loss(), target.classes(), settings.delta());
            int outputs = loss.outputs();
            learner = new Learner(regularizer, loss, columns.row(), new double[outputs], new double[outputs]);
        }
        return learner;
    }

    private Regularizer installed() {
        try {
            return InstalledRegularizers.load().parse(settings.regularizer());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the model can predict, but not learn, as its regularizer " + settings.regularizer()
                            + " is not installed here: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Takes an instance into the statistics by which columns are standardised, and learns nothing else.
     *
     * @param instance with a class
     * @throws IllegalArgumentException if a value is too large, or the weight is negative
     */
    public void observe(Instance instance) {
        observe(instance, learner().row());
    }

    private void observe(Instance instance, Row row) {
        double weight = weight(instance);
        double y = target.of(instance);
        columns.observe(instance, row, weight);
        if (weight > 0) {
            target.add(y, weight);
        }
    }

    private static double weight(Instance instance) {
        double weight = instance.weight();
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an instance's weight must be a number >= 0, but is " + weight);
        }
        return weight;
    }

    /**
     * Learns from an instance, standardised by what has been observed.
     *
     * @param instance that has been observed
     */
    public void learn(Instance instance) {
        Row row = learner().row();
        columns.read(instance, row);
        learn(instance, row);
    }

    private void learn(Instance instance, Row row) {
        Learner own = learner();
        double weight = weight(instance);
        if (weight == 0) {
            return;
        }
        double rate = rate();
        leader.scoresBeforeLearning(row, rate, own.scores());
        addOffset(own.scores());
        double y = target.of(instance);
        lossSum += weight * own.loss().value(y, own.scores());
        lossWeight += weight;
        instances++;
        own.loss().slopes(y, own.scores(), own.slopes());
        leader.learn(row, rate, own.slopes(), weight);
    }

    /**
     * Observes an instance and learns from it.
     *
     * @param instance with a class
     * @throws IllegalArgumentException if a value is too large, or the weight is negative; then nothing has changed
     */
    public void update(Instance instance) {
        Row row = learner().row();
        observe(instance, row);
        columns.standardize(row);
        learn(instance, row);
    }

    /** Evaluates all weights and statistics, so that predictions are cheap and any number of threads may ask for them. */
    public void finish() {
        if (!leader.isSettled()) {
            learner();
        }
        columns.scale();
        leader.settle(rate());
    }

    private double rate() {
        return settings.learningRate() * target.unit();
    }

    private void addOffset(double[] scores) {
        for (int k = 0; k < scores.length; k++) {
            scores[k] += target.offset();
        }
    }

    private double[] scores(Instance instance) {
        if (leader.isSettled()) {
            columns.scale();
        } else {
            learner();
        }
        Row row = columns.read(instance);
        double[] scores = new double[target.outputs()];
        leader.scores(row, rate(), scores);
        addOffset(scores);
        return scores;
    }

    /**
     * Predicts.
     *
     * @param instance with the attributes of the header
     * @return the number, or the probabilities of the classes (0 and 1 for the hinge loss)
     */
    public double[] predict(Instance instance) {
        return target.distribution(scores(instance));
    }

    /**
     * The mean loss of instances as they are predicted now, which together with {@link #penalty()} is the objective.
     *
     * @param data with a class
     * @return mean by weight
     */
    public double meanLoss(Instances data) {
        Slopes loss = learner().loss();
        double sum = 0;
        double total = 0;
        for (Instance instance : data) {
            double weight = weight(instance);
            sum += weight == 0 ? 0 : weight * loss.value(target.of(instance), scores(instance));
            total += weight;
        }
        return sum / total;
    }

    /**
     * The penalty of the weights.
     *
     * @return R(w)
     */
    public double penalty() {
        Regularizer regularizer = learner().regularizer();
        leader.settle(rate());
        return regularizer.penalty(leader.weights());
    }

    /**
     * The columns that instances are turned into.
     *
     * @return their names and attributes
     */
    public DummyCoding coding() {
        return columns.coding();
    }

    /**
     * How it learns.
     *
     * @return as it was made
     */
    public StreamSettings settings() {
        return settings;
    }

    /**
     * Checks that data have the attributes of this model.
     *
     * @param data their instances are not looked at
     * @throws IllegalArgumentException if an attribute differs
     */
    public void requireHeader(Instances data) {
        columns.requireHeader(data);
    }

    /**
     * How many linear scores there are.
     *
     * @return 1, or for three and more classes as many as there are
     */
    public int outputs() {
        return target.outputs();
    }

    /**
     * The coefficients on the scale on which they are penalised.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return p new numbers
     */
    public double[] standardizedCoefficients(int output) {
        finish();
        double[] all = leader.weights().values();
        double[] ofOutput = new double[coding().size()];
        Arrays.setAll(ofOutput, j -> all[j * outputs() + output]);
        return ofOutput;
    }

    /**
     * The coefficients in the attributes' own units.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return p new numbers
     */
    public double[] coefficients(int output) {
        double[] coefficients = standardizedCoefficients(output);
        columns.toOwnUnits(coefficients);
        return coefficients;
    }

    /**
     * The intercept in the attributes' own units.
     *
     * @param output 0 … {@link #outputs()} − 1
     * @return f(0)
     */
    public double intercept(int output) {
        return leader.intercept(output, rate()) + target.offset() - columns.shift(coefficients(output));
    }

    /** What is predicted, for a text. */
    StreamTarget target() {
        return target;
    }

    /**
     * How many instances have been learnt from, again in each epoch.
     *
     * @return how many
     */
    public long instances() {
        return instances;
    }

    /**
     * The mean loss of all instances so far, each before it was learnt from.
     *
     * @return mean by weight; NaN before the first instance
     */
    public double progressiveLoss() {
        return lossSum / lossWeight;
    }

    /**
     * Adds what another model has learnt from other instances. Sums and statistics add up; the sums are first brought to the
     * means and deviations of all instances.
     *
     * @param other not changed
     * @throws IllegalArgumentException if it has other attributes, settings or groups, or one has centred columns and the
     *     other has not
     * @throws IllegalStateException if the penalty is not installed
     */
    public void add(StreamModel other) {
        columns.requireLike(other.columns);
        if (!settings.equals(other.settings)) {
            throw new IllegalArgumentException("models that learn differently cannot be merged: one has " + settings
                    + ", the other " + other.settings);
        }
        if (!other.columns.isKnown()) {
            return;
        }
        // Before anything has changed: without the penalty the sum could not be evaluated.
        learner();
        finish();
        other.finish();
        ColumnStatistics.Scale before = columns.scale();
        double rate = rate();
        double offset = target.offset();
        columns.add(other.columns);
        target.add(other.target);
        ProximalLeader both = columns.moved(leader, before, offset - target.offset());
        ProximalLeader others =
                columns.moved(other.leader, other.columns.scale(), other.target.offset() - target.offset());
        both.add(rate, others, other.rate(), rate());
        leader = both;
        learner = null;
        instances += other.instances;
        lossSum += other.lossSum;
        lossWeight += other.lossWeight;
    }

    /**
     * Evaluates all weights first: whoever loads the model may not have its penalty, and can predict all the same.
     *
     * @param out gets the fields
     * @throws IOException if they cannot be written
     */
    private void writeObject(ObjectOutputStream out) throws IOException {
        finish();
        out.defaultWriteObject();
    }
}
