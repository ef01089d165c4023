package org.ridgeline.tribuo.sgd;

import org.tribuo.math.la.Tensor;

/** A tensor of weights that follow a leader. */
interface Led extends Tensor {

    /** What they follow. */
    Leader leader();

    /** Tribuo's own tensor with the weights as they are now. */
    Tensor plain();

    /** What all of Tribuo's methods that change a tensor from outside end in. */
    static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("weights that RegularizedAdaGrad trains are changed by its steps only:"
                + " step(), and then update() of the parameters, once each");
    }
}
