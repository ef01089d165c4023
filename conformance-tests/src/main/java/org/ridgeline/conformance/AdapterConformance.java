package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Weights;

/**
 * The rules for adapters. The author of an adapter extends this class, implements four methods on the real framework and
 * overrides capabilities where the framework has limits of its own.
 *
 * <p>The reference of every rule is the regularizer itself in double precision on the weights as the framework stores
 * them, followed by one rounding through {@link #stored(double)}. Steps must equal it bit for bit.
 *
 * <p><b>Frameworks that train in batch.</b> A proximal step is also a fit. On the n = 2p rows ±c·e₁, ±c·e₂ … ±c·e_p with the
 * targets ±c·w₁ … ±c·w_p the mean squared error of the weights u is (c²/p)·‖u − w‖², so mean squared error + R(u) has its
 * minimum at the proximal step of w with step p/(2c²), and SSE + R(u) at that with step 1/(4c²). The intercept is 0,
 * or b if b is added to every target. With p a power of 4 and c a power of 2 every column has mean 0 and the exact
 * population deviation c/√p, and every product on the way is exact. Rows ±c·eᵢ must follow one another in pairs, so that
 * running sums return to 0. {@link #step} then builds such data and trains on it; {@link #steps()} holds the steps that a
 * power of two c can reach.
 */
public abstract class AdapterConformance {

    /** For subclasses. */
    protected AdapterConformance() {}

    /**
     * Weights after one step in the framework.
     *
     * @param weights one for each weight before, in the same order, as the framework holds them
     * @param penalty R of {@code weights} as the framework reports it: its score, its objective, its log
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Step(double[] weights, double penalty) {}

    /**
     * What the framework holds after it was given a value: the value itself, or {@code (float) value}.
     *
     * @param value the value
     * @return what is read back
     */
    protected abstract double stored(double value);

    /**
     * Lets the framework take one proximal step, with no loss or with one that makes a step of a fit.
     *
     * @param text the text form of the regularizer
     * @param weights the weights before, all of them {@linkplain #stored(double) stored} values, with groups and, if {@link
     *     #penaltyFactors()}, factors
     * @param step the step size, one of {@link #steps()}
     * @return the weights after and their penalty
     * @throws Exception if the framework cannot
     */
    protected abstract Step step(String text, Weights weights, double step) throws Exception;

    /**
     * Puts a regularizer into the framework's configuration, saves and restores that in the framework's own way, and reads
     * the regularizer back.
     *
     * @param text a text form, perhaps a wrong one
     * @return the text form after the way through the configuration
     * @throws Exception if the text is wrong: its message says what was found and what there is to choose from
     */
    protected abstract String configured(String text) throws Exception;

    /**
     * Lets the framework take a step as {@link #step} does and tells the intercept.
     *
     * @param text the text form of a strong regularizer
     * @param bias the intercept before, or the one that is right for the data
     * @param step the step size, one of {@link #steps()}
     * @return the intercept after
     * @throws Exception if the framework cannot
     */
    protected abstract double intercept(String text, double bias, double step) throws Exception;

    /**
     * The regularizers that {@link #step} takes. A framework that cannot take a single step with {@code adaptive(…)},
     * because training needs data to validate on, leaves that out; it still goes through {@link #configured}.
     *
     * @return text forms
     */
    protected List<String> textForms() {
        return List.of(
                "l1(lambda=0.25)",
                "l2(lambda=0.7)",
                "elastic-net(lambda=0.3,alpha=0.4)",
                "group-l2(lambda=0.2)",
                "sparse-group-l2(lambda=0.2,alpha=0.25)",
                "mcp(lambda=0.25,gamma=3)",
                "scad(lambda=0.25,a=3.7)",
                "slope(lambda=0.2,q=0.5)",
                "adaptive(base=elastic-net(lambda=0.5,alpha=0.9))",
                "adaptive(base=group-l2(lambda=0.1))");
    }

    /**
     * The step sizes that the framework can take exactly.
     *
     * @return step sizes, &gt; 0
     */
    protected double[] steps() {
        return new double[] {0.5, 0.125, 1};
    }

    /**
     * The number of weights that {@link #step} takes.
     *
     * @return a multiple of 4
     */
    protected int size() {
        return 16;
    }

