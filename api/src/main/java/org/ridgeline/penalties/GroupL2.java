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
import org.ridgeline.Sums;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/**
 * The group lasso: R(w) = λ Σ_g f_g √|g| ‖w_g‖₂, with the penalty factor f_g that the members of a group share. Its
 * proximal step scales a group by max(0, 1 − step·f_g·λ√|g| / ‖w_g‖₂), so that groups become zero as a whole. Weights in
 * no group are left alone.
 *
 * <p>Source: Yuan and Lin, "Model selection and estimation in regression with grouped variables", J. R. Stat. Soc. B 68
 * (2006).
 *
 * @param lambda strength λ ≥ 0
 */
public record GroupL2(double lambda) implements Regularizer, Conjugate {

    /** Takes subnormal norms into the range of full precision, and its reciprocal those that overflow. */
    private static final double LIFT = 0x1p200;

    /**
     * Checks λ.
     *
     * @param lambda strength λ ≥ 0
     * @throws IllegalArgumentException if it is negative, infinite or NaN
     */
    public GroupL2 {
        lambda = Parameter.LAMBDA.require(lambda);
    }

    /**
     * R(w) = λ Σ_g √|g| ‖w_g‖₂.
     *
     * @param lambda strength λ ≥ 0
     * @return the penalty
     */
    public static GroupL2 of(double lambda) {
        return new GroupL2(lambda);
    }

    @Override
    public GroupL2 withLambda(double lambda) {
        return new GroupL2(lambda);
    }

    /** λ f_g √|g|. */
    double strength(Weights weights, int group) {
        return weights.groupFactor(group) * lambda * Math.sqrt(weights.groups().size(group));
    }

    @Override
    public double penalty(Weights weights) {
        return Sums.pairwise(weights.groups().count(), (from, to) -> {
            double sum = 0;
            for (int g = from; g < to; g++) {
                double strength = strength(weights, g);
                // 0·∞ would be NaN, but an unpenalised weight may be anything.
                sum += strength == 0 ? 0 : strength * Sums.norm2(weights.values(), weights.groups(), g);
            }
            return sum;
        });
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        weights.requireGradient(gradient);
        double[] w = weights.values();
        Groups groups = weights.groups();
        for (int g = 0; g < groups.count(); g++) {
            double strength = strength(weights, g);
            double norm = Sums.norm2(w, groups, g);
            if (strength == 0 || norm == 0) {
                continue;
            }
            if (norm < Double.MIN_NORMAL || norm == Double.POSITIVE_INFINITY) {
                addSlopesAtTheEnds(w, groups, g, scale * strength, gradient);
                continue;
            }
            for (int k = groups.start(g); k < groups.start(g + 1); k++) {
                int i = groups.member(k);
                gradient[i] += scale * strength * (w[i] / norm);
            }
        }
    }

    /** A norm that overflows has no quotients, and of a subnormal one too few digits are left. */
    private static void addSlopesAtTheEnds(double[] w, Groups groups, int group, double slope, double[] gradient) {
        int start = groups.start(group);
        double[] lifted = new double[groups.size(group)];
        double largest = 0;
        for (int k = 0; k < lifted.length; k++) {
            lifted[k] = w[groups.member(start + k)];
            largest = Math.max(largest, Math.abs(lifted[k]));
        }
        for (int k = 0; k < lifted.length; k++) {
            // Beside an infinite weight all finite ones are 0.
            double infinite = Double.isInfinite(lifted[k]) ? Scalar.sign(lifted[k]) : 0;
            lifted[k] = largest == Double.POSITIVE_INFINITY ? infinite : lifted[k] * (largest < 1 ? LIFT : 1 / LIFT);
        }
        double norm = Sums.norm2(lifted);
        for (int k = 0; k < lifted.length; k++) {
            gradient[groups.member(start + k)] += slope * (lifted[k] / norm);
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        double[] w = weights.values();
        Groups groups = weights.groups();
        for (int g = 0; g < groups.count(); g++) {
            double strength = Scalar.strength(step * weights.groupFactor(g), lambda);
            double threshold = Math.min(strength * Math.sqrt(groups.size(g)), Double.MAX_VALUE);
            if (threshold == 0) {
                continue;
            }
            double norm = Sums.norm2(w, groups, g);
            double kept = norm <= threshold ? 0 : 1 - threshold / norm;
            for (int k = groups.start(g); k < groups.start(g + 1); k++) {
                int i = groups.member(k);
                // Adding 0.0 turns −0.0 into 0.0.
                w[i] = w[i] * kept + 0.0;
            }
        }
    }

    @Override
    public Separability separability() {
        return Separability.GROUP;
    }

    /** 0 where every ‖u_g‖₂ ≤ λf_g√|g| and u is 0 outside all groups, else +∞. */
    @Override
    public double conjugate(Weights u) {
        return dualScale(u) == 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualScale(Weights u) {
        double[] v = u.values();
        Groups groups = u.groups();
        double scale = 1;
        for (int g = 0; g < groups.count(); g++) {
            scale = Math.min(scale, Dual.scale(strength(u, g), Sums.norm2(v, groups, g)));
        }
        if (groups.start(groups.count()) < v.length) {
            int[] labels = groups.labels();
            for (int i = 0; i < v.length; i++) {
                scale = labels[i] < 0 ? Math.min(scale, Dual.scale(0, Math.abs(v[i]))) : scale;
            }
        }
        return scale;
    }

    @Override
    public String toString() {
        return TextForm.of("group-l2").with("lambda", lambda).toString();
    }

    /** Announces {@code group-l2}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "group-l2";
        }

        @Override
        public String summary() {
            return "group lasso, lambda*sum over groups of sqrt(size)*||w_g||: sets whole groups to zero";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA);
        }

        @Override
        public GroupL2 create(Arguments arguments) {
            return new GroupL2(arguments.number("lambda"));
        }
    }
}
