package org.ridgeline.solvers.conversions;

import org.ridgeline.Interval;
import org.ridgeline.Regularizer;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;
import org.ridgeline.penalties.L2;
import org.ridgeline.solvers.Loss;

/** What all conversions need: our penalties as elastic nets, and checks of what goes into them. */
final class Penalties {

    private static final Interval STRENGTH = Interval.atLeast(0);
    private static final Interval POSITIVE = Interval.above(0);
    private static final Interval SHARE = Interval.closed(0, 1);

    private Penalties() {}

    /** A penalty as the elastic net that it is. */
    static ElasticNet elasticNet(Regularizer penalty) {
        if (penalty instanceof ElasticNet net) {
            return net;
        }
        if (penalty instanceof L1 lasso) {
            return ElasticNet.of(lasso.lambda(), 1);
        }
        if (penalty instanceof L2 ridge) {
            return ElasticNet.of(ridge.lambda(), 0);
        }
        throw new IllegalArgumentException("wanted l1, l2 or elastic-net, which other systems know too, but found "
                + penalty
                + (penalty.train().settled() ? "" : "; convert the penalty that a fit ended with"));
    }

    /** λα‖w‖₁ + λ(1−α)‖w‖₂² from the two products. */
    static ElasticNet sum(double l1, double l2) {
        double lambda = l1 + l2;
        // Without strength there are no shares; half is the default of the text form.
        return ElasticNet.of(lambda, lambda == 0 ? 0.5 : l1 / lambda);
    }

    /** λ·α. */
    static double l1(ElasticNet penalty) {
        return penalty.lambda() * penalty.alpha();
    }

    /** λ·(1 − α). */
    static double l2(ElasticNet penalty) {
        return penalty.lambda() * (1 - penalty.alpha());
    }

    /** The strength of a penalty that is to have no l2 part. */
    static double onlyL1(String learner, Regularizer penalty) {
        ElasticNet net = elasticNet(penalty);
        if (l2(net) != 0) {
            throw new IllegalArgumentException(
                    learner + " has an l1 penalty only: wanted l1, or elastic-net with alpha=1, but found " + penalty);
        }
        return net.lambda();
    }

    /** The strength of a penalty that is to have no l1 part. */
    static double onlyL2(String learner, Regularizer penalty) {
        ElasticNet net = elasticNet(penalty);
        if (l1(net) != 0) {
            throw new IllegalArgumentException(
                    learner + " has an l2 penalty only: wanted l2, or elastic-net with alpha=0, but found " + penalty);
        }
        return net.lambda();
    }

    /** The penalty s·(r‖w‖₁ + ½(1−r)‖w‖₂²), with which most systems mix; see {@link #mixStrength} and {@link #mixRatio}. */
    static ElasticNet mix(double strength, double ratio) {
        return ElasticNet.of(strength * (1 + ratio) / 2, 2 * ratio / (1 + ratio));
    }

    /** s of the same penalty written as s·(r‖w‖₁ + ½(1−r)‖w‖₂²). */
    static double mixStrength(ElasticNet penalty) {
        return penalty.lambda() * (2 - penalty.alpha());
    }

    /** r of the same penalty written as s·(r‖w‖₁ + ½(1−r)‖w‖₂²). */
    static double mixRatio(ElasticNet penalty) {
        return penalty.alpha() / (2 - penalty.alpha());
    }

    /** Another system's loss as a multiple of ours, if its squared loss is ½(y − f)². */
    static double halfIfSquared(Loss loss) {
        if (loss == Loss.SQUARED) {
            return 0.5;
        }
        if (loss == Loss.LOGISTIC) {
            return 1;
        }
        throw new IllegalArgumentException(
                "wanted the loss " + Loss.SQUARED + " or " + Loss.LOGISTIC + ", but found " + loss);
    }

    static double strength(String name, double value) {
        return STRENGTH.require(name, value);
    }

    static double positive(String name, double value) {
        return POSITIVE.require(name, value);
    }

    static double share(String name, double value) {
        return SHARE.require(name, value);
    }

    static double totalWeight(double value) {
        return POSITIVE.require("the number of examples, or the sum of their weights,", value);
    }
}
