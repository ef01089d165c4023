package weka.core.regularizers;

/** A bean of a regularizer that has a parameter {@code lambda}. */
public abstract class LambdaRegularizer extends ProviderRegularizer {

    private static final long serialVersionUID = 1;

    /**
     * The strength of the penalty.
     *
     * @return λ
     */
    public double getLambda() {
        return (double) get("lambda");
    }

    /**
     * Sets the strength of the penalty.
     *
     * @param lambda λ ≥ 0
     */
    public void setLambda(double lambda) {
        set("lambda", lambda);
    }

    /**
     * Help for λ.
     *
     * @return a tip for the object editor
     */
    public String lambdaTipText() {
        return tip("lambda");
    }
}
