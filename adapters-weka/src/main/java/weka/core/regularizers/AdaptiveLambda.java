package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** A penalty whose λ is found during training, from the loss on a validation share of the data. */
public class AdaptiveLambda extends ProviderRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.Adaptive.Provider();
    }

    /**
     * The penalty whose λ moves.
     *
     * @return a bean
     */
    public Regularizer getBase() {
        return (Regularizer) get("base");
    }

    /**
     * Sets the penalty whose λ moves.
     *
     * @param base a bean
     */
    public void setBase(Regularizer base) {
        set("base", base);
    }

    /**
     * Help for the base.
     *
     * @return a tip for the object editor
     */
    public String baseTipText() {
        return tip("base");
    }

    /**
     * The smallest λ.
     *
     * @return the number
     */
    public double getMin() {
        return (double) get("min");
    }

    /**
     * Sets the smallest λ.
     *
     * @param min a number &gt; 0
     */
    public void setMin(double min) {
        set("min", min);
    }

    /**
     * Help for the smallest λ.
     *
     * @return a tip for the object editor
     */
    public String minTipText() {
        return tip("min");
    }

    /**
     * The largest λ.
     *
     * @return the number
     */
    public double getMax() {
        return (double) get("max");
    }

    /**
     * Sets the largest λ.
     *
     * @param max a number ≥ the smallest
     */
    public void setMax(double max) {
        set("max", max);
    }

    /**
     * Help for the largest λ.
     *
     * @return a tip for the object editor
     */
    public String maxTipText() {
        return tip("max");
    }

    /**
     * The factor between one λ and the next.
     *
     * @return the number
     */
    public double getDecay() {
        return (double) get("decay");
    }

    /**
     * Sets the factor between one λ and the next.
     *
     * @param decay a number in (0, 1)
     */
    public void setDecay(double decay) {
        set("decay", decay);
    }

    /**
     * Help for the factor.
     *
     * @return a tip for the object editor
     */
    public String decayTipText() {
        return tip("decay");
    }

    /**
     * The epochs at each λ; a batch fit that has converged is judged at once.
     *
     * @return the number
     */
    public int getEpochs() {
        return (int) get("epochs");
    }

    /**
     * Sets the epochs at each λ; a batch fit that has converged is judged at once.
     *
     * @param epochs a number ≥ 1
     */
    public void setEpochs(int epochs) {
        set("epochs", epochs);
    }

    /**
     * Help for the epochs.
     *
     * @return a tip for the object editor
     */
    public String epochsTipText() {
        return tip("epochs");
    }

    /**
     * How many moves in a row may be worse than the best before the search ends.
     *
     * @return the number
     */
    public int getPatience() {
        return (int) get("patience");
    }

    /**
     * Sets how many moves in a row may be worse than the best before the search ends.
     *
     * @param patience a number ≥ 1
     */
    public void setPatience(int patience) {
        set("patience", patience);
    }

    /**
     * Help for the patience.
     *
     * @return a tip for the object editor
     */
    public String patienceTipText() {
        return tip("patience");
    }
}
