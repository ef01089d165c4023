package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** SLOPE, λ Σ cᵢ|w|₍ᵢ₎ over the magnitudes from the largest on, with falling cᵢ. */
public class Slope extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.Slope.Provider();
    }

    /**
     * The false discovery rate that the sequence is made for.
     *
     * @return q
     */
    public double getQ() {
        return (double) get("q");
    }

    /**
     * Sets the false discovery rate that the sequence is made for.
     *
     * @param q q in [0, 1)
     */
    public void setQ(double q) {
        set("q", q);
    }

    /**
     * Help for q.
     *
     * @return a tip for the object editor
     */
    public String qTipText() {
        return tip("q");
    }
}
