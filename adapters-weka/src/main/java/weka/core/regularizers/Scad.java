package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** The smoothly clipped absolute deviation: λ|w| up to |w| = λ, which levels off at |w| = aλ. */
public class Scad extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.Scad.Provider();
    }

    /**
     * How many λ wide the sloping part is.
     *
     * @return a
     */
    public double getA() {
        return (double) get("a");
    }

    /**
     * Sets how many λ wide the sloping part is.
     *
     * @param a a &gt; 2
     */
    public void setA(double a) {
        set("a", a);
    }

    /**
     * Help for a.
     *
     * @return a tip for the object editor
     */
    public String aTipText() {
        return tip("a");
    }
}
