package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** The minimax concave penalty: λ|w| for small weights, which levels off at |w| = γλ. */
public class Mcp extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.Mcp.Provider();
    }

    /**
     * How many λ wide the curved part is.
     *
     * @return γ
     */
    public double getGamma() {
        return (double) get("gamma");
    }

    /**
     * Sets how many λ wide the curved part is.
     *
     * @param gamma γ &gt; 0
     */
    public void setGamma(double gamma) {
        set("gamma", gamma);
    }

    /**
     * Help for γ.
     *
     * @return a tip for the object editor
     */
    public String gammaTipText() {
        return tip("gamma");
    }
}
