package org.ridgeline.weka.sgd;

import org.ridgeline.solvers.Loss;
import org.ridgeline.solvers.ScalarLoss;
import org.ridgeline.weka.Probabilities;

/** The value and the derivative of a loss of one row's scores. */
interface Slopes {

    /** How many scores a row has. */
    int outputs();

    /**
     * The loss of a row.
     *
     * @param y a number; 0 or 1; or the index of the class where there are several scores
     * @param scores one for each output
     */
    double value(double y, double[] scores);

    /** Its derivative in each score. */
    void slopes(double y, double[] scores, double[] slopes);

    /** The loss of a name, for so many classes, and δ for Huber's. */
    static Slopes of(SgdLoss loss, int classes, double delta) {
        return switch (loss) {
            case LOG -> classes > 2 ? new Softmax(classes) : new Scalar(Loss.LOGISTIC);
            case HINGE -> new Hinge();
            case SQUARED -> new Scalar(Loss.SQUARED);
            case HUBER -> new Scalar(Loss.huber(delta));
        };
    }

    /** A loss of the solvers. */
    record Scalar(ScalarLoss loss) implements Slopes {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public double value(double y, double[] scores) {
            return loss.value(y, scores[0]);
        }

        @Override
        public void slopes(double y, double[] scores, double[] slopes) {
            slopes[0] = loss.derivative(y, scores[0]);
        }
    }

    /** max(0, 1 − f) for y = 1 and max(0, 1 + f) for y = 0. The solvers do not have it, as it is not smooth. */
    record Hinge() implements Slopes {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public double value(double y, double[] scores) {
            return Math.max(0, 1 - (y == 1 ? scores[0] : -scores[0]));
        }

        @Override
        public void slopes(double y, double[] scores, double[] slopes) {
            double sign = y == 1 ? 1 : -1;
            slopes[0] = sign * scores[0] < 1 ? -sign : 0;
        }
    }

    /** log Σₖ e^fₖ − f_y. */
    record Softmax(int outputs) implements Slopes {
        @Override
        public double value(double y, double[] scores) {
            return Probabilities.logSumExp(scores) - scores[(int) y];
        }

        @Override
        public void slopes(double y, double[] scores, double[] slopes) {
            Probabilities.softmax(scores, slopes);
            slopes[(int) y] -= 1;
        }
    }
}
