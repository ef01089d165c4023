package org.ridgeline.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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
 * <p>What the kit cannot see is said by overriding a method: {@link #linearInLambda()}, {@link #degree()}. All else is found
 * by what a regularizer says of itself: {@link org.ridgeline.Regularizer#convex()}, a separability, a conjugate, a training that
 * moves λ. Where it is not convex, the rules of convex functions are left out, and all others hold.
 *
 * <p>Every rule has a number and stands with its reason in {@code docs/spec.md}. Random cases are seeded; a failure names
 * its seed, and the system property {@code ridgeline.conformance.seed} runs that seed alone.
 */
public abstract class RegularizerConformance extends AnalysisConformance {

    /** For subclasses. */
    protected RegularizerConformance() {}

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
    Stream<DynamicTest> r703_weightsInNoGroupMoveAlone() {
        return rule("R703", BlockRules::weightsInNoGroupMoveAlone);
    }

    @TestFactory
    Stream<DynamicTest> r704_factorZeroLeavesAlone() {
        return rule("R704", FactorRules::factorZeroLeavesAlone);
    }

    @TestFactory
    Stream<DynamicTest> r705_factorsMultiply() {
        return rule("R705", FactorRules::factorsMultiply);
    }

    @TestFactory
    Stream<DynamicTest> r706_unequalFactorsWithoutAMeaningAreRefused() {
        return rule("R706", FactorRules::unequalFactorsWithoutAMeaningAreRefused);
    }

    @TestFactory
    Stream<DynamicTest> r707_unpenalisedWeightsDoNotMatterToOthers() {
        return rule("R707", FactorRules::unpenalisedWeightsDoNotMatterToOthers);
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
        return linearInLambda() ? convex("R803", LambdaMaxRules::scalesWithTheGradient) : Stream.empty();
    }

    @TestFactory
    Stream<DynamicTest> r804_lambdaMaxRefusesGradientsThatAreNotFinite() {
        return rule("R804", LambdaMaxRules::refusesGradientsThatAreNotFinite);
    }

    @TestFactory
    Stream<DynamicTest> r805_lambdaMaxLeavesTheGradientAlone() {
        return rule("R805", LambdaMaxRules::leavesTheGradientAlone);
    }
}
