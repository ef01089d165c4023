package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** The elastic net, αλΣ|w| + (1−α)λΣw². */
public class ElasticNet extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.ElasticNet.Provider();
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
