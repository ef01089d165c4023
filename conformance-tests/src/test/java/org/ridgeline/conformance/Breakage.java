package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.ridgeline.Arguments;
import org.ridgeline.Conjugate;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Separability;
import org.ridgeline.Training;
import org.ridgeline.Weights;

/** One way to break a good regularizer: what is overridden is broken, all else is as good as before. */
interface Breakage {

    /** The text form of the good regularizer. */
    String text();

    /** The rules that must fail, and no others. */
    Set<String> rules();

    /** The degree that the author claims. */
    default OptionalDouble degree() {
        return OptionalDouble.empty();
    }

    /** Whether the author claims that it is linear in λ. */
    default boolean linearInLambda() {
        return true;
    }

    default Regularizer withLambda(Regularizer good, double lambda) {
        return good.withLambda(lambda);
    }

    default double penalty(Regularizer good, Weights weights) {
        return good.penalty(weights);
    }

    default void addGradient(Regularizer good, Weights weights, double scale, double[] gradient) {
        good.addGradient(weights, scale, gradient);
    }

    default void prox(Regularizer good, Weights weights, double step) {
        good.prox(weights, step);
    }

    default Separability separability(Regularizer good) {
        return good.separability();
    }

    default boolean convex(Regularizer good) {
        return good.convex();
    }

    default double lambdaMax(Mutant mutant, Weights gradient) {
        return mutant.defaultLambdaMax(gradient);
    }

    default Training train(Mutant mutant) {
        return mutant.good().train();
    }

    default double conjugate(Conjugate good, Weights dual) {
        return good.conjugate(dual);
    }

    default double dualScale(Conjugate good, Weights dual) {
        return good.dualScale(dual);
    }

    default String text(Regularizer good) {
        return good.toString();
    }

    default boolean same(Regularizer one, Regularizer other) {
        return one.equals(other);
    }

    default int hash(Mutant mutant) {
        return mutant.good().hashCode();
    }

    default List<Parameter> parameters(RegularizerProvider good) {
        return good.parameters();
    }

    default Regularizer create(RegularizerProvider good, Arguments arguments) {
        return good.create(arguments);
    }
}
