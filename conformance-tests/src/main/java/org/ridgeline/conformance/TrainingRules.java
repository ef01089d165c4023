package org.ridgeline.conformance;

import java.util.SplittableRandom;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.Training;

/** R1xx, continued: what moves during training lives in {@link Training} alone. */
final class TrainingRules {

    private static final int EPOCHS = 200;
    private static final int ENOUGH = 100_000;

    private TrainingRules() {}

    static void currentStandsStill(Check check, Regularizer regularizer) {
        for (long seed : Seeds.some(5)) {
            SplittableRandom random = new SplittableRandom(seed);
            Training training = regularizer.train();
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                Regularizer current = training.current();
                Training inner = current.train();
                Check here = check.in(Seeds.replay(seed), "epoch " + epoch, current);
                here.that(inner.settled(), () -> "current() whose own training is settled", "it moves");
                here.that(inner.current().equals(current), current::toString, inner.current());
                training.observe(progress(epoch, random.nextDouble()));
            }
        }
    }

    static void settledStaysSettled(Check check, Regularizer regularizer) {
        for (long seed : Seeds.some(5)) {
            SplittableRandom random = new SplittableRandom(seed);
            Training training = regularizer.train();
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                boolean settled = training.settled();
                Regularizer before = training.current();
                training.observe(progress(epoch, random.nextDouble()));
                if (settled) {
                    Check here = check.in(Seeds.replay(seed), "epoch " + epoch);
                    here.that(training.settled(), () -> "still settled", "it moves again");
                    here.that(before.equals(training.current()), before::toString, training.current());
                }
            }
        }
    }

    static void trainingSettles(Check check, Regularizer regularizer) {
        Training training = regularizer.train();
        int epoch = 0;
        while (!training.settled() && epoch < ENOUGH) {
            training.observe(progress(epoch, 1 + epoch));
            epoch++;
        }
        check.in("validation loss 1, 2, 3, …")
                .that(training.settled(), () -> "settled within " + ENOUGH + " epochs", "not settled");
    }

    static void trainingsAreIndependent(Check check, Regularizer regularizer, Regularizers registry) {
        Training idle = regularizer.train();
        Regularizer start = idle.current();
        Training busy = regularizer.train();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            busy.observe(progress(epoch, 1.0 / (1 + epoch)));
        }
        check.that(start.equals(idle.current()), () -> "another training still at " + start, idle.current());
        Regularizer later = regularizer.train().current();
        check.that(start.equals(later), () -> "a new training that starts at " + start, later);
        Regularizer twin = registry.parse(check.text());
        check.that(regularizer.equals(twin), () -> "the regularizer unchanged", regularizer);
    }

    private static Progress progress(int epoch, double loss) {
        return new Progress(epoch, loss, loss, epoch % 3 == 2);
    }
}
