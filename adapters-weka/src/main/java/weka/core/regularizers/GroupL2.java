package weka.core.regularizers;

import org.ridgeline.RegularizerProvider;

/** The group lasso, λ Σ_g √|g|·‖w_g‖₂. */
public class GroupL2 extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new org.ridgeline.penalties.GroupL2.Provider();
    }
}
