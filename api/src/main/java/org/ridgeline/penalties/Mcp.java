package org.ridgeline.penalties;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.Sums;
import org.ridgeline.TextForm;
import org.ridgeline.Weights;

/**
 * The minimax concave penalty: R(w) = Σ fᵢp(wᵢ), where p(w) = λ|w| − w²/(2γ) up to |w| = γλ and γλ²/2 beyond. It starts
 * like the lasso, and leaves large weights alone. It is not convex, and has no conjugate: fits are local ones, certified by
 * their proximal residual. As it is bounded, a logistic fit of classes that can
 * be separated need not be finite.
 *
 * <p>The proximal step for s = step·fᵢ is the global minimiser. For s &lt; γ it is 0 up to |w| = sλ, then soft-thresholding
 * divided by 1 − s/γ, and w from γλ on (Breheny and Huang, "Coordinate descent algorithms for nonconvex penalized
 * regression", Ann. Appl. Stat. 5, 2011). For s ≥ γ there is no minimum between 0 and w: it keeps w where |w| &gt; λ√(sγ).
 *
 * <p>Source: Zhang, "Nearly unbiased variable selection under minimax concave penalty", Ann. Stat. 38 (2010).
 *
 * @param lambda strength λ ≥ 0: the slope at zero
 * @param gamma how many λ wide the curved part is, γ &gt; 0; the larger, the closer to {@code l1}
 */
public record Mcp(double lambda, double gamma) implements Regularizer {

    private static final Parameter GAMMA = Parameter.number(
                    "gamma", Interval.above(0), "weights beyond gamma*lambda are not shrunk; near infinity it is l1")
            .orElse(3.0);

    /**
     * Checks λ and γ.
     *
     * @param lambda strength λ ≥ 0
     * @param gamma γ &gt; 0
     * @throws IllegalArgumentException if one is out of bounds, infinite or NaN
     */
    public Mcp {
        lambda = Parameter.LAMBDA.require(lambda);
        gamma = GAMMA.require(gamma);
    }

    /**
     * R(w) = Σ p(wᵢ), with slope λ at zero and flat beyond γλ.
     *
     * @param lambda strength λ ≥ 0
     * @param gamma γ &gt; 0
     * @return the penalty
     */
    public static Mcp of(double lambda, double gamma) {
        return new Mcp(lambda, gamma);
    }

    @Override
    public Mcp withLambda(double lambda) {
        return new Mcp(lambda, gamma);
    }

    @Override
    public double penalty(Weights weights) {
        double[] w = weights.values();
        return Sums.pairwise(w.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double factor = weights.factor(i);
                // 0·NaN would be NaN, but an unpenalised weight may be anything.
                sum += factor == 0 || lambda == 0 ? 0 : factor * cost(Math.abs(w[i]));
            }
            return sum;
        });
    }

    private double cost(double size) {
        double flat = gamma * lambda;
        return size >= flat ? lambda * (flat / 2) : size * (lambda - size / gamma / 2);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        weights.requireGradient(gradient);
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double factor = lambda == 0 ? 0 : weights.factor(i);
            double slope = Math.max(0, lambda - Math.abs(w[i]) / gamma);
            gradient[i] += factor == 0 ? 0 : scale * factor * slope * Scalar.sign(w[i]);
        }
    }

    @Override
    public void prox(Weights weights, double step) {
        Interval.atLeast(0).require("step", step);
        if (lambda == 0) {
            return;
        }
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            double own = step * weights.factor(i);
            double size = own < gamma ? firm(Math.abs(w[i]), own) : hard(Math.abs(w[i]), own);
            w[i] = Scalar.signed(size, w[i]);
        }
    }

    private double firm(double size, double step) {
        double threshold = Scalar.strength(step, lambda);
        if (size <= threshold) {
            return 0;
        }
        return size >= gamma * lambda ? size : Math.min(size, (size - threshold) / ((gamma - step) / gamma));
    }

    private double hard(double size, double step) {
        return size <= Scalar.strength(Math.sqrt(step) * Math.sqrt(gamma), lambda) ? 0 : size;
    }

    @Override
    public boolean convex() {
        return false;
    }

    @Override
    public Separability separability() {
        return Separability.WEIGHT;
    }

    @Override
    public String toString() {
        return TextForm.of("mcp").with("lambda", lambda).with("gamma", gamma).toString();
    }

    /** Announces {@code mcp}. */
    public static final class Provider implements RegularizerProvider {
        @Override
        public String name() {
            return "mcp";
        }

        @Override
        public String summary() {
            return "minimax concave penalty, lambda*sum|w| that levels off at gamma*lambda: zeros without shrinking"
                    + " large weights; not convex";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA, GAMMA);
        }

        @Override
        public Mcp create(Arguments arguments) {
            return new Mcp(arguments.number("lambda"), arguments.number("gamma"));
        }
    }
}
