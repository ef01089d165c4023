package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;

/**
 * The rules for regularizers. The author of a regularizer extends this class and names some text forms:
 *
 * <pre>{@code
 * class HuberConformanceTest extends RegularizerConformance {
 *     @Override
 *     protected List<String> textForms() {
 *         return List.of("huber(lambda=0.5,delta=0.1)", "huber(lambda=3,delta=2)");
 *     }
 * }
 * }</pre>
 *
 * <p>What a penalty cannot do is said by overriding a method: {@link #convex()}, {@link #linearInLambda()}, {@link
 * #degree()}. What it does beyond is found by what it implements: a separability, a conjugate, a training that moves λ.
 *
 * <p>Every rule has a number and stands with its reason in {@code docs/spec.md}. Random cases are seeded; a failure names
 * its seed, and the system property {@code ridgeline.conformance.seed} runs that seed alone.
 */
public abstract class RegularizerConformance {

    /**
     * The regularizers to try, with a λ between 0.1 and 10 each, so that weights of ordinary size are penalised neither to
     * nothing nor hardly at all.
     *
     * @return text forms, one for each shape of the penalty
     */
    protected abstract List<String> textForms();

    /**
     * Whether R is convex.
     *
     * @return true unless overridden
     */
    protected boolean convex() {
        return true;
    }

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

