package weka.knowledgeflow.steps;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Standardization;
import org.ridgeline.weka.gui.PathReport;
import weka.core.Instances;
import weka.core.OptionMetadata;
import weka.core.WekaException;
import weka.core.regularizers.ElasticNet;
import weka.core.regularizers.Regularizer;
import weka.knowledgeflow.Data;
import weka.knowledgeflow.StepManager;

/**
 * Takes a data set with a class, and gives the picture of the regularization path and of its cross-validation as an image, and
 * what was found as a text.
 */
@KFStep(
        name = "RegularizationPathPlot",
        category = "Visualization",
        toolTipText = "Coefficients over the strength of a penalty",
        iconPath = "weka/gui/knowledgeflow/icons/DefaultDataVisualizer.gif")
public class RegularizationPathPlot extends BaseStep {

    private static final long serialVersionUID = 1;

    /** The penalty. */
    private Regularizer regularizer = new ElasticNet();

    /** How many λ. */
    private int numLambdas = 100;

    /** The smallest λ as a share of the largest. */
    private double lambdaRatio = 1e-3;

    /** How many folds; 0 for no cross-validation. */
    private int folds = 10;

    /** Which instances are in which fold. */
    private int seed = 1;

    /** What λ is chosen by. */
    private String measure = Measures.LOSS.toString();

    /** What the penalty is added to. */
    private String lossScale = LossScale.MEAN.toString();

    /** The scale on which coefficients are penalised. */
    private String standardization = Standardization.SAMPLE.toString();

    /** Which attributes belong together. */
    private String groups = "";

    /** Of the image, in pixels. */
    private int width = 900;

    /** Of the image, in pixels. */
    private int height = 800;

    /** The thread that computes, to be stopped. */
    private transient volatile @Nullable Thread worker;

    /** With the settings that the Explorer tab starts with. */
    public RegularizationPathPlot() {}

    @Override
    public String globalInfo() {
        return "Computes the models of a linear or logistic regression for many strengths lambda of a penalty, and judges"
                + " each lambda by cross-validation. Gives the picture of both as an image, and what was found as a text.";
    }

    @Override
    public void stepInit() {
        worker = null;
    }

    @Override
    public List<String> getIncomingConnectionTypes() {
        return getStepManager().numIncomingConnections() == 0
                ? List.of(StepManager.CON_DATASET, StepManager.CON_TRAININGSET)
                : List.of();
    }

    @Override
    public List<String> getOutgoingConnectionTypes() {
        return List.of(StepManager.CON_TEXT, StepManager.CON_IMAGE);
    }

    @Override
    public void processIncoming(Data data) throws WekaException {
        getStepManager().processing();
        Instances instances = data.getPrimaryPayload();
        if (instances.classIndex() < 0) {
            throw new WekaException("The data have no class: put a ClassAssigner before this step");
        }
        worker = Thread.currentThread();
        try {
            PathReport report = PathReport.of(
                    instances,
                    new PathReport.Request(
                            regularizer,
                            numLambdas,
                            lambdaRatio,
                            folds,
                            seed,
                            environmentSubstitute(measure),
                            environmentSubstitute(lossScale),
                            environmentSubstitute(standardization),
                            environmentSubstitute(groups)),
                    (done, total) -> getStepManager()
                            .statusMessage(done + " of " + total + (folds > 0 ? " paths" : " lambdas")));
            give(StepManager.CON_TEXT, report.text(), report.title());
            give(StepManager.CON_IMAGE, report.image(width, height), report.title());
            getStepManager().finished();
        } catch (CancellationException | InterruptedException e) {
            getStepManager().interrupted();
        } catch (WekaException e) {
            throw e;
        } catch (Exception e) {
            throw new WekaException(e);
        } finally {
            worker = null;
        }
    }

    private void give(String connection, Object payload, String title) throws WekaException {
        Data data = new Data(connection, payload);
        data.setPayloadElement(StepManager.CON_AUX_DATA_TEXT_TITLE, title);
        getStepManager().outputData(data);
    }

    @Override
    public void stop() {
        super.stop();
        Thread running = worker;
        if (running != null) {
            running.interrupt();
        }
    }

    /**
     * The penalty.
     *
     * @return the penalty
     */
    @OptionMetadata(
            displayName = "regularizer",
            description = "The penalty; its own lambda does not matter",
            displayOrder = 1)
    public Regularizer getRegularizer() {
        return regularizer;
    }

    /**
     * Sets the penalty.
     *
     * @param regularizer the penalty
     */
    public void setRegularizer(Regularizer regularizer) {
        this.regularizer = regularizer;
    }

