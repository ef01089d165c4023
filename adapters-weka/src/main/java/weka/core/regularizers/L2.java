package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** The ridge, λΣw². */
public class L2 extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.L2.Provider();
    }
}
