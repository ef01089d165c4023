package weka.core.regularizers;

import com.example.halflasso.HalfLasso;
import org.ridgeline.RegularizerProvider;

/** Half a lasso as choosers offer it: options, defaults and tips come from what the provider says. */
public class HalfL1 extends LambdaRegularizer {

    private static final long serialVersionUID = 1;

    @Override
    protected RegularizerProvider provider() {
        return new HalfLasso.Provider();
    }
}
