package org.ridgeline.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules that its computations keep as those of convex analysis: R2xx to R5xx. */
abstract class AnalysisConformance extends ValueConformance {

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
        return convex("R207", PenaltyRules::isConvex);
    }

    @TestFactory
    Stream<DynamicTest> r208_longSumsAreAccurate() {
        return rule("R208", PenaltyRules::longSumsAreAccurate);
    }

    @TestFactory
    Stream<DynamicTest> r209_convexityDoesNotDependOnLambda() {
        return rule("R209", PenaltyRules::convexityDoesNotDependOnLambda);
    }

    @TestFactory
    Stream<DynamicTest> r301_theGradientAgreesWithDifferences() {
        return rule("R301", GradientRules::agreesWithDifferences);
    }

    @TestFactory
    Stream<DynamicTest> r302_theGradientSupportsThePenalty() {
        return convex("R302", GradientRules::supportsThePenalty);
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
        return convex("R403", ProxRules::leavesASubgradient);
    }

    @TestFactory
    Stream<DynamicTest> r404_theProximalStepIsFirmlyNonExpansive() {
        return convex("R404", ProxRules::isFirmlyNonExpansive);
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
    Stream<DynamicTest> r410_theProximalStepIsMonotone() {
        return rule("R410", ProxRules::isMonotone);
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
}
