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
 * @param share share of the examples to hold out, in (0, 1); the same share of every class, where there are classes of one target
 * @param seed which examples; the same seed gives the same model
 */
public record HoldOut(double share, long seed) {

    /**
     * Checks the share.
     *
     * @param share in (0, 1)
     * @param seed any number
     * @throws IllegalArgumentException if the share is out of bounds
     */
    public HoldOut {
        share = Interval.open(0, 1).require("share", share);
    }

    /**
     * What can fit a problem with a fixed λ.
     *
     * @param <F> what a fit is
     */
    public interface Learner<F> {
        /**
         * Fits a problem to convergence.
         *
         * @param problem the examples
         * @param regularizer with a fixed λ
         * @param last the fit of the same problem with the λ before, to start from; null the first time
         * @return the fit
         */
        F fit(Problem problem, Regularizer regularizer, @Nullable F last);

        /**
         * Predicts.
         *
         * @param fit a fit of this learner
         * @param features m rows of features in their own units
         * @return m linear scores for each output, output by output
         */
        double[] scores(F fit, Features features);
    }

    /**
     * Fits a problem with the solver.
     *
     * @param solver makes the fits
     * @param problem all examples
     * @param regularizer the penalty, whose λ may move
     * @return the fit of all examples; its regularizer has the λ that was found
     * @throws IllegalArgumentException as {@link Solver#fit(Problem, Regularizer)}, or if the share leaves no example to
     *     train, also of a class, or none to validate on
     */
    public Fit fit(Solver solver, Problem problem, Regularizer regularizer) {
        Learner<Fit> learner = new Learner<>() {
            @Override
            public Fit fit(Problem part, Regularizer current, @Nullable Fit last) {
                return last == null ? solver.fit(part, current) : solver.fit(part, current, last);
            }

            @Override
            public double[] scores(Fit fit, Features features) {
                return fit.scores(features);
            }
        };
        return solver.fit(problem, settle(problem, regularizer, learner));
    }

    /**
     * Finds the λ at which a regularizer settles.
     *
     * @param <F> what a fit is
     * @param problem all examples
     * @param regularizer the penalty, whose λ may move
     * @param learner makes the fits
     * @return the regularizer with that λ, for a fit of all examples; the regularizer itself if its λ is fixed
     * @throws IllegalArgumentException if the share leaves no example to train or none to validate on
     */
    public <F> Regularizer settle(Problem problem, Regularizer regularizer, Learner<F> learner) {
        Training training = regularizer.train();
        if (training.settled()) {
            return training.current();
        }
        boolean[] held = choose(problem);
        Problem rest = problem.selectRows(rows(held, false));
        Problem validation = problem.selectRows(rows(held, true));
        @Nullable F last = null;
        for (int epoch = 0; !training.settled(); epoch++) {
            last = learner.fit(rest, training.current(), last);
            double trainingLoss = rest.meanLoss(learner.scores(last, rest.features()));
            double validationLoss = validation.meanLoss(learner.scores(last, validation.features()));
            training.observe(new Progress(epoch, trainingLoss, validationLoss, true));
        }
        return training.current();
    }

    private boolean[] choose(Problem problem) {
        boolean[] held = new boolean[problem.features().rows()];
        Random random = new Random(seed);
        Strata strata = Strata.of(problem);
        for (int stratum = 0; stratum < strata.rows().size(); stratum++) {
            List<Integer> rows = new ArrayList<>(strata.rows().get(stratum));
            Collections.shuffle(rows, random);
            int count = (int) Math.round(share * rows.size());
            if (count < 1 || count >= rows.size()) {
                throw new IllegalArgumentException("a share of " + share + " of " + rows.size() + " examples"
                        + strata.suffix(stratum) + " leaves none to train or none to validate on");
            }
            rows.subList(0, count).forEach(i -> held[i] = true);
        }
        requireClassesLeft(Strata.ofClasses(problem), held);
        return held;
    }

    /** Each class of each of several outputs, of which none is drawn from by itself. */
    private void requireClassesLeft(Strata classes, boolean[] held) {
        for (int k = 0; k < classes.rows().size(); k++) {
            List<Integer> rows = classes.rows().get(k);
            if (!rows.isEmpty() && rows.stream().allMatch(i -> held[i])) {
                throw new IllegalArgumentException("the share of " + share + " that is held out has all " + rows.size()
                        + " examples" + classes.suffix(k) + ", so that none is left to train on");
            }
        }
    }

    private static int[] rows(boolean[] held, boolean wanted) {
        return IntStream.range(0, held.length).filter(i -> held[i] == wanted).toArray();
    }
}
