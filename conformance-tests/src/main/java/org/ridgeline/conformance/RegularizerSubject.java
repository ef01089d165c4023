package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;

/** What the author of a regularizer says about it, and how a rule is applied to it. */
abstract class RegularizerSubject {

    /**
     * The regularizers to try, with a λ between 0.1 and 10 each, so that weights of ordinary size are penalised neither to
     * nothing nor hardly at all.
     *
     * @return text forms, one for each shape of the penalty
     */
    protected abstract List<String> textForms();

    /**
     * Whether R = λ·Ω with an Ω that does not depend on λ.
     *
     * @return true unless overridden
     */
    protected boolean linearInLambda() {
        return true;
    }

    /**
     * The degree k for which R(c·w) = |c|ᵏ·R(w): 1 for a norm, 2 for its square.
     *
     * @return empty unless overridden
     */
    protected OptionalDouble degree() {
        return OptionalDouble.empty();
    }

    /**
     * Where the text forms are read.
     *
     * @return the regularizers on the class path of the test
     */
    protected Regularizers regularizers() {
        return Regularizers.load(getClass().getClassLoader());
    }

    @FunctionalInterface
    interface Rule {
        void check(Check check, Regularizer regularizer) throws Exception;
    }

    final Stream<DynamicTest> rule(String number, Rule rule) {
        return textForms().stream()
                .map(text -> DynamicTest.dynamicTest(text, () -> {
                    Check check = new Check(number, text);
                    try {
                        rule.check(check, regularizers().parse(text));
                    } catch (Exception e) {
                        throw check.thrown(e);
                    }
                }));
    }

    final Stream<DynamicTest> ruleWhere(boolean claimed, String number, Rule rule) {
        return claimed ? rule(number, rule) : Stream.empty();
    }

    final Stream<DynamicTest> convex(String number, Rule rule) {
        return rule(number, (check, r) -> {
            if (r.convex()) {
                rule.check(check, r);
            }
        });
    }

    final Stream<DynamicTest> conjugate(String number, ConjugateRules.ConjugateRule rule) {
        return rule(number, (check, r) -> ConjugateRules.whereThereIsOne(check, r, rule));
    }
}
