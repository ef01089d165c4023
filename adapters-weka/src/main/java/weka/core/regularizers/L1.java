package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** The lasso, λΣ|w|. */
public class L1 extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.L1.Provider();
    }
}
