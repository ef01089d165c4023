package weka.classifiers.functions;

import org.jspecify.annotations.Nullable;
import org.ridgeline.Regularizer;
import org.ridgeline.weka.sgd.BatchTraining;
import org.ridgeline.weka.sgd.SgdLoss;
import org.ridgeline.weka.sgd.StreamModel;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.UpdateableBatchProcessor;
import weka.classifiers.UpdateableClassifier;
import weka.core.Aggregateable;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * A linear model with any regularizer that learns from one instance at a time, for data that come as a stream or do not fit
 * into memory: minimises the mean loss plus R(w), with exact zeros. A batch is gone through in several epochs.
 */
public class RegularizedSGD extends SgdModel
        implements UpdateableClassifier,
                UpdateableBatchProcessor,
                IterativeClassifier,
                Aggregateable<RegularizedSGD>,
                WeightedInstancesHandler {

    private static final long serialVersionUID = 1;

    /** The batch that is being learnt, or null. */
    private @Nullable BatchTraining batch;
    /** How many models have been merged into this one. */
    private int merged;

    /** With the default options. */
    public RegularizedSGD() {}

    /**
     * What this is.
     *
     * @return help for the object editor
     */
    public String globalInfo() {
        return "Linear models with any regularizer that learn from one instance at a time, for data that come as a stream or"
                + " do not fit into memory: logistic regression of two and more classes, a linear SVM, least squares or"
                + " Huber regression, with exact zeros. Attributes are standardized by what has been seen of them so far,"
                + " missing values are replaced by means and modes, nominal attributes by columns of zeros and ones. The"
                + " objective is that of RegularizedLogistic and RegularizedLinearRegression, which are more exact where"
                + " the data fit into memory. For a numeric class the loss must be squared or huber.";
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        capabilities.disableAll();
        capabilities.enable(Capability.NOMINAL_ATTRIBUTES);
        capabilities.enable(Capability.NUMERIC_ATTRIBUTES);
        capabilities.enable(Capability.DATE_ATTRIBUTES);
        capabilities.enable(Capability.MISSING_VALUES);
        capabilities.enable(Capability.MISSING_CLASS_VALUES);
        SgdLoss loss = getLoss();
        if (!loss.isOfClasses()) {
            capabilities.enable(Capability.NUMERIC_CLASS);
            capabilities.enable(Capability.DATE_CLASS);
        } else if (loss == SgdLoss.HINGE) {
            capabilities.enable(Capability.BINARY_CLASS);
        } else {
            capabilities.enable(Capability.NOMINAL_CLASS);
        }
        capabilities.setMinimumNumberInstances(0);
        return capabilities;
    }

    /**
     * Trains anew. Without instances the model is then ready for {@link #updateClassifier}. Instances without class are left
     * out. Interrupting the thread ends the training.
     *
     * @param data with a class that the loss is for
     * @throws InterruptedException if the thread has been interrupted; there is no model then
     * @throws Exception if an option is wrong, or the data cannot be learnt from
     */
    @Override
    public void buildClassifier(Instances data) throws Exception {
        try {
            start(data);
            while (next()) {
                report();
            }
            done();
        } catch (Exception e) {
            model = null;
            batch = null;
            if (e instanceof InterruptedException) {
                // Weka's own check of capabilities throws it without clearing the thread's flag.
                Thread.interrupted();
            }
            throw e;
        }
    }

    private void report() {
        if (getDebug()) {
            System.out.println(getClass().getSimpleName() + ": epoch " + epochsDone + ", mean loss of all so far "
                    + model().progressiveLoss());
        }
    }

    /**
     * Starts to train by epochs: anew, or with {@link #getResume()} and a model, further with that. A model that goes on
     * keeps the means and deviations by which it standardises.
     *
     * @param data with a class that the loss is for
     * @throws Exception if an option is wrong, or the data cannot be learnt from
     */
    @Override
    public void initializeClassifier(Instances data) throws Exception {
        if (!getResume() || model == null) {
            start(data);
            return;
        }
        options().check(settings());
        model.requireHeader(data);
        batch = new BatchTraining(data, getEpochs(), getSeed(), epochsDone);
    }

    private void start(Instances data) throws Exception {
        model = null;
        batch = null;
        objective = null;
        epochsDone = 0;
        merged = 0;
        options().check(settings());
        getCapabilities().testWithFail(data);
        BatchTraining training = new BatchTraining(data, getEpochs(), getSeed(), 0);
        Regularizer regularizer = settings().penalty();
        Regularizer fixed = training.settle(
                regularizer, getValidationShare(), current -> new StreamModel(settings().stream(current), data));
        StreamModel started = new StreamModel(settings().stream(fixed), data);
        training.observe(started);
        model = started;
        batch = training;
    }

    /**
     * Goes through the data once.
     *
     * @return false if there was nothing left to do
     * @throws IllegalStateException if no training has been started
     * @throws InterruptedException if the thread has been interrupted
     */
    @Override
    public boolean next() throws InterruptedException {
        if (batch == null) {
            throw new IllegalStateException("there is no training to go on with: call initializeClassifier first");
        }
        if (!batch.next(model())) {
            return false;
        }
        epochsDone = batch.epoch();
        objective = null;
        return true;
    }

    /** Ends a training by epochs, and lets go of the data. */
    @Override
    public void done() {
        if (batch != null && !batch.isEmpty()) {
            objective = new double[] {batch.meanLoss(model()), model().penalty()};
        }
        batch = null;
        batchFinished();
    }

    /**
     * Learns from an instance; one without class is left out.
     *
     * @param instance with the attributes of the training data
     * @throws IllegalStateException if {@link #buildClassifier} has not been called
     * @throws IllegalArgumentException if the instance cannot be learnt from; the model is then as before
     */
    @Override
    public void updateClassifier(Instance instance) {
        StreamModel current = model();
        if (!instance.classIsMissing()) {
            current.update(instance);
            objective = null;
        }
    }

    /**
     * Computes what predictions need: they are then cheap, and any number of threads may predict. Predictions are the same
     * without it.
     */
    @Override
    public void batchFinished() {
        model().finish();
    }

    /**
     * Merges what another model has learnt from other instances into this one.
     *
     * @param other with the same attributes and options; not changed
     * @return this
     * @throws IllegalStateException if one of them has no model
     * @throws IllegalArgumentException if they cannot be merged: what differs
     */
    @Override
    public RegularizedSGD aggregate(RegularizedSGD other) {
        model().add(other.model());
        epochsDone = Math.max(epochsDone, other.epochsDone);
        objective = null;
        merged++;
        return this;
    }

    /**
     * Ends a merging.
     *
     * @throws IllegalStateException if nothing has been merged
     */
    @Override
    public void finalizeAggregation() {
        if (merged == 0) {
            throw new IllegalStateException("there is nothing to finalize: no model has been aggregated");
        }
        merged = 0;
        batchFinished();
    }

    /**
     * Runs the classifier from the command line.
     *
     * @param arguments Weka's general options and those of this classifier
     */
    public static void main(String[] arguments) {
        runClassifier(new RegularizedSGD(), arguments);
    }
}
