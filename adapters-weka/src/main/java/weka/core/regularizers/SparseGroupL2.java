package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** The sparse group lasso, αλΣ|w| + (1−α)λ Σ_g √|g|·‖w_g‖₂. */
public class SparseGroupL2 extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.SparseGroupL2.Provider();
    }

    /**
     * The share of the l1 part.
     *
     * @return α
     */
    public double getAlpha() {
        return (double) get("alpha");
    }

    /**
     * Sets the share of the l1 part.
     *
     * @param alpha α in [0, 1]
     */
    public void setAlpha(double alpha) {
        set("alpha", alpha);
    }

    /**
     * Help for α.
     *
     * @return a tip for the object editor
     */
    public String alphaTipText() {
        return tip("alpha");
    }
}