    /**
     * How many lambdas, evenly on a log scale.
     *
     * @return how many λ, ≥ 2
     */
    @OptionMetadata(
            displayName = "num lambdas",
            description = "How many lambdas, evenly on a log scale",
            displayOrder = 2)
    public int getNumLambdas() {
        return numLambdas;
    }

    /**
     * Sets how many lambdas, evenly on a log scale.
     *
     * @param numLambdas how many λ, ≥ 2
     */
    public void setNumLambdas(int numLambdas) {
        this.numLambdas = numLambdas;
    }

    /**
     * The smallest lambda as a share of the largest.
     *
     * @return a share between 0 and 1
     */
    @OptionMetadata(
            displayName = "lambda ratio",
            description = "The smallest lambda as a share of the largest",
            displayOrder = 3)
    public double getLambdaRatio() {
        return lambdaRatio;
    }

    /**
     * Sets the smallest lambda as a share of the largest.
     *
     * @param lambdaRatio a share between 0 and 1
     */
    public void setLambdaRatio(double lambdaRatio) {
        this.lambdaRatio = lambdaRatio;
    }

    /**
     * How many folds judge the lambdas.
     *
     * @return 0, or ≥ 2
     */
    @OptionMetadata(
            displayName = "folds",
            description = "How many folds judge the lambdas; 0 for no cross-validation",
            displayOrder = 4)
    public int getFolds() {
        return folds;
    }

    /**
     * Sets how many folds judge the lambdas.
     *
     * @param folds 0, or ≥ 2
     */
    public void setFolds(int folds) {
        this.folds = folds;
    }

    /**
     * Which instances are in which fold.
     *
     * @return any number
     */
    @OptionMetadata(displayName = "seed", description = "Which instances are in which fold", displayOrder = 5)
    public int getSeed() {
        return seed;
    }

    /**
     * Sets which instances are in which fold.
     *
     * @param seed any number
     */
    public void setSeed(int seed) {
        this.seed = seed;
    }

    /**
     * What lambda is chosen by.
     *
     * @return the name of a measure
     */
    @OptionMetadata(
            displayName = "measure",
            description = "What lambda is chosen by: loss, error-rate, absolute-error or squared-error",
            displayOrder = 6)
    public String getMeasure() {
        return measure;
    }

    /**
     * Sets what lambda is chosen by.
     *
     * @param measure the name of a measure
     */
    public void setMeasure(String measure) {
        this.measure = measure;
    }

    /**
     * What the penalty is added to.
     *
     * @return {@code mean} or {@code sum}
     */
    @OptionMetadata(
            displayName = "loss scale",
            description = "What the penalty is added to: the mean loss, or its sum",
            displayOrder = 7)
    public String getLossScale() {
        return lossScale;
    }

    /**
     * Sets what the penalty is added to.
     *
     * @param lossScale {@code mean} or {@code sum}
     */
    public void setLossScale(String lossScale) {
        this.lossScale = lossScale;
    }

    /**
     * Attributes are divided by their deviation before their coefficients are penalized.
     *
     * @return {@code none}, {@code population} or {@code sample}
     */
    @OptionMetadata(
            displayName = "standardization",
            description =
                    "Attributes are divided by their deviation before their coefficients are penalized: none, population (1/n), or sample (1/(n-1))",
            displayOrder = 8)
    public String getStandardization() {
        return standardization;
    }

    /**
     * Sets attributes are divided by their deviation before their coefficients are penalized.
     *
     * @param standardization {@code none}, {@code population} or {@code sample}
     */
    public void setStandardization(String standardization) {
        this.standardization = standardization;
    }

    /**
     * Groups for group penalties.
     *
     * @return a regular expression, or empty
     */
    @OptionMetadata(
            displayName = "groups",
            description =
                    "Groups for group penalties: a regular expression whose first capturing group names an attribute's group (empty: each attribute)",
            displayOrder = 9)
    public String getGroups() {
        return groups;
    }

    /**
     * Sets groups for group penalties.
     *
     * @param groups a regular expression, or empty
     */
    public void setGroups(String groups) {
        this.groups = groups;
    }

    /**
     * The width of the image in pixels.
     *
     * @return pixels
     */
    @OptionMetadata(displayName = "width", description = "The width of the image in pixels", displayOrder = 10)
    public int getWidth() {
        return width;
    }

    /**
     * Sets the width of the image in pixels.
     *
     * @param width pixels
     */
    public void setWidth(int width) {
        this.width = width;
    }

    /**
     * The height of the image in pixels.
     *
     * @return pixels
     */
    @OptionMetadata(displayName = "height", description = "The height of the image in pixels", displayOrder = 11)
    public int getHeight() {
        return height;
    }

    /**
     * Sets the height of the image in pixels.
     *
     * @param height pixels
     */
    public void setHeight(int height) {
        this.height = height;
    }
}
