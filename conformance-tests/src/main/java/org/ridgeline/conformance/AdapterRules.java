package org.ridgeline.conformance;

import java.util.Arrays;
import org.ridgeline.Groups;
import org.ridgeline.Regularizer;
import org.ridgeline.Separability;

/** What the rules for adapters ask. */
final class AdapterRules {

    private static final double[] BIASES = {2.5, -0.75, 0};
    private static final double STRONG = 1024;

    private AdapterRules() {}

    static void storingTwiceIsStoringOnce(Check check, AdapterConformance host) {
        for (AdapterCase given : AdapterCase.all(host)) {
            for (double value : given.weights().values()) {
                check.in(given).equal("stored(" + value + ")", value, host.stored(value));
            }
        }
    }

    static void isTheProximalStep(Attempt attempt) throws Exception {
        attempt.check().equal("weight", attempt.wanted(), attempt.found().weights());
    }

    static void factorsAreHonoured(Attempt attempt) throws Exception {
        boolean whole = attempt.regularizer().separability() == Separability.NONE;
        isTheProximalStep(whole ? attempt.withSharedFactor() : attempt);
    }

    static void zerosAreNeverNegative(Attempt attempt) throws Exception {
        double[] wanted = attempt.wanted();
        double[] found = attempt.found().weights();
        for (int i = 0; i < found.length; i++) {
            // A regularizer may leave a weight alone, and then −0.0 stays what it was.
            boolean holds = !isNegativeZero(found[i]) || isNegativeZero(wanted[i]);
            attempt.check().that(holds, () -> "0.0, never -0.0", Arrays.toString(found));
        }
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    static void groupsBecomeZeroTogether(Attempt attempt) throws Exception {
        if (attempt.regularizer().separability() != Separability.GROUP) {
            return;
        }
        Groups groups = attempt.given().weights().groups();
        double[] wanted = attempt.wanted();
        double[] found = attempt.found().weights();
        for (int g = 0; g < groups.count(); g++) {
            Check check = attempt.check().in("group " + g);
            // A penalty may have zeros of its own within a group.
            boolean together = !isPartlyZero(found, groups, g) || isPartlyZero(wanted, groups, g);
            check.that(together, () -> "all weights of a group zero, or none", Arrays.toString(found));
        }
    }

    private static boolean isPartlyZero(double[] values, Groups groups, int group) {
        int zeros = 0;
        for (int k = groups.start(group); k < groups.start(group + 1); k++) {
            zeros += values[groups.member(k)] == 0 ? 1 : 0;
        }
        return zeros > 0 && zeros < groups.size(group);
    }

    static void sameStepSameBits(Attempt attempt) throws Exception {
        double[] once = attempt.found().weights();
        attempt.check().equal("weight, once more,", once, attempt.found().weights());
    }

    static void penaltyIsThatOfTheWeights(Attempt attempt) throws Exception {
        AdapterConformance host = attempt.host();
        AdapterConformance.Step found = attempt.found();
        double penalty = attempt.regularizer().penalty(attempt.given().weights().withValues(found.weights()));
        attempt.check().near("penalty", host.stored(penalty), host.stored(found.penalty()), host.penaltyTolerance());
    }

    static void interceptsAreNotPenalised(Check check, AdapterConformance host) throws Exception {
        String strong =
                host.regularizers().parse(check.text()).withLambda(STRONG).toString();
        for (double step : host.steps()) {
            for (double bias : BIASES) {
                double found = host.intercept(strong, bias, step);
                check.in(strong, "step " + step).equal("intercept", host.stored(bias), found);
            }
        }
    }

    static void startsAsItsBase(Attempt attempt) throws Exception {
        Regularizer start = attempt.regularizer();
        if (!start.equals(attempt.configured())) {
            double[] wanted = attempt.found(start.toString()).weights();
            attempt.check()
                    .in("as with " + start)
                    .equal("weight", wanted, attempt.found().weights());
        }
    }

    static void configurationKeeps(Check check, AdapterConformance host) throws Exception {
        String wanted = host.regularizers().parse(check.text()).toString();
        String found = host.configured(check.text());
        check.that(wanted.equals(found), () -> wanted, found);
    }

    static void configurationRefuses(Check check, AdapterConformance host, Configurations.Wrong wrong) {
        check.refused("'" + wrong.text() + "'", Exception.class, () -> host.configured(wrong.text()), wrong.named());
    }
}