    /**
     * The groups that the framework can be given.
     *
     * @param size the number of weights
     * @return at least one grouping
     */
    protected List<Groups> groupings(int size) {
        int[] someInNone = new int[size];
        Arrays.setAll(someInNone, i -> i % 4 == 3 ? -1 : i % 4 == 0 ? 1 : 0);
        return List.of(
                Groups.singletons(size),
                Groups.whole(size),
                Groups.strided(1, size / 2, size),
                Groups.strided(size / 4, 2, size),
                Groups.labelled(someInNone));
    }

    /**
     * Whether the framework honours the penalty factors of weights.
     *
     * @return false unless overridden
     */
    protected boolean penaltyFactors() {
        return false;
    }

    /**
     * How far the penalty that the framework reports may be from R, relative to R. Not 0 only where the framework itself
     * sums the penalty in less than double precision, or adds it to a loss that has to be taken off again.
     *
     * @return 0 unless overridden
     */
    protected double penaltyTolerance() {
        return 0;
    }

    /**
     * The regularizers that the rules compare with.
     *
     * @return those on the class path of the test
     */
    protected Regularizers regularizers() {
        return Regularizers.load(getClass().getClassLoader());
    }

    @TestFactory
    Stream<DynamicTest> a101_storingTwiceIsStoringOnce() {
        return rule("A101", "stored", check -> AdapterRules.storingTwiceIsStoringOnce(check, this));
    }

    @TestFactory
    Stream<DynamicTest> a102_aStepIsTheProximalStepAfterOneRounding() {
        return steps("A102", AdapterCase.all(this), AdapterRules::isTheProximalStep);
    }

    @TestFactory
    Stream<DynamicTest> a103_zerosAreNeverNegative() {
        return steps("A103", AdapterCase.all(this), AdapterRules::zerosAreNeverNegative);
    }

    @TestFactory
    Stream<DynamicTest> a104_groupsBecomeZeroTogether() {
        return steps("A104", AdapterCase.withoutZeros(this), AdapterRules::groupsBecomeZeroTogether);
    }

    @TestFactory
    Stream<DynamicTest> a105_penaltyFactorsAreHonoured() {
        List<AdapterCase> cases = penaltyFactors() ? AdapterCase.withFactors(this) : List.of();
        return steps("A105", cases, AdapterRules::factorsAreHonoured);
    }

    @TestFactory
    Stream<DynamicTest> a106_theSameStepGivesTheSameBits() {
        return steps("A106", AdapterCase.withoutZeros(this), AdapterRules::sameStepSameBits);
    }

    @TestFactory
    Stream<DynamicTest> a107_thePenaltyIsThatOfTheWeights() {
        return steps("A107", AdapterCase.all(this), AdapterRules::penaltyIsThatOfTheWeights);
    }

    @TestFactory
    Stream<DynamicTest> a108_interceptsAreNotPenalised() {
        return textForms().stream()
                .flatMap(text -> rule("A108", text, check -> AdapterRules.interceptsAreNotPenalised(check, this)));
    }

    @TestFactory
    Stream<DynamicTest> a109_adaptiveStartsAsItsBase() {
        return steps("A109", AdapterCase.withoutZeros(this), AdapterRules::startsAsItsBase);
    }

    @TestFactory
    Stream<DynamicTest> a201_configurationKeepsTheRegularizer() {
        return Configurations.kept(textForms())
                .flatMap(text -> rule("A201", text, check -> AdapterRules.configurationKeeps(check, this)));
    }

    @TestFactory
    Stream<DynamicTest> a202_wrongConfigurationsAreRefused() {
        return Configurations.wrong()
                .flatMap(wrong ->
                        rule("A202", wrong.text(), check -> AdapterRules.configurationRefuses(check, this, wrong)));
    }

    @FunctionalInterface
    private interface Rule {
        void check(Check check) throws Exception;
    }

    @FunctionalInterface
    private interface StepRule {
        void check(Attempt attempt) throws Exception;
    }

    private static Stream<DynamicTest> rule(String number, String text, Rule rule) {
        return Stream.of(DynamicTest.dynamicTest(text, () -> {
            Check check = new Check(number, text);
            try {
                rule.check(check);
            } catch (Exception e) {
                throw check.thrown(e);
            }
        }));
    }

    private Stream<DynamicTest> steps(String number, List<AdapterCase> cases, StepRule rule) {
        return textForms().stream()
                .flatMap(text -> rule(number, text, check -> {
                    Regularizer configured = regularizers().parse(text);
                    for (double step : steps()) {
                        for (AdapterCase given : cases) {
                            rule.check(new Attempt(this, check.in(given, "step " + step), configured, given, step));
                        }
                    }
                }));
    }
}
