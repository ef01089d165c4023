package weka.classifiers.functions;

import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;

/**
 * Linear regression with any regularizer: squared error plus R(w).
 *
 * <p>With {@code -regularizer "l2(lambda=r)" -loss-scale sum} it is {@code LinearRegression -S 1 -C -R r}, except that a
 * nominal attribute with more than two values has a column for each value, where LinearRegression orders the values by the
 * class and has a column for each step of that order.
 */
public class RegularizedLinearRegression extends RegularizedLinearModel {

    private static final long serialVersionUID = 1;

    /** With the default options. */
    public RegularizedLinearRegression() {}

    /**
     * What this is.
     *
     * @return help for the object editor
     */
    public String globalInfo() {
        return "Linear regression with any regularizer, from ridge and lasso to group penalties and penalties of other"
                + " packages: minimizes the squared error plus the penalty of the coefficients, to a certified tolerance."
                + " Missing values are replaced by means, nominal attributes by columns of zeros and ones."
                + " With l2 on the summed loss it is LinearRegression -S 1 -C.";
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        capabilities.enable(Capability.NUMERIC_CLASS);
        capabilities.enable(Capability.DATE_CLASS);
        return capabilities;
    }

    @Override
    public double classifyInstance(Instance instance) {
        return model().scores(instance)[0];
    }

    /**
     * Runs the classifier from the command line.
     *
     * @param arguments Weka's general options and those of this classifier
     */
    public static void main(String[] arguments) {
        runClassifier(new RegularizedLinearRegression(), arguments);
    }
}
