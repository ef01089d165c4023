package org.ridgeline.weka.gui;

import org.ridgeline.Interval;
import org.ridgeline.solvers.LambdaPath;
import org.ridgeline.solvers.LossScale;
import org.ridgeline.solvers.Measures;
import org.ridgeline.solvers.Standardization;
import weka.core.regularizers.Regularizer;

/**
 * What a path is asked for with.
 *
 * @param regularizer the penalty; its own λ does not matter
 * @param classIndex which attribute is predicted
 * @param count how many λ
 * @param ratio the smallest λ as a share of the largest
 * @param folds how many folds judge the λ; 0 for no cross-validation
 * @param seed which instances are in which fold
 * @param measure what λ is chosen by
 * @param lossScale what the penalty is added to
 * @param standardization the scale on which coefficients are penalised
 * @param groups a regular expression that groups attributes by name, or empty
 */
record StudySettings(
        Regularizer regularizer,
        int classIndex,
        int count,
        double ratio,
        int folds,
        int seed,
        Measures measure,
        LossScale lossScale,
        Standardization standardization,
        String groups) {

    static final int COUNT = 100;
    static final double RATIO = 1e-3;
    static final int FOLDS = 10;
    static final int SEED = 1;

    /** Checks the numbers. */
    StudySettings {
        LambdaPath.geometric(count, ratio);
        if (folds != 0) {
            Interval.atLeast(2).require("the number of folds", folds);
        }
    }

    boolean validates() {
        return folds > 0;
    }

    LambdaPath path() {
        return LambdaPath.geometric(count, ratio);
    }
}
