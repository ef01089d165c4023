package org.ridgeline.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules that a regularizer keeps as a value that is made from arguments: R1xx and R9xx. */
abstract class ValueConformance extends RegularizerSubject {

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
}
