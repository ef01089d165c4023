package org.ridgeline.solvers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Interval;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.Training;

/**
 * Trains regularizers whose λ moves with the loss on held-out examples: fits the other examples for one λ after the other,
 * each from the last, until λ has settled, and then all examples with that λ. A regularizer with a fixed λ is simply fitted
 * to all examples.
 *
 * @param share share of the examples to hold out, in (0, 1); for the logistic loss the same share of either class
 * @param seed which examples; the same seed gives the same model
 */
public record HoldOut(double share, long seed) {

    /** Checks the share. */
    public HoldOut {
        share = Interval.open(0, 1).require("share", share);
    }

    /**
     * Fits a problem.
     *
     * @return the fit of all examples; its regularizer has the λ that was found
     * @throws IllegalArgumentException as {@link Solver#fit(Problem, Regularizer)}, or if the share leaves no example to
     *     train or none to validate on
     */
    public Fit fit(Solver solver, Problem problem, Regularizer regularizer) {
        Training training = regularizer.train();
        if (training.settled()) {
            return solver.fit(problem, training.current());
        }
        boolean[] held = choose(problem);
        Problem rest = problem.selectRows(rows(held, false));
        Problem validation = problem.selectRows(rows(held, true));
        @Nullable Fit last = null;
        for (int epoch = 0; !training.settled(); epoch++) {
            Regularizer current = training.current();
            last = last == null ? solver.fit(rest, current) : solver.fit(rest, current, last);
            double trainingLoss = rest.meanLoss(last.scores(rest.features()));
            double validationLoss = validation.meanLoss(last.scores(validation.features()));
            training.observe(new Progress(epoch, trainingLoss, validationLoss, true));
        }
        return solver.fit(problem, training.current());
    }

    private boolean[] choose(Problem problem) {
        double[] y = problem.target();
        boolean stratified = problem.loss() == Loss.LOGISTIC;
        boolean[] held = new boolean[y.length];
        Random random = new Random(seed);
        for (int stratum = 0; stratum < (stratified ? 2 : 1); stratum++) {
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < y.length; i++) {
                if (problem.exampleWeights()[i] > 0 && (!stratified || y[i] == stratum)) {
                    rows.add(i);
                }
            }
            Collections.shuffle(rows, random);
            int count = (int) Math.round(share * rows.size());
            if (count < 1 || count >= rows.size()) {
                throw new IllegalArgumentException("a share of " + share + " of " + rows.size() + " examples"
                        + (stratified ? " of class " + stratum : "")
                        + " leaves none to train or none to validate on");
            }
            rows.subList(0, count).forEach(i -> held[i] = true);
        }
        return held;
    }

    private static int[] rows(boolean[] held, boolean wanted) {
        return IntStream.range(0, held.length).filter(i -> held[i] == wanted).toArray();
    }
}
