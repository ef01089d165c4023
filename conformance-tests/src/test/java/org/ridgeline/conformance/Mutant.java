package org.ridgeline.conformance;

import java.util.List;
import org.ridgeline.Arguments;
import org.ridgeline.Conjugate;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.Training;
import org.ridgeline.Weights;

/** A good regularizer, broken in one way. */
class Mutant implements Regularizer {

    private final Breakage breakage;
    private final Regularizer good;
    private int uses;

    private Mutant(Breakage breakage, Regularizer good) {
        this.breakage = breakage;
        this.good = good;
    }

    static Mutant of(Breakage breakage, Regularizer good) {
        return good instanceof Conjugate conjugate
                ? new WithConjugate(breakage, good, conjugate)
                : new Mutant(breakage, good);
    }

    Regularizer good() {
        return good;
    }

    /** How often a proximal step was taken. */
    int uses() {
        return uses;
    }

    @Override
    public double lambda() {
        return good.lambda();
    }

    @Override
    public Regularizer withLambda(double lambda) {
        return of(breakage, breakage.withLambda(good, lambda));
    }

    @Override
    public double penalty(Weights weights) {
        return breakage.penalty(good, weights);
    }

    @Override
    public void addGradient(Weights weights, double scale, double[] gradient) {
        breakage.addGradient(good, weights, scale, gradient);
    }

    @Override
    public void prox(Weights weights, double step) {
        uses++;
        breakage.prox(good, weights, step);
    }

    @Override
    public boolean convex() {
        return breakage.convex(good);
    }

    @Override
    public Separability separability() {
        return breakage.separability(good);
    }

    @Override
    public double lambdaMax(Weights gradient) {
        return breakage.lambdaMax(this, gradient);
    }

    /** λmax as the interface defines it. */
    double defaultLambdaMax(Weights gradient) {
        return Regularizer.super.lambdaMax(gradient);
    }

    @Override
    public Training train() {
        return breakage.train(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mutant that && breakage.same(good, that.good);
    }

    @Override
    public int hashCode() {
        return breakage.hash(this);
    }

    @Override
    public String toString() {
        return breakage.text(good);
    }

    /** A mutant of a regularizer with a conjugate has one too. */
    private static final class WithConjugate extends Mutant implements Conjugate {

        private final Conjugate conjugate;

        WithConjugate(Breakage breakage, Regularizer good, Conjugate conjugate) {
            super(breakage, good);
            this.conjugate = conjugate;
        }

        @Override
        public double conjugate(Weights dual) {
            return super.breakage.conjugate(conjugate, dual);
        }

        @Override
        public double dualScale(Weights dual) {
            return super.breakage.dualScale(conjugate, dual);
        }
    }

    /** Makes mutants in place of the good regularizers of a provider. */
    record Provider(Breakage breakage, RegularizerProvider good) implements RegularizerProvider {

        @Override
        public String name() {
            return good.name();
        }

        @Override
        public String summary() {
            return good.summary();
        }

        @Override
        public List<Parameter> parameters() {
            return breakage.parameters(good);
        }

        @Override
        public Regularizer create(Arguments arguments) {
            return of(breakage, breakage.create(good, arguments));
        }
    }
}
