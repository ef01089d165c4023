package org.ridgeline.weka.sgd;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.Training;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Goes through a batch in epochs, each in an order of its own that depends on the seed and the number of the epoch alone, so
 * that a training that was saved in between goes on as if it had not been. Instances without class are left out.
 */
public final class BatchTraining implements Serializable {

    private static final long serialVersionUID = 1;
    /** Sets the seeds of neighbouring epochs apart: 2⁶⁴ divided by the golden ratio. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Those with a class. */
    private final Instances data;
    /** Of the order of the instances. */
    private final long seed;
    /** The number of epochs at which it ends. */
    private final int last;
    /** How many epochs there have been. */
    private int epoch;

    /**
     * A training that has not begun.
     *
     * @param data not changed
     * @param epochs how many
     * @param seed of the order of the instances
     * @param epoch how many epochs there have been before
     */
    public BatchTraining(Instances data, int epochs, long seed, int epoch) {
        this.data = new Instances(data, data.numInstances());
        data.stream().filter(instance -> !instance.classIsMissing()).forEach(this.data::add);
        this.seed = seed;
        this.epoch = epoch;
        this.last = Math.addExact(epoch, epochs);
    }

    private BatchTraining(BatchTraining whole, int[] rows) {
        data = new Instances(whole.data, rows.length);
        Arrays.stream(rows).forEach(row -> data.add(whole.data.instance(row)));
        seed = whole.seed;
        epoch = whole.epoch;
        last = whole.last;
    }

    /**
     * Whether there is nothing to learn from.
     *
     * @return true if no instance has a class
     */
    public boolean isEmpty() {
        return data.isEmpty();
    }

    /**
     * How many epochs there have been.
     *
     * @return those before included
     */
    public int epoch() {
        return epoch;
    }

    /**
     * Shows all instances to a model, for its means and deviations.
     *
     * @param model learns nothing else
     * @throws InterruptedException if the thread has been interrupted
     */
    public void observe(StreamModel model) throws InterruptedException {
        for (Instance instance : data) {
            checkInterrupted();
            model.observe(instance);
        }
        model.finish();
    }

    /**
     * Lets a model learn from all instances once.
     *
     * @param model that has seen them
     * @return false if there are no instances or no epochs left, and nothing has happened
     * @throws InterruptedException if the thread has been interrupted
     */
    public boolean next(StreamModel model) throws InterruptedException {
        if (isEmpty() || epoch == last) {
            return false;
        }
        for (int row : order(seed + epoch * MIX)) {
            checkInterrupted();
            model.learn(data.instance(row));
        }
        epoch++;
        return true;
    }

    private int[] order(long shuffle) {
        Random random = new Random(shuffle);
        int[] order = IntStream.range(0, data.numInstances()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
        return order;
    }

    /**
     * The mean loss of all instances.
     *
     * @param model predicts
     * @return mean by weight
     */
    public double meanLoss(StreamModel model) {
        return model.meanLoss(data);
    }

    /**
     * Finds the λ at which a regularizer settles: for one λ after the other a new model learns from a part of the instances, in
     * as many epochs as there are, and is judged on the others.
     *
     * @param regularizer the penalty, whose λ may move
     * @param share of the instances to judge on, in (0, 1)
     * @param models makes a new model for a penalty with a fixed λ
     * @return the penalty with the λ that was found; the regularizer itself if its λ is fixed
     * @throws IllegalArgumentException if the share leaves no instance to train or none to judge on
     * @throws InterruptedException if the thread has been interrupted
     */
    public Regularizer settle(Regularizer regularizer, double share, Function<Regularizer, StreamModel> models)
            throws InterruptedException {
        Training training = regularizer.train();
        if (training.settled()) {
            return training.current();
        }
        int count = data.numInstances();
        int held = (int) Math.round(share * count);
        if (held < 1 || held >= count) {
            throw new IllegalArgumentException("the regularizer " + regularizer
                    + " finds lambda on held-out instances, but a share of " + share + " of " + count
                    + " instances leaves none to train or none to validate on"
                    + (count == 0 ? "; for a stream take its base" : ""));
        }
        int[] order = order(seed);
        BatchTraining validation = new BatchTraining(this, Arrays.copyOf(order, held));
        for (int trial = 0; !training.settled(); trial++) {
            BatchTraining rest = new BatchTraining(this, Arrays.copyOfRange(order, held, count));
            StreamModel model = models.apply(training.current());
            rest.observe(model);
            while (rest.next(model)) {
                checkInterrupted();
            }
            model.finish();
            training.observe(new Progress(trial, rest.meanLoss(model), validation.meanLoss(model), true));
        }
        return training.current();
    }

    private static void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the training has been interrupted");
        }
    }
}