    @TestFactory
    Stream<DynamicTest> r101_theTextFormReadsBackAsAnEqualRegularizer() {
        return rule("R101", (check, r) -> ValueRules.textReadsBack(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r102_theTextFormIsCanonical() {
        return rule("R102", (check, r) -> ValueRules.textIsCanonical(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r103_equalityIsByValue() {
        return rule("R103", (check, r) -> ValueRules.equality(check, r, regularizers(), textForms()));
    }

    @TestFactory
    Stream<DynamicTest> r104_withLambdaKeepsTheShape() {
        return rule("R104", ValueRules::withLambdaKeepsTheShape);
    }

    @TestFactory
    Stream<DynamicTest> r105_useChangesNothing() {
        return rule("R105", (check, r) -> ValueRules.useChangesNothing(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r106_inputsAreLeftAlone() {
        return rule("R106", ValueRules::inputsAreLeftAlone);
    }

    @TestFactory
    Stream<DynamicTest> r107_sameInputGivesTheSameBits() {
        return rule("R107", (check, r) -> ValueRules.sameInputSameBits(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r108_manyThreadsGetTheSameBits() {
        return rule("R108", ValueRules::manyThreadsGetTheSameBits);
    }

    @TestFactory
    Stream<DynamicTest> r111_currentStandsStill() {
        return rule("R111", TrainingRules::currentStandsStill);
    }

    @TestFactory
    Stream<DynamicTest> r112_settledTrainingStaysSettled() {
        return rule("R112", TrainingRules::settledStaysSettled);
    }

    @TestFactory
    Stream<DynamicTest> r113_trainingSettles() {
        return rule("R113", TrainingRules::trainingSettles);
    }

    @TestFactory
    Stream<DynamicTest> r114_trainingsAreIndependent() {
        return rule("R114", (check, r) -> TrainingRules.trainingsAreIndependent(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r201_thePenaltyIsNotNegative() {
        return rule("R201", PenaltyRules::isNotNegative);
    }

    @TestFactory
    Stream<DynamicTest> r202_thePenaltyIsZeroAtZero() {
        return rule("R202", PenaltyRules::isZeroAtZero);
    }

    @TestFactory
    Stream<DynamicTest> r203_thePenaltyIsZeroWithoutStrength() {
        return rule("R203", PenaltyRules::isZeroWithoutStrength);
    }

    @TestFactory
    Stream<DynamicTest> r204_thePenaltyGrowsWithLambda() {
        return rule("R204", PenaltyRules::growsWithLambda);
    }

    @TestFactory
    Stream<DynamicTest> r205_thePenaltyIsLinearInLambda() {
        return ruleWhere(linearInLambda(), "R205", PenaltyRules::isLinearInLambda);
    }

    @TestFactory
    Stream<DynamicTest> r206_thePenaltyIsHomogeneous() {
        return ruleWhere(degree().isPresent(), "R206", (check, r) -> PenaltyRules.isHomogeneous(check, r, degree()));
    }

    @TestFactory
    Stream<DynamicTest> r207_thePenaltyIsConvex() {
        return ruleWhere(convex(), "R207", PenaltyRules::isConvex);
    }

    @TestFactory
    Stream<DynamicTest> r208_longSumsAreAccurate() {
        return rule("R208", PenaltyRules::longSumsAreAccurate);
    }

    @TestFactory
    Stream<DynamicTest> r301_theGradientAgreesWithDifferences() {
        return rule("R301", GradientRules::agreesWithDifferences);
    }

    @TestFactory
    Stream<DynamicTest> r302_theGradientSupportsThePenalty() {
        return ruleWhere(convex(), "R302", GradientRules::supportsThePenalty);
    }

    @TestFactory
    Stream<DynamicTest> r303_theGradientIsAddedToScale() {
        return rule("R303", GradientRules::isAddedToScale);
    }

    @TestFactory
    Stream<DynamicTest> r304_theGradientIsZeroAtZero() {
        return rule("R304", GradientRules::isZeroAtZero);
    }

    @TestFactory
    Stream<DynamicTest> r401_theProximalStepAgreesWithASlowSearch() {
        return rule("R401", ProxRules::agreesWithASlowSearch);
    }

    @TestFactory
    Stream<DynamicTest> r402_noDirectionLeadsFurtherDown() {
        return rule("R402", ProxRules::noDirectionLeadsFurtherDown);
    }

    @TestFactory
    Stream<DynamicTest> r403_theProximalStepLeavesASubgradient() {
        return ruleWhere(convex(), "R403", ProxRules::leavesASubgradient);
    }

    @TestFactory
    Stream<DynamicTest> r404_theProximalStepIsFirmlyNonExpansive() {
        return ruleWhere(convex(), "R404", ProxRules::isFirmlyNonExpansive);
    }

    @TestFactory
    Stream<DynamicTest> r405_stepAndLambdaTradeOff() {
        return ruleWhere(linearInLambda(), "R405", ProxRules::stepAndLambdaTradeOff);
    }

    @TestFactory
    Stream<DynamicTest> r406_theProximalStepScalesWithTheDegree() {
        return ruleWhere(
                linearInLambda() && degree().isPresent(),
                "R406",
                (check, r) -> ProxRules.scalesWithTheDegree(check, r, degree()));
    }

    @TestFactory
    Stream<DynamicTest> r407_zerosAreNeverNegative() {
        return rule("R407", ProxRules::zerosAreNeverNegative);
    }

    @TestFactory
    Stream<DynamicTest> r408_zeroStaysZero() {
        return rule("R408", ProxRules::zeroStaysZero);
    }

    @TestFactory
    Stream<DynamicTest> r409_noStrengthAndNoStepChangeNothing() {
        return rule("R409", ProxRules::nothingChangesNothing);
    }

    @TestFactory
    Stream<DynamicTest> r501_theConjugateIsNotNegative() {
        return conjugate("R501", ConjugateRules::isNotNegative);
    }

    @TestFactory
    Stream<DynamicTest> r502_fenchelAndYoungHold() {
        return conjugate("R502", ConjugateRules::fenchelYoung);
    }

    @TestFactory
    Stream<DynamicTest> r503_moreauHolds() {
        return conjugate("R503", ConjugateRules::moreau);
    }

    @TestFactory
    Stream<DynamicTest> r504_theDualScaleReachesTheDomain() {
        return conjugate("R504", ConjugateRules::dualScale);
    }

    @TestFactory
    Stream<DynamicTest> r601_nanStaysNan() {
        return rule("R601", ExtremeRules::nanStaysNan);
    }

    @TestFactory
    Stream<DynamicTest> r602_infinitiesMakeNoNan() {
        return rule("R602", ExtremeRules::infinitiesMakeNoNan);
    }

    @TestFactory
    Stream<DynamicTest> r603_subnormalsStayInRange() {
        return rule("R603", ExtremeRules::subnormalsStayInRange);
    }

    @TestFactory
    Stream<DynamicTest> r604_hugeAndTinyStayInRange() {
        return rule("R604", ExtremeRules::endsOfTheRangeStayInRange);
    }

    @TestFactory
    Stream<DynamicTest> r605_theDegreeHoldsAtTheEndsOfTheRange() {
        return ruleWhere(
                linearInLambda() && degree().isPresent(),
                "R605",
                (check, r) -> ExtremeRules.theDegreeHoldsAtTheEndsOfTheRange(check, r, degree()));
    }

    @TestFactory
    Stream<DynamicTest> r701_thePenaltyIsTheSumOfItsBlocks() {
        return rule("R701", BlockRules::thePenaltyIsTheSumOfItsBlocks);
    }

    @TestFactory
    Stream<DynamicTest> r702_blocksMoveAlone() {
        return rule("R702", BlockRules::blocksMoveAlone);
    }

    @TestFactory
    Stream<DynamicTest> r703_weightsInNoGroupAreLeftAlone() {
        return rule("R703", BlockRules::weightsInNoGroupAreLeftAlone);
    }

    @TestFactory
    Stream<DynamicTest> r704_factorZeroLeavesAlone() {
        return rule("R704", BlockRules::factorZeroLeavesAlone);
    }

    @TestFactory
    Stream<DynamicTest> r705_factorsMultiply() {
        return rule("R705", BlockRules::factorsMultiply);
    }

    @TestFactory
    Stream<DynamicTest> r706_unequalFactorsInAGroupAreRefused() {
        return rule("R706", BlockRules::unequalFactorsInAGroupAreRefused);
    }

    @TestFactory
    Stream<DynamicTest> r801_lambdaMaxIsWhereTheFirstWeightAppears() {
        return rule("R801", LambdaMaxRules::isWhereTheFirstWeightAppears);
    }

    @TestFactory
    Stream<DynamicTest> r802_lambdaMaxAgreesWithTheDefault() {
        return rule("R802", LambdaMaxRules::agreesWithTheDefault);
    }

    @TestFactory
    Stream<DynamicTest> r803_lambdaMaxScalesWithTheGradient() {
        return ruleWhere(convex() && linearInLambda(), "R803", LambdaMaxRules::scalesWithTheGradient);
    }

    @TestFactory
    Stream<DynamicTest> r804_lambdaMaxRefusesGradientsThatAreNotFinite() {
        return rule("R804", LambdaMaxRules::refusesGradientsThatAreNotFinite);
    }

    @TestFactory
    Stream<DynamicTest> r805_lambdaMaxLeavesTheGradientAlone() {
        return rule("R805", LambdaMaxRules::leavesTheGradientAlone);
    }

    @TestFactory
    Stream<DynamicTest> r901_badLambdasAreRefused() {
        return rule("R901", ArgumentRules::badLambda);
    }

    @TestFactory
    Stream<DynamicTest> r902_badStepsAreRefused() {
        return rule("R902", ArgumentRules::badStep);
    }

    @TestFactory
    Stream<DynamicTest> r903_gradientsOfAnotherLengthAreRefused() {
        return rule("R903", ArgumentRules::gradientOfAnotherLength);
    }

    @TestFactory
    Stream<DynamicTest> r904_badLambdasInTextAreRefused() {
        return rule("R904", (check, r) -> ArgumentRules.badLambdaInText(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r905_valuesWithinBoundsAreAccepted() {
        return rule("R905", (check, r) -> ArgumentRules.valuesWithinBounds(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r906_noArgumentIsIgnored() {
        return rule("R906", (check, r) -> ArgumentRules.noArgumentIsIgnored(check, r, regularizers()));
    }

    @TestFactory
    Stream<DynamicTest> r907_theProviderDescribesItself() {
        return rule("R907", (check, r) -> ArgumentRules.providerDescribesItself(check, r, regularizers()));
    }

    @FunctionalInterface
    private interface Rule {
        void check(Check check, Regularizer regularizer) throws Exception;
    }

    private Stream<DynamicTest> rule(String number, Rule rule) {
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

    private Stream<DynamicTest> ruleWhere(boolean claimed, String number, Rule rule) {
        return claimed ? rule(number, rule) : Stream.empty();
    }

    private Stream<DynamicTest> conjugate(String number, ConjugateRules.ConjugateRule rule) {
        return rule(number, (check, r) -> ConjugateRules.whereThereIsOne(check, r, rule));
    }
}
