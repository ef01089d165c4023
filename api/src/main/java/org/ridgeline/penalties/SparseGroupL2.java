package org.ridgeline.penalties;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Conjugate;
import org.ridgeline.Groups;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/**
 * The sparse group lasso: R(w) = αλ Σ fᵢ|wᵢ| + (1−α)λ Σ_g f_g √|g| ‖w_g‖₂, with the penalty factor f_g that the members of a
 * group share. Its proximal step is soft-thresholding followed by that of {@code group-l2}, so that groups become zero as a
 * whole, and single weights in those that stay. Weights in no group have the l1 part alone.
 *
 * <p>Source: Simon, Friedman, Hastie and Tibshirani, "A sparse-group lasso", J. Comput. Graph. Stat. 22 (2013).
 *
 * @param lambda strength λ ≥ 0
 * @param alpha share α of the l1 part, in [0, 1]
 */
public record SparseGroupL2(double lambda, double alpha) implements Regularizer, Conjugate {

    private static final Parameter ALPHA = Parameter.number(
                    "alpha", Interval.closed(0, 1), "share of the l1 part: 1 is l1, 0 is group-l2")
            .orElse(0.5);

    /**
     * Checks λ and α.
     *
     * @param lambda strength λ ≥ 0
     * @param alpha share α of the l1 part, in [0, 1]
     * @throws IllegalArgumentException if one is out of bounds, infinite or NaN
     */
    public SparseGroupL2 {
        lambda = Parameter.LAMBDA.require(lambda);
        alpha = ALPHA.require(alpha);
    }

    /**
     * R(w) = αλ‖w‖₁ + (1−α)λ Σ_g √|g| ‖w_g‖₂.
     *
     * @param lambda strength λ ≥ 0
     * @param alpha share α of the l1 part, in [0, 1]
     * @return the penalty
     */
    public static SparseGroupL2 of(double lambda, double alpha) {
        return new SparseGroupL2(lambda, alpha);
    }

    @Override
    public SparseGroupL2 withLambda(double lambda) {
        return new SparseGroupL2(lambda, alpha);
    }

    private L1 single() {
        return L1.of(alpha * lambda);
    }

    private GroupL2 whole() {
        return GroupL2.of((1 - alpha) * lambda);
    }

    @Override
    public double penalty(Weights weights) {
        // Each part alone, so that a part of strength 0 is 0 even at infinite weights.
        return whole().penalty(weights) + single().penalty(weights);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        whole().addGradient(weights, scale, gradient);
        single().addGradient(weights, scale, gradient);
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        requireSharedFactors(weights);
        single().prox(weights, step);
        whole().prox(weights, step);
    }

    /** Before anything moves. */
    private static void requireSharedFactors(Weights weights) {
        for (int g = 0; weights.hasFactors() && g < weights.groups().count(); g++) {
            weights.groupFactor(g);
        }
    }

    @Override
    public Separability separability() {
        return Separability.GROUP;
    }

    /**
     * 0 where every ‖S(u_g, αλf_g)‖₂ ≤ (1−α)λf_g√|g|, with the soft threshold S, and |uᵢ| ≤ αλfᵢ outside all groups; else +∞.
     */
    @Override
    public double conjugate(Weights u) {
        return dualScale(u) == 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualScale(Weights u) {
        Groups groups = u.groups();
        double l1 = alpha * lambda;
        GroupL2 whole = whole();
        double scale = 1;
        for (int g = 0; g < groups.count(); g++) {
            double threshold = l1 * u.groupFactor(g);
            SparseGroupDual dual = new SparseGroupDual(u.values(), groups, g, threshold, whole.strength(u, g));
            scale = Math.min(scale, dual.scale());
        }
        if (groups.start(groups.count()) < u.size()) {
            int[] labels = groups.labels();
            for (int i = 0; i < labels.length; i++) {
                scale = labels[i] < 0 ? Math.min(scale, Dual.scale(l1 * u.factor(i), Math.abs(u.values()[i]))) : scale;
            }
        }
        return scale;
    }

    @Override
    public String toString() {
        return TextForm.of("sparse-group-l2")
                .with("lambda", lambda)
                .with("alpha", alpha)
                .toString();
    }

    /** Announces {@code sparse-group-l2}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "sparse-group-l2";
        }

        @Override
        public String summary() {
            return "sparse group lasso, alpha*lambda*sum|w| + (1-alpha)*lambda*sum over groups of sqrt(size)*||w_g||:"
                    + " zeros for whole groups and within them";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA, ALPHA);
        }

        @Override
        public SparseGroupL2 create(Arguments arguments) {
            return new SparseGroupL2(arguments.number("lambda"), arguments.number("alpha"));
        }
    }
}
